"""Things that strike, break, fall and part."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.synthesis import (
    RATE,
    Rng,
    Signal,
    band,
    bar_modes,
    between,
    count,
    curve,
    decay,
    even,
    faded,
    geometric,
    hump,
    in_room,
    lay,
    lowpass,
    modulated,
    moving_band,
    noise,
    overtones,
    plate_modes,
    plucked,
    ringing,
    scattered,
    silence,
    tinted,
    wander,
)


def thud(rng: Rng, seconds: float, top: float, half_life: float) -> Signal:
    """A dull blow: noise under ``top`` hertz that dies fast."""
    return even(tinted(noise(rng, seconds), ((30, 0), (top * 0.5, 0), (top, -6), (top * 4, -30)))) * decay(
        seconds, half_life, 0.0015
    )


def crack(rng: Rng, low: float, high: float, half_life: float, seconds: float = 0.12) -> Signal:
    """A sharp blow: a band of noise of a few thousandths of a second."""
    return even(tinted(noise(rng, seconds), band(low, high))) * decay(seconds, half_life, 0.0003)


@sound("metal_clang")
def metal_clang(rng: Rng) -> Signal:
    """A steel tube on steel: the uneven partials of a free bar (1 : 2.76 : 5.4 : 8.9), the highest gone in a tenth
    of a second, the lowest ringing for one; a second, smaller bounce."""
    track = silence(2.2)
    modes = [*bar_modes(385, 0.28, 7), *bar_modes(431, 0.2, 6)]
    for at, loud in ((0.0, 1.0), (0.31, 0.35), (0.46, 0.15)):
        lay(track, ringing(1.7, modes, rng), at, loud)
        lay(track, crack(rng, 2500, 9000, 0.003), at, 0.4 * loud)
    return faded(in_room(track, rng, 0.9, 0.18), 0.0005, 0.3)


@sound("brick_hit")
def brick_hit(rng: Rng) -> Signal:
    """Brick on concrete: a dry knock (fired clay rings at 1 to 3 kHz for hundredths of a second), the ground's
    thump under it, then pieces that skip away."""
    track = silence(1.3)
    lay(track, thud(rng, 0.3, 160, 0.03), 0.0, 1.0)
    clay = [(1150, 0.012, 1.0), (1840, 0.009, 0.8), (2730, 0.007, 0.6), (640, 0.015, 0.7)]
    lay(track, ringing(0.2, clay, rng), 0.0, 0.9)
    lay(track, crack(rng, 900, 6000, 0.006), 0.0, 1.0)

    def piece(rng: Rng) -> Signal:
        top = between(rng, 1200, 4200)
        return ringing(0.06, [(top, 0.006, 1.0), (top * 1.62, 0.004, 0.6)], rng)

    lay(track, scattered(rng, curve(0.9, (0, 45), (0.25, 25), (0.9, 0)), 0.9, piece, 1.0), 0.06, 0.45)
    return faded(in_room(track, rng, 0.5, 0.15), 0.0005, 0.1)


@sound("wood_crack")
def wood_crack(rng: Rng) -> Signal:
    """A plank breaks: fibres tick faster and faster, then it snaps (a double crack with the plank's own knock
    at 180 and 520 Hz) and splinters settle."""
    track = silence(1.3)

    def fibre(rng: Rng) -> Signal:
        return crack(rng, 900, between(rng, 3000, 7500), 0.002, 0.03)

    lay(track, scattered(rng, curve(0.5, (0, 6), (0.5, 90)), 0.5, fibre, 0.8), 0.0, 0.4)
    for at, loud in ((0.5, 1.0), (0.543, 0.8), (0.62, 0.35)):
        lay(track, crack(rng, 700, 6500, 0.007), at, loud)
        lay(track, ringing(0.3, [(182, 0.035, 1.0), (521, 0.022, 0.7), (1130, 0.012, 0.4)], rng), at, 0.9 * loud)
    lay(track, scattered(rng, curve(0.5, (0, 40), (0.5, 0)), 0.5, fibre, 1.0), 0.66, 0.3)
    return faded(in_room(track, rng, 0.5, 0.15), 0.002, 0.1)


@sound("whoosh_fall")
def whoosh_fall(rng: Rng) -> Signal:
    """Air past something that falls for 1.5 s: the rush grows with the square of the speed and rises from 200 Hz to
    1.5 kHz, until it is cut off."""
    seconds = 1.6
    speed = curve(seconds, (0, 0.0), (1.5, 1.0), (1.6, 1.0))
    rush = moving_band(rng, 200 + 1300 * speed, 700) + 0.5 * moving_band(rng, 120 + 500 * speed, 250)
    return faded(even(rush) * speed**2 * wander(rng, seconds, 12, 0.75, 1.2), 0.05, 0.06)


@sound("hook_creak")
def hook_creak(rng: Rng) -> Signal:
    """Rope and hook under load: stick and slip. Fibres give way in bursts of clicks at 60 to 140 a second that ring
    in rope and steel (410, 980, 1720 Hz); the pitch rises as the pull grows."""
    track = silence(2.6)
    for at, length, low, high in ((0.0, 0.55, 62, 95), (0.8, 0.75, 70, 135), (1.75, 0.5, 85, 110)):
        rate = geometric(length, (0, low), (length, high)) * wander(rng, length, 9, 0.8, 1.2)
        clicks = np.diff(np.floor(np.cumsum(rate) / RATE), prepend=0.0)
        body = ringing(0.12, [(410, 0.012, 1.0), (980, 0.008, 0.8), (1720, 0.005, 0.6), (2900, 0.003, 0.3)], rng)
        stick = np.convolve(clicks * rng.uniform(0.4, 1.0, len(clicks)), body)[: len(clicks)]
        lay(track, even(stick) * hump(length, 0.4), at)
    return faded(in_room(track, rng, 0.6, 0.2), 0.01, 0.1)


@sound("rope_snap")
def rope_snap(rng: Rng) -> Signal:
    """A mooring line parts: it sings higher as it stretches, cracks like a whip, its end whirls past and slaps down."""
    track = silence(2.6)
    pull = geometric(0.9, (0, 90), (0.9, 150))
    lay(track, even(overtones(pull, [1, 0.8, 0.6, 0.4, 0.3, 0.2], rng)) * hump(0.9, 0.95) ** 2, 0.0, 0.3)
    lay(track, crack(rng, 500, 12000, 0.012, 0.25), 0.9, 2.2)
    lay(track, thud(rng, 0.4, 220, 0.04), 0.9, 1.2)
    lay(track, plucked(74, 1.0, rng, 0.985), 0.9, 0.5)
    whirl = moving_band(rng, geometric(0.7, (0, 2200), (0.35, 900), (0.7, 1600)), 900)
    lay(track, whirl * hump(0.7, 0.4), 1.0, 0.45)
    lay(track, crack(rng, 300, 5000, 0.02, 0.3), 1.72, 0.8)
    lay(track, thud(rng, 0.4, 150, 0.04), 1.72, 0.8)
    return faded(in_room(track, rng, 0.8, 0.2), 0.01, 0.2)


@sound("crash_metal")
def crash_metal(rng: Rng) -> Signal:
    """Two vehicles, heard from inside or behind: a deep blow, sheet metal that folds (many dense modes struck again
    and again for 0.4 s), glass, pieces that roll out; little above 6 kHz."""
    track = silence(3.0)
    lay(track, thud(rng, 0.6, 110, 0.07), 0.0, 2.0)
    for at in np.sort(rng.uniform(0, 0.4, 16)):
        lowest = between(rng, 90, 420)
        lay(track, even(ringing(0.7, plate_modes(lowest, 0.05, 22, rng), rng)), float(at), 0.5 * (1 - at))
    lay(
        track, even(tinted(noise(rng, 0.6), ((60, 0), (600, -2), (2500, -8), (8000, -22)))) * decay(0.6, 0.09), 0.0, 1.2
    )

    def glass(rng: Rng) -> Signal:
        top = between(rng, 2400, 6000)
        return ringing(0.12, [(top, 0.012, 1.0), (top * 1.47, 0.008, 0.6)], rng)

    lay(track, scattered(rng, curve(1.8, (0, 110), (0.3, 60), (1.8, 0)), 1.8, glass, 1.2), 0.12, 0.35)
    for at in (0.9, 1.25, 1.45, 1.58):
        lay(track, even(ringing(0.4, plate_modes(500, 0.04, 10, rng), rng)), at, 0.12)
    return faded(tinted(in_room(track, rng, 1.1, 0.25), lowpass(6000)), 0.0005, 0.4)


@sound("soil_slide")
def soil_slide(rng: Rng) -> Signal:
    """A trench wall goes: a crack in the ground, clods that let go, then three seconds of sliding earth (a low rumble
    with grit over it) that runs out."""
    seconds = 4.0
    run = curve(seconds, (0, 0), (0.5, 0.15), (1.1, 1.0), (2.2, 0.8), (3.6, 0.1), (4.0, 0))
    rumble = noise(rng, seconds, ((25, 0), (80, 0), (250, -6), (900, -20), (4000, -40)))
    grit = noise(rng, seconds, ((300, -10), (1200, 0), (4000, -4), (10000, -16))) * wander(rng, seconds, 14, 0.5, 1.4)
    track = run * (rumble * wander(rng, seconds, 5, 0.7, 1.3) + 0.35 * grit * run)

    def clod(rng: Rng) -> Signal:
        return thud(rng, 0.25, between(rng, 120, 420), between(rng, 0.012, 0.035))

    lay(track, scattered(rng, curve(seconds, (0, 2), (1.2, 14), (2.5, 9), (4.0, 0)), seconds, clod, 0.7), 0.0, 1.1)
    lay(track, thud(rng, 0.5, 90, 0.06), 0.1, 1.2)
    return faded(in_room(track, rng, 0.5, 0.15, 0.3), 0.01, 0.3)


@sound("rock_crack")
def rock_crack(rng: Rng) -> Signal:
    """The roof works: rock pops as it lets go of its tension. Sharp reports of single thousandths of a second, alone
    and then in pairs, answered by the heading, and chips that fall."""
    track = silence(3.4)
    for at, loud in ((0.05, 0.6), (0.9, 0.9), (1.0, 0.5), (1.75, 1.0), (1.83, 0.8), (2.3, 0.7), (2.36, 0.6)):
        lay(track, crack(rng, 600, 9000, 0.004), at, loud)
        lay(track, thud(rng, 0.3, 260, 0.02), at, 0.7 * loud)

    def chip(rng: Rng) -> Signal:
        top = between(rng, 900, 3600)
        return ringing(0.05, [(top, 0.005, 1.0), (top * 1.7, 0.003, 0.5)], rng)

    lay(track, scattered(rng, curve(2.6, (0, 3), (2.6, 18)), 2.6, chip, 1.0), 0.5, 0.25)
    return faded(in_room(track, rng, 1.3, 0.35, 0.4), 0.0005, 0.2)


@sound("rock_fall")
def rock_fall(rng: Rng) -> Signal:
    """A mass of rock comes down: a first crack, then blocks in a dense row for two seconds, each a blow at 60 to 300 Hz
    with a stony knock, the ground's rumble, dust and pebbles running out; the heading rings dully."""
    track = silence(4.6)
    lay(track, crack(rng, 500, 7000, 0.006), 0.0, 1.0)

    def block(rng: Rng) -> Signal:
        size = between(rng, 70, 300)
        blow = thud(rng, 0.5, size, between(rng, 0.02, 0.06))
        lay(blow, ringing(0.15, [(size * 7, 0.01, 1.0), (size * 11.3, 0.007, 0.6)], rng), 0.0, 0.5)
        return blow

    falling = curve(3.2, (0, 2), (0.4, 20), (1.4, 26), (2.2, 8), (3.2, 0))
    lay(track, scattered(rng, falling, 3.2, block, 0.6), 0.15, 1.2)
    run = curve(4.2, (0, 0), (0.5, 1.0), (1.8, 0.9), (3.0, 0.25), (4.2, 0))
    lay(track, noise(rng, 4.2, ((25, 0), (90, -1), (300, -9), (1200, -22), (6000, -44))) * run, 0.1, 1.3)
    lay(track, noise(rng, 4.2, ((400, -8), (1500, 0), (5000, -6), (11000, -20))) * run**2, 0.2, 0.2)
    return faded(in_room(track, rng, 1.6, 0.3, 0.3), 0.0005, 0.4)


@sound("rock_tap")
def rock_tap(rng: Rng) -> Signal:
    """Sounding the roof with a bar: two taps on sound rock ring short and clear, two on a loose slab are hollow like a
    drum (its own 130 and 240 Hz)."""
    track = silence(3.0)
    for at in (0.0, 0.6):
        lay(track, ringing(0.4, [*bar_modes(1480, 0.05, 4)], rng), at, 0.7)
        lay(track, crack(rng, 1500, 8000, 0.003), at, 0.5)
    for at in (1.5, 2.1):
        lay(track, ringing(0.5, [(131, 0.07, 1.0), (242, 0.05, 0.7), (415, 0.03, 0.4)], rng), at, 1.0)
        lay(track, crack(rng, 400, 3000, 0.004), at, 0.3)
    return faded(in_room(track, rng, 0.9, 0.25, 0.4), 0.0005, 0.2)


@sound("tyre_skid")
def tyre_skid(rng: Rng) -> Signal:
    """Locked wheels: rubber sticks and slips some 900 times a second. A rough tone with its overtones that wavers
    and sinks as the car slows, on a hiss, for two seconds."""
    seconds = 2.4
    pitch = geometric(seconds, (0, 780), (0.25, 960), (1.6, 820), (2.4, 610)) * wander(rng, seconds, 11, 0.97, 1.03)
    tone = modulated(pitch, pitch * 2.0, 1.2) + 0.7 * modulated(pitch * 1.19, pitch * 1.19, 1.5)
    tone *= wander(rng, seconds, 22, 0.55, 1.25)
    scrape = moving_band(rng, pitch * 1.6, 1100)
    loud = curve(seconds, (0, 0), (0.08, 1.0), (1.7, 0.85), (2.2, 0.4), (2.4, 0))
    return faded(in_room((even(tone) + 0.6 * scrape) * loud, rng, 0.5, 0.15), 0.01, 0.15)[: count(2.9)]
