"""Boards that carry signs: safety signs on walls and posts, the route board, the inspection board."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, bolt, box, lathe, rod, rounded_box
from assets.modelling.materials import ALUMINIUM, BLUE_PAINT, CONCRETE, DARK_STEEL, GREEN_PAINT, STEEL, WHITE_PAINT
from assets.textures.signs import sign_aspect

DEFAULT_SIGN = "当心触电"
INSPECTION_STATES = ("filled", "blank", "expired")


@prop("sign_board")
def sign_board(request: PropRequest) -> Model:
    """The sign that the scenario names, on a wall, on a post, on the route board or beside a road."""
    parts = Assembly()
    kinds = {"on_wall": _on_wall, "on_post": _on_post, "route": _route, "road": _road}
    kinds[request.variant or "on_wall"](parts, request.sign or DEFAULT_SIGN)
    return parts.model()


def _plate(parts: Assembly, name: str, w: float, h: float, z: float, y: float = 0.0) -> None:
    """A sheet-metal plate with the sign on its front and a screw in each corner; ``y`` is the back of the plate."""
    parts.add(rounded_box(w, 0.012, h, ALUMINIUM, radius=0.0055, segments=8).placed(0, y + 0.006, z))
    parts.sign(name, w - 0.012, h - 0.012, 0, y + 0.0128, z + 0.006)
    screw = bolt(0.006, 0.003, STEEL).placed(p=-90)
    corners = [(x, dz) for x in (-w / 2 + 0.018, w / 2 - 0.018) for dz in (0.018, h - 0.018)]
    parts.add(*(screw.placed(x, y + 0.0125, z + dz) for x, dz in corners))


def _fitted(name: str, w: float, h: float) -> tuple[float, float]:
    """The largest size of a sign's shape within ``w`` x ``h``."""
    aspect = sign_aspect(name)
    return (w, w / aspect) if w / aspect <= h else (h * aspect, h)


def _on_wall(parts: Assembly, name: str) -> None:
    w, h = _fitted(name, 0.40, 0.50)
    _plate(parts, name, w, h, 0.0, -0.01)


def _on_post(parts: Assembly, name: str) -> None:
    """A steel post in a concrete foot, the sign at eye height."""
    parts.add(box(0.34, 0.30, 0.10, CONCRETE, bevel=0.02))
    parts.add(lathe([(0.03, 0.10), (0.024, 0.12), (0.024, 2.19), (0.02, 2.2), (0, 2.2)], STEEL, sides=12))
    w, h = _fitted(name, 0.40, 0.50)
    _plate(parts, name, w, h, 1.66, 0.034)
    parts.add(*(box(0.09, 0.075, 0.03, DARK_STEEL, bevel=0.005).placed(0, 0.0, z) for z in (1.74, 2.06)))


def _route(parts: Assembly, name: str) -> None:
    """A board across the head of a covered way: the sign on the left, the helmet sign on the right."""
    parts.add(rounded_box(2.4, 0.03, 0.5, GREEN_PAINT, radius=0.012, segments=8))
    w, h = _fitted(name, 1.2, 0.46)
    parts.sign(name, w, h, 0.62, 0.0157, 0.02)
    helmet = "必须戴安全帽"
    w, h = _fitted(helmet, 0.5, 0.46)
    for x in (-0.45, -0.95):
        parts.sign(helmet if x < -0.9 else "当心落物", w, h, x, 0.0157, 0.02)
    parts.add(*(box(0.05, 0.03, 0.42, STEEL, bevel=0.006).placed(x, -0.03, 0.04) for x in (-0.8, 0.8)))


def _road(parts: Assembly, name: str) -> None:
    """A road sign on two posts, readable from the lane."""
    w, h = _fitted(name, 1.4, 1.9)
    top = 3.55
    parts.add(
        *(rod((x, -0.03, 0), (x, -0.03, top - 0.08), 0.038, ALUMINIUM, sides=12, grid=1.2) for x in (-w * 0.3, w * 0.3))
    )
    parts.add(*(box(0.34, 0.20, 0.06, CONCRETE, bevel=0.015).placed(x, -0.03) for x in (-w * 0.3, w * 0.3)))
    parts.add(rounded_box(w, 0.02, h, ALUMINIUM, radius=0.009, segments=8).placed(0, 0.016, top - h))
    parts.sign(name, w - 0.03, h - 0.03, 0, 0.0268, top - h + 0.015)
    parts.add(
        *(
            box(w * 0.9, 0.03, 0.05, DARK_STEEL, bevel=0.005).placed(0, -0.005, top - h * share)
            for share in (0.25, 0.75)
        )
    )


@prop("notice_board")
def notice_board(request: PropRequest) -> Model:
    """The electrician's inspection card, large on a board on two posts, with the site's power rules beside it.

    Any other state is a framed board on a wall behind it (y -0.02) that carries the sign ``notice_STATE``.
    """
    parts = Assembly()
    if request.state not in INSPECTION_STATES:
        _wall_notice(parts, f"notice_{request.state}")
        return parts.model()
    parts.add(*(rod((x, -0.02, 0), (x, -0.02, 1.86), 0.022, STEEL, sides=10, grid=0.5) for x in (-0.44, 0.44)))
    parts.add(*(rod((x, -0.19, 0.01), (x, 0.19, 0.01), 0.018, DARK_STEEL, sides=8) for x in (-0.44, 0.44)))
    parts.add(
        *(
            rod((x, side * 0.17, 0.02), (x, -0.01, 0.42), 0.012, DARK_STEEL, sides=7)
            for x in (-0.44, 0.44)
            for side in (-1, 1)
        )
    )
    parts.add(box(1.0, 0.022, 0.80, WHITE_PAINT, bevel=0.004).placed(0, 0.012, 1.06))
    parts.add(*(box(1.03, 0.04, 0.03, BLUE_PAINT, bevel=0.006).placed(0, 0.014, z) for z in (1.035, 1.855)))
    parts.add(*(box(0.03, 0.04, 0.85, BLUE_PAINT, bevel=0.006).placed(x, 0.014, 1.035) for x in (-0.5, 0.5)))
    parts.add(box(1.10, 0.22, 0.012, BLUE_PAINT, bevel=0.004).placed(0, 0.03, 1.885, p=-12))
    parts.sign(f"inspection_card_{request.state}", 0.56, 0.725, 0.19, 0.0245, 1.095)
    parts.sign("site_power_rules", 0.34, 0.247, -0.29, 0.0245, 1.56)
    parts.sign("当心触电", 0.28, 0.35, -0.29, 0.0245, 1.13)
    return parts.model()


def _wall_notice(parts: Assembly, name: str) -> None:
    """A notice behind its aluminium frame, 1.0 m wide, standing on z = 0."""
    w, h = _fitted(name, 0.96, 0.76)
    parts.add(box(w + 0.04, 0.018, h + 0.04, WHITE_PAINT, bevel=0.003).placed(0, -0.008, 0))
    parts.add(*(box(w + 0.06, 0.03, 0.025, ALUMINIUM, bevel=0.005).placed(0, -0.002, z) for z in (-0.005, h + 0.02)))
    parts.add(
        *(
            box(0.025, 0.03, h + 0.05, ALUMINIUM, bevel=0.005).placed(x, -0.002, -0.005)
            for x in (-w / 2 - 0.02, w / 2 + 0.02)
        )
    )
    parts.sign(name, w, h, 0, 0.0025, 0.02)
