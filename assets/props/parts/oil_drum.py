"""The 200-litre steel drum that stands about on sites and in works."""

from __future__ import annotations

from assets.mesh import Mesh
from assets.modelling import Material, lathe


def oil_drum(material: Material) -> Mesh:
    """A closed drum 0.88 m high with its two hoops and a sunken lid."""
    body = [(0, 0), (0.29, 0), (0.29, 0.28), (0.303, 0.29), (0.29, 0.30), (0.29, 0.57), (0.303, 0.58), (0.29, 0.59)]
    return lathe([*body, (0.29, 0.88), (0.275, 0.88), (0.275, 0.86), (0, 0.86)], material, sides=20)
