"""Explorers: networks to touch, in the page and in the notebook."""
from .neuron import NeuronExplorer
from .step import StepExplorer

__all__ = ["NeuronExplorer", "StepExplorer"]
