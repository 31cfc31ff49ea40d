"""People: meshes shaped by code, bound to one skeleton, and the clips that move them."""

from assets.people.clips import CLIPS, Clip, clips
from assets.people.face import Regard
from assets.people.held import HeldMesh, held_mesh
from assets.people.mesh import PersonMesh, UnknownPerson, person
from assets.people.posing import clip_of, held_in, posed, posed_model

__all__ = [
    "CLIPS", "Clip", "HeldMesh", "PersonMesh", "Regard", "UnknownPerson", "clip_of", "clips", "held_in", "held_mesh",
    "person", "posed", "posed_model",
]  # fmt: skip
