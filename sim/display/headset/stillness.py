"""Python's collector of garbage kept from the frames: it stops everything for longer than a frame may take."""

from __future__ import annotations

import gc


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

    def put_aside(self) -> None:
        """Put aside everything there is, which takes no time, until it is tidied."""
        gc.freeze()

    def close(self) -> None:
        """Let Python collect by itself again."""
        gc.unfreeze()
        gc.enable()
