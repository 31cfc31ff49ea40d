"""The mock runtime in the place of a headset's, for one test at a time, and the one graphics context."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.render.graphics import Graphics
from tests.xr.mock_build import mock_manifest
from tests.xr.mock_runtime import MockRuntime


@pytest.fixture(scope="session")
def graphics() -> Graphics:
    return Graphics()


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
