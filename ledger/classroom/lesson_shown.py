"""What every template about lessons uses: addresses of pictures, and texts in the reader's language."""

from __future__ import annotations

from fastapi import Request

from common.web.language import language_of
from ledger.classroom.lesson_folder import LoadedLesson
from ledger.classroom.views import HOME


def shown_with(request: Request) -> dict[str, object]:
    """The functions by their names in templates."""
    lang = language_of(request)

    def media(loaded: LoadedLesson, name: str) -> str:
        return f"{HOME}/media/{loaded.lesson.lesson}/{name}?v={loaded.digest}"

    return {"media": media, "in_lang": lambda said: said.in_(lang)}
