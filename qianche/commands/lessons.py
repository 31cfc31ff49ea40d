"""``qianche lesson``: check lessons and questions before the classroom offers them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import UsageError
from qianche.console import both, err, lang, say

if TYPE_CHECKING:
    from ledger.classroom.lesson_folder import Hazards

app = typer.Typer(help=both("lessons.check.help"), no_args_is_help=True)


@app.callback()
def lesson() -> None:
    """Keeps ``check`` a command of its own while it is the only one."""


@app.command("check", help=both("lessons.check.check"))
def check(paths: Annotated[list[Path] | None, typer.Argument(help=both("lessons.check.path"))] = None) -> None:
    from ledger.classroom.faults import LessonWrong
    from ledger.classroom.library import BUILT_IN_LESSONS, BUILT_IN_QUESTIONS

    hazards = _hazards()
    wrong = False
    for path in paths or [BUILT_IN_LESSONS, BUILT_IN_QUESTIONS]:
        for each in _checked(path):
            try:
                _check_one(each, hazards)
            except LessonWrong as fault:
                wrong = True
                err.print(fault.message(lang()), markup=False, soft_wrap=True)
    if wrong:
        raise typer.Exit(1)


def _checked(path: Path) -> Iterator[Path]:
    """The lessons' folders and the files of questions at ``path``."""
    from ledger.classroom.lesson_folder import LESSON_FILE
    from ledger.classroom.library import QUESTIONS_FOLDER

    if path.is_file() or (path / LESSON_FILE).is_file():
        yield path
        return
    found = [each.parent for each in sorted(path.glob(f"*/{LESSON_FILE}"))]
    found += sorted(path.glob("*.yaml")) + sorted((path / QUESTIONS_FOLDER).glob("*.yaml"))
    if not found:
        raise UsageError("lessons.none", folder=path)
    yield from found


def _check_one(path: Path, hazards: Hazards) -> None:
    from ledger.classroom.lesson_folder import load_lesson, shown_path
    from ledger.classroom.question_file import load_questions

    if path.is_dir():
        lesson = load_lesson(path, hazards).lesson
        said = {"pages": len(lesson.pages), "questions": len(lesson.questions)}
        say("lessons.check.lesson", file=shown_path(path), **said)
    else:
        say("lessons.check.questions", file=shown_path(path), count=len(load_questions(path, hazards)))


def _hazards() -> Hazards:
    """The hazards of every scenario in the bank."""
    from common.yaml_text import read_yaml
    from scenarios.loader import bank, scenario_path

    return {each: frozenset(read_yaml(scenario_path(each).read_text("utf-8"))["hazards"]) for each in bank()}
