// Penalties: a price on large weights, added to the loss while training; biases are free.
// Same rules as nnbasics.penalties.  Introduced in chapter 6, "So, how to have a better model?".
//
//     l1: cost = strength sum |w|,  slope = strength sign(w)
//     l2: cost = strength sum w^2,  slope = 2 strength w
import { checkMade, checkName, checkNetwork, checkPositive } from "./checks.js";

export const PENALTIES = ["l1", "l2"];

export function createPenalty(name, strength) {
  checkName("penalty", name, PENALTIES);
  checkPositive("strength", strength);
  return { name, strength };
}

export function checkPenalty(penalty) {
  checkMade("penalty", penalty, "one of createPenalty", penalty?.strength > 0);
}

// What all weights of the network cost, to be added to its loss.
export function penaltyCost(penalty, network) {
  checkPenalty(penalty);
  checkNetwork(network);
  const { name, strength } = penalty;
  let sum = 0;
  for (let l = 0; l < network.weights.length; l++) {
    const w = network.weights[l];
    for (let i = 0; i < w.length; i++) sum += name === "l1" ? Math.abs(w[i]) : w[i] * w[i];
  }
  return strength * sum;
}

// gradient of a weight <- gradient + slope of its price
export function addPenalty(penalty, network, gradients) {
  checkPenalty(penalty);
  const { name, strength } = penalty;
  for (let l = 0; l < network.weights.length; l++) {
    const w = network.weights[l],
      g = gradients.weights[l];
    for (let i = 0; i < w.length; i++) {
      g[i] += strength * (name === "l1" ? Math.sign(w[i]) : 2 * w[i]);
    }
  }
}
