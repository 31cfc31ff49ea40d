"""People: meshes shaped by code, bound to one skeleton, and the clips that move them."""

from assets.people.clips import CLIPS, Clip, clips
from assets.people.mesh import PersonMesh, UnknownPerson, person
from assets.people.posing import Bearing, posed, posed_model

__all__ = ["CLIPS", "Bearing", "Clip", "PersonMesh", "UnknownPerson", "clips", "person", "posed", "posed_model"]
