"""Embree's device: one for all scenes of a process.

A scene would make one of its own, and each takes one of the thousand thread-local keys that a process has
(``PTHREAD_KEYS_MAX``): one more than there are left ends the process.
"""

from __future__ import annotations

import os
from functools import cache

from embreex.rtcore import EmbreeDevice
from embreex.rtcore_scene import EmbreeScene


def new_scene() -> EmbreeScene:
    """An empty scene that triangles can be added to."""
    return EmbreeScene(_device(os.getpid()))


@cache
def _device(_process: int) -> EmbreeDevice:
    """Not another process's: its threads are not here."""
    return EmbreeDevice()
