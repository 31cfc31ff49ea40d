"""A small lesson and question file, written into a folder of own ones."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

LESSON = "first-lesson"
SCENARIO = "electrocution-temporary-power"
YAML = """\
lesson: first-lesson
version: 1
title: {zh: 先断电, en: Power off first}
summary: {zh: 有人触电，先断电再救人。, en: Cut the power before you help.}
minutes: 3
cover: cover.png
injuries: [electric_shock]
scenarios: [electrocution-temporary-power]
sources: [{zh: 《用电安全导则》, en: General guide}]
pages:
  - id: story
    guide: {pose: warning, zh: 别用手拉他！, en: Do not pull him!}
    picture: {file: cover.png, zh: 水泵旁, en: At the pump}
    text: story
  - id: check
    guide: {pose: thinking, zh: 两道题。, en: Two questions.}
    quiz:
      - id: q1
        ask: {zh: 第一步做什么？, en: What first?}
        kind: one
        answers:
          - {zh: 拉他离开, en: Pull him away, why: {zh: 电会传到你身上。, en: It would reach you.}}
          - {zh: 拉闸断电, en: Cut the power, right: true}
        explain: {zh: 先断电，再碰人。, en: Power off before you touch anybody.}
      - id: q2
        ask: {zh: 哪些是防线？, en: Which are lines of defence?}
        kind: several
        answers:
          - {zh: 绝缘, en: Insulation, right: true}
          - {zh: 棉纱手套, en: Cotton gloves}
          - {zh: 接地, en: Earthing, right: true}
        explain: {zh: 手套挡不住电。, en: Gloves do not insulate.}
pass: 0.5
"""
STORY = {"zh": "老刘**没断电**就去拽水泵。\n", "en": "Liu pulled the pump **while it was live**.\n"}


def png() -> bytes:
    """A picture."""
    packed = io.BytesIO()
    Image.new("RGB", (40, 30), "#345").save(packed, "PNG")
    return packed.getvalue()


def write_lesson(folder: Path, yaml: str = YAML) -> Path:
    """The lesson in a folder of ``folder``; where it is."""
    at = folder / LESSON
    at.mkdir(parents=True)
    (at / "lesson.yaml").write_text(yaml, "utf-8")
    (at / "cover.png").write_bytes(png())
    for lang, said in STORY.items():
        (at / f"story.{lang}.md").write_text(said, "utf-8")
    return at


def questions(count: int, topics: tuple[str, ...] = (), scenario: str = SCENARIO) -> str:
    """A file of questions, the second answer of each right; ``topics`` are gone through again and again."""
    lines = [f"questions: {scenario}", "items:"]
    for k in range(count):
        about = f", about: {topics[k % len(topics)]}" if topics else ""
        lines.append(
            f"  - {{id: q{k}{about}, kind: one, ask: {{zh: 问{k}, en: Question {k}}}, "
            f"explain: {{zh: 因为, en: Because}}, "
            f"answers: [{{zh: 甲, en: A}}, {{zh: 乙, en: B, right: true}}]}}"
        )
    return "\n".join(lines) + "\n"


def write_questions(folder: Path, content: str, scenario: str = SCENARIO) -> Path:
    """A question file in a folder of own lessons; where it is."""
    at = folder / "questions" / f"{scenario}.yaml"
    at.parent.mkdir(parents=True, exist_ok=True)
    at.write_text(content, "utf-8")
    return at
