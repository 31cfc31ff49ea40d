"""The lessons, questions and guide figure that come with the program, against the scenarios they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from common.text import LANGS
from ledger.classroom.lesson_folder import LoadedLesson, load_lesson
from ledger.classroom.library import BUILT_IN_LESSONS, BUILT_IN_QUESTIONS, GUIDE, load_library
from ledger.classroom.model import POSES, Question
from ledger.classroom.question_file import load_questions

BANK = Path(__file__).parents[2] / "scenarios" / "bank"
LESSONS = {
    "chemical-signs",
    "commuting",
    "confined-space",
    "cpr",
    "electric-shock",
    "fall-from-height",
    "fire-escape",
    "machinery",
    "struck-by-object",
    "work-injury-insurance",
}
FIGURE = re.compile(r"(\d+(?:\.\d+)?)\s*(毫安|毫米|厘米|米|秒|分钟|小时|公里|次|%|兆帕|分贝|毫克|日|年|吨|倍)")
HALF_WIDTH_BESIDE_CHINESE = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")
CHINESE = re.compile(r"[\u4e00-\u9fff，。；：？！]")
LARGEST_PICTURE, LARGEST_CLIP, LARGEST_FIGURE = 80_000, 600_000, 12_000
"""Bytes: they are read on phones, over the air."""


@pytest.fixture(scope="module")
def scenarios() -> dict[str, Any]:
    return {path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in sorted(BANK.glob("*.yaml"))}


@pytest.fixture(scope="module")
def hazards(scenarios: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(scenario["hazards"]) for name, scenario in scenarios.items()}


@pytest.fixture(scope="module")
def lessons(hazards: dict[str, frozenset[str]]) -> dict[str, LoadedLesson]:
    return {name: load_lesson(BUILT_IN_LESSONS / name, hazards) for name in LESSONS}


@pytest.fixture(scope="module")
def questions(hazards: dict[str, frozenset[str]]) -> dict[str, tuple[Question, ...]]:
    return {path.stem: load_questions(path, hazards) for path in BUILT_IN_QUESTIONS.glob("*.yaml")}


def test_everything_that_comes_with_the_program_is_offered() -> None:
    library = load_library()
    assert not library.troubles, [trouble.message("en") for trouble in library.troubles]
    assert set(library.lessons) == LESSONS


def test_a_lesson_is_a_few_minutes_with_pages_questions_and_sources(lessons: dict[str, LoadedLesson]) -> None:
    for name, loaded in lessons.items():
        lesson = loaded.lesson
        assert 5 <= lesson.minutes <= 8, name
        assert 4 <= sum(1 for page in lesson.pages if not page.quiz) <= 7, name
        assert 3 <= len(lesson.questions) <= 5, name
        assert lesson.sources and lesson.injuries, name
        assert all(page.guide for page in lesson.pages), f"{name}: the guide is with the learner on every page"
        wrong = [answer for question in lesson.questions for answer in question.answers if not answer.right]
        assert all(answer.why for answer in wrong), f"{name}: a wrong answer is told why it is wrong"


def test_questions_are_asked_about_every_scenario_and_its_key_hazards(
    scenarios: dict[str, Any], questions: dict[str, tuple[Question, ...]]
) -> None:
    assert set(questions) == set(scenarios)
    for name, scenario in scenarios.items():
        key = {hazard for hazard, told in scenario["hazards"].items() if told.get("key")}
        asked = Counter(item.about for item in questions[name] if item.about)
        assert key <= set(asked), f"{name}: nothing is asked about {key - set(asked)}"
        assert set(asked) - key, f"{name}: only the key hazards are asked about"
        twice = [hazard for hazard, count in asked.items() if count > 1]
        assert len(twice) >= 2, f"{name}: too few points can be asked both before and after"


def test_figures_in_questions_are_those_of_the_scenario(
    scenarios: dict[str, Any], questions: dict[str, tuple[Question, ...]]
) -> None:
    for name, items in questions.items():
        known = set(FIGURE.findall(" ".join(_chinese_of(scenarios[name]))))
        for item in items:
            right = [answer.zh for answer in item.answers if answer.right]
            said = set(FIGURE.findall(" ".join([item.ask.zh, item.explain.zh, *right])))
            assert said <= known, f"{name}, {item.id}: the scenario does not say {said - known}"


def test_neither_place_nor_length_gives_the_right_answer_away(
    lessons: dict[str, LoadedLesson], questions: dict[str, tuple[Question, ...]]
) -> None:
    asked = [item for items in questions.values() for item in items]
    asked += [item for loaded in lessons.values() for item in loaded.lesson.questions]
    one_of_three = [item for item in asked if item.kind == "one" and len(item.answers) == 3]
    assert len(one_of_three) > 200
    places = Counter(next(iter(item.right)) for item in one_of_three)
    assert all(0.2 < places[place] / len(one_of_three) < 0.5 for place in range(3)), places
    for lang in LANGS:
        ranks = Counter(_rank_of_right(item, lang) for item in one_of_three)
        assert all(ranks[rank] / len(one_of_three) < 0.55 for rank in range(3)), (lang, ranks)


def test_texts_are_chinese_in_chinese_and_english_in_english(
    lessons: dict[str, LoadedLesson], questions: dict[str, tuple[Question, ...]]
) -> None:
    said = [text for items in questions.values() for item in items for text in _texts(item)]
    said += [text for loaded in lessons.values() for item in loaded.lesson.questions for text in _texts(item)]
    prose = [
        (loaded.folder / f"{page.text}.{lang}.md").read_text("utf-8")
        for loaded in lessons.values()
        for page in loaded.lesson.pages
        for lang in LANGS
        if page.text
    ]
    chinese = [zh for zh, _ in said] + prose[::2]
    english = [en for _, en in said] + prose[1::2]
    assert not [text for text in chinese if HALF_WIDTH_BESIDE_CHINESE.search(text)]
    assert not [text for text in english if CHINESE.search(text)]
    html = [text for loaded in lessons.values() for text in loaded.prose.values()]
    assert not [text for text in html if "*" in text], "emphasis that CommonMark does not see beside punctuation"


def test_pictures_and_clips_load_quickly_on_a_phone(lessons: dict[str, LoadedLesson]) -> None:
    clips = 0
    for loaded in lessons.values():
        for name in loaded.media:
            clip = name.endswith((".webm", ".mp4"))
            clips += clip
            size = (loaded.folder / name).stat().st_size
            assert size <= (LARGEST_CLIP if clip else LARGEST_PICTURE), f"{loaded.folder.name}/{name}: {size} bytes"
    assert clips >= 3


def test_nothing_lies_in_a_lesson_that_it_does_not_show(lessons: dict[str, LoadedLesson]) -> None:
    for loaded in lessons.values():
        files = {path.name for path in loaded.folder.iterdir() if path.suffix not in (".md", ".yaml")}
        assert files == loaded.media, loaded.folder.name


def test_the_guide_has_every_pose_drawn_small_and_alike() -> None:
    assert {path.stem for path in GUIDE.glob("*.svg")} == set(POSES)
    drawn = [(GUIDE / f"{pose}.svg").read_text("utf-8") for pose in POSES]
    assert all(len(each.encode("utf-8")) <= LARGEST_FIGURE for each in drawn)
    assert len(set(drawn)) == len(POSES)
    assert {re.search('viewBox="([^"]+)"', each)[1] for each in drawn} == {"0 0 240 240"}
    assert not [each for each in drawn if "<script" in each or "http" in each.replace("http://www.w3.org/2000/svg", "")]


def _chinese_of(told: object) -> Iterator[str]:
    """Every Chinese text in what a scenario's file holds."""
    if isinstance(told, dict):
        for key, value in told.items():
            if key == "zh":
                yield value
            else:
                yield from _chinese_of(value)
    elif isinstance(told, list):
        for value in told:
            yield from _chinese_of(value)


def _rank_of_right(item: Question, lang: str) -> int:
    """0 where the right answer is the shortest, 2 where it is the longest, else 1."""
    lengths = [len(answer.in_(lang)) for answer in item.answers]
    right = lengths[next(iter(item.right))]
    if lengths.count(right) > 1:
        return 1
    return sorted(lengths).index(right)


def _texts(item: Question) -> Iterator[tuple[str, str]]:
    for said in (item.ask, item.explain, *item.answers, *(answer.why for answer in item.answers if answer.why)):
        yield said.zh, said.en
