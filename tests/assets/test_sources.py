"""What a thing is made from is read from the source: an edit changes the keys of what may change, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.builders import PLACES, PROPS, PropRequest, load_builders
from assets.props_cache import place_key, prop_key
from assets.sources import SourceTree, asset_sources, maker_of

FILES = {
    "__init__.py": "",
    "mesh.py": "import numpy\n",
    "shapes/__init__.py": (
        "from shop.shapes.round import ball, ring\n"
        "from shop.shapes.flat import (  # all flat\n    card,\n)\n"
    ),
    "shapes/round.py": "from shop.mesh import Mesh\n",
    "shapes/flat.py": "from shop.mesh import Mesh\n",
    "props/__init__.py": "",
    "props/lamp.py": 'from shop.shapes import ball as globe\n\n\n@prop("lamp")\ndef lamp(): ...\n',
    "props/table.py": (
        'from shop.shapes import (\n    card,\n    ring,\n)\nfrom shop.props import legs\n\n\n'
        '@prop(\n    "table"\n)\ndef t(): ...\n'
    ),
    "props/legs.py": "def legs():\n    import shop.shapes.round\n",
}  # fmt: skip


def shop(folder: Path, **changed: str) -> SourceTree:
    root = folder / "shop"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text + changed.get(name.replace("/", "_").removesuffix(".py"), ""), "utf-8")
    return SourceTree(root)


@pytest.mark.parametrize(
    ("edited", "changes"),
    [
        ("mesh", {"lamp", "table"}),
        ("shapes_round", {"lamp", "table"}),
        ("shapes_flat", {"table"}),
        ("props_lamp", {"lamp"}),
        ("props_legs", {"table"}),
        ("shapes___init__", set()),
    ],
)
def test_an_edit_changes_the_keys_of_what_is_made_from_it(tmp_path: Path, edited: str, changes: set[str]) -> None:
    before = shop(tmp_path / "a")
    after = shop(tmp_path / "b", **{edited: "\n# another way\n"})
    changed = {
        name for name in ("lamp", "table") if before.key(f"shop.props.{name}") != after.key(f"shop.props.{name}")
    }
    assert changed == changes


def test_names_are_found_where_they_are_entered(tmp_path: Path) -> None:
    assert shop(tmp_path).decorated("props", "prop") == {"lamp": "shop.props.lamp", "table": "shop.props.table"}


def test_a_module_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="chair"):
        shop(tmp_path).key("shop.props.chair")


def test_every_builder_has_a_key_of_its_own_module() -> None:
    """The text tells what imports tell: a name that is entered in another way would be keyed by everything."""
    load_builders()
    for folder, decorator, table in (("props", "prop", PROPS), ("places", "place", PLACES)):
        assert {name: maker_of(folder, decorator, name) for name in table} == {
            name: build.__module__ for name, build in table.items()
        }


def test_props_of_different_modules_have_different_sources() -> None:
    assert prop_key("gauge", PropRequest("ok"))[2] != prop_key("truck_heavy", PropRequest("ok"))[2]
    assert place_key("highway-shoulder")[1] == asset_sources().key(
        "assets.places.highway", "assets.storage", "assets.modelling.heights"
    )
