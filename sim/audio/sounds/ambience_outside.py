"""Beds of roads, the quay, homes and kitchens. All are rings of twelve seconds."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.sounds.ambience_work import SECONDS, distant_engine, wind
from sim.audio.synthesis import (
    Rng,
    Signal,
    between,
    coloured,
    count,
    curve,
    decay,
    even,
    faded,
    geometric,
    hump,
    lay_round,
    lowpass,
    moments,
    noise,
    overtones,
    plate_modes,
    ring_in_room,
    ringing,
    saw_weights,
    scattered_round,
    silence,
    steady,
    tinted,
    wander,
)
from sim.audio.synthesis.voice import Speaker, murmur

TYRES = ((60, -12), (250, -4), (800, 0), (1300, -1), (2500, -10), (8000, -30))
"""What tyres make of asphalt at speed: a broad top round 1 kHz."""
THROUGH_A_WALL = ((80, -14), (300, 0), (1100, -2), (2000, -16), (5000, -40))


def pass_by(rng: Rng, kmh: float, beside: float, seconds: float = 6.0) -> Signal:
    """A car that passes ``beside`` metres away at a speed: it grows as it nears (one over the distance), its
    rumble first, its hiss only when it is near; the road noise drops in pitch as it goes (Doppler)."""
    along = kmh / 3.6 * (moments(seconds) - seconds / 2)
    away = np.hypot(along, beside)
    near = beside / away
    hiss = noise(rng, seconds, TYRES)
    rumble = noise(rng, seconds, ((40, 0), (120, 0), (400, -10), (1500, -30)))
    engine = overtones((kmh * 0.9) * (1 + kmh / 3.6 / 343 * -along / away), saw_weights(6, 1.2), rng)
    return faded(hiss * near**1.6 + 0.6 * rumble * near + 0.1 * even(engine) * near, 0.3, 0.3)


@sound("amb_highway")
def amb_highway(rng: Rng) -> Signal:
    """A motorway: wind, the far carriageway's even roar, and cars and lorries that pass at 80 to 120 km/h."""
    ring = 0.12 * wind(rng) + 0.09 * noise(rng, SECONDS, TYRES)
    for at, kmh, beside, loud in (
        (0.2, 110, 5.0, 1.0), (2.3, 85, 5.5, 1.3), (4.1, 118, 9.0, 0.6), (6.0, 100, 5.0, 0.9), (8.9, 112, 8.5, 0.6),
    ):  # fmt: skip
        lay_round(ring, pass_by(rng, kmh, beside), at, loud)
    return ring


@sound("amb_road")
def amb_road(rng: Rng) -> Signal:
    """A city street: a low steady roar of traffic farther away, cars at 30 to 50 km/h, a scooter's electric
    whine, a horn streets away."""
    ring = 0.25 * noise(rng, SECONDS, ((40, 0), (100, 0), (400, -9), (1200, -15), (4000, -30)))
    for at, kmh, beside, loud in ((0.5, 42, 5.0, 0.7), (3.4, 35, 4.0, 0.6), (7.2, 48, 5.0, 0.8)):
        lay_round(ring, pass_by(rng, kmh, beside), at, loud)
    whine = overtones(geometric(3.0, (0, 620), (1.2, 900), (3.0, 760)), [1, 0.3, 0.4], rng) * hump(3.0)
    lay_round(ring, even(whine), 5.4, 0.03)
    for at, length in ((10.2, 0.25), (10.6, 0.4)):
        toot = overtones(np.full(count(length), 415.0), saw_weights(8)) + overtones(
            np.full(count(length), 494.0), saw_weights(8)
        )
        lay_round(ring, faded(even(tinted(toot, lowpass(1200))), 0.02, 0.05), at, 0.05)
    return even(ring_in_room(ring, rng, 0.8, 0.25, 0.4))


def _gull(rng: Rng) -> Signal:
    """A gull's call: three to five mews, each a harsh tone that rises fast and falls (700 to 1500 Hz)."""
    call = silence(2.2)
    for number in range(int(rng.integers(3, 6))):
        length = between(rng, 0.24, 0.36)
        top = between(rng, 1250, 1600)
        pitch = geometric(length, (0, top * 0.62), (length * 0.25, top), (length, top * 0.7))
        mew = overtones(pitch, [0.6, 1.0, 0.7, 0.45, 0.25, 0.15], rng) * hump(length, 0.3)
        begin = 0.4 * number + 0.03 * rng.normal()
        call[count(max(0, begin)) :][: len(mew)] += mew[: len(call) - count(max(0, begin))]
    return even(call)


def _slap(rng: Rng) -> Signal:
    """A small wave on the quay's wall: a soft knock, then water running off."""
    wash = even(noise(rng, 0.9, ((150, -4), (500, 0), (2000, -8), (8000, -24)))) * hump(0.9, 0.12) ** 2
    knock = even(noise(rng, 0.2, ((50, 0), (180, -2), (600, -18)))) * decay(0.2, 0.03)
    wash[: len(knock)] += 0.8 * knock
    return wash


@sound("amb_quay")
def amb_quay(rng: Rng) -> Signal:
    """Water at a quay: swell against the wall every couple of seconds, a ship's engine, two gulls, wind."""
    ring = 0.35 * wind(rng) + 0.3 * distant_engine(rng, 14)
    water = noise(rng, SECONDS, ((100, -8), (400, 0), (1500, -6), (6000, -22))) * wander(rng, SECONDS, 0.5, 0.1, 1.0)
    ring += 0.45 * even(water) + 0.8 * scattered_round(rng, SECONDS, 0.8, _slap, 0.5)
    for at, loud in ((2.1, 0.14), (7.4, 0.08)):
        lay_round(ring, _gull(rng), at, loud)
    return ring


@sound("amb_home")
def amb_home(rng: Rng) -> Signal:
    """A flat: a wall clock that ticks every second, the fridge's 100 Hz hum, a television in the next room
    (a murmur with everything above 1.5 kHz lost in the wall), hardly any street."""
    ring = 0.3 * noise(rng, SECONDS, ((40, 0), (150, -6), (600, -18), (3000, -40)))
    ring += 0.35 * even(overtones(steady(100, SECONDS), [1, 0.35, 0.2, 0.08])) * wander(rng, SECONDS, 0.4, 0.9, 1.1)
    for second in range(round(SECONDS)):
        deep = 1.0 if second % 2 else 0.85
        tick = ringing(0.06, [(2300 * deep, 0.005, 1.0), (4100 * deep, 0.003, 0.6), (900, 0.008, 0.3)], rng)
        lay_round(ring, tick, second + 0.05, 0.5)
    talk = silence(SECONDS)
    for at, speaker in ((0.3, Speaker(125)), (6.3, Speaker(215, 1.15))):
        lay_round(talk, faded(murmur(rng, speaker, 5.2), 0.1, 0.2), at)
    ring += 0.28 * even(ring_in_room(coloured(talk, THROUGH_A_WALL), rng, 0.5, 0.4))
    return ring


def _clatter(rng: Rng) -> Signal:
    """Crockery or a pan: a handful of bright modes."""
    lowest = between(rng, 900, 2400)
    return even(ringing(0.5, plate_modes(lowest, between(rng, 0.02, 0.07), 9, rng), rng))


@sound("amb_kitchen")
def amb_kitchen(rng: Rng) -> Signal:
    """A hotel kitchen: the roar of wok burners (broad, fluttering some eight times a second), the extract hood,
    crockery and ladles."""
    burner = noise(rng, SECONDS, ((50, -6), (150, 0), (500, -1), (1500, -8), (6000, -24)))
    burner *= wander(rng, SECONDS, 8, 0.7, 1.25)
    hood = noise(rng, SECONDS, ((60, 0), (250, -3), (1000, -12), (5000, -30))) + 0.4 * even(
        overtones(steady(148, SECONDS), [1, 0.4, 0.2])
    )
    work = scattered_round(rng, SECONDS, 1.5, _clatter, 1.1)
    for stir in range(9):
        lay_round(work, _clatter(rng), 4.2 + 0.33 * stir, 0.12)
    sizzle = noise(rng, SECONDS, ((1500, -18), (4000, 0), (9000, -2), (15000, -10)))
    sizzle *= curve(SECONDS, (0, 0.3), (4.0, 0.3), (4.6, 1.0), (8.0, 0.45), (SECONDS, 0.3))
    return 1.0 * burner + 0.6 * hood + 0.1 * sizzle + 0.25 * even(ring_in_room(work, rng, 0.8, 0.35))
