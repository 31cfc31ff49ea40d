"""The statements that both stores hold and are sent: those of a van's completions, by many learners."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count, islice
from random import Random
from typing import Any

from benchmarks.completions import OF_A_LEARNER, Finished
from benchmarks.lrs.client import Question
from kiosk.statements import LEARNERS, statements

Statement = dict[str, Any]
EDITION = 2
"""Of what is made here: stores that were filled with another are not these."""
A_COMPLETION = 4
"""Statements of one."""
A_LEARNER = OF_A_LEARNER * A_COMPLETION
"""Statements of one, however many a store holds."""
_SEED = 6


def sent(of: Finished, first: int = 0) -> Iterator[Statement]:
    """Statements without end, always the same ones, from number ``first`` (a multiple of four)."""
    for number in count(first // A_COMPLETION):
        yield from statements(of.again(number))


def stored(of: Finished, many: int) -> Iterator[Statement]:
    """The statements that a store of so many holds (a multiple of twenty)."""
    return islice(sent(of), many)


def by_agent(of: Finished, many: int, questions: int) -> list[Question]:
    """Questions for all that some learners did, in a store of so many statements."""
    asked = []
    for learner in Random(_SEED).sample(range(many // A_LEARNER), min(questions, many // A_LEARNER)):
        found = list(islice(sent(of, learner * A_LEARNER), A_LEARNER))
        agent = json.dumps({"account": {"homePage": LEARNERS, "name": found[0]["actor"]["account"]["name"]}})
        asked.append(Question({"agent": agent}, frozenset(each["id"] for each in found)))
    return asked


def by_id(of: Finished, many: int, questions: int) -> list[Question]:
    """Questions for single statements in a store of so many."""
    asked = []
    for completion in Random(_SEED).sample(range(many // A_COMPLETION), min(questions, many // A_COMPLETION)):
        found = next(sent(of, completion * A_COMPLETION))["id"]
        asked.append(Question({"statementId": found}, frozenset({found})))
    return asked
