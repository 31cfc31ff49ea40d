"""``qianche voices``: what is said in a scenario, for whoever records it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from common.text import LANGS, text
from qianche.console import both, lang, out, say

COLUMNS = ("file", "who", "language", "words", "recorded")


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("voices", help=both("cli.voices.help"))(voices)


def voices(
    scenario: Annotated[str, typer.Argument(help=both("cli.argument.scenario"))],
    out_file: Annotated[Path | None, typer.Option("--out", help=both("cli.voices.out"))] = None,
) -> None:
    rows = spoken_rows(scenario)
    if out_file is None:
        for row in rows:
            out.print("  ".join(row), markup=False, soft_wrap=True)
        return
    with out_file.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([[text(f"cli.voices.{name}", lang()) for name in COLUMNS], *rows])
    say("cli.written", path=out_file)


def spoken_rows(name: str) -> list[list[str]]:
    """File, speaker, language, words and whether there is a recording, for every line in both languages.

    Raises:
        ScenarioUnknown, ScenarioInvalid: there is no such scenario, or it has faults.
    """
    from scenarios import load
    from sim.audio.script import lines_of
    from sim.audio.voices import FOLDER, line_id

    loaded = load(name)
    rows = []
    for line in lines_of(loaded.scenario):
        actor = loaded.scenario.actors.get(line.who)
        for spoken in LANGS:
            words = getattr(line.words, spoken)
            file = Path(FOLDER) / f"{line_id(words)}.wav"
            who = getattr(actor.name, spoken) if actor else text("cli.voices.narrator", spoken)
            there = (Path(loaded.path).parent / file).is_file()
            recorded = text(f"cli.voices.{'yes' if there else 'no'}", lang())
            rows.append([file.as_posix(), who, spoken, words, recorded])
    return rows
