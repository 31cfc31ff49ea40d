"""Alarms, signals and devices that speak."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.synthesis import (
    Rng,
    Signal,
    coloured,
    count,
    curve,
    even,
    faded,
    in_room,
    joined,
    lay,
    lay_round,
    moments,
    moving_band,
    noise,
    overdriven,
    overtones,
    ring_in_room,
    ringing,
    saw_weights,
    silence,
    sine,
    tinted,
)

GAS_ALARM_HERTZ = (660.0, 880.0)
GAS_ALARM_SECONDS = 0.5
"""Each of the two tones lasts so long."""
GONG = ((848, 0.5, 1.0), (1712, 0.3, 0.8), (2380, 0.25, 0.9), (3640, 0.14, 0.6), (4890, 0.08, 0.45), (6350, 0.05, 0.3))
CLICK_RATE = 110 / 60
"""Chest compressions: 100 to 120 a minute."""
PIEZO = ((300, -30), (1500, -8), (2800, 0), (3600, 0), (6000, -10), (12000, -24))
"""What a small disc or loudspeaker of a device lets out."""


@sound("alarm_gas")
def alarm_gas(rng: Rng) -> Signal:
    """A gas alarm's two tones, 660 and 880 Hz, half a second each, from a horn."""
    ring = silence(6.0)
    for number in range(12):
        tone = overdriven(sine(GAS_ALARM_HERTZ[number % 2], GAS_ALARM_SECONDS), 2.5)
        lay_round(ring, faded(tone, 0.006, 0.006), GAS_ALARM_SECONDS * number)
    ring = coloured(ring, ((150, -24), (600, 0), (2500, -2), (6000, -12), (12000, -30)))
    return ring_in_room(ring, rng, 0.6, 0.12)


@sound("alarm_fire")
def alarm_fire(rng: Rng) -> Signal:
    """A fire bell: a hammer strikes a 15 cm gong twelve times a second; its uneven partials keep ringing through."""
    gong = ringing(2.4, GONG, rng)
    ring = silence(6.0)
    for blow in range(72):
        lay_round(ring, gong, blow / 12 + 0.002 * rng.normal(), 1 + 0.1 * rng.normal())
    return ring_in_room(ring, rng, 0.8, 0.12)


def _siren(rng: Rng, seconds: float, rise: float = 1.2, fall: float = 1.0) -> Signal:
    """A motor siren that winds up to 460 Hz, holds, and runs down: a rotor that chops air, rich in overtones."""
    rise, fall = min(rise, 0.4 * seconds), min(fall, 0.4 * seconds)
    pitch = curve(seconds, (0, 180), (rise * 0.6, 400), (rise, 460), (seconds - fall, 460), (seconds, 240))
    loud = curve(seconds, (0, 0), (rise * 0.5, 0.7), (rise, 1.0), (seconds - fall, 1.0), (seconds, 0))
    tone = overtones(pitch, saw_weights(14, 0.8), rng)
    return faded(even(tinted(tone, ((100, -12), (400, 0), (2000, -2), (6000, -16)))) * loud, 0.02, 0.05)


@sound("siren_blast")
def siren_blast(rng: Rng) -> Signal:
    """Blasting, the warning (预警信号): clear the area. Three long calls of 2.6 s."""
    return in_room(joined(_siren(rng, 2.6), 0.7, _siren(rng, 2.6), 0.7, _siren(rng, 2.6)), rng, 1.5, 0.2, 0.3)


@sound("siren_blast_firing")
def siren_blast_firing(rng: Rng) -> Signal:
    """Blasting, the firing signal (起爆信号): eight short calls, quickly."""
    parts: list[Signal | float] = []
    for _ in range(8):
        parts += [_siren(rng, 0.5, 0.15, 0.15), 0.3]
    return in_room(joined(*parts), rng, 1.5, 0.2, 0.3)


@sound("siren_blast_clear")
def siren_blast_clear(rng: Rng) -> Signal:
    """Blasting, the all-clear (解除信号): one call, held for eight seconds."""
    return in_room(_siren(rng, 8.0, 1.5, 2.0), rng, 1.5, 0.2, 0.3)


@sound("whistle")
def whistle(rng: Rng) -> Signal:
    """A signaller's pea whistle: two tones near 3 kHz that the pea breaks 28 times a second; short, short, long."""
    track = silence(2.2)
    for at, length in ((0.0, 0.25), (0.42, 0.25), (0.86, 0.95)):
        t = moments(length)
        pea = 1 + 0.45 * np.sin(2 * np.pi * 28 * t)
        blown = np.minimum(1, t / 0.03)
        hertz = 2850 * (0.96 + 0.04 * blown) + 45 * np.sin(2 * np.pi * 28 * t)
        tone = overtones(hertz, [1.0, 0.12]) + 0.6 * overtones(hertz * 1.076, [1.0])
        breath = 0.08 * moving_band(rng, hertz, 1500)
        lay(track, faded((tone * pea + breath) * blown, 0.01, 0.04), at)
    return faded(in_room(track, rng, 0.7, 0.2, 0.8), 0.005, 0.15)


@sound("phone_ring")
def phone_ring(rng: Rng) -> Signal:
    """A mobile phone rings: a small tune of marimba notes, twice, from a loudspeaker without bass."""
    notes = (659.3, 784.0, 880.0, 784.0, 987.8, 880.0, 784.0, 659.3)
    track = silence(4.4)
    for turn in (0.0, 2.2):
        for number, hertz in enumerate(notes):
            note = ringing(0.7, [(hertz, 0.09, 1.0), (hertz * 3.93, 0.03, 0.4), (hertz * 9.2, 0.01, 0.15)], rng)
            lay(track, note, turn + 0.19 * number)
    return faded(tinted(track, ((150, -24), (500, -6), (900, 0), (6000, -2), (12000, -14))), 0.002, 0.2)


@sound("phone_ding")
def phone_ding(rng: Rng) -> Signal:
    """A message: two notes, the second higher."""
    track = silence(1.2)
    for at, hertz in ((0.0, 1046.5), (0.14, 1568.0)):
        lay(track, ringing(0.9, [(hertz, 0.12, 1.0), (hertz * 2.01, 0.06, 0.3), (hertz * 3.9, 0.02, 0.15)], rng), at)
    return faded(tinted(track, ((150, -24), (600, 0), (8000, -4))), 0.002, 0.2)


def _prompt(rng: Rng, tones: tuple[tuple[float, float, float], ...], seconds: float) -> Signal:
    """Tones (begin, hertz, seconds) of a device before or after it speaks."""
    track = silence(seconds)
    for at, hertz, length in tones:
        lay(track, faded(overtones(np.full(count(length), hertz), [1.0, 0.25, 0.12]), 0.01, 0.03), at)
    return tinted(track, ((200, -20), (700, 0), (5000, -4), (10000, -20)))


@sound("aed_voice")
def aed_voice(rng: Rng) -> Signal:
    """A defibrillator asks for attention: three rising notes before each of its sentences."""
    return _prompt(rng, ((0.0, 523.3, 0.14), (0.18, 659.3, 0.14), (0.36, 784.0, 0.22)), 0.7)


@sound("aed_analyse")
def aed_analyse(rng: Rng) -> Signal:
    """It analyses: two even notes, nobody may touch the patient."""
    return _prompt(rng, ((0.0, 784.0, 0.16), (0.26, 784.0, 0.16)), 0.6)


@sound("aed_charge")
def aed_charge(rng: Rng) -> Signal:
    """It charges: a tone that climbs for two seconds, then the ready alarm."""
    seconds = 3.6
    hertz = np.exp(curve(seconds, (0, np.log(420)), (2.0, np.log(1500)), (3.6, np.log(1500))))
    loud = curve(seconds, (0, 0), (0.2, 0.5), (2.0, 0.8), (2.02, 0), (3.6, 0))
    track = overtones(hertz, [1.0, 0.2]) * loud
    for at in (2.15, 2.5, 2.85, 3.2):
        lay(track, faded(overtones(np.full(count(0.2), 1850.0), [1.0, 0.2]), 0.008, 0.02), at, 0.9)
    return faded(tinted(track, ((200, -20), (700, 0), (5000, -4), (10000, -20))), 0.01, 0.1)


@sound("device_offline")
def device_offline(rng: Rng) -> Signal:
    """The care platform: a device no longer answers. Three falling notes, twice."""
    notes = ((0.0, 880.0), (0.2, 698.5), (0.4, 523.3))
    both = tuple((begin + at, hertz, 0.17) for begin in (0.0, 0.95) for at, hertz in notes)
    return faded(_prompt(rng, both, 1.9), 0.005, 0.1)


@sound("metronome_110")
def metronome_110(rng: Rng) -> Signal:
    """The pace of chest compressions: 110 wooden clicks a minute, every eleventh no louder than the others."""
    clicks = 12
    seconds = clicks / CLICK_RATE
    ring = silence(seconds)
    click = ringing(0.09, [(1580, 0.006, 1.0), (2460, 0.004, 0.6), (790, 0.009, 0.5)], rng)
    for number in range(clicks):
        lay_round(ring, click, number * seconds / clicks + 0.01)
    return ring


@sound("detector_chirp")
def detector_chirp(rng: Rng) -> Signal:
    """A detector whose battery is low or whose plug is out: one chirp of its disc at 3.2 kHz."""
    return faded(joined(faded(tinted(overdriven(sine(3200, 0.09), 1.5), PIEZO), 0.004, 0.02), 0.2), 0.001, 0.02)


@sound("alarm_home")
def alarm_home(rng: Rng) -> Signal:
    """A home's gas or smoke alarm: three beeps at 3.1 kHz, a pause, again (the pattern of ISO 8201: half a second each,
    one and a half of pause)."""
    ring = silence(8.0)
    beep = faded(overdriven(sine(3100, 0.5), 2.0), 0.006, 0.012)
    for turn in (0.0, 4.0):
        for number in range(3):
            lay_round(ring, beep, turn + number * 1.0 + 0.05)
    return coloured(ring, PIEZO) + 0.0005 * noise(rng, 8.0)
