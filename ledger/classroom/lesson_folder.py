"""A lesson's folder, read whole: its form, its texts and pictures, and what it refers to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from common.errors import UsageError
from common.located_yaml import MAX_BYTES as MAX_YAML
from common.located_yaml import Loc, LocatedYaml, YamlWrong, read_located
from common.text import LANGS, Lang, catalogue
from ledger.classroom.faults import Fault, LessonWrong, closest, listed
from ledger.classroom.model import CLIPS, PICTURES, Lesson, Page, Question
from ledger.classroom.prose import MAX_BYTES as MAX_PROSE
from ledger.classroom.prose import html_of, prose_faults
from ledger.classroom.shape import shaped

LESSON_FILE = "lesson.yaml"
MAX_PICTURE, MAX_CLIP = 400 * 1024, 8 * 1024 * 1024
INJURY = "classroom.injury."
_Model = TypeVar("_Model", bound=BaseModel)

Hazards = Mapping[str, frozenset[str]]
"""The hazards of each scenario that files may refer to, by its id."""


@dataclass(frozen=True)
class LoadedLesson:
    """A lesson without faults, and what lies beside it."""

    lesson: Lesson
    folder: Path
    prose: Mapping[tuple[str, Lang], str]
    """HTML by the text's name and language."""
    media: frozenset[str]
    """The pictures and clips that its pages show."""
    clips: Mapping[str, tuple[str, ...]]
    """By the name of a clip, the files that hold it: a phone plays the first of a kind that it knows."""
    digest: str
    """Changes with anything in the folder; sixteen hexadecimal digits."""


def load_lesson(folder: Path, hazards: Hazards | None = None) -> LoadedLesson:
    """The lesson in ``folder``. Scenarios are looked up in ``hazards`` where it is given.

    Raises:
        UsageError: the folder holds no lesson.
        LessonWrong: it has faults.
    """
    path = folder / LESSON_FILE
    if not path.is_file():
        raise UsageError("lessons.none", folder=folder)
    read, lesson, faults = read_model(path, Lesson)
    if lesson is None:
        raise LessonWrong(shown_path(folder), faults)
    check = _Check(folder, read, lesson)
    faults = [*faults, *check.names(), *check.media(), *check.scenarios(hazards), *check.prose(), *check.left_over()]
    if faults:
        raise LessonWrong(shown_path(folder), faults)
    prose = {
        (page.text, lang): html_of((folder / f"{page.text}.{lang}.md").read_text("utf-8-sig"))
        for page in lesson.pages
        if page.text
        for lang in LANGS
    }
    clips = {page.video.file: _kinds(folder, page.video.file) for page in lesson.pages if page.video}
    media = frozenset(name for _, name in check.files).union(*clips.values())
    return LoadedLesson(lesson, folder, prose, media, clips, _digest(folder))


def read_model(path: Path, model: type[_Model]) -> tuple[LocatedYaml, _Model | None, list[Fault]]:
    """What a YAML file holds, and every fault in its form."""
    file = shown_path(path)
    try:
        read = read_located(_bytes(path, MAX_YAML), file)
    except YamlWrong as wrong:
        return LocatedYaml(file), None, [Fault(wrong.key, file, wrong.position, wrong.expected, wrong.found)]
    return (read, *shaped(read, model))


def shown_path(path: Path) -> str:
    """The path as a person would write it from where they are."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def named_twice(read: LocatedYaml, ids: list[tuple[Loc, str]]) -> Iterator[Fault]:
    """A fault for each id that occurred before."""
    seen: set[str] = set()
    for loc, name in ids:
        if name in seen:
            yield Fault("scenarios.fault.moment_named_twice", read.file, read.locate(loc), found=name)
        seen.add(name)


class _Check:
    """What a lesson of good form refers to."""

    def __init__(self, folder: Path, read: LocatedYaml, lesson: Lesson) -> None:
        self._folder = folder
        self._read = read
        self._lesson = lesson
        self.files: list[tuple[Loc, str]] = list(_files(lesson))
        """Every picture and clip, with the place that names it."""

    def names(self) -> Iterator[Fault]:
        lesson = self._lesson
        if lesson.lesson != self._folder.resolve().name:
            yield self._fault("lessons.fault.not_the_folder", ("lesson",), lesson.lesson, self._folder.resolve().name)
        pages = [(("pages", k, "id"), page.id) for k, page in enumerate(lesson.pages)]
        questions = [
            (("pages", k, "quiz", n, "id"), question.id)
            for k, page in enumerate(lesson.pages)
            for n, question in enumerate(page.quiz)
        ]
        yield from named_twice(self._read, pages)
        yield from named_twice(self._read, questions)
        for loc, question in zip((loc for loc, _ in questions), lesson.questions, strict=True):
            if question.about is not None:
                yield self._fault("lessons.fault.about", (*loc[:-1], "about"), question.about)
        known = [key.removeprefix(INJURY) for key in catalogue() if key.startswith(INJURY)]
        for k, injury in enumerate(lesson.injuries):
            if injury not in known:
                yield self._unknown("lessons.fault.unknown_injury", ("injuries", k), injury, known)

    def scenarios(self, hazards: Hazards | None) -> Iterator[Fault]:
        for k, scenario in enumerate(self._lesson.scenarios):
            if hazards is not None and scenario not in hazards:
                yield self._unknown("lessons.fault.unknown_scenario", ("scenarios", k), scenario, sorted(hazards))

    def media(self) -> Iterator[Fault]:
        for loc, name in self.files:
            path = self._folder / name
            limit = MAX_CLIP if path.suffix[1:] in CLIPS else MAX_PICTURE
            if not path.is_file():
                there = sorted(each.name for each in self._folder.iterdir() if each.suffix[1:] in (*PICTURES, *CLIPS))
                yield self._missing(loc, name, there)
            elif path.stat().st_size > limit:
                size = f"{path.stat().st_size // 1024} kB"
                yield self._fault("lessons.fault.file_too_large", loc, size, f"{limit // 1024} kB")

    def prose(self) -> Iterator[Fault]:
        for k, page in enumerate(self._lesson.pages):
            for lang in LANGS if page.text else ():
                path = self._folder / f"{page.text}.{lang}.md"
                if path.is_file():
                    yield from prose_faults(_bytes(path, MAX_PROSE), shown_path(path))
                else:
                    there = sorted(each.name for each in self._folder.glob("*.md"))
                    yield self._missing(("pages", k, "text"), path.name, there)

    def left_over(self) -> Iterator[Fault]:
        """Texts that no page shows: most often the name is misspelt in one of the two places."""
        shown = {f"{page.text}.{lang}.md" for page in self._lesson.pages for lang in LANGS}
        for path in sorted(self._folder.glob("*.md")):
            if path.name not in shown:
                yield Fault("lessons.fault.left_over", shown_path(path))

    def _missing(self, loc: Loc, name: str, there: list[str]) -> Fault:
        if not there:
            return self._fault("lessons.fault.no_files", loc, name)
        return self._unknown("lessons.fault.no_file", loc, name, there)

    def _fault(self, key: str, loc: Loc, found: str, expected: str = "") -> Fault:
        return Fault(key, self._read.file, self._read.locate(loc), expected=expected, found=found)

    def _unknown(self, key: str, loc: Loc, found: str, known: list[str]) -> Fault:
        hint = closest(found, known)
        return Fault(key, self._read.file, self._read.locate(loc), expected=listed(known), found=found, hint=hint)


def _kinds(folder: Path, clip: str) -> tuple[str, ...]:
    """A clip's file and, beside it, the same clip of another kind: iPhones before iOS 17.4 play no WebM."""
    beside = [Path(clip).with_suffix(f".{kind}").name for kind in CLIPS]
    return (clip, *(name for name in beside if name != clip and (folder / name).is_file()))


def _files(lesson: Lesson) -> Iterator[tuple[Loc, str]]:
    yield ("cover",), lesson.cover
    for k, page in enumerate(lesson.pages):
        yield from _page_files(page, ("pages", k))


def _page_files(page: Page, at: Loc) -> Iterator[tuple[Loc, str]]:
    if page.picture:
        yield (*at, "picture", "file"), page.picture.file
    if page.video:
        yield (*at, "video", "file"), page.video.file
        yield (*at, "video", "poster"), page.video.poster
    for n, question in enumerate(page.quiz):
        yield from _question_files(question, (*at, "quiz", n))


def _question_files(question: Question, at: Loc) -> Iterator[tuple[Loc, str]]:
    if question.picture:
        yield (*at, "picture", "file"), question.picture.file


def _bytes(path: Path, most: int) -> bytes:
    """A file's content, or as much of it as shows that it is too long."""
    with path.open("rb") as file:
        return file.read(most + 1)


def _digest(folder: Path) -> str:
    hashed = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.is_file():
            hashed.update(path.name.encode("utf-8") + b"\0" + path.read_bytes())
    return hashed.hexdigest()[:16]
