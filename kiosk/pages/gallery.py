"""The gallery: every prop, person, movement, sign, place and sound that a trainer can use, to look at and to copy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from nicegui import ui

from assets.exhibits import Exhibit
from common.web.accounts import User
from common.web.frame import Frame, page_frame
from common.web.login import require_role
from kiosk.gallery import Gallery
from kiosk.pages.view import block, button
from kiosk.sounds import sounds_address
from kiosk.van import STATIC_PATH

Crew = Annotated[User, Depends(require_role("crew", "trainer"))]
MOST_FOUND = 60
"""Cards of a search: who finds more writes another word."""


@dataclass(frozen=True)
class Card:
    """One name of a group, with all its looks: the numbers of its exhibits in the group."""

    group: str
    name: str
    numbers: tuple[int, ...]


def register_gallery_page(gallery: Gallery) -> None:
    """``/gallery``, behind the log-in."""

    @ui.page("/gallery")
    def page(_user: Crew) -> None:
        with page_frame("kiosk.gallery.title") as frame:
            ui.add_head_html(f'<link rel="stylesheet" href="{STATIC_PATH}/gallery.css">')
            ui.run_javascript(f'import("{STATIC_PATH}/gallery.js").then((page) => {{ window.gallery = page; }})')
            GalleryPage(frame, gallery).build()


def cards_of(group: str, exhibits: tuple[Exhibit, ...]) -> list[Card]:
    """A card for each name of a group, in the group's order."""
    numbers: dict[str, list[int]] = {}
    for number, exhibit in enumerate(exhibits):
        numbers.setdefault(exhibit.name, []).append(number)
    return [Card(group, name, tuple(each)) for name, each in numbers.items()]


def fits(exhibits: list[Exhibit], wanted: str) -> bool:
    """Whether each word of ``wanted`` is in a name, a look or a label of either language."""
    said = " ".join(
        part for each in exhibits for part in (each.name, each.look, each.title("zh"), each.title("en"), each.written)
    ).casefold()
    return all(word in said for word in wanted.casefold().split())


class GalleryPage:
    """The groups to choose from, a field to search in, the cards, and one card opened."""

    def __init__(self, frame: Frame, gallery: Gallery) -> None:
        self._frame, self._gallery = frame, gallery
        quick = (name for name, exhibits in gallery.groups.items() if not exhibits[0].slow)
        self._group, self._wanted = next(quick), ""

    def build(self) -> None:
        say = self._frame.say
        with block("gallery"):
            with block("gallery-head"):
                search = ui.input(placeholder=say("kiosk.gallery.search"))
                search.props('outlined clearable debounce="250" type="search" data-mark="gallery-search"')
                search.classes("gallery-search")
                search.on_value_change(lambda event: self._look_for(event.value or ""))
                ui.label(say("kiosk.gallery.hint")).classes("soft")
                ui.link(say("bench.from_gallery"), "/bench")
            self._choices()
            self._cards()

    def _look_for(self, wanted: str) -> None:
        self._wanted = wanted.strip()
        self._choices.refresh()
        self._cards.refresh()

    def _choose(self, group: str) -> None:
        self._group, self._wanted = group, ""
        self._choices.refresh()
        self._cards.refresh()

    @ui.refreshable_method
    def _choices(self) -> None:
        with block("gallery-groups"):
            for group, exhibits in self._gallery.groups.items():
                here = " gallery-group-here" if group == self._group and not self._wanted else ""
                name = self._frame.say(f"assets.groups.{group}")
                count = len(cards_of(group, exhibits))
                button(f"{name} {count}", f"gallery-group{here}", self._chooser(group), mark=f"group-{group}")

    def _chooser(self, group: str) -> Callable[[], None]:
        return lambda: self._choose(group)

    @ui.refreshable_method
    def _cards(self) -> None:
        shown = list(self._found()) if self._wanted else cards_of(self._group, self._gallery.groups[self._group])
        if not shown:
            ui.label(self._frame.say("kiosk.gallery.nothing", wanted=self._wanted)).classes("notice notice-wait")
        with block("gallery-cards"):
            for card in shown[:MOST_FOUND] if self._wanted else shown:
                self._card(card)
        if self._wanted and len(shown) > MOST_FOUND:
            ui.label(self._frame.say("kiosk.gallery.more", count=len(shown) - MOST_FOUND)).classes("soft")

    def _found(self) -> Iterator[Card]:
        for group, exhibits in self._gallery.groups.items():
            for card in cards_of(group, exhibits):
                if fits([exhibits[number] for number in card.numbers], self._wanted):
                    yield card

    def _card(self, card: Card) -> None:
        lang = self._frame.lang
        first = self._gallery.groups[card.group][card.numbers[0]]
        with block("gallery-card").props(f'data-name="{card.name}"'):
            with self._picture(card.group, card.numbers[0], lambda: self._open(card)):
                if len(card.numbers) > 1:
                    ui.label(self._frame.say("kiosk.gallery.looks", count=len(card.numbers))).classes("gallery-count")
                if card.group == "sounds":
                    self._play_button(first.name)
            titles = [_bare(first.title(each)) for each in ((lang, "en") if lang == "zh" else (lang, "zh"))]
            ui.label(titles[0]).classes("gallery-title")
            ui.label(titles[1]).classes("gallery-other")
            copied = first.written.partition(": ")[2] if card.group == "places" else card.name
            self._copied(copied, copied)
            if brief := first.brief(lang):
                ui.label(brief).classes("gallery-facts")

    def _picture(self, group: str, number: int, do: Callable[[], object] | None) -> ui.element:
        frame = block("gallery-picture", "button" if do else "div")
        with frame:
            label = json.dumps(self._gallery.groups[group][number].title(self._frame.lang), ensure_ascii=False)
            address = self._gallery.address(group, number)
            ui.element("img").props(f'src="{address}" loading="lazy" width="320" height="240" alt={label}')
        if do:
            frame.props('type="button"')
            frame.on("click", lambda: do())
        return frame

    def _copied(self, shown: str, copied: str) -> None:
        """Something written that a tap copies, without asking the van."""
        done = json.dumps(self._frame.say("kiosk.gallery.copied", what=copied), ensure_ascii=False)
        what = json.dumps(copied, ensure_ascii=False)
        with block("gallery-copy", "button").props('type="button"') as element:
            ui.label(shown)
            ui.icon("content_copy")
        element.on("click", js_handler=f"() => window.gallery.copy({what}, {done})")

    def _play_button(self, name: str) -> None:
        address = json.dumps(f"{sounds_address()}{name}.wav")
        with block("gallery-play", "span").props(f'role="button" data-mark="play-{name}"') as element:
            ui.icon("play_arrow")
        # Without the second argument the tap would open the card as well.
        element.on("click.stop", js_handler=f"(event) => window.gallery.play({address}, event.currentTarget)")

    def _open(self, card: Card) -> None:
        """The card by itself, with all its looks and how a scenario writes each."""
        exhibits = self._gallery.groups[card.group]
        with (
            ui.dialog().props("maximized" if len(card.numbers) > 8 else "") as dialog,
            ui.card().classes("gallery-open"),
        ):
            with block("gallery-open-head"):
                with block("gallery-open-names"):
                    ui.label(_bare(exhibits[card.numbers[0]].title(self._frame.lang))).classes("gallery-open-title")
                    ui.label(card.name).classes("gallery-name")
                button("", "gallery-close", dialog.close, icon="close", mark="gallery-close")
            with block("gallery-looks" + (" gallery-alone" if len(card.numbers) == 1 else "")):
                for number in card.numbers:
                    with block("gallery-look"):
                        self._picture(card.group, number, None)
                        look = exhibits[number].title(self._frame.lang)
                        ui.label(look.partition(" · ")[2] or look).classes("gallery-title")
                        self._copied(exhibits[number].written, exhibits[number].written)
        dialog.on("hide", dialog.delete)
        dialog.open()


def _bare(title: str) -> str:
    """A title without variant and state."""
    return title.partition(" · ")[0]
