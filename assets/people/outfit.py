"""What a person wears, as a list of pieces; builds and faces bend them afterwards, colours come last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from assets.people import hair, hands, hats, headgear, skin, streetwear, workwear
from assets.people.eyes import eyes
from assets.people.forearms import forearm_shell
from assets.people.gear import GEAR
from assets.people.gloves import GLOVES, Glove
from assets.people.head import head_shell
from assets.people.patch import Patch
from assets.people.shell import Shell, meshed

Strap = Literal["fastened", "open"]


@dataclass(frozen=True)
class Outfit:
    """All that decides the shape of the modelled person; colours, build and face are not part of it."""

    helmet: bool = False
    strap: Strap | None = None
    gloves: Glove | None = None
    hair: hair.Style | None = None
    """None: cut close, as it is painted on the head under helmets and hats."""
    hat: hats.Hat | None = None
    gear: tuple[str, ...] = ()
    """Names of ``gear.GEAR``."""
    top: Literal["shirt", "jacket", "knit", "coat", "smock"] = "shirt"
    vest: bool = False
    trousers: Literal["work", "plain"] = "work"
    shoes: Literal["boots", "shoes"] = "boots"
    first_person: bool = False
    """Only the forearms and hands, finely made: what the trainee sees of himself."""


@dataclass(frozen=True)
class Piece:
    """One part: ``key`` says what its shape depends on, ``build`` makes it in its levels of detail, finest first."""

    key: tuple[object, ...]
    build: Callable[[float], tuple[Patch, ...]]
    weights: Callable[..., skin.Weights]


def pieces(outfit: Outfit) -> list[Piece]:
    """The parts of a person in that outfit."""
    if outfit.first_person:
        return [*_hands(outfit), _of_shell(forearm_shell(outfit.gloves), outfit.gloves)]
    return [*_head(outfit), *_hands(outfit), *_clothes(outfit), *(Piece((name,), *GEAR[name]) for name in outfit.gear)]


def _of_shell(shell: Shell, *key: object) -> Piece:
    return Piece(
        (shell.name, *key),
        lambda coarseness: meshed(shell, coarseness),
        lambda points: skin.weights(shell.binding, points),
    )


def _rigid(key: str, joint: str, build: Callable[[int], Patch]) -> Piece:
    """A stiff piece; ``build`` makes it for a level of detail 0, 1 or 2."""
    return Piece((key,), lambda _: tuple(build(level) for level in range(3)), lambda points: skin.rigid(points, joint))


def _head(outfit: Outfit) -> list[Piece]:
    cropped = outfit.hair in (None, "tied")
    found = [
        _of_shell(head_shell(cropped=cropped), cropped),
        Piece(("eyes",), lambda _: tuple(eyes(sides) for sides in (14, 8, 5)), skin.of_eyes),
    ]
    if outfit.hair:
        found.append(_of_shell(hair.hair_shell(outfit.hair)))
    if outfit.hat:
        found.append(_of_shell(hats.hat_shell(outfit.hat)))
    if outfit.helmet:
        found.append(_rigid("helmet", "head", headgear.helmet))
    if outfit.strap == "fastened":
        found.append(_rigid("strap", "head", lambda level: headgear.fastened_strap((14, 6, 4)[level])))
    if outfit.strap == "open":
        found.append(
            Piece(
                ("open strap",),
                lambda _: tuple(headgear.open_strap(stations) for stations in (12, 6, 4)),
                lambda points: skin.hanging_from_head(points, top=1.70, bottom=1.50),
            )
        )
    return found


def _hands(outfit: Outfit) -> list[Piece]:
    worn = GLOVES[outfit.gloves] if outfit.gloves else None
    thicker, region = (worn.thick, worn.region) if worn else (0.0, "skin")
    near = outfit.first_person
    return [
        _of_shell(hands.hand_shell(outfit.gloves, near=near), outfit.gloves, near),
        Piece(
            ("fingers", outfit.gloves, near),
            lambda _: (
                hands.fingers(thicker, region, sides=12 if near else 6),
                hands.fingers(thicker, region, sides=4, fewer=True),
                hands.fingers(thicker, region, sides=3, fewer=True),
            ),
            lambda points: skin.weights("hand", points),
        ),
    ]


def _clothes(outfit: Outfit) -> list[Piece]:
    work = outfit.trousers == "work"
    found = [_of_shell(workwear.trousers_shell(work=work), work)]
    found.append(_of_shell(workwear.boot_shell() if outfit.shoes == "boots" else streetwear.shoe_shell()))
    if outfit.top == "shirt":
        found.append(_of_shell(workwear.shirt_shell(under_vest=outfit.vest), outfit.vest))
    elif outfit.top in ("jacket", "knit"):
        knit = outfit.top == "knit"
        found.append(_of_shell(streetwear.jacket_shell(under_vest=outfit.vest, knit=knit), outfit.vest))
    else:
        found.append(_of_shell(streetwear.coat_shell(belted=outfit.top == "coat")))
    if outfit.vest:
        ease = streetwear.VEST_OVER_JACKET if outfit.top in ("jacket", "knit") else 0.0
        found.append(_of_shell(workwear.vest_shell(ease), ease))
    return found
