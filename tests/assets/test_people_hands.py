"""The trainee's own hands: nothing but forearms and hands, gloves that differ, fingers that do what a hand does."""

from __future__ import annotations

import numpy as np
import pytest

from assets.people import posing
from assets.people.clips import MOTIONS, Clip
from assets.people.gloves import GLOVES
from assets.people.mesh import PersonMesh, dressed
from assets.people.poses import solve
from assets.people.skeleton import INDEX
from assets.people.wardrobe import WARDROBE
from scenarios.names import registry_names
from scenarios.registry import registry

COARSE = 3.0


@pytest.fixture(scope="module")
def hands(people_cache) -> dict[str, PersonMesh]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QIANCHE_CACHE", str(people_cache))
        return {name: dressed(WARDROBE["trainee"][name], COARSE) for name in ("bare", "insulating", "leather")}


@pytest.fixture(scope="module")
def known() -> dict[str, Clip]:
    """The clips of the hands alone."""
    found = {}
    for name in ("hands_flat", "hands_grip", "hands_point"):
        frames = solve(MOTIONS[name].channels()).astype(np.float32)
        found[name] = Clip(name, frames, 30.0, True, 0.0, np.zeros(len(frames), np.float32))
    return found


def bend(clip: Clip, joint: str) -> float:
    """Degrees that a joint is turned against its hand."""
    turn = clip.frames[0, INDEX[f"hand{joint[-1]}"], :3, :3].T @ clip.frames[0, INDEX[joint], :3, :3]
    return float(np.degrees(np.arccos(np.clip((np.trace(turn) - 1) / 2, -1, 1))))


def test_the_trainee_is_drawn_but_never_acts():
    entry = registry().characters["trainee"]
    assert entry.first_person and set(entry.variants) == set(WARDROBE["trainee"])
    assert "trainee" not in registry_names(registry())["character"]
    assert {name for name, each in registry().characters.items() if each.first_person} == {"trainee"}


def test_only_forearms_and_hands_are_seen(hands):
    arms = {INDEX[f"{part}{side}"] for side in "RL" for part in
            ("forearm", "hand", "fingers", "tips", "index", "index_tip", "thumb")}  # fmt: skip
    for name, mesh in hands.items():
        followed = set(mesh.joints[mesh.weights > 0.01].tolist())
        assert followed == arms, name
        assert np.abs(mesh.position[:, 0]).min() > 0.2, "two arms apart"
        assert mesh.triangles < 7000 and mesh.lod is not None


def test_the_fingers_lie_flat_grip_and_point(known):
    for side in "RL":
        assert bend(known["hands_flat"], f"tips{side}") < 15
        assert bend(known["hands_grip"], f"tips{side}") > 100
        assert bend(known["hands_grip"], f"index_tip{side}") > 100
        assert bend(known["hands_point"], f"index_tip{side}") < 20 < 90 < bend(known["hands_point"], f"tips{side}")


def test_hands_are_held_before_the_eyes(hands, known):
    points, _ = posing.skinned(hands["bare"], posing.frame_at(known["hands_flat"], 0.0)[0])
    fingers = np.isin(hands["bare"].joints[:, 0], [INDEX["tipsR"], INDEX["tipsL"]])
    assert points[fingers, 1].min() > 0.35, "ahead"
    assert 1.0 < points[fingers, 2].min() <= points[fingers, 2].max() < 1.5, "below the eyes"


def test_a_gauntlet_reaches_up_the_arm_and_a_bare_hand_shows_skin_and_nails(hands):
    def region(name: str, part: str) -> np.ndarray:
        colour = np.array(WARDROBE["trainee"][name].palette[part])
        return np.abs(hands[name].colour - colour).max(1) < 1e-3

    assert region("bare", "nail").sum() > 20
    for name in ("insulating", "leather"):
        shape = GLOVES[name]
        worn = region(name, shape.region) | region(name, shape.cuff)
        skin = np.array(WARDROBE["trainee"][name].palette["skin"])
        assert not (np.abs(hands[name].colour - skin).max(1) < 0.02).any()
        wrist = np.abs(hands[name].rest[INDEX["handR"]])
        far = np.linalg.norm(np.abs(hands[name].position[worn]) - wrist, axis=1)
        rising = hands[name].position[worn][:, 2] > wrist[2] + 0.05
        assert far[rising].max() == pytest.approx(-shape.end, abs=0.03)


def test_what_is_rubber_shines_and_cloth_does_not(hands):
    mesh, look = hands["insulating"], WARDROBE["trainee"]["insulating"]
    rubber = np.abs(mesh.colour - np.array(look.palette["rubber_glove"])).max(1) < 1e-3
    cloth = np.abs(mesh.colour - np.array(look.palette["jacket"])).max(1) < 1e-3
    assert mesh.roughness[rubber].max() < 0.5 < 0.8 < mesh.roughness[cloth].min()
    assert look.surface_of("coat") == (0.85, 0.0)
    assert WARDROBE["furnace_worker"]["shield_up"].surface_of("coat")[1] > 0.3, "coated with aluminium"
