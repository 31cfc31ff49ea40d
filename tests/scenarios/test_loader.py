"""Finding a scenario, its hash, its places."""

from __future__ import annotations

import pytest
import yaml

import scenarios
from common.errors import DataError, UsageError
from scenarios.errors import ScenarioUnknown, ScenarioUnreadable
from scenarios.loader import BANK, load


def test_an_id_and_its_path_are_the_same_scenario() -> None:
    by_id = load("falling-object-struck")
    by_path = load(BANK / "falling-object-struck.yaml")
    assert by_id.scenario == by_path.scenario
    assert by_id.hash == by_path.hash
    assert by_id.path == BANK / "falling-object-struck.yaml"


def test_locate_leads_to_the_line_of_a_value() -> None:
    loaded = load("electrocution-temporary-power")
    line, column = loaded.locate(("hazards", "moving-live-pump", "window", 1))
    text = loaded.path.read_text("utf-8").splitlines()[line - 1]
    assert text.strip() == "window: [70, 110]"
    assert text[column - 1 :].startswith("110]")


def test_hash_is_of_the_content_not_the_layout(tmp_path, specimen) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text(yaml.safe_dump(specimen, allow_unicode=True), "utf-8")
    specimen["lures"] = specimen.pop("lures")
    second.write_text("# 注释\n" + yaml.safe_dump(specimen, sort_keys=False, default_flow_style=None), "utf-8")
    assert load(first).hash == load(second).hash
    specimen["accident"]["at"] = 61
    second.write_text(yaml.safe_dump(specimen), "utf-8")
    assert load(first).hash != load(second).hash
    assert load(first).hash.startswith("sha256:")


def test_unknown_scenario_says_what_there_is_and_what_was_meant() -> None:
    with pytest.raises(ScenarioUnknown) as caught:
        load("electrocution-temporary-pwer")
    assert isinstance(caught.value, UsageError)
    for lang in ("zh", "en"):
        assert "“electrocution-temporary-power”" in caught.value.message(lang)
        assert "falling-object-struck" in caught.value.message(lang)


@pytest.mark.parametrize("name", ["", ".", "no/such/file.yaml", "bad\0name", "x" * 5000])
def test_what_is_no_file_is_unknown(name: str) -> None:
    with pytest.raises((ScenarioUnknown, ScenarioUnreadable)):
        load(name)


def test_file_that_cannot_be_read_is_said_so(tmp_path, monkeypatch) -> None:
    path = tmp_path / "s.yaml"
    path.write_text("qianche: 1", "utf-8")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refused)
    with pytest.raises(ScenarioUnreadable) as caught:
        load(path)
    assert isinstance(caught.value, DataError)
    assert "Permission denied" in caught.value.message("zh")


def test_bank_ids_are_plain_names() -> None:
    assert all(name == name.lower() and " " not in name for name in scenarios.bank())
