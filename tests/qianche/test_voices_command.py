"""The list of spoken lines for a recording studio."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import scenarios
from sim.audio.script import lines_of
from sim.audio.voices import line_id

START = "from qianche.cli import main; main()"
SCENARIO = scenarios.load("falling-object-struck")


def qianche(*arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", START, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"QIANCHE_LANG": "zh", "PYTHONIOENCODING": "utf-8"},
        timeout=120,
        check=True,
    )
    return done.stdout


def test_every_line_is_listed_in_both_languages_with_its_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    shutil.copyfile(SCENARIO.path, file)
    first, *rest = lines_of(SCENARIO.scenario)
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / f"{line_id(first.words.zh)}.wav").write_bytes(b"RIFF")
    table = tmp_path / "lines.csv"
    assert str(table) in qianche("voices", file, "--out", table)
    head, *rows = csv.reader(table.read_text("utf-8-sig").splitlines())
    assert head == ["录音文件", "谁说", "语言", "台词", "已录音"]
    assert len(rows) == 2 * (1 + len(rest))
    assert rows[0][0] == f"voices/{line_id(first.words.zh)}.wav"
    assert [row[4] for row in rows] == ["有", *["无"] * (len(rows) - 1)]
    assert {row[3] for row in rows} == {getattr(line.words, lang) for line in (first, *rest) for lang in ("zh", "en")}
    assert rows[0][3] in qianche("voices", file)
