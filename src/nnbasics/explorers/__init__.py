"""Explorers: networks to touch, in the page and in the notebook."""
from .digits import DigitExplorer
from .hidden import HiddenLayerExplorer
from .neuron import NeuronExplorer
from .ranking import RankingExplorer
from .step import StepExplorer
from .untrained import UntrainedExplorer

__all__ = [
    "DigitExplorer",
    "HiddenLayerExplorer",
    "NeuronExplorer",
    "RankingExplorer",
    "StepExplorer",
    "UntrainedExplorer",
]
