"""What a person is made of: figure, face and clothes, as a list of pieces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from assets.people import hair, hands, headgear, skin, streetwear, workwear
from assets.people.body import Figure
from assets.people.head import Face, eyes, head_shell
from assets.people.patch import Patch
from assets.people.shell import Shell, meshed

Hair = Literal["short", "bob"]
Strap = Literal["fastened", "open"]


@dataclass(frozen=True)
class Outfit:
    """All that decides a person's shape; colours are not part of it."""

    figure: Figure = Figure()
    face: Face = Face()
    helmet: bool = False
    strap: Strap | None = None
    gloves: bool = False
    hair: Hair | None = None
    top: Literal["shirt", "jacket", "coat"] = "shirt"
    vest: bool = False
    trousers: Literal["work", "plain"] = "work"
    shoes: Literal["boots", "shoes"] = "boots"


@dataclass(frozen=True)
class Piece:
    """One part: ``key`` says what its shape depends on, ``build`` makes it in full and coarse."""

    key: tuple[object, ...]
    build: Callable[[float], tuple[Patch, Patch]]
    weights: Callable[..., skin.Weights]


def pieces(outfit: Outfit) -> list[Piece]:
    """The parts of a person in that outfit."""
    return [*_head(outfit), *_hands(outfit), *_clothes(outfit)]


def _of_shell(shell: Shell, *key: object) -> Piece:
    return Piece(
        (shell.name, *key),
        lambda coarseness: meshed(shell, coarseness),
        lambda points: skin.weights(shell.binding, points),
    )


def _head(outfit: Outfit) -> list[Piece]:
    found = [
        _of_shell(head_shell(outfit.face, cropped=outfit.hair is None), outfit.face, outfit.hair is None),
        Piece(("eyes",), lambda _: (eyes(), eyes(8)), lambda points: skin.rigid(points, "head")),
    ]
    if outfit.hair:
        found.append(_of_shell(hair.hair_shell(outfit.hair, outfit.face), outfit.face))
    if outfit.helmet:
        found.append(
            Piece(
                ("helmet",),
                lambda _: (headgear.helmet(), headgear.helmet(fine=False)),
                lambda points: skin.rigid(points, "head"),
            )
        )
    if outfit.strap == "fastened":
        face = outfit.face
        found.append(
            Piece(
                ("strap", face),
                lambda _: (headgear.fastened_strap(face), headgear.fastened_strap(face, 6)),
                lambda points: skin.rigid(points, "head"),
            )
        )
    if outfit.strap == "open":
        found.append(
            Piece(
                ("open strap",),
                lambda _: (headgear.open_strap(), headgear.open_strap(6)),
                lambda points: skin.hanging_from_head(points, top=1.70, bottom=1.50),
            )
        )
    return found


def _hands(outfit: Outfit) -> list[Piece]:
    thicker, region = (0.0013, "glove") if outfit.gloves else (0.0, "skin")
    return [
        _of_shell(hands.hand_shell(gloved=outfit.gloves), outfit.gloves),
        Piece(
            ("fingers", outfit.gloves),
            lambda _: (hands.fingers(thicker, region), hands.fingers(thicker, region, sides=4, fewer=True)),
            lambda points: skin.weights("hand", points),
        ),
    ]


def _clothes(outfit: Outfit) -> list[Piece]:
    figure = outfit.figure
    work = outfit.trousers == "work"
    found = [_of_shell(workwear.trousers_shell(figure, work=work), figure, work)]
    found.append(_of_shell(workwear.boot_shell() if outfit.shoes == "boots" else streetwear.shoe_shell()))
    if outfit.top == "shirt":
        found.append(_of_shell(workwear.shirt_shell(figure, under_vest=outfit.vest), figure, outfit.vest))
    elif outfit.top == "jacket":
        found.append(_of_shell(streetwear.jacket_shell(figure, under_vest=outfit.vest), figure, outfit.vest))
    else:
        found.append(_of_shell(streetwear.coat_shell(figure), figure))
    if outfit.vest:
        ease = streetwear.VEST_OVER_JACKET if outfit.top == "jacket" else 0.0
        found.append(_of_shell(workwear.vest_shell(figure, ease), figure, ease))
    return found
