"""Figures in Matplotlib, from the numbers of a real network.

`style` is the look, `network_drawing` draws neurons and edges, `plane` two classes and the
probability between them, `curve` a function with a marked point; `animations` holds the films of
the book, one scene a file.  Each module imports what it draws with, so that a figure depends on
nothing it does not show.
"""
