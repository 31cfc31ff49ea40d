"""What the engine says of a scenario: texts of the catalogue with the scenario's own words put in."""

from __future__ import annotations

from common.text import LANGS, text
from scenarios.model import Text


def both(key: str, **places: object) -> Text:
    """A text of the catalogue in both languages; a ``Text`` among the places is put in by language."""

    def said(lang: str) -> str:
        chosen = {name: getattr(it, lang) if isinstance(it, Text) else it for name, it in places.items()}
        return text(key, lang, **chosen)

    return Text.model_construct(**{lang: said(lang) for lang in LANGS})  # may be longer than a file's own texts
