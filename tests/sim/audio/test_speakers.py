"""OpenAL plays what is heard: into a file that is listened to, into nothing, and without a device."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

PLAYS = """
import json, sys, time
from sim.audio.mix import Heard, Hearing
from sim.audio.speakers import Speakers
LENGTH, GAP, WAITS = 0.45, 0.4, 20.0
speakers = Speakers()

def play(number, name, source, muffled, heading):
    age, until = 0.0, time.monotonic() + WAITS
    while not speakers.silent and age < LENGTH and time.monotonic() < until:
        sound = Heard(f"{name}.{number}", name, source, 1.0, 1.0, age, True, True)
        speakers.play(Hearing((sound,), muffled), heading, 0.0)
        age = speakers._voices[sound.key].clear.get_time() + 0.001
        time.sleep(0.01)
    until = time.monotonic() + GAP
    while not speakers.silent and time.monotonic() < until:
        speakers.play(Hearing(), heading, 0.0)
        time.sleep(0.01)
    return age

reached = [play(number, *order) for number, order in enumerate(json.loads(sys.argv[1]))]
print(json.dumps({"silent": speakers.silent, "reached": reached}))
speakers.close()
"""
"""Plays loops one after the other, each until the device has come so far (it runs in its own time)."""

EAST = [6.0, 0.0, 0.0]
ORDERS = {
    "on the right": ("reverse_beep", EAST, 0.0, 0.0),
    "turned round": ("reverse_beep", EAST, 0.0, 180.0),
    "faced": ("reverse_beep", EAST, 0.0, -90.0),
    "far": ("reverse_beep", [90.0, 0.0, 0.0], 0.0, 0.0),
    "clear": ("gas_hiss", None, 0.0, 0.0),
    "dull": ("gas_hiss", None, 1.0, 0.0),
}
"""Name of the sound, where it is, how muffled, heading of the head."""


def played(environment: dict[str, str], *orders: tuple) -> dict:
    done = subprocess.run(
        [sys.executable, "-c", PLAYS, json.dumps(orders)],
        env=os.environ | environment, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) | {"log": done.stderr}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[float, float]]:
    """How loud each order was on the left and on the right, in what OpenAL mixed."""
    folder = tmp_path_factory.mktemp("mixed")
    settings, file = folder / "alsoft.conf", folder / "mixed.wav"
    settings.write_text(f"[general]\ndrivers=wave\nhrtf=false\nfrequency=32000\n[wave]\nfile={file}\n", "utf-8")
    played({"ALSOFT_CONF": str(settings)}, *ORDERS.values())
    return dict(zip(ORDERS, map(_loudness, _pieces(_samples(file))), strict=True))


def _samples(file: Path) -> NDArray[np.float32]:
    """(samples, 2), left and right, of a file whose header was never completed."""
    raw = file.read_bytes()
    begin = raw.index(b"data") + 8
    return np.frombuffer(raw[begin : begin + (len(raw) - begin) // 8 * 8], "<f4").reshape(-1, 2)


def _pieces(samples: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """What is between the silences of a fifth of a second and more."""
    heard = np.flatnonzero(np.abs(samples).max(1) > 1e-4)
    return [samples[part[0] : part[-1]] for part in np.split(heard, np.flatnonzero(np.diff(heard) > 6400) + 1)]


def _loudness(piece: NDArray[np.float32]) -> tuple[float, float]:
    left, right = np.sqrt((piece.astype(float) ** 2).mean(0))
    return float(left), float(right)


def test_a_sound_comes_from_its_side_whichever_way_the_head_is_turned(mixed: dict[str, tuple[float, float]]) -> None:
    left, right = mixed["on the right"]
    assert right > 0.02 and right > 10 * left
    left, right = mixed["turned round"]
    assert left > 0.02 and left > 10 * right
    left, right = mixed["faced"]
    assert left == pytest.approx(right, rel=0.1)


def test_distance_is_not_taken_off_twice(mixed: dict[str, tuple[float, float]]) -> None:
    assert mixed["far"][1] == pytest.approx(mixed["on the right"][1], rel=0.2)


def test_ringing_ears_take_the_highs_away(mixed: dict[str, tuple[float, float]]) -> None:
    assert 0 < mixed["dull"][0] < 0.1 * mixed["clear"][0]


def test_a_device_that_plays_into_nothing_runs() -> None:
    said = played({"ALSOFT_DRIVERS": "null"}, ORDERS["on the right"], ORDERS["clear"])
    assert not said["silent"] and min(said["reached"]) >= 0.45


def test_without_a_device_the_session_is_silent_and_says_so_once() -> None:
    said = played({"ALSOFT_DRIVERS": "no-such-driver"}, ORDERS["clear"])
    assert said["silent"]
    assert len(said["log"].strip().splitlines()) == 1 and "no sound device" in said["log"]
