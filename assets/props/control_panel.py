"""Control panels: a cabinet with a screen, a press's two-hand stand, a crane's station, a desk, a switch box."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, box, extrude, lathe, rounded_box, smooth, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BRASS,
    DARK_STEEL,
    GREEN_PAINT,
    RED_PAINT,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PLASTIC,
    plastic,
)
from assets.props.parts.controls import LIT_AMBER, LIT_GREEN, LIT_RED, UNLIT, mushroom, push_button
from assets.props.parts.electrical_parts import hinge, louvres
from assets.props.parts.machine_paints import CABINET_GREY
from assets.props.switch_boxes import flameproof, switch_box_on_stand, two_hand

JUMPER = plastic(0.03, 0.16, 0.80)


@prop("control_panel")
def control_panel(request: PropRequest) -> Model:
    """The variant says what kind it is; ``alarm`` lights red lamps, ``bypass_key`` shows a turned key and an
    amber lamp, ``not_ex`` an enclosure that is not explosion-proof, ``taped`` a palm button taped down."""
    parts = Assembly()
    makers = {
        "cabinet": _cabinet,
        "interlock": _interlock,
        "two_hand": two_hand,
        "crane": _crane_station,
        "desk": _desk,
        "switch_box": switch_box_on_stand,
        "flameproof": flameproof,
    }
    makers[request.variant or "cabinet"](parts, request.state)
    return parts.model()


def _body(parts: Assembly, w: float, d: float, h: float) -> None:
    parts.add(box(w, d, 0.08, BLACK_PLASTIC, bevel=0.006))
    parts.add(box(w, d - 0.02, h - 0.08, CABINET_GREY, bevel=0.01, grid=0.5, wear=0.3).placed(0, -0.01, 0.08))
    parts.add(louvres(0.3, 5, CABINET_GREY.shade(0.8)).placed(w / 2 - 0.0, 0, 0.3, h=-90))


def _door(parts: Assembly, w: float, d: float, h: float, x: float = 0.0) -> None:
    parts.add(
        box(w - 0.03, 0.018, h - 0.14, CABINET_GREY.shade(1.05), bevel=0.006, grid=0.5).placed(x, d / 2 - 0.011, 0.11)
    )
    parts.add(
        rounded_box(0.03, 0.03, 0.13, BLACK_PLASTIC, radius=0.01, segments=8).placed(
            x + w / 2 - 0.07, d / 2 + 0.005, h * 0.48
        )
    )
    parts.add(*(hinge(0.06).placed(x - w / 2 + 0.015, d / 2 - 0.003, z) for z in (0.3, h - 0.2)))


def _lamps(parts: Assembly, lit: tuple[bool, ...], x: float, y: float, z: float) -> None:
    for k, (colour, shines) in enumerate(zip((LIT_GREEN, LIT_AMBER, LIT_RED), lit, strict=True)):
        push_button(parts, x + 0.08 * k, y, z, colour if shines else colour.shade(0.25), radius=0.017, lit=shines)


def _cabinet(parts: Assembly, state: str) -> None:
    """A cabinet with a screen, lamps, buttons, a mains switch: ``normal`` or ``alarm``."""
    w, d, h = 0.8, 0.4, 1.6
    _body(parts, w, d, h)
    _door(parts, w, d, h)
    face = d / 2
    _screen(parts, "panel_screen_alarm" if state == "alarm" else "panel_screen_normal", face)
    _lamps(parts, (state != "alarm", False, state == "alarm"), -0.08, face, 1.02)
    for k, colour in enumerate((GREEN_PAINT, RED_PAINT)):
        push_button(parts, -0.24 + 0.07 * k, face, 1.02, colour)
    mushroom(parts, 0.28, face, 1.02)
    parts.sign("panel_strip", 0.62, 0.031, 0, face + 0.001, 1.075)
    parts.sign("当心触电", 0.16, 0.20, 0, face + 0.001, 0.62)
    parts.add(
        lathe([(0, 0), (0.045, 0), (0.045, 0.012), (0, 0.012)], SAFETY_YELLOW, sides=18)
        .placed(p=-90)
        .placed(-0.25, face, 0.80)
    )
    parts.add(box(0.02, 0.03, 0.09, RED_PAINT, bevel=0.005).placed(-0.25, face + 0.025, 0.755))
    if state == "alarm":
        parts.add(
            lathe([(0, 0), (0.05, 0), (0.05, 0.02), (0.042, 0.1), (0, 0.11)], LIT_RED, sides=18).placed(0, 0, h),
            to="glow",
        )


def _screen(parts: Assembly, name: str, face: float, x: float = 0.0, z: float = 1.16, w: float = 0.44) -> None:
    h = w * 0.62
    parts.add(
        rounded_box(w + 0.05, 0.025, h + 0.05, BLACK_PLASTIC, radius=0.008, segments=8).placed(
            x, face + 0.004, z - 0.025
        )
    )
    parts.sign(name, w, h, x, face + 0.0175, z, turn=0)


def _interlock(parts: Assembly, state: str) -> None:
    """A process cabinet with an interlock key: in AUTO, or turned to BYPASS with its amber lamp."""
    w, d, h = 0.8, 0.4, 1.6
    bypassed = state == "bypass_key"
    _body(parts, w, d, h)
    _door(parts, w, d, h)
    face = d / 2
    _screen(parts, "panel_screen_alarm" if state in ("alarm", "bypass_key") else "panel_screen_normal", face)
    _lamps(parts, (state == "normal", bypassed, state == "alarm"), 0.10, face, 1.02)
    parts.sign("interlock_key_plate", 0.20, 0.16, -0.20, face + 0.001, 0.90)
    parts.add(
        lathe([(0, 0), (0.026, 0), (0.026, 0.014), (0.02, 0.018), (0, 0.018)], STEEL, sides=18)
        .placed(p=-90)
        .placed(-0.20, face, 0.975)
    )
    key = Assembly()
    key.add(
        box(0.010, 0.022, 0.028, BRASS, bevel=0.002).placed(0, 0.01, -0.014),
        lathe([(0, 0), (0.018, 0), (0.018, 0.006), (0, 0.006)], BRASS, sides=14).placed(p=-90).placed(0, 0.020, 0),
    )
    parts.include(key, -0.20, face + 0.018, 0.975, r=48 if bypassed else -48)
    ring_ = smooth([(-0.20, face + 0.045, 0.965), (-0.215, face + 0.05, 0.94), (-0.20, face + 0.048, 0.915)], 5)
    parts.add(
        tube(ring_, 0.0025, STEEL, sides=5),
        box(0.03, 0.004, 0.045, RED_PAINT, bevel=0.001).placed(-0.20, face + 0.048, 0.872),
    )
    parts.sign("interlock_rule", 0.34, 0.17, 0.14, face + 0.001, 0.72)
    if bypassed:
        bow = [
            (0.18, face + 0.01, 0.66),
            (0.22, face + 0.06, 0.55),
            (0.10, face + 0.07, 0.48),
            (0.02, face + 0.01, 0.60),
        ]
        parts.add(tube(smooth(bow, 6), 0.006, JUMPER, sides=7))
        parts.add(
            *(
                rounded_box(0.018, 0.02, 0.04, RED_PAINT, radius=0.004, segments=6).placed(x, face + 0.012, z)
                for x, z in ((0.18, 0.65), (0.02, 0.59))
            )
        )
        parts.add(box(0.24, 0.004, 0.14, BLACK_PLASTIC, bevel=0.001).placed(0.10, face + 0.0, 0.60))


def _crane_station(parts: Assembly, state: str) -> None:
    """A post with the crane's hand-held pendant in its holder and the mains switch of the runway."""
    parts.add(
        box(0.4, 0.34, 0.02, DARK_STEEL, bevel=0.006),
        box(0.09, 0.09, 1.55, SAFETY_YELLOW, bevel=0.01, grid=0.5).placed(0, -0.04, 0.02),
    )
    parts.add(box(0.34, 0.16, 0.46, CABINET_GREY, bevel=0.012).placed(0, 0.06, 1.04))
    parts.sign("crane_station", 0.28, 0.10, 0, 0.1415, 1.37)
    _lamps(parts, (state != "alarm", False, state == "alarm"), -0.08, 0.14, 1.31)
    pendant = rounded_box(0.075, 0.065, 0.34, SAFETY_YELLOW, radius=0.02, segments=12)
    parts.add(pendant.placed(0.10, 0.20, 0.78), box(0.12, 0.10, 0.03, DARK_STEEL, bevel=0.006).placed(0.10, 0.18, 0.76))
    for k in range(6):
        push_button(
            parts,
            0.085 + 0.03 * (k % 2),
            0.233,
            0.90 + 0.055 * (k // 2),
            BLACK_PLASTIC if k < 4 else WHITE_PLASTIC,
            radius=0.010,
        )
    mushroom(parts, 0.10, 0.233, 1.075, radius=0.016)
    parts.add(
        tube(
            smooth(
                [(0.10, 0.20, 1.12), (0.14, 0.22, 1.25), (0.2, 0.1, 1.45), (0.10, 0.0, 1.62), (0.02, -0.02, 2.2)], 6
            ),
            0.012,
            BLACK_PLASTIC,
            sides=7,
        )
    )
    parts.sign("crane_rules", 0.30, 0.40, -0.0, 0.0065, 0.30)
    parts.add(box(0.32, 0.012, 0.42, WHITE_PLASTIC, bevel=0.003).placed(0, 0.0, 0.29))


def _desk(parts: Assembly, state: str) -> None:
    """An operator's desk 1.2 m wide with two screens, joysticks and a wisp-cooled back cabinet."""
    side = [(-0.30, 0), (0.26, 0), (0.26, 0.66), (0.40, 0.78), (0.38, 0.84), (-0.04, 1.0), (-0.10, 1.42), (-0.30, 1.42)]
    parts.add(extrude(side, 1.2, CABINET_GREY, grid=0.5, wear=0.3).placed(p=90, h=90).placed(-0.6, 0, 0))
    for x, name in (
        (-0.28, "desk_screen_tapping"),
        (0.28, "panel_screen_alarm" if state == "alarm" else "panel_screen_normal"),
    ):
        leaned = Assembly()
        _screen(leaned, name, 0.0, 0.0, 0.0, 0.44)
        parts.include(leaned, x, -0.058, 1.06, p=8)
    for k in range(10):
        lens = lathe([(0, 0), (0.012, 0), (0.012, 0.01), (0, 0.01)], (LIT_GREEN, LIT_AMBER, UNLIT)[k % 3], sides=10)
        parts.add(lens.placed(p=-21).placed(-0.5 + 0.11 * k, 0.06, 0.968), to="glow" if k % 3 < 1 else "opaque")
    for x in (-0.35, 0.35):
        parts.add(
            lathe(
                [(0, 0), (0.05, 0), (0.03, 0.03), (0.012, 0.04), (0.012, 0.12), (0.026, 0.14), (0.02, 0.18), (0, 0.18)],
                BLACK_PLASTIC,
                sides=14,
            )
            .placed(p=-21)
            .placed(x, 0.2, 0.905)
        )
    stop = Assembly()
    mushroom(stop, 0, 0, 0, radius=0.034)
    parts.include(stop, 0.0, 0.22, 0.905, p=69)
    parts.add(box(0.3, 0.22, 0.004, WHITE_PLASTIC, bevel=0.001).placed(p=-21).placed(0.02, 0.24, 0.89))
