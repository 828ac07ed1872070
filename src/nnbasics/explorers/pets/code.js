// The state of the explorer as Python that prints the same numbers: nnbasics trains the same network again.

import { pythonNumber } from "../../web/draw/numbers.js";
import { BATCH, RATE } from "./course.js";

// picture: a place among the test pictures, or the packed pixels of a drawing in base64.
export function pythonCode({
  hidden,
  l2,
  learned,
  all,
  seed,
  epoch,
  picture,
  moves,
  threshold,
  tested,
  moved,
}) {
  const sizes = hidden ? `[784, ${hidden}, 1]` : "[784, 1]";
  const rows = learned < all ? `[:${learned}]` : "";
  const penalty = l2 ? `L2(${pythonNumber(l2)})` : "None";
  const chosen =
    typeof picture === "number"
      ? `X_test[[${picture}]]`
      : `unpack(np.frombuffer(b64decode("${picture}"), np.uint8)[None])`;
  const move = `right=${pythonNumber(moves.right)}, down=${pythonNumber(moves.down)}, turn=${pythonNumber(moves.turn)}, invert=${moves.invert ? "True" : "False"}`;
  return `import numpy as np
from base64 import b64decode
from nnbasics import Adam, L2, Network, fit
from nnbasics.contributions import contributions
from nnbasics.datasets import cats_dogs, moved, split
from nnbasics.datasets.pictures import unpack

(X, Y), (X_test, Y_test) = split(*cats_dogs())
shown = Network(${sizes}, hidden="relu", output="sigmoid", seed=${seed})
epochs, threshold, penalty = ${epoch}, ${pythonNumber(threshold)}, ${penalty}
if epochs:
    history = fit(shown, X${rows}, Y${rows}, epochs=epochs, batch_size=${BATCH},
                  optimizer=Adam(${RATE}), penalty=penalty, validation=(X_test, Y_test), seed=${seed})

move = dict(${move})
x = moved(${chosen}, **move)
trace = shown.forward(x)
each, rest, z = contributions(shown, x)
print("for-dog", each[each > 0].sum())
print("for-cat", each[each < 0].sum())
print("rest", rest[0])
print("z", z[0])
print("probability", trace.activations[-1][0, 0])
${
  tested
    ? `
if epochs:
    print("loss", history.loss[-1])
    print("accuracy", history.accuracy[-1])
print("test-loss", shown.loss(X_test, Y_test))
print("test-accuracy", shown.accuracy(X_test, Y_test))
called, dog = shown.predict(X_test) > threshold, Y_test == 1
print("cats-called-cat", np.sum(~dog & ~called))
print("cats-called-dog", np.sum(~dog & called))
print("dogs-called-cat", np.sum(dog & ~called))
print("dogs-called-dog", np.sum(dog & called))
print("found", np.mean(called[dog]))
print("taken", np.mean(called[~dog]))
print("right", np.mean(called == dog))
`
    : ""
}${
  moved
    ? `print("right-when-moved", np.mean((shown.predict(moved(X_test, **move)) > threshold) == dog))
`
    : ""
}`;
}
