"""Walking: feet that stand still on the ground while the body passes over them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicHermiteSpline

from assets.people.skeleton import ANKLE, TOE

HEEL = np.array([-0.105, 0.0])
"""y and z where the heel strikes; ankle and ball of the foot likewise, on the modelled figure."""
ANKLE_YZ = ANKLE[1:]
BALL_YZ = TOE[1:]


@dataclass(frozen=True)
class Gait:
    """A walk: seconds per double step, metres per second (modelled), and the stance's shape."""

    seconds: float
    speed: float
    stance: float = 0.62
    """Share of the cycle that a foot is on the ground."""
    strike: float = 0.30
    """How far ahead of the hip's middle the ankle is at heel strike."""
    heel_pitch: float = 20.0
    push_pitch: float = -46.0
    """Foot pitch at heel strike and at push-off, degrees, toes up positive."""
    lift: float = 0.075

    def foot(self, phase: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        """Ankle offset (f, 2) in y and z, foot pitch and toe angle (f,), at ``phase`` 0..1 from heel strike."""
        phase = phase % 1.0
        ankle, pitch, toes = np.zeros((len(phase), 2)), np.zeros(len(phase)), np.zeros(len(phase))
        down = phase < self.stance
        ankle[down], pitch[down], toes[down] = self._on_ground(phase[down])
        swing = self._swing()
        t = (phase[~down] - self.stance) / (1 - self.stance)
        ankle[~down], pitch[~down], toes[~down] = swing(t)[:, :2], swing(t)[:, 2], swing(t)[:, 3]
        return ankle - ANKLE_YZ, pitch, toes

    def _on_ground(self, phase: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        """The foot rolls over heel, flat sole and ball, all the while moving back with the ground."""
        u = phase / self.stance
        landing = np.clip(1 - u / 0.16, 0, 1)
        pushing = np.clip((u - 0.55) / 0.45, 0, 1)
        pitch = self.heel_pitch * landing**1.5 + self.push_pitch * pushing**1.6
        ground = self.strike + 0.02 - self.speed * self.seconds * phase
        ankle = np.empty((len(u), 2))
        for k, (angle, shift) in enumerate(zip(np.radians(pitch), ground, strict=True)):
            pivot = HEEL if angle > 0 else BALL_YZ
            c, s = np.cos(angle), np.sin(angle)
            ankle[k] = np.array([[c, -s], [s, c]]) @ (ANKLE_YZ - pivot) + pivot
            ankle[k, 0] += shift
        return ankle, pitch, np.where(pitch < 0, -pitch, 0.0)

    def _swing(self) -> CubicHermiteSpline:
        """Ankle y, z, pitch and toes from push-off to the next strike, meeting both in place and pace."""
        step = 1e-4
        ends = []
        for phase in (self.stance - step, self.stance - 2 * step, 0.0, step):
            ankle, pitch, toes = self._on_ground(np.array([phase]))
            ends.append(np.array([*ankle[0], pitch[0], toes[0]]))
        length = 1 - self.stance
        leaving = (ends[0] - ends[1]) / step * length
        arriving = (ends[3] - ends[2]) / step * length
        middle = np.array([(ends[0][0] + ends[2][0]) / 2 + 0.05, ANKLE_YZ[1] + self.lift, -8.0, 4.0])
        pace = np.array([(ends[2][0] - ends[0][0]) * 1.5, 0.0, 70.0, -20.0])
        arriving[2:] = 0
        return CubicHermiteSpline([0, 0.5, 1], [ends[0], middle, ends[2]], [leaving, pace, arriving])
