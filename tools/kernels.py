"""Where the kernels of a build and of its tests listen: on files of their own, where a system has them.

Jupyter looks for free TCP ports, lets go of them and names them to a kernel that takes them a second later.
On a busy machine another program has one of them by then, and the kernel dies before it has answered once.
"""

import os
from tempfile import gettempdir
from uuid import uuid4

from traitlets.config import Config


def sockets():
    """Settings for a kernel manager of `jupyter_client`, others in each call; it removes the files."""
    if os.name == "nt":
        return Config()
    # The path of a socket has a hundred characters at most, so it is not in the folder of whoever asks.
    return Config(KernelManager={"transport": "ipc", "ip": f"{gettempdir()}/kernel-{uuid4().hex[:12]}"})
