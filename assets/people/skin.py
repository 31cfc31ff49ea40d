"""How strongly each vertex follows each joint."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.people.distance import smooth_step
from assets.people.eyelids import lid_edges
from assets.people.face import LID_CLOSED
from assets.people.shell import Binding
from assets.people.skeleton import (
    ARM_DIRECTION,
    ELBOW,
    EYE,
    FOREARM_DIRECTION,
    HAND_PIVOTS,
    HIP,
    INDEX,
    JOINTS,
    KNEE,
    SHOULDER,
    SIDES,
    WRIST,
    in_hand,
)

Weights = NDArray[np.float64]
MOUTH_Z = 1.6085
"""Height of the closed mouth's line at rest."""
LID_REACH = 34.0
"""Degrees over its edge that an upper lid's skin stretches."""


def weights(binding: Binding, points: NDArray) -> Weights:
    """(n, 36), rows sum to 1, for points (n, 3) of a shell of that binding."""
    if binding == "head":
        result = _of_head(points)
    elif binding == "hand":
        result = _of_hand(points)
    elif binding == "feet":
        result = _of_legs(points, binding)[0]
    else:
        result = _of_trunk(points, binding)
        if binding != "sleeves":
            legs, share = _of_legs(points, binding)
            result = result * (1 - share)[:, None] + legs * share[:, None]
    return result / result.sum(1, keepdims=True)


def strongest(all_weights: Weights, count: int = 4) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The ``count`` strongest joints of each row: weights that sum to 1, and joint indices."""
    order = np.argsort(-all_weights, axis=1)[:, :count]
    chosen = np.take_along_axis(all_weights, order, axis=1)
    chosen = chosen / chosen.sum(1, keepdims=True)
    order[chosen < 1e-4] = 0
    chosen[chosen < 1e-4] = 0
    return (chosen / chosen.sum(1, keepdims=True)).astype(np.float32), order


def _empty(points: NDArray) -> Weights:
    return np.zeros((len(points), len(JOINTS)))


def _of_head(points: NDArray) -> Weights:
    result = _empty(points)
    to_head = smooth_step((points[:, 2] - 1.530) / 0.05)
    to_neck = smooth_step((points[:, 2] - 1.47) / 0.05)
    jaw = _of_jaw(points)
    result[:, INDEX["jaw"]] = jaw
    result[:, INDEX["head"]] = (1 - jaw) * to_head
    result[:, INDEX["neck"]] = (1 - jaw) * (1 - to_head) * to_neck
    result[:, INDEX["chest"]] = (1 - jaw) * (1 - to_head) * (1 - to_neck)
    for side, sign in SIDES:
        lid = _of_lid(points * (sign, 1, 1))
        result *= 1 - lid[:, None]
        result[:, INDEX[f"lid{side}"]] = lid
    return result


def _of_jaw(points: NDArray) -> NDArray:
    """Chin and lower lip: sharply parted from the upper lip between the corners of the mouth, softly in the cheeks."""
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    soft = 0.0009 + 0.020 * smooth_step((x - 0.020) / 0.020)
    below = smooth_step(0.5 + (MOUTH_Z - z) / (2 * soft))
    return below * smooth_step((y - 0.005) / 0.055) * smooth_step((z - 1.530) / 0.022)


def _of_lid(points: NDArray) -> NDArray:
    """How far each point follows the right eye's upper lid: wholly at its edge, less and less up to the brow."""
    q = points - EYE
    upper, lower = lid_edges(q[:, 0])
    radius = np.hypot(q[:, 1], q[:, 2])
    depth = np.maximum(0.0195**2 - q[:, 0] ** 2, 1e-6) ** 0.5
    rise, edge, rim = (np.degrees(np.arctan2(a, b)) for a, b in ((q[:, 2], q[:, 1]), (upper, depth), (lower, depth)))
    share = np.clip((edge - rim) / LID_CLOSED, 0, 1) * (np.abs(q[:, 0]) < 0.0185)
    fades = 1 - smooth_step((rise - edge) / LID_REACH)
    return share * fades * (rise > (edge + rim) / 2) * (q[:, 1] > 0) * smooth_step((0.030 - radius) / 0.006)


def rigid(points: NDArray, joint: str) -> Weights:
    result = _empty(points)
    result[:, INDEX[joint]] = 1
    return result


def of_eyes(points: NDArray) -> Weights:
    """The eyeballs, each turning about its own middle."""
    result = _empty(points)
    right = points[:, 0] > 0
    result[right, INDEX["eyeR"]] = 1
    result[~right, INDEX["eyeL"]] = 1
    return result


def hanging_from_head(points: NDArray, top: float, bottom: float) -> Weights:
    """For what hangs from the head: the lower, the more it stays with the chest, so that it swings."""
    result = _empty(points)
    lag = 0.75 * smooth_step((top - points[:, 2]) / (top - bottom))
    result[:, INDEX["head"]] = 1 - lag
    result[:, INDEX["chest"]] = lag
    return result


def _folded(points: NDArray) -> NDArray:
    return np.abs(points) * [1, 0, 0] + points * [0, 1, 1]


def _of_hand(points: NDArray) -> Weights:
    result = _empty(points)
    q = in_hand(_folded(points))
    to_hand = smooth_step((q[:, 0] + 0.03) / 0.05)
    thumb = _of_thumb(q)
    knuckles = smooth_step((q[:, 0] - 0.076) / 0.020) * (1 - thumb)
    tips = smooth_step((q[:, 0] - HAND_PIVOTS["tips"][0] + 0.007) / 0.014)
    index = smooth_step((q[:, 1] - (0.0200 + 0.055 * (q[:, 0] - 0.088)) + 0.003) / 0.006)
    shares = {
        "hand": (1 - knuckles) * (1 - thumb),
        "thumb": thumb,
        "index": knuckles * index * (1 - tips),
        "index_tip": knuckles * index * tips,
        "fingers": knuckles * (1 - index) * (1 - tips),
        "tips": knuckles * (1 - index) * tips,
    }
    for side, sign in SIDES:
        mine = points[:, 0] * sign > 0
        result[mine, INDEX[f"forearm{side}"]] = (1 - to_hand)[mine]
        for joint, share in shares.items():
            result[mine, INDEX[f"{joint}{side}"]] = (to_hand * share)[mine]
    return result


def _of_thumb(q: NDArray) -> NDArray:
    """By the distance from the thumb's line, and along it from its root."""
    root, tip = np.array(HAND_PIVOTS["thumb"]), np.array((0.098, 0.078, -0.042))
    line = (tip - root) / np.linalg.norm(tip - root)
    along = (q - root) @ line
    aside = np.linalg.norm(q - root - along[:, None] * line, axis=1)
    return smooth_step((along - 0.004) / 0.030) * smooth_step((0.030 - aside) / 0.010)


def _of_trunk(points: NDArray, binding: Binding) -> Weights:
    """Along the spine, and out along the arms for what has sleeves."""
    result = _empty(points)
    q, z = _folded(points), points[:, 2]
    spine, chest = smooth_step((z - 1.00) / 0.14), smooth_step((z - 1.16) / 0.16)
    neck = smooth_step((z - 1.485) / 0.06)
    column = {
        "hips": 1 - spine,
        "spine": spine * (1 - chest),
        "chest": spine * chest * (1 - neck),
        "neck": spine * chest * neck,
    }
    upper_arm, clavicle = _arm_share(q, binding)
    elbow_plane = ARM_DIRECTION + FOREARM_DIRECTION
    to_forearm = smooth_step(((q - ELBOW) @ (elbow_plane / np.linalg.norm(elbow_plane)) + 0.045) / 0.09)
    to_hand = smooth_step(((q - WRIST) @ FOREARM_DIRECTION + 0.03) / 0.05)
    for side, sign in SIDES:
        mine = (points[:, 0] * sign > 0) | ((points[:, 0] == 0) & (sign > 0))
        for joint, share in column.items():
            stays = (1 - upper_arm) * ((1 - clavicle) if joint == "chest" else 1)
            result[:, INDEX[joint]] += mine * share * stays
        result[:, INDEX[f"clavicle{side}"]] += mine * column["chest"] * (1 - upper_arm) * clavicle
        result[:, INDEX[f"upper_arm{side}"]] += mine * upper_arm * (1 - to_forearm)
        result[:, INDEX[f"forearm{side}"]] += mine * upper_arm * to_forearm * (1 - to_hand)
        result[:, INDEX[f"hand{side}"]] += mine * upper_arm * to_forearm * to_hand
    return result


def _arm_share(q: NDArray, binding: Binding) -> tuple[NDArray, NDArray]:
    """How far each point belongs to the upper arm and beyond, and to the collar bone."""
    if binding == "legs":
        return np.zeros(len(q)), np.zeros(len(q))
    plane = ARM_DIRECTION + (1, 0, 0)
    along = (q - SHOULDER) @ (plane / np.linalg.norm(plane))
    bone = ELBOW - SHOULDER
    t = np.clip(((q - SHOULDER) @ bone) / (bone @ bone), -0.3, 2)[:, None]
    off_axis = np.linalg.norm(q - SHOULDER - t * bone, axis=1)
    share = smooth_step((along + 0.055) / 0.11) * (1 - smooth_step((off_axis - 0.070) / 0.055))
    if binding in ("sleeves", "skirt"):
        above = smooth_step((q[:, 2] - 1.02) / 0.06) if binding == "skirt" else 1.0
        share = np.maximum(share, above * smooth_step((q[:, 0] - 0.222) / 0.02))
    clavicle = smooth_step((q[:, 0] - 0.05) / 0.10) * smooth_step((q[:, 2] - 1.28) / 0.10)
    return share, clavicle


def _of_legs(points: NDArray, binding: Binding) -> tuple[Weights, NDArray]:
    """Weights of the leg joints (rows sum to 1), and how far each point belongs to the legs at all."""
    result = _empty(points)
    q, z = _folded(points), points[:, 2]
    outward = np.array([0.25, 0, -1.0]) / np.hypot(0.25, 1)
    share = smooth_step(((q - HIP) @ outward + 0.07) / 0.15)
    width = 0.025 + 0.075 * smooth_step((z - 0.81) / 0.06)
    if binding == "body":
        share, width = 0.72 * smooth_step((HIP[2] + 0.06 - z) / 0.15), np.full(len(z), 0.10)
    elif binding == "skirt":
        share, width = 0.85 * smooth_step((HIP[2] + 0.04 - z) / 0.18), np.full(len(z), 0.11)
    elif binding == "feet":
        share, width = np.ones(len(z)), np.full(len(z), 1e-6)
    right = smooth_step((points[:, 0] + width) / (2 * width))
    knee = smooth_step((KNEE[2] + 0.06 - z) / 0.12)
    ankle, toes = np.zeros(len(z)), np.zeros(len(z))
    if binding == "legs":
        ankle = 0.35 * smooth_step((0.13 - z) / 0.05)
    elif binding == "feet":
        knee = np.ones(len(z))
        ankle = smooth_step((0.155 - z) / 0.07)
        toes = smooth_step((points[:, 1] - 0.075) / 0.06)
    for side, mine in (("R", right), ("L", 1 - right)):
        result[:, INDEX[f"thigh{side}"]] = mine * (1 - knee)
        result[:, INDEX[f"shin{side}"]] = mine * knee * (1 - ankle)
        result[:, INDEX[f"foot{side}"]] = mine * knee * ankle * (1 - toes)
        result[:, INDEX[f"toes{side}"]] = mine * knee * ankle * toes
    return result, share
