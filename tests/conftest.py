"""The order of the suite: what takes longest begins first, so that no worker waits at the end."""

from __future__ import annotations

import gc
import os
import sys

# Hundreds of processes begin in these tests: what one of them compiles is kept for the others, whatever the shell says.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
gc.set_threshold(20_000, 20, 50)  # modules and thousands of tests come, and stay

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

# A busy machine is no fault of what is tested.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

LONGEST_FIRST = (
    "van/test_kill",
    "kiosk/test_pages",
    "pictures/test_sets",
    "qianche/test_proofs",
    "van/",
    "sim/display",
    "sim/render",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-pictures", action="store_true", help="keep the pictures of this run as the right ones")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Stable: within a file the order stays as it is written."""

    def rank(item: pytest.Item) -> int:
        return next((k for k, part in enumerate(LONGEST_FIRST) if f"tests/{part}" in item.nodeid), len(LONGEST_FIRST))

    items.sort(key=rank)


def pytest_collection_finish() -> None:
    """What was collected stays until the end: the collector of garbage need not go through it with every test."""
    gc.freeze()
