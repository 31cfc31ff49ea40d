"""The proofs of a draft, in a process of their own, each told as soon as it is there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import scenarios
from common.text import Lang
from scenarios import LoadedScenario
from scoring import score
from sim.check import CHECKS, CHECKS_IN_THE_WORLD, CheckContext, CheckResult

Message = dict[str, Any]
EVERY_CHECK = (*CHECKS, *CHECKS_IN_THE_WORLD)


async def proofs(pool: ProcessPoolExecutor, path: Path) -> AsyncIterator[tuple[CheckResult, int]]:
    """The result of each check of the file at ``path``, and how many there will be.

    Raises:
        DataError: the file has faults.
    """
    loaded = await asyncio.to_thread(scenarios.load, path)
    for number in range(len(EVERY_CHECK)):
        running = pool.submit(_check, str(path), loaded.hash, number)
        yield await asyncio.wrap_future(running), len(EVERY_CHECK)


def proof_told(result: CheckResult, lang: Lang) -> Message:
    """A result as the page shows it."""
    return {
        "check": result.check,
        "title": getattr(result.title, lang),
        "passed": result.passed,
        "findings": [{"line": each.line, "text": getattr(each.text, lang)} for each in result.findings],
    }


def _check(path: str, content: str, number: int) -> CheckResult:
    """Runs in a process of the pool, which keeps what it has loaded for the next check."""
    return EVERY_CHECK[number](CheckContext(_loaded(path, content), score))


@cache
def _loaded(path: str, content: str) -> LoadedScenario:
    return scenarios.load(Path(path))
