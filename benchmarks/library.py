"""The whole library built from nothing, beside the limit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.figures import Effort, Figure, Spread, Tell, limit

LIMIT_S = 300.0


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Seconds of ``qianche assets build`` with an empty cache; once, since it takes minutes."""
    with TemporaryDirectory(dir=effort.folder) as folder:
        began = perf_counter()
        command = [sys.executable, "-c", "from qianche.cli import main; main()", "assets", "build"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ, QIANCHE_CACHE=folder))
        seconds = perf_counter() - began
    yield Figure("library.build", "", "s", Spread((seconds,)), limit("library_limit", LIMIT_S))
