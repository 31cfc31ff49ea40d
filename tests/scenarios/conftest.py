"""A scenario to take apart, as plain data, and a way to have the loader judge it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from scenarios.errors import ScenarioInvalid
from scenarios.faults import Fault
from scenarios.loader import load
from scenarios.source import read_source

Data = dict[str, Any]
SPECIMEN = Path(__file__).parent / "specimen.yaml"


@pytest.fixture(scope="session")
def specimen_data() -> Data:
    return read_source(SPECIMEN.read_bytes(), SPECIMEN.name).data


@pytest.fixture
def specimen(specimen_data: Data) -> Data:
    """A small valid scenario as plain data, yours to change."""
    return copy.deepcopy(specimen_data)


@pytest.fixture
def faults_of(tmp_path: Path) -> Callable[[Data | str | bytes], list[Fault]]:
    """What the loader finds wrong with plain data, a text or bytes; nothing when it loads."""

    def judge(content: Data | str | bytes) -> list[Fault]:
        path = tmp_path / "specimen.yaml"
        if isinstance(content, dict):
            content = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        try:
            load(path)
        except ScenarioInvalid as wrong:
            return wrong.faults
        return []

    return judge
