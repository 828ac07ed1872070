"""The history of a training: what every epoch gave, to be plotted and compared.

Introduced in chapter 6, "Let's propagate Forward and Backward ... with many epochs".
"""
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Epoch(NamedTuple):
    """What one pass through the examples gave; None where it was not asked for or makes no sense.

    loss, accuracy: of every example, measured just before the step that learned from it.
    validation_loss, validation_accuracy: measured at the end of the epoch.
    Introduced in chapter 6, "Let's propagate Forward and Backward ... with many epochs".
    """

    number: int
    network: Any
    loss: float
    accuracy: float | None
    validation_loss: float | None
    validation_accuracy: float | None


@dataclass
class History:
    """How a training went: one number per epoch in each list, empty where it was not measured.

    loss, accuracy, validation_loss, validation_accuracy: as in `Epoch`; accuracy is for classes.
    snapshots: copies of the network, by epoch; epoch 0 is the network before training.
    Introduced in chapter 6, "Let's propagate Forward and Backward ... with many epochs".
    """

    loss: list[float] = field(default_factory=list)
    accuracy: list[float] = field(default_factory=list)
    validation_loss: list[float] = field(default_factory=list)
    validation_accuracy: list[float] = field(default_factory=list)
    snapshots: dict[int, Any] = field(default_factory=dict)

    def append(self, epoch):
        for name in ("loss", "accuracy", "validation_loss", "validation_accuracy"):
            if getattr(epoch, name) is not None:
                getattr(self, name).append(getattr(epoch, name))

    def __repr__(self):
        ends = "".join(f", {name} {values[0]:.3g} → {values[-1]:.3g}"
                       for name, values in vars(self).items() if values and name != "snapshots")
        return f"History({len(self.loss)} epochs{ends}, {len(self.snapshots)} snapshots)"
