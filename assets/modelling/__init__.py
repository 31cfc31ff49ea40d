"""Building shapes: every function returns a Mesh with smooth-split normals and metre UVs.

Metres and degrees throughout; x width, y depth (a prop's front is +y), z up. A shape is made at the
origin and put in its place by ``Mesh.placed``.
"""

from assets.modelling.arrange import both_sides, mirrored, pitched, ring, row, varied
from assets.modelling.assembly import Assembly
from assets.modelling.blocks import box, rounded_box
from assets.modelling.curves import arc, laid, resampled, sagging, smooth
from assets.modelling.finish import finish, volume
from assets.modelling.frameworks import bolt, lattice, stud
from assets.modelling.materials import Material, painted, plastic
from assets.modelling.solids import block, cylinder, extrude, profile, rock, section, sheet, shell, solid
from assets.modelling.surfaces import cloth, grid, sign_bent, sign_flat, sign_quad, wire_panel
from assets.modelling.sweeps import ball, cable, frames, lathe, rod, torus, tube

__all__ = [
    "Assembly", "Material", "arc", "ball", "block", "bolt", "both_sides", "box", "cable", "cloth", "cylinder",
    "extrude", "finish", "frames", "grid", "laid", "lathe", "lattice", "mirrored", "painted",
    "pitched", "plastic", "profile", "resampled", "ring", "rock", "rod", "rounded_box", "row", "sagging",
    "section", "sheet", "shell", "sign_bent", "sign_flat", "sign_quad", "smooth", "solid", "stud", "torus",
    "tube", "varied", "volume", "wire_panel",
]  # fmt: skip
