"""One graphics context for the pictures of a worker process, and the flag that renews what is kept."""

from __future__ import annotations

import pytest

from sim.render.graphics import Graphics


@pytest.fixture(scope="session")
def graphics() -> Graphics:
    return Graphics()


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether the pictures of this run are to be kept as the right ones."""
    return request.config.getoption("--renew-pictures")
