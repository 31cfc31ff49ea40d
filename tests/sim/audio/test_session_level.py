"""No moment of a session is louder than the content rules allow, with everything sounding at once."""

from __future__ import annotations

import numpy as np
import pytest

import scenarios
from sim.audio.library import recording
from sim.audio.loudness import FULL_SCALE_DB, decibels
from sim.audio.mix import Ear, Hearing, utterances
from sim.audio.synthesis import RATE, Signal
from sim.session import Session

STEP = 0.1
LONG = 20.0
"""Seconds from the accident's moment on."""


def mixed(hearing: Hearing) -> Signal:
    """What is heard for the next ``STEP``, all sounds added up."""
    total = np.zeros(round(STEP * RATE))
    for sound in hearing.sounds:
        signal, begin = recording(sound.name).signal, round(sound.age * RATE)
        along = begin + np.arange(len(total))
        part = signal[along % len(signal)] if sound.loop else signal[begin : begin + len(total)]
        total[: len(part)] += sound.gain * part
    return total


@pytest.mark.parametrize("name", scenarios.bank())
def test_an_accident_is_heard_and_never_too_loud(name: str) -> None:
    scenario = scenarios.load(name).scenario
    session, ear, pieces = Session(scenario), Ear(), []
    while session.phase == "scene":
        session.advance(session.next_moment())
    begin = session.time
    for step in range(round(LONG / STEP)):
        session.advance(begin + step * STEP)
        state = session.state()
        pieces.append(mixed(ear.hears(state.sounds, utterances(state), state.trainee.eye, paused=False)))
    heard = np.concatenate(pieces)
    assert 55 < decibels(heard, loops=False) < FULL_SCALE_DB
    assert np.mean(np.abs(heard) > 1) < 0.002, "the limiter has next to nothing to do"
