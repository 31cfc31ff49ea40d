"""All gear by name, each as the piece that an outfit takes up."""

from __future__ import annotations

from collections.abc import Callable

from assets.people import faceware, kit, skin
from assets.people.fitting import in_levels
from assets.people.patch import Patch
from assets.people.shell import Shell, meshed

Build = Callable[[float], tuple[Patch, ...]]
Follow = Callable[..., skin.Weights]


def _stiff(joint: str) -> Follow:
    return lambda points: skin.rigid(points, joint)


def _clothes(points: object) -> skin.Weights:
    return skin.weights("body", points)


def _as_shell(shell: Callable[[], Shell]) -> tuple[Build, Follow]:
    return (lambda coarseness: meshed(shell(), coarseness)), lambda points: skin.weights(shell().binding, points)


def _made(build: Callable[[], Patch], follow: Follow) -> tuple[Build, Follow]:
    return (lambda _: in_levels(build())), follow


GEAR: dict[str, tuple[Build, Follow]] = {
    "gauze_mask": (faceware.gauze_mask, _stiff("head")),
    "half_mask": (faceware.half_mask, _stiff("head")),
    "goggles": (faceware.goggles, _stiff("head")),
    "goggles_up": (faceware.goggles_up, _stiff("head")),
    "visor_up": _made(lambda: faceware.weld_visor(up=True), _stiff("head")),
    "visor_down": _made(lambda: faceware.weld_visor(up=False), _stiff("head")),
    "shield_up": _made(lambda: faceware.gold_shield(up=True), _stiff("head")),
    "shield_down": _made(lambda: faceware.gold_shield(up=False), _stiff("head")),
    "clear_shield": _made(faceware.clear_shield, _stiff("head")),
    "earmuffs": _made(lambda: faceware.muffs("muffs", 0.036, band_at=1.814), _stiff("head")),
    "headphones": _made(lambda: faceware.muffs("headphones", 0.033, band_at=1.822), _stiff("head")),
    "cap_lamp": _made(faceware.cap_lamp, _stiff("head")),
    "scba_mask": (faceware.scba_mask, _stiff("head")),
    "scba_hose": _made(faceware.hose_to_mask, lambda points: skin.hanging_from_head(points, top=1.60, bottom=1.46)),
    "scba": _made(kit.breathing_set, _stiff("chest")),
    "harness": _made(lambda: kit.harness(hooked=False), _clothes),
    "harness_hooked": _made(lambda: kit.harness(hooked=True), _clothes),
    "lifejacket": _as_shell(kit.lifejacket_shell),
    "apron": _as_shell(kit.apron_shell),
    "apron_ties": _made(kit.apron_ties, _clothes),
    "belt": _made(lambda: kit.miners_belt(rescuer=False), _clothes),
    "belt_rescuer": _made(lambda: kit.miners_belt(rescuer=True), _clothes),
    "whistle": _made(kit.whistle, _clothes),
    "armband": _made(lambda: kit.armband("监护"), lambda points: skin.weights("sleeves", points)),
}
