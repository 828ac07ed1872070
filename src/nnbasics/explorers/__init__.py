"""Explorers: networks to touch, in the page and in the notebook."""
from .bump import BumpExplorer
from .digits import DigitExplorer
from .gates import GatesExplorer
from .hidden import HiddenLayerExplorer
from .neuron import NeuronExplorer
from .ranking import RankingExplorer
from .step import StepExplorer
from .untrained import UntrainedExplorer

__all__ = [
    "BumpExplorer",
    "DigitExplorer",
    "GatesExplorer",
    "HiddenLayerExplorer",
    "NeuronExplorer",
    "RankingExplorer",
    "StepExplorer",
    "UntrainedExplorer",
]
