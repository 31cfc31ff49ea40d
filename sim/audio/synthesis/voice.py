"""A human voice from a buzzing throat and moving resonances: calls, murmurs, coughs.

The throat gives overtones of a moving pitch that fall off by some decibels an octave, flatter the louder
one calls. The mouth is three to four resonances (formants) that stand for a vowel and glide to the next.
Consonants are short pieces of coloured noise. What comes out is told apart as calling or talking, with the
melody of its tones; the words themselves stand in the caption, and a real voice takes its place where the
machine has one (``sim.audio.voices``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.audio.synthesis.filters import band, tinted
from sim.audio.synthesis.noise import noise, wander
from sim.audio.synthesis.signals import RATE, Rng, Signal, count, curve, even, faded, hump, joined
from sim.audio.synthesis.tones import phase

Formants = tuple[float, float, float]
VOWELS: dict[str, Formants] = {
    "a": (850, 1250, 2650),
    "e": (520, 1250, 2550),
    "o": (520, 850, 2500),
    "i": (310, 2250, 3000),
    "u": (360, 720, 2400),
    "y": (300, 1850, 2450),
    "r": (450, 1350, 1750),
    "n": (280, 1050, 2250),
    "ng": (300, 850, 2300),
}
"""First three resonances of a man's mouth, in hertz (ü is written y; r, n and ng are hummed)."""
FOURTH = 3500.0
BANDWIDTHS = (80.0, 110.0, 160.0, 240.0)

CONSONANTS: dict[str, tuple[float, float, float, float]] = {
    "sh": (2200, 6500, 0.11, 0.5), "x": (3500, 8500, 0.11, 0.4), "ch": (2200, 6500, 0.09, 0.6),
    "c": (4500, 9500, 0.09, 0.5), "zh": (2200, 6000, 0.04, 0.5), "j": (3000, 7500, 0.05, 0.5),
    "t": (2800, 7500, 0.06, 0.6), "d": (2000, 5000, 0.015, 0.5), "k": (1400, 4500, 0.06, 0.6),
    "g": (1200, 3000, 0.02, 0.5), "b": (400, 1600, 0.012, 0.5), "q": (3000, 8000, 0.09, 0.5),
    "h": (800, 3500, 0.07, 0.25), "f": (1500, 9000, 0.09, 0.2), "s": (4500, 10000, 0.11, 0.5),
}  # fmt: skip
"""Noise of a consonant: from and to hertz, seconds, how loud beside the vowel."""

TONES: dict[int, tuple[float, ...]] = {
    0: (0.95, 0.88),
    1: (1.22, 1.22),
    2: (0.95, 0.98, 1.25),
    3: (0.9, 0.78, 0.92),
    4: (1.3, 1.12, 0.82),
}
"""The melodies of Mandarin, as shares of the speaker's middle pitch, over a syllable."""


@dataclass(frozen=True)
class Speaker:
    """Who calls: middle pitch in hertz, size of the mouth (1 a man's; formants rise with it), how many
    decibels overtones fall an octave, and how much breath is in the voice."""

    pitch: float = 130.0
    mouth: float = 1.0
    falling: float = 9.0
    breath: float = 0.04


@dataclass(frozen=True)
class Syllable:
    """A consonant (or none), the vowels it glides through, its tone and its length."""

    start: str
    vowels: tuple[str, ...]
    tone: int
    seconds: float = 0.22


def _mouth_gain(hertz: Signal, formants: Signal) -> Signal:
    """How loud frequencies (..., frames) leave a mouth with these formants (4, frames)."""
    gain = np.ones_like(hertz)
    for centre, width in zip(formants, BANDWIDTHS, strict=True):
        gain = gain * centre**2 / np.sqrt((centre**2 - hertz**2) ** 2 + (hertz * width) ** 2)
    return gain


def _voiced(pitch: Signal, formants: Signal, speaker: Speaker) -> Signal:
    """The throat through the mouth; ``formants`` (4, samples)."""
    step = 128
    frames = slice(None, None, step)
    at = np.arange(len(pitch))
    result = np.zeros(len(pitch))
    turns = phase(pitch)
    for number in range(1, int(5500 / pitch.min()) + 1):
        hertz = number * pitch[frames]
        gain = _mouth_gain(hertz, formants[:, frames]) * 10 ** (-speaker.falling * np.log2(number) / 20)
        result += np.interp(at, at[frames], gain * (hertz < 5500)) * np.sin(number * turns)
    return result


def vowel(rng: Rng, speaker: Speaker, vowels: tuple[str, ...], tone: tuple[float, ...], seconds: float) -> Signal:
    """A sung or called vowel that glides, with the small unsteadiness of every throat."""
    spots = np.linspace(0, seconds, max(2, len(tone)))
    melody = curve(seconds, *zip(spots, tone if len(tone) > 1 else tone * 2, strict=True))
    pitch = speaker.pitch * melody * wander(rng, seconds, 9, 0.985, 1.015)
    names = vowels if len(vowels) > 1 else vowels * 2
    places = np.linspace(0.1 * seconds, 0.85 * seconds, len(names))
    formants = [
        speaker.mouth * curve(seconds, *((at, VOWELS[name][k]) for at, name in zip(places, names, strict=True)))
        for k in range(3)
    ]
    formants.append(np.full(count(seconds), FOURTH * speaker.mouth))
    voiced = even(_voiced(pitch, np.array(formants), speaker))
    middle = VOWELS[names[len(names) // 2]][0]
    breath = tinted(noise(rng, seconds), band(middle, 4500))
    return (voiced + speaker.breath * even(breath)) * hump(seconds, 0.25) ** 0.6


def consonant(rng: Rng, name: str) -> Signal:
    low, high, seconds, loud = CONSONANTS[name]
    return loud * faded(tinted(noise(rng, seconds), band(low, min(high, 0.4 * RATE))), seconds * 0.2, seconds * 0.4)


def utterance(rng: Rng, speaker: Speaker, syllables: tuple[Syllable, ...], pace: float = 1.0) -> Signal:
    """Syllables one after the other; ``pace`` above 1 is quicker."""
    parts: list[Signal | float] = []
    for syllable in syllables:
        if syllable.start:
            parts.append(consonant(rng, syllable.start))
        parts.append(vowel(rng, speaker, syllable.vowels, TONES[syllable.tone], syllable.seconds / pace))
        parts.append(0.02 / pace)
    return joined(*parts)


def murmur(rng: Rng, speaker: Speaker, seconds: float) -> Signal:
    """Talk without words, for a room with people or a television in it: so many seconds, with pauses."""
    starts, names = ["", *CONSONANTS], [name for name in VOWELS if name != "ng"]
    parts: list[Signal | float] = []
    length = 0.0
    while length < seconds:
        syllables = tuple(
            Syllable(
                str(rng.choice(starts)), (str(rng.choice(names)), str(rng.choice(names))),
                int(rng.integers(0, 5)), float(rng.uniform(0.13, 0.24)),
            )
            for _ in range(rng.integers(4, 11))
        )  # fmt: skip
        phrase = utterance(rng, speaker, syllables, 1.15)
        pause = float(rng.uniform(0.25, 0.7))
        parts += [phrase, pause]
        length += len(phrase) / RATE + pause
    return joined(*parts)[: count(seconds)]


def cough(rng: Rng, speaker: Speaker) -> Signal:
    """One cough: the glottis bursts open (a crack of noise through the mouth), air rushes, the voice closes it."""
    burst = tinted(noise(rng, 0.09), ((200, -6), (500, 0), (1400, 2), (3000, -4), (8000, -18)))
    rush = tinted(noise(rng, 0.22), ((200, -12), (600, 0), (1500, 0), (4000, -8), (9000, -20))) * hump(0.22, 0.15)
    voiced = vowel(rng, speaker, ("a", "e"), (1.1, 0.7), 0.13)
    return joined(1.2 * even(burst) * hump(0.09, 0.08), 0.35 * rush, 0.25 * voiced)
