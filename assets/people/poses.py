"""Poses as targets for hips, spine, wrists and ankles, solved to skinning matrices; many frames at once.

A channel is an array (f, k) over f frames. Positions are metres on the modelled figure, angles degrees.
Right and left have the same sign conventions: what lifts the right arm outward lifts the left one outward.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from assets.people.skeleton import HAND_FRAME, INDEX, JOINTS, REST, SIDES, TO_METRES

Array = NDArray[np.float64]
Channels = Mapping[str, Array]

TRUNK: dict[str, tuple[float, ...]] = {
    "hips": (0, 0, 0),  # offset from rest
    "hips_turn": (0, 0, 0),  # this and the next four: bend forward, turn left, lean right
    "spine": (0, 0, 0),
    "chest": (0, 0, 0),
    "neck": (0, 0, 0),
    "head": (0, 0, 0),
    "jaw": (0,),  # degrees open
    "lids": (0,),  # 0 open to 1 closed: no joint's matter here, see ``posing``
}
LIMBS: dict[str, tuple[float, ...]] = {
    "wrist": (0.262, 0.030, 0.895),  # position
    "elbow": (0.30, -1.0, 0.0),  # direction it points
    "hand": (0, 4, 0),  # roll about its length, flex towards the palm, bend sideways
    "curl": (14,),  # of all fingers: 0 flat, 60 a grip
    "index": (0,),  # more curl of the forefinger alone
    "thumb": (0,),  # more closing of the thumb than the curl brings
    "shrug": (-6,),  # collar bone up
    "reach": (0,),  # collar bone forward
    "roll": (30,),  # of forearm and hand together
    "ankle": (0, 0, 0),  # offset from rest
    "foot": (0, 8),  # toes up, toes out
    "toes": (0,),
    "knee": (0, 1, 0),  # direction it points
}
"""Defaults of the right side; x is mirrored for the left."""
MIRRORED = {"wrist", "elbow", "ankle", "knee"}
CHANNELS: dict[str, tuple[float, ...]] = TRUNK | {
    f"{name}{side}": (value[0] * sign, *value[1:]) if name in MIRRORED else value
    for name, value in LIMBS.items()
    for side, sign in SIDES
}
"""Every channel with its default: standing, arms hanging."""


TIP_SHARE = 1.15
"""How much more than the knuckles the fingers' middle joints bend."""
THUMB_SHARE = 0.55
THUMB_AXIS = np.array([-0.55, 0.35, -0.75])
"""In the hand's frame: what the thumb turns about when it closes."""


def _unit(v: Array) -> Array:
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)


def about(axis: Array, degrees: Array) -> Array:
    """Rotation matrices (f, 3, 3) about ``axis`` (3,) by ``degrees`` (f,)."""
    x, y, z = axis / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    a = np.radians(np.asarray(degrees, float))[:, None, None]
    return np.eye(3) + np.sin(a) * cross + (1 - np.cos(a)) * (cross @ cross)


def bent(angles: Array) -> Array:
    """Rotations (f, 3, 3) from (f, 3): bend forward, turn left, lean right."""
    return (
        about(np.array([0, 0, 1.0]), angles[:, 1])
        @ about(np.array([1.0, 0, 0]), -angles[:, 0])
        @ about(np.array([0, 1.0, 0]), angles[:, 2])
    )


def _bone_frame(direction: Array, normal: Array) -> Array:
    d = _unit(direction)
    n = _unit(normal - d * (d * normal).sum(-1, keepdims=True))
    return np.stack([d, n, np.cross(d, n)], axis=-1)


def _two_bones(
    root: Array, target: Array, pole: Array, rest: tuple[Array, Array, Array], rest_pole: Array
) -> tuple[Array, Array, Array, Array]:
    """Two bones from ``root`` to ``target``, bending towards ``pole``: both rotations, the middle joint, the end.

    A target out of reach is approached as far as the bones go.
    """
    r0, r1, r2 = rest
    a, b = np.linalg.norm(r1 - r0), np.linalg.norm(r2 - r1)
    way = target - root
    distance = np.clip(np.linalg.norm(way, axis=1), abs(a - b) + 1e-4, (a + b) * 0.9990)[:, None]
    way = _unit(way)
    side = _unit(pole - way * (pole * way).sum(1, keepdims=True))
    cosine = np.clip((a * a + distance**2 - b * b) / (2 * a * distance), -1, 1)
    middle = root + a * (way * cosine + side * np.sqrt(1 - cosine**2))
    end = root + way * distance
    normal = np.cross(way, side)
    rest_way = _unit(r2 - r0)
    rest_normal = np.cross(rest_way, _unit(rest_pole - rest_way * (rest_pole @ rest_way)))
    first = _bone_frame(middle - root, normal) @ _bone_frame(r1 - r0, rest_normal).T
    second = _bone_frame(end - middle, normal) @ _bone_frame(r2 - r1, rest_normal).T
    return first, second, middle, end


class Solver:
    """World rotations and positions of all joints for one run of frames."""

    def __init__(self, channels: Channels) -> None:
        self.channels = channels
        self.frames = len(next(iter(channels.values())))
        self.rotation: dict[str, Array] = {}
        self.position: dict[str, Array] = {}

    def matrices(self) -> Array:
        """Skinning matrices (f, 36, 4, 4) for column vectors, in metres."""
        self._trunk()
        self._face()
        for side, sign in SIDES:
            self._arm(side, sign)
            self._leg(side, sign)
        result = np.zeros((self.frames, len(JOINTS), 4, 4))
        result[..., 3, 3] = 1
        for name, k in INDEX.items():
            result[:, k, :3, :3] = self.rotation[name]
            result[:, k, :3, 3] = (self.position[name] - self.rotation[name] @ REST[k]) * TO_METRES
        return result

    def _hang(self, name: str, parent: str, local: Array) -> None:
        offset = REST[INDEX[name]] - REST[INDEX[parent]]
        self.position[name] = self.position[parent] + self.rotation[parent] @ offset
        self.rotation[name] = self.rotation[parent] @ local

    def _trunk(self) -> None:
        self.position["hips"] = REST[INDEX["hips"]] + self.channels["hips"]
        self.rotation["hips"] = bent(self.channels["hips_turn"])
        for name, parent in (("spine", "hips"), ("chest", "spine"), ("neck", "chest"), ("head", "neck")):
            self._hang(name, parent, bent(self.channels[name]))

    def _face(self) -> None:
        self._hang("jaw", "head", about(np.array([1.0, 0, 0]), -self.channels["jaw"][:, 0]))
        for side, _ in SIDES:
            self._hang(f"eye{side}", "head", np.eye(3))
            self._hang(f"lid{side}", "head", np.eye(3))

    def _arm(self, side: str, sign: float) -> None:
        channel = {name: self.channels[name + side] for name in ("wrist", "elbow", "hand", "shrug", "reach", "roll")}
        lift = about(np.array([0, 1.0, 0]), -sign * channel["shrug"][:, 0])
        forward = about(np.array([0, 0, 1.0]), sign * channel["reach"][:, 0])
        self._hang(f"clavicle{side}", "chest", lift @ forward)
        self._hang(f"upper_arm{side}", f"clavicle{side}", np.eye(3))
        rest = tuple(REST[INDEX[f"{name}{side}"]] for name in ("upper_arm", "forearm", "hand"))
        upper, lower, elbow, wrist = _two_bones(
            self.position[f"upper_arm{side}"], channel["wrist"], channel["elbow"], rest, np.array([0, -1.0, 0])
        )
        self.rotation[f"upper_arm{side}"] = upper
        mirror = np.array([sign, 1, 1])
        along, thumb = HAND_FRAME[:, 0] * mirror, HAND_FRAME[:, 1] * mirror
        half_roll = sign * channel["roll"][:, 0] / 2
        self.rotation[f"forearm{side}"] = lower @ about(along, half_roll)
        self.position[f"forearm{side}"], self.position[f"hand{side}"] = elbow, wrist
        roll, flex, sideways = channel["hand"].T
        turned = about(along, half_roll + sign * roll) @ about(thumb, sign * flex)
        self.rotation[f"hand{side}"] = (
            self.rotation[f"forearm{side}"] @ turned @ about(HAND_FRAME[:, 2] * mirror, sign * sideways)
        )
        self._fingers(side, sign, thumb)

    def _fingers(self, side: str, sign: float, across: Array) -> None:
        """Knuckles and middle joints bend about ``across``; the thumb closes over the fingers."""
        curl, index, thumb = (self.channels[name + side][:, 0] for name in ("curl", "index", "thumb"))
        for joint, bend in (("fingers", curl), ("index", curl + index)):
            self._hang(f"{joint}{side}", f"hand{side}", about(across, sign * bend))
        for joint, parent, bend in (("tips", "fingers", curl), ("index_tip", "index", curl + index)):
            self._hang(f"{joint}{side}", f"{parent}{side}", about(across, sign * TIP_SHARE * bend))
        axis = HAND_FRAME @ THUMB_AXIS * [sign, 1, 1]
        self._hang(f"thumb{side}", f"hand{side}", about(axis, sign * (THUMB_SHARE * curl + thumb)))

    def _leg(self, side: str, sign: float) -> None:
        hip = f"thigh{side}"
        self._hang(hip, "hips", np.eye(3))
        up, out = self.channels[f"foot{side}"].T
        foot = about(np.array([0, 0, 1.0]), -sign * out) @ about(np.array([1.0, 0, 0]), up)
        rest = tuple(REST[INDEX[f"{name}{side}"]] for name in ("thigh", "shin", "foot"))
        target = rest[2] + self.channels[f"ankle{side}"]
        upper, lower, knee, ankle = _two_bones(
            self.position[hip], target, self.channels[f"knee{side}"], rest, np.array([0, 1.0, 0])
        )
        self.rotation[hip], self.rotation[f"shin{side}"], self.rotation[f"foot{side}"] = upper, lower, foot
        self.position[f"shin{side}"], self.position[f"foot{side}"] = knee, ankle
        self._hang(f"toes{side}", f"foot{side}", about(np.array([1.0, 0, 0]), self.channels[f"toes{side}"][:, 0]))


def solve(channels: Channels) -> Array:
    """Skinning matrices (f, 36, 4, 4), column vectors, metres, of complete channels; see ``CHANNELS``."""
    return Solver(channels).matrices()
