"""People: calls, coughs, breath, steps, and what one hears of oneself."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.synthesis import (
    RATE,
    Rng,
    Signal,
    band,
    count,
    curve,
    decay,
    even,
    faded,
    hump,
    in_room,
    joined,
    lay,
    lay_round,
    noise,
    silence,
    sine,
    tinted,
    wander,
)
from sim.audio.synthesis.voice import Speaker, Syllable, cough, utterance

CALLING = Speaker(pitch=245, mouth=1.06, falling=4.5, breath=0.14)
"""A man who calls as loud as he can: high, pressed, hoarse."""
HEART_RATE = 96 / 60


def _called(rng: Rng, *syllables: Syllable, pace: float = 1.0) -> Signal:
    """A call in the open."""
    return faded(in_room(even(utterance(rng, CALLING, syllables, pace)), rng, 0.8, 0.18), 0.005, 0.2)


@sound("shout_help")
def shout_help(rng: Rng) -> Signal:
    """有人出事了！ by its tones (3 2 1 4 0): yǒu rén chū shì le."""
    return _called(
        rng, Syllable("", ("i", "o", "u"), 3, 0.26), Syllable("", ("r", "e", "n"), 2, 0.26),
        Syllable("ch", ("u",), 1, 0.28), Syllable("sh", ("r",), 4, 0.3), Syllable("", ("e",), 0, 0.22),
    )  # fmt: skip


@sound("shout_evac")
def shout_evac(rng: Rng) -> Signal:
    """撤离！快撤离！ by its tones (4 2, 4 4 2): chè lí! kuài chè lí!"""
    leave = (Syllable("ch", ("e",), 4, 0.3), Syllable("", ("i",), 2, 0.42))
    quick = Syllable("k", ("u", "a", "i"), 4, 0.28)
    first = utterance(rng, CALLING, leave)
    return faded(
        in_room(even(joined(first, 0.28, utterance(rng, CALLING, (quick, *leave), 1.1))), rng, 0.8, 0.18), 0.005, 0.2
    )


@sound("shout_stop")
def shout_stop(rng: Rng) -> Signal:
    """停下！ by its tones (2 4): tíng xià!"""
    return _called(rng, Syllable("t", ("i", "ng"), 2, 0.34), Syllable("x", ("i", "a"), 4, 0.46))


@sound("shout_careful")
def shout_careful(rng: Rng) -> Signal:
    """小心！ by its tones (3 1): xiǎo xīn!"""
    return _called(rng, Syllable("x", ("i", "a", "o"), 3, 0.34), Syllable("x", ("i", "n"), 1, 0.42))


@sound("cough_loop")
def cough_loop(rng: Rng) -> Signal:
    """A man coughs in bouts: three or four short coughs, breath drawn in, a pause."""
    ring = silence(8.0)
    speaker = Speaker(pitch=110, falling=6, breath=0.8)
    for begin, number in ((0.3, 3), (3.6, 4)):
        for turn in range(number):
            lay_round(
                ring, even(cough(rng, speaker)), begin + 0.46 * turn + 0.03 * rng.normal(), 0.7 + 0.3 * rng.random()
            )
        drawn = tinted(noise(rng, 0.6), band(700, 3500)) * hump(0.6, 0.6)
        lay_round(ring, even(drawn) * hump(0.6, 0.6), begin + 0.46 * number + 0.25, 0.12)
    return ring


@sound("breath_short")
def breath_short(rng: Rng) -> Signal:
    """Somebody fights for breath: 34 breaths a minute, in (higher, 1 to 4 kHz) and out (lower), with a rattle."""
    breaths = 4
    seconds = breaths * 60 / 34
    ring = silence(seconds)
    for number in range(breaths):
        begin = number * seconds / breaths
        drawn = even(noise(rng, 0.75, ((500, -14), (1200, 0), (3000, -3), (8000, -18)))) * hump(0.75, 0.6)
        out = even(noise(rng, 0.85, ((250, -6), (600, 0), (1800, -6), (6000, -24)))) * hump(0.85, 0.25)
        lay_round(ring, drawn * wander(rng, 0.75, 30, 0.6, 1.3), begin + 0.02, 0.8)
        lay_round(ring, out * wander(rng, 0.85, 22, 0.7, 1.2), begin + 0.86)
    return ring


@sound("footsteps")
def footsteps(rng: Rng) -> Signal:
    """Work boots on a hard floor, 108 steps a minute: heel, then sole, with grit."""
    steps = 12
    seconds = steps * 60 / 108
    ring = silence(seconds)
    for number in range(steps):
        at = number * seconds / steps + 0.01 * rng.normal() + 0.05
        heel = even(tinted(noise(rng, 0.12), ((50, 0), (160, 0), (600, -10), (3000, -22)))) * decay(0.12, 0.014)
        sole = even(tinted(noise(rng, 0.14), ((300, -6), (1200, 0), (4000, -6), (9000, -18)))) * hump(0.14, 0.2)
        lay_round(ring, heel, at, 1.0 + 0.15 * rng.normal())
        lay_round(ring, sole, at + 0.05, 0.22)
    return ring


@sound("heartbeat")
def heartbeat(rng: Rng) -> Signal:
    """One's own heart, 96 a minute, slowing and fading over ten seconds: two thumps below 70 Hz each, 0.28 s apart."""
    seconds = 10.0
    track = silence(seconds)
    at = 0.05
    while at < seconds - 1.0:
        for later, top, loud in ((0.0, 62.0, 1.0), (0.28, 78.0, 0.62)):
            glide = top * np.exp(-3.0 * np.arange(count(0.22)) / RATE)
            thump = np.sin(2 * np.pi * np.cumsum(glide) / RATE) * hump(0.22, 0.22)
            thump += 0.12 * even(tinted(noise(rng, 0.22), ((60, 0), (160, -6), (500, -30)))) * hump(0.22, 0.15)
            lay(track, thump, at + later, loud)
        at += 1 / (HEART_RATE * (1 - 0.025 * at))
    return faded(track * curve(seconds, (0, 1), (6, 0.9), (10, 0.3)), 0.01, 0.6)


@sound("tinnitus")
def tinnitus(rng: Rng) -> Signal:
    """The ears ring after a blast: two thin tones near 4.2 kHz that beat slowly, and a breath of noise round them. What
    else is heard is muffled meanwhile (``sim.audio.mix``)."""
    seconds = 11.0
    tone = sine(4180, seconds) + 0.8 * sine(4186.3, seconds) + 0.35 * sine(6270, seconds)
    hiss = even(noise(rng, seconds, ((2500, -30), (4000, 0), (4600, 0), (8000, -30))))
    loud = curve(seconds, (0, 0), (0.25, 1.0), (4.0, 0.8), (11.0, 0))
    return faded((even(tone) + 0.25 * hiss) * loud, 0.1, 1.0)
