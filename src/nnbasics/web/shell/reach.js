// How far a slider goes: to a round number somewhat beyond the largest that it must show.

const ROUND = [1, 1.5, 2, 3, 5, 8, 10]; // times a power of ten

export function reachFor(numbers, least = 1) {
  const size = 1.2 * numbers.reduce((most, value) => Math.max(most, Math.abs(value)), least / 1.2);
  const magnitude = 10 ** Math.floor(Math.log10(size));
  const round = ROUND.find((each) => each * magnitude >= size - 1e-9) ?? 10;
  return Number((round * magnitude).toPrecision(3));
}
