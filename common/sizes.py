"""Sizes of files and messages, as people say them."""

from __future__ import annotations

_STEP = 1024
_UNITS = ("B", "KB", "MB", "GB")


def shown_size(count: int) -> str:
    """A number of bytes, for example ``64 KB`` or ``1.5 MB``, counted as computers list their files.

    Rounded down: a limit that is said is one that holds.
    """
    unit = 0
    while count >= _STEP ** (unit + 1) and unit + 1 < len(_UNITS):
        unit += 1
    tenths = count * 10 // _STEP**unit
    return f"{tenths // 10:,}.{tenths % 10} {_UNITS[unit]}".replace(".0 ", " ")
