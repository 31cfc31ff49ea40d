"""Stores that were filled once and wait in the cache folder; each run works on a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path


def prepared(folder: Path, prepare: Callable[[Path], None]) -> Path:
    """``folder``, made by ``prepare`` where it is not there: whole or not at all."""
    if not folder.exists():
        part = folder.with_name(folder.name + ".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        prepare(part)
        part.rename(folder)
    return folder
