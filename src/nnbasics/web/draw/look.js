// The numbers of look.json, for scripts; written by tools/write_look.py, and a test compares them.

export const LOOK = {
  strokes: {
    fine: 0.75,
    hair: 1,
    outline: 1.5,
    line: 1.75,
    edge: 2,
    curve: 2.5,
    strong: 3.5,
    halo: 4,
    "edge-min": 0.5,
    "edge-max": 9,
    "dense-max": 3,
    grip: 20,
  },
  dashes: { negative: [7, 4], drop: [2, 4], guide: [6, 4] },
  radii: { neuron: 20, bead: 7, point: 4, dot: 5.5, cursor: 5, panel: 8 },
  shares: { gap: 0.42, bead: 0.38, pulse: 0.14, "pulse-width": 1.6, faint: 0.12, quiet: 0.15 },
  ranges: { activation: 1, parameter: 0.1 },
  durations: { travel: 350, rest: 500, speak: 700, said: 2000 },
};
