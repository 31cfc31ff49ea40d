"""A van of a test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.van.van_process import VanProcess


@pytest.fixture
def van(tmp_path: Path) -> Iterator[VanProcess]:
    """A van that is not started yet; ended when the test is over."""
    process = VanProcess(tmp_path / "data")
    yield process
    process.kill()
