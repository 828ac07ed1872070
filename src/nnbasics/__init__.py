"""Neural network basics: a small neural network in NumPy, to be read.

    activations   a = f(z) and its slope              initializers  the weights to start from
    losses        how wrong, and the first delta      optimizers    from gradient to step
    layers        z = a W + b, one layer              penalties     a price on large weights
    network       layers, forward and backward        training      batches and epochs
    accuracy      how many are right                  history       how the training went
    checks        what comes in                       storage       a network in a file
                                                      datasets      what to learn from

Read them column by column; each opens with its idea.
"""
from nnbasics.network import Network
from nnbasics.optimizers import SGD, Adam, RMSProp
from nnbasics.penalties import L1, L2
from nnbasics.training import DivergenceError, Training, fit

__all__ = ["L1", "L2", "SGD", "Adam", "DivergenceError", "Network", "RMSProp", "Training", "fit"]
