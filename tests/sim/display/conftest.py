"""A cache of their own for displays, and a scenario file of boxes under registered names."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def display_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.getbasetemp() / "display-cache"
