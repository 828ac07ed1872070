"""The picture of the explorer's first state: what the network sees, and which pixels argued."""
from nnbasics.explorers.picture import small_png
from nnbasics.figures.silhouettes import gray, place, signed
from nnbasics.figures.style import TEXT, canvas, points, theme

SIZE = (784, 330)


def pets_png(picture, argument) -> bytes:
    """Both as a PNG; each of shape (784,)."""
    with theme("light"):
        figure, page = canvas(SIZE)
        for image, left, words in ((gray(picture), 84, "what the network sees"),
                                   (signed(argument), 420,
                                    "which pixels argued: blue for dog, orange for cat")):
            place(page, image, (left, 20, left + 280, 300))
            page.text(left + 140, 312, words, ha="center", va="center_baseline", fontsize=points(TEXT))
        page.set(xlim=(0, SIZE[0]), ylim=(0, SIZE[1]))
        return small_png(figure)
