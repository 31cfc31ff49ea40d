"""People: meshes shaped by code, bound to one skeleton, and the clips that move them."""

from assets.people.clips import CLIPS, Clip, clips
from assets.people.mesh import PersonMesh, UnknownPerson, person

__all__ = ["CLIPS", "Clip", "PersonMesh", "UnknownPerson", "clips", "person"]
