"""The gallery: everything can be found in both languages, pictures come from the cache or are drawn."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from assets.exhibits import Exhibit
from common.text import Lang
from kiosk.gallery import Gallery, Painter
from kiosk.pages.gallery import cards_of, fits
from sim.exhibits import all_groups


@dataclass
class Shown:
    """An exhibit that counts how often it is drawn."""

    name: str
    look: str = ""
    slow: bool = False
    kept: bool = True
    written: str = "prop: shown"
    version: str = "v1"
    asked: list[str] = field(default_factory=list)

    def title(self, lang: Lang) -> str:
        return {"zh": "水泵 · 运行", "en": "Pump · running"}[lang]

    def brief(self, lang: Lang) -> str:
        return ""

    def facts(self, lang: Lang) -> str:
        return ""

    def is_drawn(self) -> bool:
        return self.kept

    def picture(self) -> bytes:
        self.asked.append("here")
        return b"\xff\xd8 a picture"


def test_a_name_has_one_card_with_all_its_looks() -> None:
    exhibits: tuple[Exhibit, ...] = (Shown("pump", "on"), Shown("lamp"), Shown("pump", "off"))
    assert [(card.name, card.numbers) for card in cards_of("electrical", exhibits)] == [
        ("pump", (0, 2)),
        ("lamp", (1,)),
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("水泵", "pump_unit"), ("pump", "pump_unit"), ("PUMP off", "pump_unit"), ("触电", "当心触电"),
        ("electric shock", "当心触电"), ("gas_hiss", "gas_hiss"), ("护套破损", "cable_run"),
    ],
)  # fmt: skip
def test_words_of_either_language_find_it(wanted: str, found: str) -> None:
    groups = all_groups()
    names = {
        card.name
        for group, exhibits in groups.items()
        for card in cards_of(group, exhibits)
        if fits([exhibits[number] for number in card.numbers], wanted)
    }
    assert found in names and len(names) < 60
    assert "traffic_cone" not in names


def test_what_is_kept_is_shown_at_once_and_another_version_is_not_kept_for_ever() -> None:
    shown = Shown("pump")
    gallery = Gallery({"electrical": (shown,)})
    assert gallery.address("electrical", 0) == "/kiosk/gallery/electrical/0/v1.jpg"
    assert asyncio.run(gallery.picture("electrical", 0)).startswith(b"\xff\xd8")
    assert shown.asked == ["here"]
    for group, number in (("electrical", 1), ("nowhere", 0)):
        with pytest.raises((KeyError, IndexError)):
            asyncio.run(gallery.picture(group, number))


def test_what_is_not_kept_is_drawn_in_another_process() -> None:
    """The picture comes, and it was not this process that drew it."""
    shown = Shown("pump", kept=False)
    gallery = Gallery({"electrical": (shown,)})
    try:
        assert asyncio.run(gallery.picture("electrical", 0)).startswith(b"\xff\xd8")
        assert shown.asked == []
    finally:
        gallery.close()


def test_what_was_asked_for_last_is_drawn_first_and_a_fault_stays_with_its_own() -> None:
    """The painter's order, with a process replaced by a thread that notes what it is given."""
    noted: list[str] = []
    painter = Painter()
    painter._pool = ThreadPoolExecutor(1)

    async def asked() -> list[object]:
        first = asyncio.create_task(painter.picture(Noting("first", noted)))
        await asyncio.sleep(0)
        rest = [asyncio.create_task(painter.picture(Noting(name, noted))) for name in ("old", "bad", "new")]
        return await asyncio.gather(first, *rest, return_exceptions=True)

    try:
        answers = asyncio.run(asked())
    finally:
        painter.close()
    assert noted == ["first", "new", "bad", "old"]
    assert [isinstance(answer, bytes) for answer in answers] == [True, True, False, True]
    assert isinstance(answers[2], OSError)


@dataclass
class Noting(Shown):
    """An exhibit that notes when it is drawn; the bad one cannot be."""

    noted: list[str] = field(default_factory=list)

    def __init__(self, name: str, noted: list[str]) -> None:
        super().__init__(name, kept=False)
        self.noted = noted

    def picture(self) -> bytes:
        self.noted.append(self.name)
        if self.name == "bad":
            raise OSError("the disk is full")
        return b"\xff\xd8"
