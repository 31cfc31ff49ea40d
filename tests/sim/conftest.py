"""One graphics context for all tests of a process that draw: Panda3D has one per process."""

from __future__ import annotations

import pytest

from sim.render.graphics import Graphics


@pytest.fixture(scope="session")
def graphics() -> Graphics:
    return Graphics()
