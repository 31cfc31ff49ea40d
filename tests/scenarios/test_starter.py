"""The starter file loads as it stands, explains itself, and takes only an id."""

from __future__ import annotations

import pytest

from common.errors import UsageError
from scenarios.loader import load
from scenarios.starter import starter


def test_starter_loads_without_a_fault(tmp_path) -> None:
    path = tmp_path / "ladder-on-site.yaml"
    path.write_text(starter("ladder-on-site"), "utf-8")
    loaded = load(path)
    assert loaded.scenario.id == "ladder-on-site"
    assert loaded.scenario.hazards and loaded.scenario.lures and loaded.scenario.decisions


def test_starter_explains_each_part() -> None:
    lines = starter("mine").splitlines()
    for part in ("standpoints:", "props:", "actors:", "hazards:", "lures:", "decisions:", "storyboard:", "accident:"):
        above = lines[lines.index(part) - 1]
        assert above.startswith("# "), part
    assert "qianche check mine.yaml" in starter("mine")


@pytest.mark.parametrize("id_", ["", "Upper", "two words", "../up", "1st", "-a", "a--b", "x" * 61, "场景"])
def test_other_ids_are_refused(id_: str) -> None:
    with pytest.raises(UsageError) as caught:
        starter(id_)
    assert caught.value.message("zh") != caught.value.message("en")
