"""What the films have in common: a scene, and the steps that it goes through."""

FPS = 30
# A phone shows a film 328 pixels wide: type of 21 is then at least 12 high, which can be read.
WIDTH, TEXT = 560, 21
TYPE = (20.5, TEXT)  # the smallest and the usual, for `NetworkDrawing`


class Timeline:
    """Named steps and the pauses between them, one after another.

    ``Timeline(("arrive", 0.4), 1.0, ("sum", 0.3))`` lets "arrive" go on for 0.4 seconds, rests for
    one second, and so on.
    """

    def __init__(self, *steps, fps=FPS):
        self.fps, self.spans, clock = fps, {}, 0.0
        for step in steps:
            name, seconds = step if isinstance(step, tuple) else (None, step)
            if name in self.spans:
                raise ValueError(f"each step has a name of its own, got {name!r} twice")
            if name is not None:
                self.spans[name] = (round(clock * fps), round((clock + seconds) * fps))
            clock += seconds
        self.frames = round(clock * fps)

    def progress(self, name, frame):
        """How far the step has come at this frame, from 0 to 1, gently started and stopped."""
        start, end = self.spans[name]
        share = min(max((frame - start) / (end - start), 0.0), 1.0)
        return share * share * (3 - 2 * share)

    def latest(self, frame):
        """The step begun last, and its progress; (None, 0.0) before the first."""
        begun = [name for name, (start, _) in self.spans.items() if frame > start]
        return (begun[-1], self.progress(begun[-1], frame)) if begun else (None, 0.0)

    def end(self, name):
        """The frame at which the step is done."""
        return self.spans[name][1]

    def done(self, frame):
        """The progress of all steps, by name."""
        return {name: self.progress(name, frame) for name in self.spans}

    def state(self, frame):
        """The same without names: two frames of the same state show the same picture."""
        return tuple(self.done(frame).values())


class Scene:
    """One film.  A scene makes its data, then its artists; `update` only moves these.

    title : what the film is about, in a few words.
    figure : the Matplotlib figure it is drawn in.
    timeline : its steps.
    scale : dots of the film per pixel of the page; drawings full of fine lines get large with 2.
    poster : the frame that stands for the film in print and before it plays.
    description : the film in words, for those who do not see it; its numbers are the film's own.
    """

    title = description = ""
    figure = timeline = None
    scale, poster = 2, 0

    def update(self, frame):
        """Move the artists to their places in this frame, whichever frame was drawn before."""
        raise NotImplementedError
