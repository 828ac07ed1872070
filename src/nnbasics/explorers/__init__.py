"""Explorers: networks to touch, in the page and in the notebook.  A folder each."""
from .approximate.explorer import ApproximateExplorer
from .bump.explorer import BumpExplorer
from .collapse.explorer import CollapseExplorer
from .curves.explorer import CurvesExplorer
from .depth.explorer import DepthExplorer
from .digits.explorer import DigitExplorer
from .dying.explorer import DyingExplorer
from .gates.explorer import GatesExplorer
from .hidden.explorer import HiddenLayerExplorer
from .ledger.explorer import LedgerExplorer
from .levers.explorer import LeversExplorer
from .neuron.explorer import NeuronExplorer
from .outputs.explorer import OutputsExplorer
from .paths.explorer import PathsExplorer
from .pets.explorer import PetsExplorer
from .ranking.explorer import RankingExplorer
from .saturated.explorer import SaturatedExplorer
from .slope.explorer import SlopeExplorer
from .softmax.explorer import SoftmaxExplorer
from .spiking.explorer import SpikingExplorer
from .step.explorer import StepExplorer
from .stepper.explorer import StepperExplorer
from .surprise.explorer import SurpriseExplorer
from .time_travel.explorer import TimeTravelExplorer
from .untrained.explorer import UntrainedExplorer

__all__ = [
    "ApproximateExplorer",
    "BumpExplorer",
    "CollapseExplorer",
    "CurvesExplorer",
    "DepthExplorer",
    "DigitExplorer",
    "DyingExplorer",
    "GatesExplorer",
    "HiddenLayerExplorer",
    "LedgerExplorer",
    "LeversExplorer",
    "NeuronExplorer",
    "OutputsExplorer",
    "PathsExplorer",
    "PetsExplorer",
    "RankingExplorer",
    "SaturatedExplorer",
    "SlopeExplorer",
    "SoftmaxExplorer",
    "SpikingExplorer",
    "StepExplorer",
    "StepperExplorer",
    "SurpriseExplorer",
    "TimeTravelExplorer",
    "UntrainedExplorer",
]
