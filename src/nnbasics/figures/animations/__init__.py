"""The films of the book, one scene a file, each named like its image in the document.

A module here has one class, ``Scene``: see `nnbasics.figures.film`.  `tools/draw_images.py` turns
it into ``images/nn/<name>.mp4`` and its poster.  Some names begin with a digit, as in the document:
such a module is imported with ``importlib.import_module``.
"""
