"""What people wear and carry: gear on everybody it is promised for, things in hands where hands are."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from assets.people import posing
from assets.people.clips import CLIPS, MOTIONS, clips
from assets.people.gear import GEAR
from assets.people.hats import hat_shell
from assets.people.held import THINGS, held_mesh
from assets.people.mesh import PersonMesh, dressed
from assets.people.patch import Patch
from assets.people.shell import meshed
from assets.people.skeleton import INDEX
from assets.people.wardrobe import WARDROBE
from scenarios.registry import registry

COARSE, ROUGHLY = 3.0, 4.5
SEEN = (
    ("worker_hv", "plain"),
    ("worker_hv", "harness"),
    ("welder", "visor_up"),
    ("welder", "visor_down"),
    ("miner", "plain"),
    ("guardian", "plain"),
    ("elder", "cane"),
)
"""Those who are put together here; the others' pieces are of the same kinds."""
EVERYONE = [(character, variant) for character, variants in WARDROBE.items() for variant in variants]


@pytest.fixture(scope="module")
def people(people_cache) -> dict[tuple[str, str], PersonMesh]:
    """Some of them, roughly modelled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QIANCHE_CACHE", str(people_cache))
        return {names: dressed(WARDROBE[names[0]][names[1]], COARSE) for names in SEEN}


def test_the_catalogues_characters_are_all_there():
    assert len(registry().characters) >= 22
    assert len(registry().poses) >= 27


def test_whatever_anybody_wears_can_be_made():
    """Gear and hats that exist, in colours that their wearers have."""
    made: dict[str, tuple[Patch, ...]] = {}
    for character, variant in EVERYONE:
        look = WARDROBE[character][variant]
        wanted = {name: partial(GEAR[name][0], ROUGHLY) for name in look.outfit.gear}
        if look.outfit.hat:
            wanted[look.outfit.hat] = partial(meshed, hat_shell(look.outfit.hat), ROUGHLY)
        for name, make in wanted.items():
            made[name] = made.get(name) or make()
            assert [len(patch.faces) > 8 for patch in made[name]] == [True] * 3, name
            regions = {str(region) for patch in made[name] for region in np.unique(patch.regions)}
            assert regions <= set(look.palette), (character, variant, name)
    assert set(GEAR) <= set(made), "gear that nobody wears"


def test_manners_are_clips_that_exist():
    for character, variant in EVERYONE:
        for clip, instead in WARDROBE[character][variant].manner:
            assert clip in CLIPS and instead in MOTIONS, (character, variant)


def test_people_are_sound_meshes_in_three_levels_of_detail(people):
    for names, mesh in people.items():
        counts = []
        level: PersonMesh | None = mesh
        while level is not None:
            assert np.isfinite(level.position).all() and np.isfinite(level.normal).all(), names
            assert level.weights.sum(1) == pytest.approx(1, abs=1e-5), names
            assert level.faces.max() < len(level.position), names
            counts.append(level.triangles)
            level = level.lod
        assert len(counts) == 3, names
        assert counts[0] < 12500 and counts[1] < 4200 and counts[2] < 1900, (names, counts)


def test_no_vertex_flies_off_in_any_clip(people):
    """Whatever is done, nobody is longer than a tall man with his arm or a lanyard up."""
    known = clips()
    for names in (("worker_hv", "harness"), ("welder", "visor_down"), ("elder", "cane")):
        far = people[names].lod.lod
        for name in CLIPS:
            for time in (0.0, 0.7, 1.6):
                points, _ = posing.skinned(far, posing.posed(people[names], known, name, time))
                assert np.ptp(points, axis=0).max() < 2.4, (names, name)
                a, b, c = (points[far.faces[:, k]] for k in range(3))
                assert max(np.linalg.norm(edge, axis=1).max() for edge in (b - a, c - b, a - c)) < 0.75, (names, name)


def test_builds_and_faces_share_their_shapes():
    """What differs in nothing but build, face and colour is modelled once."""
    outfits = {WARDROBE[character][variant].outfit for character, variant in EVERYONE}
    assert len(outfits) < len(EVERYONE) * 0.85


def test_gear_changes_what_is_seen(people):
    miner, bare = people["miner", "plain"], people["guardian", "plain"]
    assert "belt_rescuer" not in WARDROBE["miner"]["no_rescuer"].outfit.gear
    tin = np.array(WARDROBE["miner"]["plain"].palette["rescuer"])
    assert (np.abs(miner.colour - tin).max(1) < 1e-3).sum() > 20
    assert not (np.abs(bare.colour - tin).max(1) < 1e-3).any()
    up, down = people["welder", "visor_up"], people["welder", "visor_down"]
    glass = np.array(WARDROBE["welder"]["visor_up"].palette["visor_glass"])

    def window(mesh: PersonMesh) -> float:
        return float(mesh.position[np.abs(mesh.colour - glass).max(1) < 1e-3][:, 2].mean())

    assert window(down) == pytest.approx(1.60, abs=0.05)
    assert window(up) > 1.70


def test_the_armband_says_what_it_is_in_yellow(people):
    mesh = people["guardian", "plain"]
    text = np.abs(mesh.colour - np.array(WARDROBE["guardian"]["plain"].palette["armband_text"])).max(1) < 1e-3
    assert text.sum() > 40
    assert mesh.position[text, 0].max() < -0.15, "on the left arm"


def test_a_bent_old_back_lowers_the_head_but_not_the_feet(people):
    mesh, known = people["elder", "cane"], clips()
    upright = replace(mesh, stoop=0.0)
    low, high = (posing.skinned(each, posing.posed(each, known, "idle", 0.5))[0] for each in (mesh, upright))
    assert low[:, 2].max() < high[:, 2].max() - 0.010
    assert low[:, 2].min() == pytest.approx(high[:, 2].min(), abs=1e-4)


def test_everything_held_exists_and_is_in_a_hand(people):
    known = clips()
    named = {motion.held for motion in MOTIONS.values() if motion.held}
    named |= {thing for names in EVERYONE for _, thing in WARDROBE[names[0]][names[1]].held if thing}
    assert named <= set(THINGS)
    anybody = people["worker_hv", "plain"]
    for name, motion in MOTIONS.items():
        if motion.held is None:
            continue
        mesh = held_mesh(motion.held, known[name])
        matrices = posing.posed(anybody, known, name, 0.0)
        points, _ = posing.skinned(mesh, matrices)
        hands = [matrices[INDEX[f"tips{side}"]] @ np.append(anybody.rest[INDEX[f"tips{side}"]], 1) for side in "RL"]
        low, high = points.min(0), points.max(0)
        away = min(np.linalg.norm(np.maximum(0, np.maximum(low - hand[:3], hand[:3] - high))) for hand in hands)
        assert away < 0.06, (name, motion.held)
        assert points[:, 2].min() > -0.03, (name, motion.held)


def test_a_stick_stands_on_the_ground(people):
    known = clips()
    cane = held_mesh("cane", known["idle_cane"])
    points, _ = posing.skinned(cane, posing.posed(replace(people["elder", "cane"], stoop=0.0), known, "idle", 0.0))
    assert points[:, 2].min() == pytest.approx(0.0, abs=0.01)


def test_who_carries_a_tablet_stands_and_walks_with_it_and_points_without():
    known = clips()
    look = WARDROBE["safety_officer"]["tablet"]
    assert dict(look.manner) == {"idle": "idle_tablet", "walk": "walk_tablet"}
    assert {known[name].held for name in dict(look.manner).values()} == {"tablet"}
    assert known["walk_tablet"].speed == pytest.approx(known["walk"].speed)
