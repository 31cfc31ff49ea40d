"""The proofs of a draft, in a process of their own, each told as soon as it is there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import scenarios
from common.text import Lang
from scenarios import LoadedScenario
from scoring import score

if TYPE_CHECKING:
    from sim.check import CheckResult

Message = dict[str, Any]


async def proofs(pool: ProcessPoolExecutor, path: Path) -> AsyncIterator[tuple[CheckResult, int]]:
    """The result of each check of the file at ``path``, and how many there will be.

    Raises:
        DataError: the file has faults.
    """
    loaded = await asyncio.to_thread(scenarios.load, path)
    count = await asyncio.wrap_future(pool.submit(_check_count))
    for number in range(count):
        running = pool.submit(_check, str(path), loaded.hash, number)
        yield await asyncio.wrap_future(running), count


def proof_told(result: CheckResult, lang: Lang) -> Message:
    """A result as the page shows it."""
    return {
        "check": result.check,
        "title": getattr(result.title, lang),
        "passed": result.passed,
        "findings": [{"line": each.line, "text": getattr(each.text, lang)} for each in result.findings],
    }


# What follows runs in a process of the pool: the checks bring the whole world along, without which the van starts.


def _check_count() -> int:
    from sim.check import CHECKS, CHECKS_IN_THE_WORLD

    return len(CHECKS) + len(CHECKS_IN_THE_WORLD)


def _check(path: str, content: str, number: int) -> CheckResult:
    """One check; the process keeps what it has loaded for the next."""
    from sim.check import CHECKS, CHECKS_IN_THE_WORLD, CheckContext

    return (*CHECKS, *CHECKS_IN_THE_WORLD)[number](CheckContext(_loaded(path, content), score))


@cache
def _loaded(path: str, content: str) -> LoadedScenario:
    return scenarios.load(Path(path))
