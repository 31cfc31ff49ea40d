"""A lesson as a phone shows it: one step a screen, a page's content first and then each of its questions."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.classroom.model import Guide, Lesson, Page, Question


@dataclass(frozen=True)
class Step:
    """One screen: the content of a page, or one of its questions."""

    page: Page
    question: Question | None = None
    guide: Guide | None = None
    """Who speaks on this screen."""


def steps_of(lesson: Lesson) -> list[Step]:
    """All steps of a lesson. The guide of a page that only asks stands beside its first question."""
    steps: list[Step] = []
    for page in lesson.pages:
        has_content = bool(page.picture or page.video or page.text or not page.quiz)
        if has_content:
            steps.append(Step(page, guide=page.guide))
        for k, question in enumerate(page.quiz):
            steps.append(Step(page, question, page.guide if k == 0 and not has_content else None))
    return steps


def is_right(question: Question, chosen: frozenset[int]) -> bool:
    """Whether exactly the right answers were chosen."""
    return chosen == question.right


def written(chosen: frozenset[int]) -> str:
    """Chosen answers as the tables keep them."""
    return ",".join(map(str, sorted(chosen)))


def read_chosen(kept: str | None) -> frozenset[int]:
    """What :func:`written` wrote."""
    return frozenset(map(int, kept.split(","))) if kept else frozenset()
