"""All lessons and questions that a ledger offers: those that come with the program, and the bureau's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ledger.classroom.faults import LessonWrong
from ledger.classroom.lesson_folder import LESSON_FILE, LoadedLesson, load_lesson
from ledger.classroom.model import Question
from ledger.classroom.question_file import load_questions

HERE = Path(__file__).parent
BUILT_IN_LESSONS, BUILT_IN_QUESTIONS = HERE / "lessons", HERE / "questions"
GUIDE = HERE / "guide"
QUESTIONS_FOLDER = "questions"
"""In a folder of own lessons, those of own question files."""


@dataclass(frozen=True)
class Library:
    """Lessons by id in the order in which they are offered, and questions by scenario id."""

    lessons: dict[str, LoadedLesson]
    questions: dict[str, tuple[Question, ...]]
    troubles: tuple[LessonWrong, ...]
    """What is wrong with those that are not offered."""


def load_library(own: Iterable[Path] = ()) -> Library:
    """Read everything; an own lesson or question file takes the place of one of the same name.

    A faulty one is not offered, and does not keep the others from being so.
    """
    library = _built_in()
    for folder in own:
        added = _library(folder, folder / QUESTIONS_FOLDER)
        library = Library(
            _ordered(library.lessons | added.lessons),
            library.questions | added.questions,
            library.troubles + added.troubles,
        )
    return library


@cache
def _built_in() -> Library:
    """What comes with the program does not change while it runs."""
    return _library(BUILT_IN_LESSONS, BUILT_IN_QUESTIONS)


def _library(lesson_folder: Path, question_folder: Path) -> Library:
    lessons: dict[str, LoadedLesson] = {}
    questions: dict[str, tuple[Question, ...]] = {}
    troubles: list[LessonWrong] = []
    for path in sorted(lesson_folder.glob(f"*/{LESSON_FILE}")):
        try:
            loaded = load_lesson(path.parent)
            lessons[loaded.lesson.lesson] = loaded
        except LessonWrong as wrong:
            troubles.append(wrong)
    for path in sorted(question_folder.glob("*.yaml")):
        try:
            questions[path.stem] = load_questions(path)
        except LessonWrong as wrong:
            troubles.append(wrong)
    return Library(_ordered(lessons), questions, tuple(troubles))


def _ordered(lessons: dict[str, LoadedLesson]) -> dict[str, LoadedLesson]:
    return dict(sorted(lessons.items(), key=lambda item: (item[1].lesson.order, item[0])))
