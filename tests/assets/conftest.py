"""What the tests of people share: shapes are modelled once in a worker, whichever test asks first."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def people_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of its own, empty at first."""
    return tmp_path_factory.mktemp("people")
