"""A cache of their own, and a camera, for tests that draw."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.render.graphics import Graphics
from tests.sim.render.photographs import Camera
from tests.sim.small_world import SmallLibrary


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Nothing of these small worlds goes into the real cache."""
    folder = tmp_path_factory.getbasetemp() / "render-cache"
    monkeypatch.setenv("QIANCHE_CACHE", str(folder))
    yield folder


@pytest.fixture
def camera(graphics: Graphics) -> Iterator[Camera]:
    made = Camera(graphics, SmallLibrary())
    yield made
    made.close()
