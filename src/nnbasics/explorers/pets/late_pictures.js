// The pictures that a network learns from and is tested with: few come with the page, all when they are needed.
//
//   const pictures = createLatePictures(model, { tested, onCome })
//   pictures.fetch(), once; from then on, in its time, pictures.data: { test, learn }, each { X, Y, n }
//   pictures.at(place): one of the test pictures, or undefined while it is not there

import { lateData } from "../../web/shell/late.js";
import { PIXELS, unpack } from "./pictures.js";

export function createLatePictures(model, { tested, onCome }) {
  const few = unpack(model.get("few")); // so many that the page opens with
  let data,
    asked = false;

  function come(bytes) {
    const X = unpack(bytes),
      labels = model.get("labels"),
      Y = Float64Array.from(new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength));
    // The test comes first.
    data = {
      test: { X: X.subarray(0, tested * PIXELS), Y: Y.subarray(0, tested), n: tested },
      learn: { X: X.subarray(tested * PIXELS), Y: Y.subarray(tested), n: model.get("train_size") },
    };
    onCome();
  }

  return {
    get data() {
      return data;
    },
    fetch() {
      if (!asked) lateData(model, "pictures").then(come);
      asked = true;
    },
    at(place) {
      const from = data?.test.X ?? few;
      const [start, end] = [place * PIXELS, (place + 1) * PIXELS];
      return from.length >= end ? from.subarray(start, end) : undefined;
    },
  };
}
