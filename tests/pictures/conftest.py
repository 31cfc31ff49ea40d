"""One graphics context for the pictures of a worker process, and the flag that renews what is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assets.props_cache import place_of, prop_model
from sim.render.graphics import Graphics


@pytest.fixture(scope="session")
def graphics() -> Graphics:
    return Graphics()


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether the pictures of this run are to be kept as the right ones."""
    return request.config.getoption("--renew-pictures")


@pytest.fixture(autouse=True)
def one_place_in_memory() -> Iterator[None]:
    """Thirty places and their props at once are gigabytes."""
    yield
    place_of.cache_clear()
    prop_model.cache_clear()
