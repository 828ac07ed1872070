"""Explorers: networks to touch, in the page and in the notebook.  A folder each."""
from nnbasics.explorers.approximate.explorer import ApproximateExplorer
from nnbasics.explorers.bump.explorer import BumpExplorer
from nnbasics.explorers.collapse.explorer import CollapseExplorer
from nnbasics.explorers.curves.explorer import CurvesExplorer
from nnbasics.explorers.depth.explorer import DepthExplorer
from nnbasics.explorers.digits.explorer import DigitExplorer
from nnbasics.explorers.dying.explorer import DyingExplorer
from nnbasics.explorers.gates.explorer import GatesExplorer
from nnbasics.explorers.hidden.explorer import HiddenLayerExplorer
from nnbasics.explorers.ledger.explorer import LedgerExplorer
from nnbasics.explorers.levers.explorer import LeversExplorer
from nnbasics.explorers.neuron.explorer import NeuronExplorer
from nnbasics.explorers.outputs.explorer import OutputsExplorer
from nnbasics.explorers.paths.explorer import PathsExplorer
from nnbasics.explorers.pets.explorer import PetsExplorer
from nnbasics.explorers.ranking.explorer import RankingExplorer
from nnbasics.explorers.saturated.explorer import SaturatedExplorer
from nnbasics.explorers.slope.explorer import SlopeExplorer
from nnbasics.explorers.softmax.explorer import SoftmaxExplorer
from nnbasics.explorers.spiking.explorer import SpikingExplorer
from nnbasics.explorers.step.explorer import StepExplorer
from nnbasics.explorers.stepper.explorer import StepperExplorer
from nnbasics.explorers.surprise.explorer import SurpriseExplorer
from nnbasics.explorers.time_travel.explorer import TimeTravelExplorer
from nnbasics.explorers.untrained.explorer import UntrainedExplorer

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
