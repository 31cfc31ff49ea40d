"""Machines of workshops and mines."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.sounds.impacts import crack, thud
from sim.audio.synthesis import (
    Rng,
    Signal,
    bar_modes,
    curve,
    decay,
    even,
    faded,
    geometric,
    in_room,
    lay,
    lay_round,
    lowpass,
    moving_band,
    noise,
    overtones,
    plate_modes,
    ring_in_room,
    ringing,
    scattered_round,
    silence,
    sine,
    steady,
    tinted,
    wander,
    whole_turns,
)

SECONDS = 8.0
FAN_BLADES_HERTZ = 290.0
"""Eight blades at 36 turns a second."""
FAN_STOP_SECONDS = 6.0
ROLLER_TURNS = 5.1
"""How often a roller of the belt turns in a second."""


@sound("fan_run")
def fan_run(rng: Rng) -> Signal:
    """An axial fan: its blades' tone at 290 Hz with two overtones, the shaft's 36 Hz beating in it, and the air's broad
    roar through the duct."""
    tone = overtones(steady(FAN_BLADES_HERTZ, SECONDS), [1.0, 0.5, 0.25, 0.1], rng)
    shaft = 1 + 0.15 * sine(whole_turns(36.25, SECONDS), SECONDS)
    air = noise(rng, SECONDS, ((40, -4), (150, 0), (600, -3), (1500, -8), (5000, -20), (12000, -36)))
    return 0.45 * even(tone) * shaft + even(air) * wander(rng, SECONDS, 3, 0.9, 1.1)


@sound("fan_stop")
def fan_stop(rng: Rng) -> Signal:
    """The same fan when its power fails: the tone runs down from 290 Hz over six seconds as the wheel coasts, the air
    goes with the square of the speed, at the end the bearing ticks."""
    speed = curve(FAN_STOP_SECONDS, (0, 1.0), (1.0, 0.74), (2.5, 0.42), (4.2, 0.16), (6.0, 0.02))
    tone = overtones(np.maximum(FAN_BLADES_HERTZ * speed, 3.0), [1.0, 0.5, 0.25, 0.1], rng) * speed
    air = noise(rng, FAN_STOP_SECONDS, ((40, -2), (150, 0), (600, -4), (1500, -9), (5000, -22), (12000, -40)))
    track = 0.6 * tone + air * speed**2 + 0.35 * moving_band(rng, 80 + 700 * speed, 250) * speed**1.5
    for at in (4.6, 5.0, 5.5):
        lay(track, crack(rng, 600, 3000, 0.003, 0.05), at, 0.06)
    return faded(track, 0.03, 0.6)


@sound("press_stroke")
def press_stroke(rng: Rng) -> Signal:
    """One stroke of a power press: the clutch's clack, a quarter of a second of ram, the blow that shakes the frame
    (60 Hz) with the punched sheet's ring, then the air of the brake."""
    track = silence(2.2)
    lay(track, crack(rng, 700, 4500, 0.006), 0.0, 0.5)
    lay(track, ringing(0.2, bar_modes(520, 0.02, 3), rng), 0.0, 0.4)
    slide = moving_band(rng, geometric(0.25, (0, 250), (0.25, 700)), 350) * curve(0.25, (0, 0), (0.25, 1))
    lay(track, slide, 0.04, 0.3)
    lay(track, thud(rng, 0.6, 75, 0.06), 0.29, 2.2)
    lay(track, even(ringing(0.7, plate_modes(310, 0.05, 16, rng), rng)), 0.29, 0.6)
    lay(track, crack(rng, 900, 6000, 0.008), 0.29, 0.9)
    sigh = noise(rng, 0.7, ((500, -12), (2500, 0), (7000, -3), (13000, -10))) * curve(0.7, (0, 0), (0.02, 1), (0.7, 0))
    lay(track, sigh, 0.62, 0.3)
    return faded(in_room(track, rng, 1.0, 0.22), 0.0005, 0.2)


@sound("conveyor_run")
def conveyor_run(rng: Rng) -> Signal:
    """A belt at 1.6 m/s: rollers that each rattle in time (5.1 turns a second, no two alike), the belt's hiss, the
    drive's gear tone at 172 Hz, and the joint of the belt that slaps by every four seconds."""
    hiss = noise(rng, SECONDS, ((80, -6), (300, 0), (1200, -5), (5000, -16), (12000, -32)))
    drive = overtones(steady(172, SECONDS), [1.0, 0.4, 0.5, 0.2, 0.15, 0.1], rng)
    rollers = silence(SECONDS)
    for _ in range(6):
        turns = round(ROLLER_TURNS * (1 + 0.04 * rng.normal()) * SECONDS)
        knock = even(tinted(noise(rng, 0.06), ((200, 0), (900, -2), (3000, -12)))) * decay(0.06, 0.008)
        begin, loud = rng.random() * 0.2, 0.4 + 0.6 * rng.random()
        for turn in range(turns):
            lay_round(rollers, knock, begin + turn * SECONDS / turns, loud)
    joint = silence(SECONDS)
    for at in (1.3, 5.3):
        lay_round(joint, thud(rng, 0.3, 200, 0.03), at)
        lay_round(joint, crack(rng, 500, 3000, 0.01), at, 0.5)
    mix = hiss * wander(rng, SECONDS, 2, 0.85, 1.15) + 0.3 * even(drive) + 0.45 * even(rollers) + 0.25 * even(joint)
    return even(ring_in_room(mix, rng, 0.9, 0.25))


@sound("grinder")
def grinder(rng: Rng) -> Signal:
    """An angle grinder or stone saw at work: motor and gear whine at 480 Hz under load, the disc's teeth on stone as
    noise that is loudest at 3 to 7 kHz, bitten into bursts by the hand's pressure; sparks rattle on sheet metal."""
    load = wander(rng, SECONDS, 0.9, 0.0, 1.0)
    whine = overtones(steady(480, SECONDS), [1.0, 0.3, 0.5, 0.2, 0.35, 0.1, 0.1, 0.08, 0.05], rng)
    cut = noise(rng, SECONDS, ((300, -16), (1200, -6), (3000, 0), (7000, -1), (13000, -10)))
    teeth = 1 + 0.4 * sine(whole_turns(96, SECONDS), SECONDS)
    chips = scattered_round(rng, SECONDS, 60, lambda rng: crack(rng, 2500, 9000, 0.002, 0.02), 1.0)
    return 0.5 * even(whine) + cut * teeth * (0.45 + 0.75 * load) + 0.15 * even(chips)


@sound("air_gun")
def air_gun(rng: Rng) -> Signal:
    """Compressed air from a blow gun: a sharp start, a hiss up to 14 kHz for a second, and the click of the trigger."""
    seconds = 1.5
    hiss = noise(rng, seconds, ((400, -20), (2000, -4), (6000, 0), (14000, -3)))
    track = hiss * curve(seconds, (0, 0), (0.015, 1.0), (0.9, 0.9), (1.02, 0.0), (1.5, 0))
    lay(track, crack(rng, 1200, 5000, 0.004), 1.0, 0.4)
    return faded(in_room(track, rng, 0.5, 0.15, 0.8), 0.002, 0.1)


@sound("drill_rock")
def drill_rock(rng: Rng) -> Signal:
    """A pneumatic rock drill: 33 blows a second, each the steel's ring in the rock and a puff of exhaust; a heading
    answers."""
    blows = round(33 * SECONDS)
    ring = silence(SECONDS)
    for blow in range(blows):
        at = blow * SECONDS / blows
        lay_round(ring, ringing(0.05, [(820, 0.006, 0.8), (1730, 0.004, 0.7), (3350, 0.003, 0.5)], rng), at, 0.6)
        puff = even(tinted(noise(rng, 0.03), ((80, 0), (300, -1), (1500, -9), (6000, -20)))) * decay(0.03, 0.006)
        lay_round(ring, puff, at + 0.012, 0.7 * (1 + 0.15 * rng.normal()))
    return even(ring_in_room(ring, rng, 1.2, 0.3, 0.4))


@sound("door_metal")
def door_metal(rng: Rng) -> Signal:
    """A steel door or lid falls shut: sheet that booms at 90 Hz, the latch, a rattle of the hinges."""
    track = silence(1.6)
    lay(track, thud(rng, 0.4, 110, 0.05), 0.0, 1.4)
    lay(track, even(ringing(0.9, plate_modes(92, 0.09, 18, rng), rng)), 0.0, 0.8)
    lay(track, crack(rng, 900, 5000, 0.006), 0.0, 0.7)
    for at in (0.09, 0.16):
        lay(track, ringing(0.15, bar_modes(900, 0.015, 3), rng), at, 0.25)
    return faded(tinted(in_room(track, rng, 0.9, 0.25), lowpass(7000)), 0.0005, 0.2)
