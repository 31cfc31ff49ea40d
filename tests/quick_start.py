"""Processes of the product that begin at once: what each imports was imported before, once for all of them.

Where a process cannot be forked (Windows), each begins from nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.process import BaseProcess

PROGRAM = ["qianche.cli", "qianche.van", "uvicorn", "tests.kept_for_good"]
_context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
if _context.get_start_method() == "forkserver":
    _context.set_forkserver_preload(PROGRAM)


def begun(target: Callable[..., None], *arguments: object, from_nothing: bool = False) -> BaseProcess:
    """A running process of ``target``, a function of a module, with these arguments.

    ``from_nothing`` lets it import all by itself, as outside of the tests.
    """
    context = get_context("spawn") if from_nothing else _context
    process = context.Process(target=_run, args=(target, arguments))
    process.start()
    return process


def _run(target: Callable[..., None], arguments: tuple[object, ...]) -> None:
    for name in [name for name in os.environ if name.startswith("PYTEST")]:
        del os.environ[name]  # NiceGUI serves differently where it sees a test
    target(*arguments)
