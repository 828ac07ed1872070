"""Property tests try the same examples every time, and none of them fails for being slow."""

from hypothesis import settings

settings.register_profile("core", derandomize=True, deadline=None)
settings.load_profile("core")
