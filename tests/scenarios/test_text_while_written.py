"""A text under the hands: every fault with its place, in both languages, whatever is typed; and never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.loader import BANK, load
from scenarios.writing.check import check_text, read_text
from tests.glb_writer import block, write_glb

SPECIMEN = (Path(__file__).parent / "specimen.yaml").read_text("utf-8")


def test_a_good_text_is_the_scenario_of_its_file() -> None:
    path = BANK / "falling-object-struck.yaml"
    read = read_text(path.read_text("utf-8"), path.name, path.parent)
    assert (read.faults, read.scenario) == ([], load(path.stem).scenario)
    assert read.source is not None and read.source.locate(("id",)) == load(path.stem).locate(("id",))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("minutes: 2", "minutes: [2", "not_yaml"),
        ("minutes: 2", "\tminutes: 2", "tab"),
        ("minutes: 2", "minuts: 2", "unknown_key"),
        ("prop: switch_box", "prop: swich_box", "unknown_prop"),
        ("minutes: 2", "minutes: 2\ud800", "encoding"),
        ("target: my_box", "target: my_bax", "unknown_thing"),
    ],
)
def test_a_fault_stands_in_its_line(old: str, new: str, code: str) -> None:
    text = SPECIMEN.replace(old, new, 1)
    faults = check_text(text, "mine.yaml")
    line = 1 + SPECIMEN[: SPECIMEN.index(old)].count("\n")
    assert (code, "mine.yaml") in {(fault.code, fault.file) for fault in faults}
    assert abs(next(fault.line for fault in faults if fault.code == code) - line) <= 2
    assert all(fault.text("zh") != fault.text("en") for fault in faults)


def test_own_models_are_looked_at_where_their_folder_is_known(tmp_path: Path) -> None:
    text = SPECIMEN.replace(
        "prop: switch_box, at: [5.5, 7.5], heading: 180, state: no_rcd", "prop: ./m.glb, at: [5, 7]"
    )
    text = text.replace("      - state: {prop: my_box, state: ok}\n", "      - pose: {who: my_worker, pose: idle}\n", 1)
    text = text.replace("        - state: {prop: my_box, state: ok}\n", "", 1)
    assert check_text(text, "") == []
    assert [fault.code for fault in check_text(text, "", tmp_path)] == ["model_missing"]
    write_glb(tmp_path / "m.glb", *block(1, 1, 1))
    assert read_text(text, "", tmp_path).scenario.props["my_box"].prop == (tmp_path / "m.glb").resolve().as_posix()


@pytest.mark.parametrize("path", sorted(BANK.glob("*.yaml")), ids=lambda path: path.stem)
def test_an_editor_finds_the_schema_of_a_bank_file(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.split("=", 1)[1]).resolve().is_file()
