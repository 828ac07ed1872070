// What the explorer of slopes computes, without a screen: the loss over one weight, over two, the gradient by
// backpropagation, the finite difference, and the way down when two weights alone are trained.
//
//   const slopes = createSlopes(network, x, wanted)      one example; the network's parameters may be moved afterwards

import { backward, createGradients, createTrace, forward, lossOf } from "../../web/engine/network.js";

export function createSlopes(network, x, wanted) {
  const X = Float64Array.from(x),
    Y = Float64Array.from(wanted);
  const trace = createTrace(network, 1),
    gradients = createGradients(network, 1);
  const loss = () => {
    forward(network, X, 1, trace);
    return lossOf(network, trace, Y, 1);
  };
  // The parameters as they were, whatever `action` does to them.
  const leaving = (action) => {
    const kept = network.parameters.slice();
    const result = action(network.parameters);
    network.parameters.set(kept);
    return result;
  };

  return {
    loss,
    // d loss / d parameter, of all parameters at once.
    gradient() {
      loss();
      backward(network, trace, Y, 1, gradients);
      return gradients.flat;
    },
    along(place, values, out) {
      return leaving((parameters) => {
        for (let i = 0; i < values.length; i += 1) {
          parameters[place] = values[i];
          out[i] = loss();
        }
        return out;
      });
    },
    // grid: pairs (value of the first, value of the second).
    over([first, second], grid, out) {
      return leaving((parameters) => {
        for (let i = 0; i < out.length; i += 1) {
          parameters[first] = grid[2 * i];
          parameters[second] = grid[2 * i + 1];
          out[i] = loss();
        }
        return out;
      });
    },
    // (L(w + h) − L(w − h)) / 2h
    finiteDifference(place, h) {
      return leaving((parameters) => {
        const at = parameters[place];
        parameters[place] = at + h;
        const above = loss();
        parameters[place] = at - h;
        return (above - loss()) / (2 * h);
      });
    },
    // Gradient descent that moves two weights and holds all others: its points, flat, the start first.
    descend([first, second], learningRate, steps, out) {
      return leaving((parameters) => {
        for (let t = 0; t <= steps; t += 1) {
          out[2 * t] = parameters[first];
          out[2 * t + 1] = parameters[second];
          const slope = this.gradient();
          parameters[first] -= learningRate * slope[first];
          parameters[second] -= learningRate * slope[second];
        }
        return out;
      });
    },
  };
}
