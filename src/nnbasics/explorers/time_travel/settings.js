// What a branch can be trained with, and what the engine, the page and Python call it.  A branch is kept in a
// trait as five numbers: the epoch that it leaves from, its optimizer, learning rate, batch size and seed.

export const OPTIMIZER_CHOICES = [
  { key: "sgd", label: "SGD", engine: "sgd", options: {}, python: (rate) => `SGD(${rate})` },
  {
    key: "momentum",
    label: "SGD with momentum",
    engine: "sgd",
    options: { momentum: 0.9 },
    python: (rate) => `SGD(${rate}, momentum=0.9)`,
  },
  { key: "rmsprop", label: "RMSProp", engine: "rmsprop", options: {}, python: (rate) => `RMSProp(${rate})` },
  { key: "adam", label: "Adam", engine: "adam", options: {}, python: (rate) => `Adam(${rate})` },
];
export const RATES = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 10, 1e200];
export const BATCH_SIZES = [1, 10, 100];

export function optimizerOf(key, learningRate) {
  const { engine, options } = OPTIMIZER_CHOICES.find((one) => one.key === key);
  return { name: engine, options: { ...options, learningRate } };
}

export function branchOf([at, optimizer, rate, batchSize, seed]) {
  return { at, ...OPTIMIZER_CHOICES[optimizer], rate, batchSize, seed };
}

// Why a training went wrong, in words; nothing if it did not.  before: the loss that it should not end above.
export function troubleOf(journey, before) {
  const last = journey.moments.at(-1);
  const hidden = journey.network.sizes.slice(1, -1).reduce((sum, size) => sum + size, 0);
  const why =
    "A step follows the slope where it starts; one so long lands where the slope is another, and steeper.";
  if (journey.ending) return `diverged: ${journey.ending}. It was caught before a weight was lost. ${why}`;
  if (!(last.loss > before)) return undefined;
  const told = `diverged: the steps are too long, and the loss ends higher than where the branch began. ${why}`;
  if (last.dead <= hidden / 2) return told;
  return (
    `${told} ${last.dead} of ${hidden} hidden neurons say 0 to every test digit: where a ReLU says 0 its slope is 0 ` +
    "too, so nothing leads back."
  );
}
