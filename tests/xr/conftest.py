"""The mock runtime in the place of a headset's, for one test at a time, and the one graphics context."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from sim.render.graphics import Graphics
from sim.xr.headset import Headset, Wish
from tests.xr.mock_build import mock_manifest
from tests.xr.mock_runtime import MockRuntime
from tests.xr.painted import Painted, frames

WINDOWED = "QIANCHE_TEST_WINDOWED"
"""Set in the environment: the context is that of a window, through GLX, instead of EGL's without a screen."""


@pytest.fixture(scope="session")
def graphics() -> Iterator[Graphics]:
    made = Graphics(windowed=WINDOWED in os.environ)
    yield made
    made.close()


@pytest.fixture(scope="session")
def built_runtime() -> MockRuntime:
    return MockRuntime(mock_manifest())


@pytest.fixture
def runtime(built_runtime: MockRuntime, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockRuntime]:
    """Every test leaves it without a violation and without a living handle."""
    monkeypatch.setenv("XR_RUNTIME_JSON", str(built_runtime.manifest))
    built_runtime.reset()
    yield built_runtime
    assert built_runtime.violations == []
    assert built_runtime.alive == {}


@pytest.fixture
def open_headset(runtime: MockRuntime, graphics: Graphics) -> Iterator[Callable[..., Headset]]:
    """Opens headsets that are closed in the end, also where a test fails: a process has one at a time."""
    opened: list[Headset] = []

    def open_one(wish: Wish | None = None) -> Headset:
        opened.append(Headset.open(graphics, wish))
        return opened[-1]

    yield open_one
    for headset in opened:
        headset.close()


@pytest.fixture
def headset(open_headset: Callable[..., Headset]) -> Headset:
    """It is worn, and has the focus with the next frame."""
    opened = open_headset()
    frames(opened, 3)
    return opened


@pytest.fixture
def paint(graphics: Graphics) -> Iterator[Callable[[tuple[int, int]], Painted]]:
    made: list[Painted] = []

    def paint_one(size: tuple[int, int]) -> Painted:
        made.append(Painted(graphics, size))
        return made[-1]

    yield paint_one
    for each in made:
        each.remove()
