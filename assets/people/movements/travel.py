"""Getting from one place to another otherwise than by walking: running, climbing, crawling, carrying."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from assets.people.gait import Gait
from assets.people.motion import FPS, Motion, Pose, both, metres_per_second
from assets.people.movements.calm import WALK, walking
from assets.people.skeleton import TO_METRES

RUN = Gait(seconds=0.72, speed=2.9, stance=0.36, strike=0.34, heel_pitch=10.0, push_pitch=-50.0, lift=0.27)


def _cycle(seconds: float) -> tuple[NDArray, NDArray, NDArray]:
    """Phase 0..1, and its sine and cosine, for every frame of a loop."""
    phase = np.arange(round(seconds * FPS)) / round(seconds * FPS)
    return phase, np.sin(2 * np.pi * phase), np.cos(2 * np.pi * phase)


def _run() -> Motion:
    """Leaning forward, elbows bent, both feet off the ground between strides."""
    phase, sine, cosine = _cycle(RUN.seconds)
    zero, one = np.zeros_like(phase), np.ones_like(phase)
    channels: dict[str, NDArray] = {}
    for side, sign, shift in (("R", 1, 0.0), ("L", -1, 0.5)):
        ankle, pitch, toes = RUN.foot(phase + shift)
        channels[f"ankle{side}"] = np.stack([-0.050 * sign * one, ankle[:, 0], ankle[:, 1]], -1)
        channels[f"foot{side}"] = np.stack([pitch, 3 * one], -1)
        channels[f"toes{side}"] = toes[:, None]
        ahead = np.cos(2 * np.pi * (phase + shift) + 0.5)
        channels[f"wrist{side}"] = np.stack(
            [sign * (0.215 + 0.045 * ahead), 0.12 - 0.24 * ahead, 1.115 - 0.10 * ahead], -1
        )
    channels["hips"] = np.stack([0.010 * sine, zero, -0.068 - 0.032 * np.cos(4 * np.pi * phase - 2.3)], -1)
    channels["hips_turn"] = np.stack([8 * one, 8 * np.cos(2 * np.pi * phase + 0.4), 2 * sine], -1)
    channels["spine"] = np.stack([4 * one, -7 * np.cos(2 * np.pi * phase + 0.4), -sine], -1)
    channels["chest"] = np.stack([3 * one, -11 * np.cos(2 * np.pi * phase + 0.4), -sine], -1)
    channels["head"] = np.stack([-9 * one, 9 * np.cos(2 * np.pi * phase + 0.4), zero], -1)
    base = both(elbow=(0.45, -1, -0.5), curl=(46,), roll=(20,), shrug=(-2,), hand=(10, 0, 0))
    return Motion([base], [0], RUN.seconds, base=base, extra=channels, speed=metres_per_second(RUN.speed))


RUNG = 0.30 / TO_METRES
CLIMB_SECONDS = 2.0
RUNG_AHEAD = 0.30
"""From the middle of the body to the ladder."""


def _limb_on_ladder(phase: NDArray, low: float, high: float) -> tuple[NDArray, NDArray]:
    """Height of a hand or foot that stays on its rung while the body rises and then reaches two rungs up,
    and how far it is off the ladder meanwhile (0..1)."""
    held = 0.62
    phase = phase % 1.0
    height = high - (high - low) / held * phase
    t = np.clip((phase - held) / (1 - held), 0, 1)
    eased = t * t * (3 - 2 * t)
    slope = -(high - low) / held * (1 - held)
    reaching = low + (high - low) * eased + slope * (t - eased)
    return np.where(phase < held, height, reaching), np.where(phase < held, 0.0, np.sin(np.pi * t) ** 2)


def _climb_ladder() -> Motion:
    """Hand over hand, rungs 0.3 m apart: two to every cycle, a hand and the other side's foot together."""
    phase, sine, cosine = _cycle(CLIMB_SECONDS)
    zero, one = np.zeros_like(phase), np.ones_like(phase)
    rise = 2 * RUNG * 0.62
    channels: dict[str, NDArray] = {}
    for side, sign, foot_shift in (("R", 1, 0.0), ("L", -1, 0.5)):
        foot, off = _limb_on_ladder(phase + foot_shift, RUNG - rise, RUNG)
        channels[f"ankle{side}"] = np.stack([-0.010 * sign * one, RUNG_AHEAD - 0.145 - 0.10 * off, foot + 0.01], -1)
        channels[f"foot{side}"] = np.stack([6 - 16 * off, 6 * one], -1)
        hand, off = _limb_on_ladder(phase + foot_shift + 0.5, 5 * RUNG - rise, 5 * RUNG)
        channels[f"wrist{side}"] = np.stack(
            [sign * 0.190 * one, RUNG_AHEAD - 0.055 - 0.07 * off, hand + 0.10 - 0.04 + 0.02 * off], -1
        )
        channels[f"curl{side}"] = (66 - 50 * off)[:, None]
    channels["hips"] = np.stack([0.022 * sine, -0.07 + zero, -0.118 + 0.012 * np.cos(4 * np.pi * phase)], -1)
    channels["hips_turn"] = np.stack([10 * one, 4 * cosine, 3 * sine], -1)
    channels["chest"] = np.stack([2 * one, -5 * cosine, -2 * sine], -1)
    channels["head"] = np.stack([-16 + 3 * cosine, 3 * sine, zero], -1)
    base = both(elbow=(0.75, -0.6, -0.8), hand=(0, -12, 0), roll=(0,), reach=(8,), knee=(0.30, 1, 0.1))
    speed = 2 * RUNG / CLIMB_SECONDS
    return Motion([base], [0], CLIMB_SECONDS, base=base, extra=channels, speed=metres_per_second(speed))


CRAWL_SECONDS, CRAWL_SPEED = 1.4, 0.38


def _crawl_out() -> Motion:
    """On hands and knees, low, the head up to see where it goes."""
    phase, sine, cosine = _cycle(CRAWL_SECONDS)
    zero, one = np.zeros_like(phase), np.ones_like(phase)
    travel = CRAWL_SPEED * CRAWL_SECONDS * 0.6
    channels: dict[str, NDArray] = {}
    for side, sign, shift in (("R", 1, 0.0), ("L", -1, 0.5)):
        knee_y, off = _slide(phase + shift, travel)
        channels[f"ankle{side}"] = np.stack([-0.01 * sign * one, -0.60 + 0.025 + knee_y, 0.004 + 0.045 * off], -1)
        channels[f"foot{side}"] = np.stack([-142 + 12 * off, 2 * one], -1)
        hand_y, off = _slide(phase + shift + 0.5, travel)
        channels[f"wrist{side}"] = np.stack([sign * 0.21 * one, 0.38 + hand_y, 0.088 + 0.07 * off], -1)
        channels[f"hand{side}"] = np.stack([-20 + zero, -68 + 30 * off, zero], -1)
    channels["hips"] = np.stack([0.02 * sine, -0.20 + zero, -0.446 + 0.008 * np.cos(4 * np.pi * phase)], -1)
    channels["hips_turn"] = np.stack([72 * one, 5 * cosine, 3 * sine], -1)
    channels["spine"] = np.stack([6 * one, -3 * cosine, zero], -1)
    channels["chest"] = np.stack([4 * one, -4 * cosine, zero], -1)
    channels["neck"] = np.stack([-24 * one, zero, zero], -1)
    channels["head"] = np.stack([-26 * one, 5 * sine, zero], -1)
    base = both(
        elbow=(0.9, -0.6, 0.2), curl=(4,), thumb=(-8,), roll=(0,), reach=(10,), shrug=(6,),
        knee=(0.12, 1, -0.6),
    )  # fmt: skip
    return Motion([base], [0], CRAWL_SECONDS, base=base, extra=channels, speed=metres_per_second(CRAWL_SPEED))


def _slide(phase: NDArray, travel: float) -> tuple[NDArray, NDArray]:
    """Along the ground: still on it for 0.6 of the cycle while the body passes, then lifted forward."""
    phase = phase % 1.0
    t = np.clip((phase - 0.6) / 0.4, 0, 1)
    eased = t * t * (3 - 2 * t)
    slope = -travel / 0.6 * 0.4
    back = travel / 2 - travel / 0.6 * phase
    forward = -travel / 2 + travel * eased + slope * (t - eased) * 1.0
    return np.where(phase < 0.6, back, forward), np.where(phase < 0.6, 0.0, np.sin(np.pi * t) ** 2)


def walking_with(arms: Pose, *, lean: float = 0.0, held: str | None = None) -> Motion:
    """A walk whose arms do something else than swing: those that ``arms`` gives a wrist to."""
    frames: Mapping[str, NDArray] = walking(WALK, arms=0.5)
    kept = {name: rows for name, rows in frames.items() if name not in arms}
    bob = kept["hips"][:, 2:] - kept["hips"][:, 2:].mean()
    for side in "RL":
        if f"wrist{side}" in arms:
            kept[f"wrist{side}"] = np.array(arms[f"wrist{side}"], float) + np.concatenate([0 * bob, 0 * bob, bob], 1)
    kept["spine"] = kept["spine"] + np.array([lean, 0, 0])
    base = both(elbow=(0.35, -1, -0.1), curl=(22,), roll=(35,), shrug=(-5,)) | dict(arms)
    return Motion([base], [0], WALK.seconds, base=base, extra=kept, speed=metres_per_second(WALK.speed), held=held)


MOTIONS: dict[str, Motion] = {
    "run": _run(),
    "climb_ladder": _climb_ladder(),
    "crawl_out": _crawl_out(),
}
