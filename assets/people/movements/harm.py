"""What fumes, slippery floors and sudden illness do to people: coughing, staggering, falling. Nothing gory."""

from __future__ import annotations

from assets.people.motion import Motion, Pose, both, evenly
from assets.people.movements.calm import STANDING
from assets.people.movements.emergency import LYING


def _cough() -> Motion:
    """Three coughs into the fist, bent over, then a breath."""
    base = STANDING | {
        "elbowR": (0.9, -0.2, -1.0), "curlR": (66,), "rollR": (0,), "wristL": (-0.160, 0.190, 1.060),
        "elbowL": (-0.9, -0.8, 0),
        "rollL": (20,), "curlL": (24,), "handL": (20, 14, 0),
    }  # fmt: skip
    breath: Pose = {
        "wristR": (0.050, 0.200, 1.480), "handR": (-20, 8, 24), "hips": (0, -0.01, -0.016), "spine": (6, 0, 0),
        "chest": (2, 0, 0), "head": (4, 0, 0), "shrugR": (4,), "shrugL": (4,), "jaw": (6,), "lids": (0.0,),
    }  # fmt: skip
    burst: Pose = breath | {
        "wristR": (0.040, 0.285, 1.395), "hips": (0, -0.05, -0.040), "hips_turn": (10, 0, 0), "spine": (15, 0, 0),
        "chest": (13, 0, 0), "head": (14, 0, 0), "shrugR": (-4,), "shrugL": (-4,), "jaw": (2,), "lids": (0.9,),
    }  # fmt: skip
    between: Pose = breath | {
        "wristR": (0.045, 0.250, 1.430), "hips": (0, -0.03, -0.028), "hips_turn": (6, 0, 0), "spine": (11, 0, 0),
        "chest": (8, 0, 0), "head": (10, 0, 0), "lids": (0.5,),
    }  # fmt: skip
    keys = [breath, burst, between, burst, between, burst, between, breath]
    return Motion(keys, [0, 0.35, 0.58, 0.80, 1.02, 1.24, 1.6, 2.4], 3.6, base=base)


def _stagger() -> Motion:
    """Swaying, a hand at the forehead, the feet shuffling to keep the balance."""
    base = both(elbow=(0.5, -0.9, -0.3), curl=(18,), foot=(0, 14), knee=(0.15, 1, 0)) | {
        "elbowR": (0.9, 0.1, -0.9), "rollR": (0,), "curlR": (22,), "lids": (0.45,), "jaw": (3,), "neck": (10, 0, 0),
    }  # fmt: skip

    def sway(side: float, fore: float, lift_right: float, lift_left: float) -> Pose:
        return {
            "hips": (0.055 * side, -0.02 + 0.05 * fore, -0.040 - 0.02 * abs(side)),
            "hips_turn": (8 + 8 * fore, 6 * side, -5 * side),
            "spine": (6 + 4 * fore, 0, 5 * side),
            "chest": (8, -6 * side, 5 * side),
            "head": (8 + 3 * fore, -8 * side, 8 * side),
            "ankleR": (0.045 + 0.03 * side, 0.06 * fore, lift_right),
            "ankleL": (-0.045 + 0.03 * side, -0.06 * fore, lift_left),
            "wristR": (0.110 + 0.045 * side, 0.185 + 0.05 * fore, 1.580 - 0.03 * fore),
            "handR": (-30, 10, 20),
            "wristL": (-0.330 + 0.10 * side, 0.12, 0.98 + 0.06 * side),
        }

    keys = [
        sway(0, 0.3, 0, 0), sway(0.8, 0.6, 0, 0.035), sway(1, 0, 0, 0), sway(0.1, -0.5, 0.030, 0),
        sway(-0.9, -0.2, 0, 0),
        sway(-0.8, 0.5, 0, 0), sway(-0.2, 0.8, 0, 0.030),
    ]  # fmt: skip
    return evenly(keys, 4.2, base)


def _slip_fall() -> Motion:
    """A heel slides away forward, the arms fly up, the body comes down on its back and lies."""
    start: Pose = (
        STANDING
        | both(wrist=(0.252, 0.035, 0.872), roll=(35,), hand=(0, 4, 0))
        | {"hips": (0, -0.01, -0.014), "spine": (2, 0, 0), "chest": (-2, 0, 0), "head": (2, 0, 0)}
    )
    sliding: Pose = both(elbow=(0.9, -0.6, -0.3), curl=(4,), roll=(20,), hand=(0, -10, 0)) | {
        "ankleR": (0.02, 0.36, 0.07), "ankleL": (-0.03, 0.02, 0), "footR": (24, 8), "footL": (0, 10),
        "hips": (0, -0.12, -0.13), "hips_turn": (-16, 4, 0), "spine": (10, 0, 0), "chest": (12, 0, 0),
        "neck": (10, 0, 0),
        "head": (12, 0, 0), "wristR": (0.46, 0.20, 1.18), "wristL": (-0.48, 0.05, 1.26), "jaw": (8,),
    }  # fmt: skip
    falling: Pose = sliding | both(knee=(0.3, 0.6, 1)) | {
        "ankleR": (0.04, 0.52, 0.30), "ankleL": (-0.05, 0.40, 0.16), "footR": (46, 8), "footL": (36, 8),
        "hips": (0, -0.28, -0.50), "hips_turn": (-46, 4, 0), "spine": (14, 0, 0), "chest": (16, 0, 0),
        "neck": (16, 0, 0),
        "head": (14, 4, 0), "wristR": (0.52, -0.10, 0.74), "wristL": (-0.54, -0.22, 0.78),
    }  # fmt: skip
    landed: Pose = falling | {
        "ankleR": (0.04, 0.52, 0.09), "ankleL": (-0.05, 0.44, 0.05), "footR": (62, 4), "footL": (56, 4),
        "hips": (0, -0.30, -0.815), "hips_turn": (-74, 2, 0), "spine": (6, 0, 0), "chest": (10, 0, 0),
        "neck": (18, 0, 0),
        "head": (12, 8, 0), "wristR": (0.50, -0.34, 0.20), "wristL": (-0.50, -0.44, 0.18), "lids": (0.8,), "jaw": (6,),
    }  # fmt: skip
    return Motion(
        [start, start, sliding, falling, landed, LYING, LYING], [0, 0.15, 0.45, 0.72, 0.92, 1.45, 2.0], 2.0, loop=False
    )


MOTIONS: dict[str, Motion] = {"cough": _cough(), "stagger": _stagger(), "slip_fall": _slip_fall()}
