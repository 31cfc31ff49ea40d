"""Which questions are asked before and after the training: the same topics, other questions."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ledger.classroom.model import Question

MOST_ASKED = 12
MOST_OF_ONE_SCENARIO = 3


@dataclass(frozen=True)
class Item:
    """A question of a scenario; ``scenario`` is its id in the bank."""

    scenario: str
    question: str


def draw_before(bank: Mapping[str, Sequence[Question]], scenarios: Sequence[str], seed: str) -> list[Item]:
    """Questions on each scenario that the bank has some of, the same number on each.

    Topics that have a second question come first, so that it is left for afterwards.
    """
    known = [each for each in scenarios if each in bank]
    return [
        Item(scenario, question.id)
        for scenario in known
        for question in _before(bank[scenario], _share(len(known)), _dice(seed, scenario))
    ]


def draw_after(
    bank: Mapping[str, Sequence[Question]], scenarios: Sequence[str], asked: Collection[Item], seed: str
) -> list[Item]:
    """As many questions on each scenario as were ``asked`` before, none of them; their topics first.

    On scenarios of which nothing was asked before, as many as would have been.
    """
    known = [each for each in scenarios if each in bank]
    counts = Counter(item.scenario for item in asked)
    drawn = []
    for scenario in known:
        before = {item.question for item in asked if item.scenario == scenario}
        wanted = counts[scenario] or _share(len(known))
        some = _after(bank[scenario], before, wanted, _dice(seed, scenario))
        drawn += [Item(scenario, question.id) for question in some]
    return drawn


def _share(scenarios: int) -> int:
    return max(1, min(MOST_OF_ONE_SCENARIO, MOST_ASKED // max(1, scenarios)))


def _dice(seed: str, scenario: str) -> random.Random:
    return random.Random(f"{seed} {scenario}")


def _before(questions: Sequence[Question], count: int, dice: random.Random) -> list[Question]:
    shuffled = dice.sample(questions, len(questions))
    topics = Counter(each.about for each in questions if each.about)
    taken: set[str] = set()

    def rank(question: Question) -> int:
        topic = question.about
        first = topic is None or topic not in taken
        taken.add(topic or "")
        return 0 if first and topics[topic] > 1 else 1 if first else 2

    ranked = sorted([(rank(each), place) for place, each in enumerate(shuffled)])
    return [shuffled[place] for _, place in ranked[:count]]


def _after(questions: Sequence[Question], before: Collection[str], count: int, dice: random.Random) -> list[Question]:
    topics = {each.about for each in questions if each.id in before and each.about}
    others = [each for each in questions if each.id not in before]
    shuffled = dice.sample(others, len(others))
    return sorted(shuffled, key=lambda each: each.about not in topics)[:count]
