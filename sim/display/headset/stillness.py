"""Python's collector of garbage kept from the frames: it stops everything for longer than a frame may take."""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache


class Stillness:
    """Collecting only when it is asked for. What is kept for long is put aside, so that asking costs little.

    Begun, nothing is collected by itself; frames make no cycles of objects that only the collector finds, which
    the benchmark of the headset watches. ``tidy`` wherever a picture may stand still for a moment.
    """

    def __init__(self) -> None:
        gc.disable()
        self.tidy()

    def tidy(self) -> None:
        """Collect now, what was put aside included, and put aside what is left."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        _give_back()

    def put_aside(self) -> None:
        """Put aside everything there is, without looking at it, until it is tidied."""
        gc.freeze()
        _give_back()

    def close(self) -> None:
        """Let Python collect by itself again."""
        gc.unfreeze()
        gc.enable()


def _give_back() -> None:
    """Hand freed memory back to the system. The C library of Linux keeps it, in pieces that the next place often
    does not fit into, so that a day of visits would take more and more; that of Windows gives it back by itself."""
    trim = _trimmer()
    if trim is not None:
        trim(0)


@cache
def _trimmer() -> ctypes._CFuncPtr | None:
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)  # no other C library than glibc has it
