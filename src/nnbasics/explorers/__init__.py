"""Explorers: networks to touch, in the page and in the notebook.  A folder each."""
from .bump.explorer import BumpExplorer
from .digits.explorer import DigitExplorer
from .gates.explorer import GatesExplorer
from .hidden.explorer import HiddenLayerExplorer
from .neuron.explorer import NeuronExplorer
from .ranking.explorer import RankingExplorer
from .step.explorer import StepExplorer
from .untrained.explorer import UntrainedExplorer

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
