"""Building all assets into the cache, several processes at a time; what is there already is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from assets.builders import PropRequest
from assets.cache import forget_unused, is_cached
from assets.people import clips, person
from assets.people.mesh import shape_key
from assets.people.wardrobe import WARDROBE
from assets.props_cache import place_key, place_of, prop_key, prop_model
from assets.textures.atlas import is_drawn, sign_picture
from assets.textures.layers import layer_stack, layers_key
from assets.textures.signs import sign_names
from assets.workers import worked
from common.clock import Clock, SystemClock
from common.errors import UsageError
from scenarios.registry import registry

Progress = Callable[[float, str], None]
"""Told how much is done, 0..1, and what was built last."""

KEPT = timedelta(days=90)
"""How long an entry that nobody uses stays in the cache: older programs leave theirs behind."""
QUICK = ("prop", "sign")
PORTION = 36_000
"""Triangles: so much quick work goes to a process at once."""
OTHER_WORK = 3_000
"""A sign or a sound, measured by the triangles that take as long."""


class Further(Protocol):
    """A thing that a package above this one keeps in the cache, such as a sound; it is sent to other processes."""

    @property
    def name(self) -> str: ...

    def is_built(self) -> bool:
        """Whether it is in the cache already."""

    def build(self) -> None:
        """Put it there."""


@dataclass(frozen=True)
class Piece:
    """One thing to build: ``kind`` is textures, sign, clips, person, place or prop; ``name`` says which."""

    kind: str
    name: str
    variant: str | None = None
    request: PropRequest | None = None


def pieces(names: Iterable[str] | None = None) -> list[Piece]:
    """Everything the registry names, the slow ones first; only those called ``names`` when given.

    Raises:
        UsageError: a name is not in the registry.
    """
    every = list(_all_pieces())
    if names is None:
        return every
    wanted = set(names)
    if unknown := sorted(wanted - {piece.name for piece in every}):
        raise UsageError("assets.build.unknown", names=", ".join(unknown))
    return [piece for piece in every if piece.name in wanted]


def _all_pieces() -> Iterator[Piece]:
    listed = registry()
    for character, entry in listed.characters.items():
        yield from (Piece("person", character, variant) for variant in entry.variants)
    yield from (Piece("place", name) for name in listed.places)
    yield Piece("textures", "textures")
    yield from (Piece("sign", name) for name in sign_names())
    yield Piece("clips", "clips")
    for name, prop in listed.props.items():
        signs: tuple[str | None, ...] = tuple(listed.signs) if prop.sign else (None,)
        for variant in prop.variants or (None,):
            for state in prop.states_of(variant):
                yield from (Piece("prop", name, variant, PropRequest(state, variant, sign)) for sign in signs)


def _is_built(piece: Piece) -> bool:
    """Whether it is in the cache already; clips know that only themselves, and then take no time."""
    if piece.kind == "prop" and piece.request is not None:
        return is_cached("props", prop_key(piece.name, piece.request))
    if piece.kind == "place":
        return is_cached("places", place_key(piece.name))
    if piece.kind == "person":
        return is_cached("people", _shape_of(piece))
    if piece.kind == "textures":
        return is_cached("layers", layers_key())
    return piece.kind == "sign" and is_drawn(piece.name)


def build_pieces(batch: tuple[Piece | Further, ...]) -> str:
    """Build some pieces in this process; the name of the last."""
    for piece in batch:
        if not isinstance(piece, Piece):
            piece.build()
        elif piece.kind == "prop" and piece.request is not None:
            prop_model.__wrapped__(piece.name, piece.request)
        elif piece.kind == "place":
            place_of.__wrapped__(piece.name)
        elif piece.kind == "person":
            person(piece.name, piece.variant)
        elif piece.kind == "sign":
            sign_picture(piece.name)
        else:
            {"textures": layer_stack, "clips": clips}[piece.kind]()
    return batch[-1].name


def _batches(todo: list[Piece], further: list[Further]) -> list[tuple[Piece | Further, ...]]:
    """What goes to a process at once: what is slow by itself, the rest in portions of about equal work."""
    single = [(piece,) for piece in _without_twins(todo) if piece.kind not in QUICK]
    quick: list[Piece | Further] = [piece for piece in todo if piece.kind in QUICK]
    quick.sort(key=_work, reverse=True)
    portions: list[list[Piece | Further]] = [[]]
    filled = 0
    for piece in [*quick, *further]:
        if portions[-1] and filled + _work(piece) > PORTION:
            portions.append([])
            filled = 0
        portions[-1].append(piece)
        filled += _work(piece)
    return [*single, *(tuple(portion) for portion in portions if portion)]


def _work(piece: Piece | Further) -> int:
    """About how much work a quick piece is, in triangles."""
    if isinstance(piece, Piece) and piece.kind == "prop":
        return registry().props[piece.name].triangles
    return OTHER_WORK


def _without_twins(todo: list[Piece]) -> Iterator[Piece]:
    """People in the same clothes have one shape, which is built once."""
    seen: set[tuple[object, ...]] = set()
    for piece in todo:
        key = _shape_of(piece) if piece.kind == "person" else (piece.kind, piece.name)
        if key not in seen:
            seen.add(key)
            yield piece


def _shape_of(piece: Piece) -> tuple[object, ...]:
    """The cache's key of the shape that a person has."""
    variants = WARDROBE[piece.name]
    return shape_key((variants[piece.variant] if piece.variant else next(iter(variants.values()))).outfit, 1.0)


def build_assets(
    names: Iterable[str] | None = None,
    progress: Progress | None = None,
    workers: int | None = None,
    clock: Clock | None = None,
    further: Iterable[Further] = (),
) -> int:
    """Build what is not in the cache yet, with ``workers`` processes (default: by the number of processors).

    ``further`` is what packages above build too; ``names`` chooses among these as well. Entries that
    nobody used for ``KEPT`` are removed. Gives the number of pieces that are ready now.

    Raises:
        UsageError: a name is not in the registry.
        EnvironmentLacks: the cache cannot be written.
    """
    tell = progress or (lambda done, what: None)
    others = list(further)
    if names is not None:
        asked = set(names)
        others = [each for each in others if each.name in asked]
        names = asked - {each.name for each in others}
    wanted = pieces(names)
    batches = _batches(
        [piece for piece in wanted if not _is_built(piece)], [each for each in others if not each.is_built()]
    )
    for done, (_, what) in enumerate(worked(build_pieces, batches, workers), start=1):
        tell(done / len(batches), what)
    forget_unused((clock or SystemClock()).now(), KEPT)
    tell(1.0, "")
    return len(wanted) + len(others)
