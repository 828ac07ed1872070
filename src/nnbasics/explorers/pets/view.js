// Explorer of chapter 7: a network learns cats from dogs in the page, answers for any picture, and shows its mistakes.
//
// Its state is the settings and the epoch that is wanted: what has not been trained yet is trained, from the same seed.

import { readPalette } from "../../web/draw/encoding.js";
import { base64Of } from "../../web/digits/data.js";
import { createTrace, forward } from "../../web/engine/network.js";
import { createCatchUp } from "../../web/shell/catch_up.js";
import { createFrame } from "../../web/shell/frame.js";
import { listen } from "../../web/shell/listen.js";
import { createTransport } from "../../web/shell/transport.js";
import { argumentOf } from "./argument.js";
import { pythonCode } from "./code.js";
import { createCourse, createPetNetwork } from "./course.js";
import { confusionOf, ratesOf, tradeOf } from "./decisions.js";
import { createLatePictures } from "./late_pictures.js";
import { createPanels } from "./panels.js";
import { bytesOf, createMover, pack, PIXELS, unpack } from "./pictures.js";
import { keepOrder } from "./order.js";
import { createSweep } from "./sweep.js";

const MOST_EPOCHS = 40;
const SETTINGS = ["hidden", "l2", "learned", "seed"];
const MOVES = ["right", "down", "turn", "invert"];
const STILL = { right: 0, down: 0, turn: 0, invert: 0 };

function render({ model, el }) {
  const { buffer, byteOffset } = model.get("labels");
  const labels = [...new Uint8Array(buffer, byteOffset, model.get("test_size"))];
  const settings = () => ({
    hidden: model.get("hidden_sizes")[model.get("hidden")],
    l2: model.get("l2"),
    learned: model.get("learned_sizes")[model.get("learned")],
    seed: model.get("seed"),
  });
  let course, before, key, network, wantsOne;
  const one = new Float64Array(PIXELS);
  const sweep = createSweep(() => frame.repaint());
  const pictures = createLatePictures(model, {
    tested: labels.length,
    onCome() {
      begin();
      if (wantsOne) course.step();
      transport.refresh();
      frame.repaint();
    },
  });
  const catchUp = createCatchUp(el, {
    step() {
      if (!course) pictures.fetch();
      else course.step();
      return Boolean(course);
    },
    show() {
      transport.refresh();
      frame.repaint();
    },
  });

  const frame = createFrame(model, el, {
    name: "pets",
    traits: [...SETTINGS, ...MOVES, "epoch", "picture", "shown", "drawing", "threshold"],
    paint,
    code: () => {
      const shown = model.get("shown");
      return pythonCode({
        ...settings(),
        all: model.get("train_size"),
        epoch: epochShown(),
        picture: shown < 0 ? model.get("drawing") : shown,
        moves: moves(),
        threshold: model.get("threshold"),
        tested: Boolean(course),
        moved: !Number.isNaN(sweep.right),
      });
    },
  });
  const { set } = frame;
  const panels = createPanels({
    epochs: MOST_EPOCHS,
    pictureAt: pictures.at,
    onPick: (shown) => set({ shown }),
    onScrub: (epoch) => {
      transport.stop();
      set({ epoch });
    },
    onPaint: (pixels) => set({ drawing: base64Of(pack(pixels)), shown: -1, ...STILL }),
  });
  const transport = createTransport({
    label: "Train",
    unit: "step",
    speed: Infinity,
    step: () => {
      if (!course) return void pictures.fetch(); // the pictures are on their way
      catchUp.stop();
      if (course.snapshots.length > MOST_EPOCHS) return `${MOST_EPOCHS} epochs are enough`;
      course.step();
    },
    show: () => {
      if (!course) wantsOne = !transport.running;
      else set({ epoch: course.snapshots.length - 1 });
      frame.repaint();
    },
    rewind: () => {
      begin();
      set({ epoch: 0 });
    },
    at: () => course?.steps ?? 0,
  });
  frame.stage.append(...panels.stage);
  frame.time.append(transport.element);
  frame.numbers.append(...panels.numbers);
  frame.numbers.after(panels.mistakes);
  frame.numbers.classList.add("nn-before-controls");
  const moves = () => Object.fromEntries(MOVES.map((trait) => [trait, model.get(trait)]));
  const order = keepOrder(el, panels.stage.at(-1), frame.numbers);
  const stopListening = listen(model, {
    "change:picture": () => set({ shown: model.get("picture"), ...STILL }),
  });

  function begin() {
    const { learned, ...rest } = settings();
    if (course?.snapshots.length > 2) before = course.snapshots;
    course = createCourse({
      ...rest,
      test: pictures.data.test,
      learn: { ...pictures.data.learn, n: learned },
    });
  }

  function epochShown() {
    return course ? Math.min(model.get("epoch"), course.snapshots.length - 1) : 0;
  }

  function paint() {
    const palette = readPalette(el),
      now = settings(),
      wanted = JSON.stringify(now);
    if (wanted !== key) {
      key = wanted;
      network = createPetNetwork(PIXELS, now.hidden, now.seed);
      if (course) begin();
    }
    catchUp.while(() => !transport.running && model.get("epoch") > epochShown());
    const epoch = epochShown(),
      snapshot = course?.snapshots[epoch],
      threshold = model.get("threshold"),
      shown = model.get("shown");
    if (course) network.parameters.set(snapshot.parameters);
    const picture = shown < 0 ? unpack(bytesOf(model.get("drawing"))) : pictures.at(shown);
    if (!picture) {
      pictures.fetch();
      return "The picture is being fetched.";
    }
    const move = createMover(moves());
    move(picture, one, 1);
    const trace = createTrace(network, 1);
    const [probability] = forward(network, one, 1, trace);
    const counts = snapshot && confusionOf(snapshot.outputs, labels, threshold);
    const idle = course && !transport.running && model.get("epoch") === epoch;
    sweep.ask(
      idle ? JSON.stringify([key, epoch, moves(), threshold]) : undefined,
      idle && { network, move, test: pictures.data.test, threshold },
    );
    return panels.update({
      palette,
      picture: one,
      argument: argumentOf(network, trace),
      probability,
      threshold,
      shown,
      label: labels[shown],
      moved: MOVES.some((trait) => model.get(trait) !== 0),
      labels,
      epoch,
      snapshots: course?.snapshots ?? [],
      before,
      snapshot,
      settings: now,
      all: model.get("train_size"),
      outputs: snapshot?.outputs,
      rates: counts && ratesOf(counts),
      points: snapshot && tradeOf(snapshot.outputs, labels),
      rightWhenMoved: sweep.right,
    });
  }

  return () => {
    stopListening();
    catchUp.stop();
    sweep.close();
    order.disconnect();
    transport.close();
    frame.close();
  };
}

export default { render };
