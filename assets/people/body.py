"""The body under the clothes: the fields of torso, arms and legs that garments are offset from."""

from __future__ import annotations

import numpy as np

from assets.people.distance import Distance, Points, chain, ellipsoid, join, loft, right_half
from assets.people.skeleton import ANKLE, ARM_DIRECTION, ELBOW, FOREARM_DIRECTION, HIP, KNEE, SHOULDER, WRIST

TORSO = (
    (0.84, 0.150, 0.095, -0.105),
    (0.90, 0.170, 0.108, -0.122),
    (0.97, 0.168, 0.112, -0.120),
    (1.06, 0.152, 0.108, -0.098),
    (1.14, 0.153, 0.112, -0.098),
    (1.25, 0.166, 0.122, -0.110),
    (1.34, 0.174, 0.116, -0.120),
    (1.41, 0.166, 0.088, -0.112),
    (1.45, 0.128, 0.058, -0.088),
    (1.485, 0.070, 0.042, -0.070),
)
"""Height, half width, front and back of the trunk of a man of middle build."""


def torso_profile(inflate: float = 0.0) -> list[tuple[float, float, float, float]]:
    """The trunk's rows, ``inflate`` metres bigger all round."""
    return [(z, width + inflate, front + inflate, back - inflate) for z, width, front, back in TORSO]


def torso(points: Points, inflate: float = 0.0) -> Distance:
    return loft(points, torso_profile(inflate), 2.5)


def sleeve(points: Points, ease: float = 0.0) -> Distance:
    """The clothed arm from shoulder to wrist, with the folds that cloth throws inside the elbow."""
    p = right_half(points)
    radii = [0.063 + ease, 0.056 + ease, 0.0465 + ease, 0.046 + ease, 0.038 + ease]
    stops = [
        SHOULDER - (0.012, 0, 0),
        SHOULDER + ARM_DIRECTION * 0.10,
        ELBOW,
        ELBOW + FOREARM_DIRECTION * 0.09,
        WRIST - FOREARM_DIRECTION * 0.05,
    ]
    distance = chain(p, stops, radii, 0.03)
    along = (p - ELBOW.astype(np.float32)) @ FOREARM_DIRECTION.astype(np.float32)
    inside = 0.5 + 0.5 * np.clip((p[:, 1] - ELBOW[1]) / 0.05, -1, 1)
    return distance - 0.0024 * np.sin(along * 150) * np.exp(-((along / 0.07) ** 2)) * inside


def trouser_leg(points: Points, ease: float = 0.0) -> Distance:
    """The clothed leg with folds behind the knee and above the shoe."""
    p = right_half(points)
    stops = [
        HIP + (0, -0.006, 0),
        (HIP + KNEE) / 2 + (0.002, 0, 0),
        KNEE,
        KNEE * 0.6 + ANKLE * 0.4 + (0, -0.02, 0),
        (ANKLE[0], ANKLE[1] + 0.002, 0.13),
    ]
    radii = [0.097 + ease, 0.080 + ease, 0.063 + ease, 0.064 + ease, 0.070 + ease]
    distance = chain(p, stops, radii, 0.05)
    z = p[:, 2] - KNEE[2]
    behind = np.clip((KNEE[1] - p[:, 1]) / 0.05, 0, 1)
    distance = distance - 0.0025 * np.sin(z * 120) * np.exp(-((z / 0.06) ** 2)) * behind
    z = p[:, 2] - 0.15
    return distance - 0.004 * np.sin(z * 95 + p[:, 1] * 12) * np.exp(-((z / 0.06) ** 2))


def seat(points: Points, ease: float = 0.0) -> Distance:
    """Pelvis and buttocks in trousers."""
    rows = [
        (0.86, 0.145 + ease, 0.098 + ease, -0.108 - ease),
        (0.90, 0.162 + ease, 0.103 + ease, -0.118 - ease),
        (0.98, 0.165 + ease, 0.106 + ease, -0.115 - ease),
        (1.06, 0.152 + ease, 0.104 + ease, -0.096 - ease),
    ]
    pelvis = loft(points, rows, 2.4)
    buttock = ellipsoid(right_half(points), (0.075, -0.060, 0.90), (0.080 + ease * 0.5, 0.075 + ease, 0.085))
    return join(0.04, pelvis, buttock)
