"""What a reckoning says, in words: what is still missing, and why something counts or does not."""

from __future__ import annotations

from collections.abc import Iterable

from common.text import Lang, text
from ledger.hours.reckoning import Line, Need


def said_needs(needs: Iterable[Need], lang: Lang) -> str:
    """Needs in one line, such as ``场景 1/3、课程 0/2``."""
    return ("、" if lang == "zh" else ", ").join(_said_need(need, lang) for need in needs)


def said_reason(line: Line, lang: Lang) -> str:
    """Why a completion counts, or does not."""
    return text(f"certificates.hours.reason.{line.reason}", lang, hours=f"{line.hours:g}")


def _said_need(need: Need, lang: Lang) -> str:
    numbers = {"there": f"{need.there:g}", "needed": f"{need.needed:g}", "activity": need.activity}
    return text(f"certificates.hours.need.{need.what}", lang, **numbers)
