"""The van is killed at fifty random moments; every completion shown arrives everywhere exactly once."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import threading
from collections import Counter
from pathlib import Path

import httpx
import pytest

from ledger.credentials import add as add_credential
from scenarios import bank
from tests.van.van_process import VanProcess, wait_for

KILLS = 50
TRAINEES = ("perfect", "absent", "random")
LONGEST_LIFE_S = 1.0


@pytest.mark.xdist_group("kill")
def test_every_completion_shown_arrives_exactly_once(van: VanProcess) -> None:
    dice = random.Random(20261122)
    shown: list[str] = []
    for _ in range(KILLS):
        van.start()
        _play_until_killed(van, dice, shown)
    assert not van.faults(), van.faults()
    assert len(shown) > KILLS, "the van died before it was of any use"

    van.start()
    wait_for(lambda: van.state()["pending"] == 0, "everything is delivered")
    assert van.state()["refused"] == 0
    assert len(set(shown)) == len(shown)
    in_ledger = _terminated_in_ledger(van)
    in_monitoring = _in_monitoring(van.data)
    assert {id_: in_ledger[id_] for id_ in shown} == dict.fromkeys(shown, 1)
    assert {id_: in_monitoring[id_] for id_ in shown} == dict.fromkeys(shown, 1)
    # What was safe but not shown before the kill arrives as well, and once.
    assert in_ledger == in_monitoring
    assert set(in_ledger.values()) == {1}


def _play_until_killed(van: VanProcess, dice: random.Random, shown: list[str]) -> None:
    """Two people play one session after the other until the van dies under them."""
    seeds = [dice.random(), dice.random()]
    players = [threading.Thread(target=_play_on, args=(van, random.Random(seed), shown)) for seed in seeds]
    for player in players:
        player.start()
    threading.Event().wait(dice.uniform(0, LONGEST_LIFE_S))
    van.kill()
    for player in players:
        player.join()


def _play_on(van: VanProcess, dice: random.Random, shown: list[str]) -> None:
    with contextlib.suppress(httpx.TransportError):  # killed
        while True:
            shown.append(van.demo(dice.choice(bank()), dice.choice(TRAINEES)))


def _terminated_in_ledger(van: VanProcess) -> Counter[str]:
    """How often the ledger holds the end of each session, asked as any client would."""
    key, secret = add_credential(van.data / "ledger", "auditor", "read")
    found: Counter[str] = Counter()
    more = "/xapi/statements?verb=http://adlnet.gov/expapi/verbs/terminated&limit=100"
    while more:
        answer = van.client.get(more, auth=(key, secret), headers={"X-Experience-API-Version": "1.0.3"})
        body = answer.raise_for_status().json()
        found.update(statement["context"]["registration"] for statement in body["statements"])
        more = body.get("more")
    return found


def _in_monitoring(data: Path) -> Counter[str]:
    with sqlite3.connect(data / "monitoring" / "monitoring.sqlite") as connection:
        return Counter(id_ for (id_,) in connection.execute("SELECT id FROM completions"))
