"""Drafts: whole files under names that are nothing but names, and what the list says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.clock import ManualClock
from kiosk.bench.drafts import DraftRefused, Drafts, DraftUnknown
from scenarios.source import MAX_BYTES


@pytest.fixture
def drafts(tmp_path: Path, clock: ManualClock) -> Drafts:
    return Drafts(tmp_path / "drafts", clock)


def test_a_draft_is_kept_as_it_is_written(drafts: Drafts) -> None:
    drafts.create("my-scene", "id: my-scene\n")
    drafts.save("my-scene", "id: my-scene  # 注释\n")
    assert drafts.read("my-scene") == "id: my-scene  # 注释\n"
    assert [draft.id for draft in drafts] == ["my-scene"]
    assert [path.name for path in drafts.folder.iterdir()] == ["my-scene.yaml"], "no part of a file is left"
    drafts.remove("my-scene")
    assert list(drafts) == []


@pytest.mark.parametrize("name", ["../secret", "a/b", "..", "", "A", "a_b", ".hidden", "a" * 61, "a\x00", "中文"])
def test_only_an_id_names_a_draft(drafts: Drafts, tmp_path: Path, name: str) -> None:
    drafts.folder.mkdir()
    (tmp_path / "secret.yaml").write_text("x", "utf-8")
    with pytest.raises(DraftRefused):
        drafts.create(name, "")
    for ask in (drafts.read, drafts.path, drafts.remove):
        with pytest.raises(DraftUnknown):
            ask(name)


def test_a_draft_is_not_begun_twice_nor_longer_than_a_scenario(drafts: Drafts) -> None:
    drafts.create("my-scene", "a")
    with pytest.raises(DraftRefused, match="my-scene"):
        drafts.create("my-scene", "b")
    with pytest.raises(DraftRefused):
        drafts.save("my-scene", "字" * MAX_BYTES)
    assert drafts.read("my-scene") == "a"
    with pytest.raises(DraftUnknown):
        drafts.save("another", "c")
    assert [draft.id for draft in drafts] == ["my-scene"]
