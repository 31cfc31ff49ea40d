"""Files of lessons and questions: what is good is read whole, what is wrong is told with line and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from common.errors import UsageError
from common.located_yaml import MAX_BYTES, MAX_DEPTH, MAX_NODES, YamlWrong, read_located
from ledger.classroom.faults import LessonWrong
from ledger.classroom.lesson_folder import load_lesson
from ledger.classroom.library import load_library
from ledger.classroom.prose import html_of
from ledger.classroom.question_file import load_questions
from qianche.commands import lessons
from tests.ledger.made_lessons import SCENARIO, YAML, questions, write_lesson, write_questions

HAZARDS = {SCENARIO: frozenset({"no-rcd", "wet-cable"})}


def faults(folder: Path, yaml: str) -> list[str]:
    with pytest.raises(LessonWrong) as wrong:
        load_lesson(write_lesson(folder, yaml), HAZARDS)
    return [line.split("first-lesson/")[1] for line in wrong.value.message("en").splitlines()[1:]]


def test_a_good_lesson_is_read_whole(tmp_path: Path) -> None:
    loaded = load_lesson(write_lesson(tmp_path), HAZARDS)
    assert [question.right for question in loaded.lesson.questions] == [{1}, {0, 2}]
    assert loaded.prose["story", "zh"] == "<p>老刘<strong>没断电</strong>就去拽水泵。</p>\n"
    assert loaded.media == {"cover.png"}
    before = loaded.digest
    (loaded.folder / "story.en.md").write_text("Anew.\n", "utf-8")
    assert load_lesson(loaded.folder).digest != before


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("minutes: 3", "minutes: 3.5", "lesson.yaml:5:10: Expected a whole number, found 3.5."),
        ("minutes: 3", "minuets: 3", "lesson.yaml:5:1: “minuets” is not a key here."),
        ("pose: warning", "pose: warnin", "lesson.yaml:12:19: “warnin” is none of: greeting, explaining"),
        ("lesson: first-lesson", "lesson: other", "lesson.yaml:1:9: The lesson's id “other” must be its folder's"),
        ("[electric_shock]", "[electric_shok]", "lesson.yaml:7:12: There is no kind of injury “electric_shok”."),
        ("[electrocution-temp", "[elektrocution-temp", "lesson.yaml:8:13: The bank has no scenario “elektrocution-"),
        (
            "file: cover.png",
            "file: covr.png",
            "lesson.yaml:13:21: The folder has no file “covr.png”. It has: cover.png",
        ),
        ("cover: cover.png", "cover: ../cover.png", "lesson.yaml:6:8: “../cover.png” is not a picture's name"),
        ("en: Cut the power, right: true", "en: Cut the power", "lesson.yaml:18:9: A question of kind one has exactly"),
        ("id: q2", "id: q1", "lesson.yaml:25:13: “q1” is taken already; choose another id."),
        ("pass: 0.5", "pass: 5", "lesson.yaml:33:7: 5 is out of range; it must be <= 1."),
        ("zh: 两道题。, ", "", "lesson.yaml:16:5: “zh” is missing."),
        ("text: story", "text: storey", "lesson.yaml:14:11: The folder has no file “storey.zh.md”."),
        ("version: 1", "version: &v 1", "lesson.yaml:2:10: YAML anchors and aliases"),
        ("version: 1", "version: !!python/object:os 1", "lesson.yaml:2:10: The YAML tag"),
        ("version: 1", "version: 1\nversion: 1", "lesson.yaml:3:1: “version” is written twice, first in line 2."),
        ("version: 1", "version: [1", "lesson.yaml:3:6: This is not YAML."),
    ],
)
def test_each_fault_is_told_where_it_stands(tmp_path: Path, good: str, bad: str, said: str) -> None:
    assert good in YAML
    assert any(line.startswith(said) for line in faults(tmp_path, YAML.replace(good, bad, 1))), said


def test_a_clip_may_lie_there_in_two_kinds(tmp_path: Path) -> None:
    clip = "    video: {file: shock.webm, poster: cover.png, zh: 触电, en: The shock}\n"
    folder = write_lesson(tmp_path, YAML.replace("    text: story\n", "    text: story\n" + clip))
    (folder / "shock.webm").write_bytes(b"webm")
    assert load_lesson(folder).clips == {"shock.webm": ("shock.webm",)}
    (folder / "shock.mp4").write_bytes(b"mp4")
    loaded = load_lesson(folder)
    assert loaded.clips == {"shock.webm": ("shock.webm", "shock.mp4")} and "shock.mp4" in loaded.media


def test_the_command_says_what_is_wrong_and_ends_accordingly(tmp_path: Path) -> None:
    write_lesson(tmp_path / "good")
    write_lesson(tmp_path / "bad", YAML.replace("minutes: 3", "minutes: 0"))
    run = CliRunner()
    good = run.invoke(lessons.app, ["check", str(tmp_path / "good")])
    assert (good.exit_code, "2 题" in good.stdout) == (0, True)
    bad = run.invoke(lessons.app, ["check", str(tmp_path / "good"), str(tmp_path / "bad")])
    assert (bad.exit_code, "lesson.yaml:5:10" in bad.stderr, "2 题" in bad.stdout) == (1, True, True)
    assert isinstance(run.invoke(lessons.app, ["check", str(tmp_path)]).exception, UsageError)


def test_yes_and_no_are_words(tmp_path: Path) -> None:
    loaded = load_lesson(write_lesson(tmp_path, YAML.replace("en: Insulation", "en: Yes")))
    assert loaded.lesson.questions[1].answers[0].en == "Yes"


def test_texts_hold_no_html_pictures_or_odd_links(tmp_path: Path) -> None:
    folder = write_lesson(tmp_path)
    (folder / "story.en.md").write_text(
        "Good: [call](tel:120).\n\n<script>x</script>\n\n![a](b.png)\n\n[x](javascript:y) [z](//elsewhere)\n", "utf-8"
    )
    (folder / "unused.zh.md").write_text("没有人看。\n", "utf-8")
    with pytest.raises(LessonWrong) as wrong:
        load_lesson(folder)
    lines = [fault.position[0] for fault in wrong.value.faults if fault.file.endswith("story.en.md")]
    assert lines == [3, 5, 7], "what a browser would run is no link at all"
    assert wrong.value.faults[-1].file.endswith("unused.zh.md")
    assert "<script>" not in html_of("<script>x</script>")
    assert html_of("# One\n\n### Three\n") == "<h2>One</h2>\n<h3>Three</h3>\n"


@pytest.mark.parametrize(
    "hostile",
    [
        b"a" * (MAX_BYTES + 1),
        b"[" * (MAX_DEPTH + 1),
        b"[" + b"a," * MAX_NODES + b"a, a]",
        "a: 甲".encode("gbk"),
        b"a: \x07",
        b"a: 1\n---\nb: 2\n",
        b"? [a]\n: b\n",
    ],
)
def test_hostile_yaml_is_refused_without_being_built(hostile: bytes) -> None:
    with pytest.raises(YamlWrong):
        read_located(hostile, "x.yaml")


def test_questions_are_about_hazards_of_their_scenario(tmp_path: Path) -> None:
    good = write_questions(tmp_path, questions(6, ("no-rcd", "wet-cable")))
    assert len(load_questions(good, HAZARDS)) == 6
    few = write_questions(tmp_path, questions(5))
    with pytest.raises(LessonWrong, match=r":3:3: 5 item\(s\); at least 6"):
        load_questions(few, HAZARDS)
    other = write_questions(tmp_path, questions(6, ("no-rdc",)))
    with pytest.raises(LessonWrong, match=r"no hazard “no-rdc”.*Did you mean “no-rcd”"):
        load_questions(other, HAZARDS)


def test_a_faulty_own_lesson_does_not_keep_the_others_from_being_offered(tmp_path: Path) -> None:
    write_lesson(tmp_path / "good")
    write_lesson(tmp_path / "bad", YAML.replace("minutes: 3", "minutes: 0"))
    write_questions(tmp_path / "good", questions(6))
    library = load_library([tmp_path / "good", tmp_path / "bad"])
    assert library.lessons["first-lesson"].folder == tmp_path / "good" / "first-lesson"
    assert len(library.questions[SCENARIO]) == 6
    assert ["first-lesson" in str(trouble) for trouble in library.troubles][-1]


def test_lessons_are_offered_in_the_order_that_their_files_say(tmp_path: Path) -> None:
    """From the most general to the particular; an own one without a place comes last, one with it where it belongs."""
    write_lesson(tmp_path / "last")
    write_lesson(tmp_path / "third", YAML.replace("minutes: 3", "minutes: 3\norder: 25"))
    built_in = list(load_library().lessons)
    assert (built_in[0], built_in[-1]) == ("work-injury-insurance", "cpr")
    assert list(load_library([tmp_path / "last"]).lessons) == [*built_in, "first-lesson"]
    assert list(load_library([tmp_path / "third"]).lessons) == [*built_in[:2], "first-lesson", *built_in[2:]]
