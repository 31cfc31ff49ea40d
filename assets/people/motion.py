"""A movement as key poses in time, filled in to channels for every frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline, PchipInterpolator

from assets.people.poses import CHANNELS, MIRRORED
from assets.people.skeleton import TO_METRES

FPS = 30.0
Pose = Mapping[str, tuple[float, ...]]


def both(**limbs: tuple[float, ...]) -> dict[str, tuple[float, ...]]:
    """Channels of both limbs from the right one's: ``both(wrist=(.2, .3, 1))`` sets wristR and, mirrored, wristL."""
    result = {}
    for name, value in limbs.items():
        result[f"{name}R"] = value
        result[f"{name}L"] = (-value[0], *value[1:]) if name in MIRRORED else value
    return result


@dataclass(frozen=True)
class Motion:
    """Key poses at rising ``times`` (seconds); a looping motion returns to its first key at ``seconds``.

    A channel that no key names keeps its default; one that some keys name keeps the value of ``base``, or else the
    default, in the others. A ``flowing`` motion swings through its keys; the others ease from key to key
    and never overshoot. ``extra`` are channels given for every frame, in place of keys. ``speed`` in m/s is
    in metres of the finished person. ``held`` names the thing in the hands, of ``held.THINGS``.
    """

    keys: Sequence[Pose]
    times: Sequence[float]
    seconds: float
    loop: bool = True
    flowing: bool = False
    base: Pose = field(default_factory=dict)
    extra: Mapping[str, NDArray] = field(default_factory=dict)
    speed: float = 0.0
    held: str | None = None

    @property
    def count(self) -> int:
        return round(self.seconds * FPS) + (0 if self.loop else 1)

    def channels(self) -> dict[str, NDArray]:
        """Every channel as (frames, k)."""
        time = np.arange(self.count) / FPS
        result = {}
        for name, default in CHANNELS.items():
            resting = self.base.get(name, default)
            rows = np.array([key.get(name, resting) for key in self.keys], float)
            result[name] = self.extra[name] if name in self.extra else self._filled(rows, time)
        return result

    def _filled(self, rows: NDArray, time: NDArray) -> NDArray:
        if len(rows) == 1 or (rows == rows[0]).all():
            return np.repeat(rows[:1], len(time), axis=0)
        if self.loop:
            times, rows = np.array([*self.times, self.seconds]), np.concatenate([rows, rows[:1]])
            if self.flowing:
                return CubicSpline(times, rows, bc_type="periodic")(time)
            before, after = times[-2] - self.seconds, times[1] + self.seconds
            return PchipInterpolator([before, *times, after], np.concatenate([rows[-2:-1], rows, rows[1:2]]))(time)
        return PchipInterpolator(self.times, rows)(np.minimum(time, self.times[-1]))


def evenly(keys: Sequence[Pose], seconds: float, base: Pose | None = None, held: str | None = None) -> Motion:
    """A looping motion whose keys are equally far apart."""
    times = np.arange(len(keys)) * seconds / len(keys)
    return Motion(keys, list(times), seconds, flowing=True, base=base or {}, held=held)


def metres_per_second(modelled: float) -> float:
    return modelled * TO_METRES
