"""A file of the question bank: what is asked before and after one scenario."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from common.located_yaml import LocatedYaml
from ledger.classroom.faults import Fault, LessonWrong, closest, listed
from ledger.classroom.lesson_folder import Hazards, named_twice, read_model, shown_path
from ledger.classroom.model import Question, QuestionFile


def load_questions(path: Path, hazards: Hazards | None = None) -> tuple[Question, ...]:
    """The questions in a file. Scenario and hazards are looked up in ``hazards`` where it is given.

    Raises:
        LessonWrong: it has faults.
    """
    read, said, faults = read_model(path, QuestionFile)
    if said is not None:
        faults = list(_faults(path, read, said, hazards))
    if said is None or faults:
        raise LessonWrong(shown_path(path), faults)
    return tuple(said.items)


def _faults(path: Path, read: LocatedYaml, said: QuestionFile, hazards: Hazards | None) -> Iterator[Fault]:
    scenario = said.questions
    if scenario != path.stem:
        where = read.locate(("questions",))
        yield Fault("lessons.fault.not_the_file", read.file, where, expected=path.stem, found=scenario)
    yield from named_twice(read, [(("items", k, "id"), item.id) for k, item in enumerate(said.items)])
    for k, item in enumerate(said.items):
        if item.picture:
            yield Fault("lessons.fault.picture_in_bank", read.file, read.locate(("items", k, "picture")))
    if hazards is None:
        return
    if scenario not in hazards:
        known = sorted(hazards)
        yield _unknown(read, "lessons.fault.unknown_scenario", ("questions",), scenario, known)
        return
    for k, item in enumerate(said.items):
        if item.about is not None and item.about not in hazards[scenario]:
            known = sorted(hazards[scenario])
            yield _unknown(read, "scenarios.fault.unknown_hazard", ("items", k, "about"), item.about, known)


def _unknown(read: LocatedYaml, key: str, loc: tuple[str | int, ...], found: str, known: list[str]) -> Fault:
    hint = closest(found, known)
    return Fault(key, read.file, read.locate(loc), expected=listed(known), found=found, hint=hint)
