"""A training done over again in the page: play it, go back in it, branch off another way (chapter 6)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, made_by, whole
from nnbasics.explorers.controls import group, whole_slider
from nnbasics.explorers.digit_images import check_digits, ink
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.recipe import Recipe
from nnbasics.explorers.time_travel.picture import travel_png
from nnbasics.explorers.view import View, late_bytes
from nnbasics.figures.style import number


class TimeTravelView(View):
    epoch = traitlets.Int(0).tag(sync=True)
    # Epoch, optimizer, rate, batch size, seed; or empty.
    branch_a = traitlets.List(traitlets.Float()).tag(sync=True)
    branch_b = traitlets.List(traitlets.Float()).tag(sync=True)
    epochs = traitlets.Int().tag(sync=True)
    recipe = traitlets.Dict().tag(sync=True)
    images = late_bytes()  # digits to learn from, a byte a pixel
    kinds = late_bytes()  # what they are, a byte each
    test_images = late_bytes()
    test_kinds = late_bytes()


class TimeTravelExplorer(Explorer):
    """Loss, accuracy, weights, answers and mistakes of a network after every epoch of its training.

    X, labels, X_test, labels_test: digits to learn from and to test with, as in `DigitExplorer`.
    recipe: the training, which the page does over again; nothing of it is shipped.
    epochs: how long it goes on.  epoch: where the cursor stands at first.

    ``explorer.network`` is the network of the recipe at the cursor, ``explorer.losses()`` its curves.
    Introduced in chapter 6, "Let's propagate Forward and Backward ... with many epochs".
    """

    @arguments(recipe=made_by(Recipe), epochs=whole(1, 200))
    def __init__(self, X, labels, X_test, labels_test, *, recipe=Recipe(), epochs=30, epoch=0):
        self.train = check_digits(X, labels)
        self.test = check_digits(X_test, labels_test, ("X_test", "labels_test"))
        epoch = whole(0, epochs)("epoch", epoch)
        self.recipe, self._snapshots = recipe, None
        (train, kinds), (test, test_kinds) = self.train, self.test
        view = TimeTravelView(
            epoch=epoch, epochs=epochs, recipe=recipe.traits(),
            images=ink(train).tobytes(), kinds=kinds.astype(np.uint8).tobytes(),
            test_images=ink(test).tobytes(), test_kinds=test_kinds.astype(np.uint8).tobytes(),
        )
        super().__init__(view,
                         [group("Where in the training", whole_slider(view, "epoch", "epoch", 0, epochs))])

    @property
    def network(self):
        """The network of the recipe at the epoch of the cursor; changing it changes nothing there."""
        return self.snapshots[self.view.epoch].copy()

    @property
    def snapshots(self):
        """The network after every epoch, a list."""
        if self._snapshots is None:
            self._snapshots = self.recipe.snapshots(*self.train, self.view.epochs)
        return self._snapshots

    def losses(self):
        """The loss after every epoch: on training digits and on test digits, two lists."""
        return [[network.loss(*part) for network in self.snapshots] for part in (self.train, self.test)]

    def describe(self):
        losses, test_losses = self.losses()
        last, now = self.view.epochs, self.network
        return (
            f"A network that reads digits, trained for {last} epochs. On the {len(self.train[0])} digits "
            f"that it learns from its loss falls from {number(losses[0])} to {number(losses[-1])}, on "
            f"{len(self.test[0])} test digits from {number(test_losses[0])} to {number(test_losses[-1])}, "
            f"and it is lowest after epoch {int(np.argmin(test_losses))}. After epoch {self.view.epoch} it "
            f"reads {number(100 * now.accuracy(*self.test))} % of the test digits right."
        )

    def picture(self):
        return travel_png(self.losses(), self.view.epoch, self.network, self.test)
