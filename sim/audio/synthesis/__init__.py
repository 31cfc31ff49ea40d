"""The kit from which sounds are made: noise, tones, ringing bodies, voices, rooms. See ``signals`` for the frame."""

from sim.audio.synthesis.filters import (
    band,
    coloured,
    echoed,
    highpass,
    in_room,
    lowpass,
    overdriven,
    ring_in_room,
    tinted,
)
from sim.audio.synthesis.noise import moving_band, noise, wander
from sim.audio.synthesis.scatter import scattered, scattered_round
from sim.audio.synthesis.signals import (
    RATE,
    Rng,
    Signal,
    between,
    count,
    curve,
    decay,
    even,
    faded,
    geometric,
    hump,
    joined,
    lay,
    lay_round,
    mixed,
    moments,
    silence,
    whole_turns,
)
from sim.audio.synthesis.tones import (
    bar_modes,
    modulated,
    overtones,
    phase,
    plate_modes,
    plucked,
    pulses,
    ringing,
    saw_weights,
    sine,
    steady,
)

__all__ = [
    "RATE", "Rng", "Signal", "band", "bar_modes", "between", "coloured", "count", "curve", "decay", "echoed", "even",
    "faded", "geometric", "highpass", "hump", "in_room", "joined", "lay", "lay_round", "lowpass", "mixed", "modulated",
    "moments", "moving_band", "noise", "overdriven", "overtones", "phase", "plate_modes", "plucked", "pulses",
    "ring_in_room", "ringing", "saw_weights", "scattered", "scattered_round", "silence", "sine", "steady", "tinted",
    "wander", "whole_turns",
]  # fmt: skip
