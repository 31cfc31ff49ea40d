"""The working face of a mine roadway."""

import numpy as np

from assets.places.mine_roadway import COAL
from assets.places.mine_rock import FACE, face, relief_of


def test_the_working_face_is_seen_from_the_roadway() -> None:
    mesh = face(COAL, relief_of(12, 1.0))
    corners = mesh.position[mesh.faces]
    front = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    assert (front[:, 1] < 0).all()
    assert mesh.position[:, 1].min() > FACE
