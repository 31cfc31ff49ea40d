"""Guards of machines: over a conveyor's tail or drive, over belts, over a pedal; fitted or off."""

from __future__ import annotations

from manifold3d import Manifold

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import Assembly, block, bolt, box, rod, smooth, solid, tube
from assets.modelling.materials import BLACK_PLASTIC, CAST_IRON, DARK_STEEL, RUBBER, SAFETY_YELLOW, STEEL
from assets.modelling.solids import cylinder
from assets.props.parts.electrical_parts import hinge
from assets.props.parts.railings import mesh_guard


@prop("machine_guard")
def machine_guard(request: PropRequest) -> Model:
    """``on`` it covers what it belongs to; ``off`` it leans aside, hangs open or lies on the floor."""
    parts = Assembly()
    makers = {"panel": _panel, "belt": _belt, "pedal": _pedal}
    makers[request.variant or "panel"](parts, request.state == "on")
    return parts.model()


def _panel(parts: Assembly, fitted: bool) -> None:
    """A mesh panel 1.0 x 1.0 m: bolted to two posts, or leaning back at a wall behind it."""
    panel = mesh_guard(1.0, 1.0)
    panel.sign(
        "当心机械伤人" if fitted else "hazard_stripes",
        0.20 if fitted else 0.9,
        0.25 if fitted else 0.076,
        0,
        0.021,
        0.40,
    )
    if not fitted:
        parts.include(panel, 0, 0.02, 0.005, p=16)
        parts.add(*(bolt(0.012, 0.02).placed(x, 0.20, 0.0, h=40 * x) for x in (0.1, 0.16, -0.22)))
        return
    parts.include(panel, 0, 0, 0.06)
    for x in (-0.49, 0.49):
        parts.add(box(0.05, 0.05, 1.10, DARK_STEEL, bevel=0.006, grid=0.5).placed(x, -0.045))
        parts.add(box(0.14, 0.14, 0.012, DARK_STEEL, bevel=0.003).placed(x, -0.045))
        parts.add(*(bolt(0.011, 0.012).placed(p=-90).placed(x, 0.015, z) for z in (0.22, 0.60, 0.98)))


def _belt(parts: Assembly, fitted: bool) -> None:
    """The cover of a flywheel and its belts, hinged at its -x edge: shut, or swung open past its hinge."""
    w, high, deep = 1.16, 1.66, 0.16
    cover = Assembly()
    outer = Manifold.batch_hull([cylinder(0.58, deep, 0, 0.58), cylinder(0.24, deep, 0, 1.40)])
    inner = Manifold.batch_hull([cylinder(0.565, deep + 0.01, 0, 0.58), cylinder(0.225, deep + 0.01, 0, 1.40)])
    windows = [block(0.10, 0.55 - abs(k) * 0.1, 1, 0.16 * k, 0.58, -0.5) for k in range(-2, 3)]
    face = inner.translate([0, 0, 0.0]) ^ block(3, 3, 0.012, 0, 0.7, deep - 0.012)
    shell_ = (outer - inner.translate([0, 0, -0.001])) + (face - sum(windows[1:], windows[0]))
    cover.add(solid(shell_, SAFETY_YELLOW, grid=0.4, wear=0.2).placed(p=90).placed(0, deep, 0))
    cover.sign("当心机械伤人", 0.20, 0.25, 0, -0.004, 1.06, turn=180)
    turned = Assembly()
    # The solid was raised towards +z and now stands with its face at -y: turn the face outward.
    turned.include(cover, 0, 0, 0, h=180)
    hung = Assembly()
    hung.include(turned, w / 2, deep if not fitted else 0.0)
    parts.include(hung, -w / 2, 0, 0, h=0 if fitted else 118)
    parts.add(*(hinge(0.10).placed(-w / 2, 0, z) for z in (0.4, 1.2)))
    parts.add(box(0.03, 0.06, high * 0.7, DARK_STEEL, bevel=0.005).placed(-w / 2 - 0.02, -0.03, 0.25))


def _pedal(parts: Assembly, fitted: bool) -> None:
    """A press's foot pedal with its cable: under its hood, or bare with the hood lying beside it."""
    parts.add(box(0.24, 0.30, 0.02, CAST_IRON, bevel=0.006))
    parts.add(*(box(0.016, 0.10, 0.07, CAST_IRON, bevel=0.004).placed(x, -0.06, 0.02) for x in (-0.085, 0.085)))
    parts.add(rod((-0.09, -0.06, 0.07), (0.09, -0.06, 0.07), 0.010, STEEL, sides=8))
    parts.add(
        box(0.14, 0.22, 0.014, DARK_STEEL, bevel=0.004, wear=1).placed(0, 0, 0).placed(p=12).placed(0, 0.05, 0.07)
    )
    parts.add(
        *(
            box(0.12, 0.014, 0.006, RUBBER, bevel=0.001).placed(p=12).placed(0, 0.05 + 0.035 * k, 0.088 + 0.0075 * k)
            for k in range(-2, 3)
        )
    )
    parts.add(rod((0, 0.02, 0.02), (0, 0.04, 0.075), 0.016, STEEL, sides=8))
    parts.add(
        tube(
            smooth([(0, -0.14, 0.03), (0.02, -0.30, 0.02), (-0.10, -0.45, 0.012), (-0.06, -0.62, 0.02)], 6),
            0.011,
            BLACK_PLASTIC,
            sides=7,
        )
    )
    hood = _hood()
    parts.add(hood if fitted else hood.placed(r=-96).placed(0.46, 0.08, 0.155, h=-35))


def _hood() -> Mesh:
    """A cast hood over a pedal, open to +y."""
    outer = Manifold.batch_hull(
        [
            block(0.28, 0.30, 0.02, 0, 0.0, 0.02),
            cylinder(0.10, 0.16, 0, -0.04, 0.02),
            block(0.24, 0.2, 0.02, 0, 0.05, 0.17),
        ]
    )
    inner = Manifold.batch_hull(
        [
            block(0.25, 0.31, 0.02, 0, 0.02, 0.0),
            cylinder(0.085, 0.16, 0, -0.03, 0.0),
            block(0.21, 0.23, 0.02, 0, 0.06, 0.15),
        ]
    )
    return solid(outer - inner - block(0.22, 0.2, 0.14, 0, 0.2, 0.0), SAFETY_YELLOW, wear=0.5)
