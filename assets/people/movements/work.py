"""Working: bent, kneeling, squatting, pushing, carrying, throwing."""

from __future__ import annotations

import numpy as np

from assets.people.gait import Gait
from assets.people.motion import Motion, Pose, both, evenly, metres_per_second
from assets.people.movements.calm import STANDING, walking


def _bend_work() -> Motion:
    """Bent from the hips, tugging with the right hand at something knee-high ahead."""
    base = both(roll=(10,), reach=(12,)) | {
        "ankleR": (0.05, -0.14, 0), "ankleL": (-0.05, 0.12, 0), "footR": (0, 14), "footL": (0, 8),
        "wristL": (-0.16, 0.50, 0.58), "elbowR": (1.0, -0.7, 0.1), "elbowL": (-1.0, -0.7, 0),
        "handR": (15, 10, 8), "handL": (10, 15, 0), "curlR": (55,), "curlL": (45,), "neck": (-8, 0, 0),
        "hips_turn": (44, 0, 0),
    }  # fmt: skip
    keys = []
    for k in range(4):
        s, c = np.sin(k * np.pi / 2), np.cos(k * np.pi / 2)
        keys.append(
            {
                "hips": (0, -0.20, -0.20 + 0.008 * s),
                "spine": (16, 3, 0),
                "chest": (14 + 1.5 * c, 5 + 3 * s, 0),
                "head": (-16, -2 * s, 0),
                "wristR": (0.15, 0.47 - 0.03 * s, 0.60 + 0.08 * max(0.0, c) - 0.02 * s),
            }
        )
    return evenly(keys, 2.0, base)


def _kneel_work() -> Motion:
    """Right knee on the ground, left foot ahead, hands busy low down."""
    base = {
        "hips": (0, -0.04, -0.440), "hips_turn": (24, 0, 0), "spine": (17, 0, 0), "neck": (0, 0, 0),
        "ankleR": (0.01, -0.310, 0.081), "footR": (-52, 4), "toesR": (52,), "kneeR": (0.05, 1, -0.45),
        "ankleL": (-0.03, 0.30, 0), "footL": (0, 10), "kneeL": (-0.15, 1, 0.6),
        "elbowR": (1.0, -0.5, -0.2), "elbowL": (-1.0, -0.5, -0.1), "curlR": (48,), "curlL": (40,), "rollR": (20,),
        "rollL": (10,),
        "reachR": (10,), "reachL": (10,), "handL": (10, 10, 0),
    }  # fmt: skip
    keys = []
    for k in range(4):
        s, c = np.sin(k * np.pi / 2), np.cos(k * np.pi / 2)
        keys.append(
            {
                "chest": (14 + c, 4 * s, 0),
                "head": (10, -3 * s, 0),
                "wristR": (0.13 + 0.05 * s, 0.45 + 0.03 * c, 0.40 + 0.03 * s),
                "wristL": (-0.10, 0.47, 0.39 - 0.01 * s),
                "handR": (20 + 18 * s, 10, 6),
            }
        )
    return evenly(keys, 1.6, base, held="spanner")


def _squat() -> Motion:
    """Down on both heels, arms ahead, turning at something like a wheel nut."""
    base = both(knee=(0.42, 1, 0.55), ankle=(0.055, 0.03, 0), foot=(0, 18), elbow=(1.0, -0.3, -0.5), reach=(14,)) | {
        "hips": (0, -0.235, -0.585), "spine": (20, 0, 0), "neck": (-10, 0, 0), "hips_turn": (34, 0, 0),
        "curlR": (55,), "curlL": (55,), "rollR": (20,), "rollL": (20,),
    }  # fmt: skip
    keys = []
    for k in range(4):
        s, c = np.sin(k * np.pi / 2), np.cos(k * np.pi / 2)
        keys.append(
            {
                "chest": (14 + 1.5 * c, 4 * s, 0),
                "head": (-10 + 2 * c, -3 * s, 0),
                "wristR": (0.14 + 0.06 * s, 0.42, 0.44 + 0.06 * c),
                "wristL": (-0.13 + 0.06 * s, 0.43, 0.42 - 0.06 * c),
            }
        )
    return evenly(keys, 2.4, base)


PUSH = Gait(seconds=1.2, speed=0.92, strike=0.25, heel_pitch=12.0, push_pitch=-44.0, lift=0.06)


def _push_trolley() -> Motion:
    """Walking, leaning on a handle at hip height."""
    base = both(
        wrist=(0.23, 0.420, 0.960),
        elbow=(0.9, -0.8, -0.3),
        hand=(-40, -22, 0),
        curl=(58,),
        roll=(-20,),
        reach=(12,),
        shrug=(-4,),
    )
    gait = walking(PUSH, arms=0.4)
    frames = {name: rows for name, rows in gait.items() if not name.startswith("wrist")}
    frames["hips"] = frames["hips"] + np.array([0, -0.05, -0.012])
    frames["hips_turn"] = frames["hips_turn"] + np.array([11.0, 0, 0])
    frames["spine"] = frames["spine"] + np.array([4.0, 0, 0])
    frames["head"] = frames["head"] - np.array([10.0, 0, 0])
    return Motion([base], [0], PUSH.seconds, base=base, extra=frames, speed=metres_per_second(PUSH.speed))


def _carry_box() -> Motion:
    """Standing with a load held before the belly, shifting its weight."""
    base = (
        STANDING
        | both(elbow=(0.25, -1.0, -0.7), hand=(45, 6, 0), curl=(16,), roll=(40,), reach=(6,))
        | {"hips_turn": (-1, 0, 0)}
    )
    keys = []
    for k in range(4):
        s, c = np.sin(k * np.pi / 2), np.cos(k * np.pi / 2)
        keys.append(
            both(wrist=(0.185, 0.310, 1.085 + 0.008 * c))
            | {
                "hips": (0.016 * s, -0.02, -0.018 - 0.002 * c),
                "hips_turn": (-1, 2 * s, 1.2 * s),
                "spine": (-3, 0, -s),
                "chest": (-6 + c, 2 * s, 0),
                "head": (8, 5 * s, 0),
            }
        )
    return evenly(keys, 3.2, base, held="carton")


def _carry_long() -> Motion:
    """A long timber on the right shoulder, steadied by the right hand; the left arm balances."""
    base = STANDING | {
        "wristR": (0.205, 0.235, 1.500), "elbowR": (0.8, 0.5, -1.0), "handR": (-20, -10, 0), "curlR": (50,),
        "rollR": (0,),
        "shrugR": (6,), "wristL": (-0.300, 0.06, 0.90), "rollL": (35,), "elbowL": (-0.4, -1, 0),
    }  # fmt: skip
    keys = []
    for k in range(4):
        s, c = np.sin(k * np.pi / 2), np.cos(k * np.pi / 2)
        keys.append(
            {
                "hips": (-0.010 + 0.012 * s, -0.01, -0.016 - 0.002 * c),
                "hips_turn": (2, 1.5 * s, s),
                "spine": (2, 0, -2),
                "chest": (-2 + 0.8 * c, s, -1),
                "head": (0, 5 * s + 6, -4),
            }
        )
    return evenly(keys, 3.6, base, held="timber")


def _throw() -> Motion:
    """Swings something back with the right hand and throws it out ahead and down; waits; again."""
    stance: Pose = {"ankleR": (0.04, -0.12, 0), "ankleL": (-0.04, 0.14, 0), "footR": (0, 20), "footL": (0, 6)}
    base = stance | {
        "elbowR": (0.8, -0.7, -0.3),
        "elbowL": (-0.5, -1, -0.2),
        "curlR": (50,),
        "shrugR": (0,),
        "rollR": (0,),
    }
    ready: Pose = {
        "hips": (0, 0, -0.03),
        "wristR": (0.24, 0.24, 1.02),
        "wristL": (-0.24, 0.20, 0.98),
        "head": (6, 0, 0),
    }
    back: Pose = {
        "hips": (0.02, -0.08, -0.05), "hips_turn": (-4, -16, 0), "chest": (-8, -26, 0), "wristR": (0.42, -0.30, 1.50),
        "wristL": (-0.18, 0.42, 1.20),
        "head": (4, 26, 0), "shrugR": (10,),
    }  # fmt: skip
    out: Pose = {
        "hips": (-0.01, 0.09, -0.06), "hips_turn": (14, 12, 0), "spine": (8, 6, 0), "chest": (12, 22, 0),
        "wristR": (0.10, 0.66, 1.25), "wristL": (-0.30, -0.05, 0.95),
        "head": (0, -18, 0), "curlR": (0,), "shrugR": (4,), "reachR": (14,),
    }  # fmt: skip
    after: Pose = {
        "hips": (0, 0.05, -0.04),
        "hips_turn": (10, 6, 0),
        "chest": (10, 10, 0),
        "wristR": (0.14, 0.42, 0.92),
        "wristL": (-0.27, 0.05, 0.90),
        "head": (10, 0, 0),
        "curlR": (14,),
    }
    return Motion(
        [ready, back, back | {"chest": (-9, -28, 0)}, out, after, ready], [0, 0.8, 1.05, 1.35, 1.9, 3.0], 4.0, base=base
    )


def _throw_line() -> Motion:
    """Swings a coil of line back beside the hip and heaves it out ahead, underarm; then hauls, hand over hand."""
    stance: Pose = {"ankleR": (0.04, -0.14, 0), "ankleL": (-0.04, 0.16, 0), "footR": (0, 22), "footL": (0, 6)}
    base = stance | {
        "elbowR": (0.6, -0.9, -0.2),
        "elbowL": (-0.6, -0.9, -0.3),
        "curlR": (56,),
        "curlL": (58,),
        "rollR": (20,),
    }
    ready: Pose = {
        "hips": (0, 0, -0.035), "wristR": (0.27, 0.10, 0.86), "wristL": (-0.16, 0.36, 1.05), "head": (2, 0, 0),
    }  # fmt: skip
    back: Pose = {
        "hips": (0.01, -0.09, -0.07), "hips_turn": (10, -18, 0), "chest": (6, -22, 0), "wristR": (0.40, -0.34, 0.98),
        "wristL": (-0.12, 0.40, 1.08), "head": (-6, 30, 0), "shrugR": (4,),
    }  # fmt: skip
    out: Pose = {
        "hips": (-0.01, 0.10, -0.06), "hips_turn": (4, 12, 0), "spine": (2, 6, 0), "chest": (-4, 18, 0),
        "wristR": (0.16, 0.62, 1.38), "wristL": (-0.24, 0.10, 1.00), "head": (-6, -20, 0), "curlR": (4,),
        "reachR": (14,),
    }  # fmt: skip
    haul: Pose = {
        "hips": (0, 0.02, -0.05), "hips_turn": (4, 4, 0), "wristR": (0.12, 0.50, 1.10), "wristL": (-0.14, 0.26, 1.00),
        "head": (2, 0, 0), "curlR": (58,),
    }  # fmt: skip
    pull: Pose = haul | {"wristR": (0.14, 0.26, 1.00), "wristL": (-0.12, 0.50, 1.10), "hips": (0, -0.03, -0.05)}
    keys = [ready, back, back, out, out, haul, pull, haul, pull, ready]
    return Motion(keys, [0, 0.8, 1.0, 1.32, 1.6, 2.2, 2.7, 3.2, 3.7, 4.4], 5.0, base=base, held="line")


MOTIONS: dict[str, Motion] = {
    "bend_work": _bend_work(),
    "kneel_work": _kneel_work(),
    "squat": _squat(),
    "push_trolley": _push_trolley(),
    "carry_box": _carry_box(),
    "carry_long": _carry_long(),
    "throw": _throw(),
    "throw_line": _throw_line(),
}
