"""The Markdown of lessons: plain CommonMark, without HTML and pictures of its own."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from common.located_yaml import YamlWrong, decoded
from ledger.classroom.faults import Fault

MAX_BYTES = 16 * 1024
_LINKS = ("https://", "http://", "tel:")
_HEADINGS = {"h1": "h2", "h2": "h2"}
"""The page's title is the only first heading; whatever is below the second is a third."""
_seeing = MarkdownIt("commonmark")
_writing = MarkdownIt("commonmark", {"html": False})


def prose_faults(content: bytes, file: str) -> list[Fault]:
    """What a text may not hold, with the line of the block it stands in."""
    if len(content) > MAX_BYTES:
        return [Fault("scenarios.fault.too_large", file, expected=f"{MAX_BYTES // 1024} kB")]
    try:
        written = decoded(content, file)
    except YamlWrong as wrong:
        return [Fault(wrong.key, file, wrong.position, found=wrong.found)]
    if not written.strip():
        return [Fault("scenarios.fault.text_too_short", file)]
    return list(_faults(written, file))


def html_of(written: str) -> str:
    """A text as HTML that is safe to show, whatever stands in it."""
    tokens = _writing.parse(written)
    for token in tokens:
        if token.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            token.tag = _HEADINGS.get(token.tag, "h3")
    return _writing.renderer.render(tokens, _writing.options, {})


def _faults(written: str, file: str) -> Iterator[Fault]:
    for token in _seeing.parse(written):
        position = ((token.map[0] if token.map else 0) + 1, 1)
        for each in (token, *(token.children or ())):
            if each.type in ("html_block", "html_inline"):
                yield Fault("lessons.fault.html", file, position, found=each.content.strip()[:40])
            elif each.type == "image":
                yield Fault("lessons.fault.picture_in_text", file, position)
            elif each.type == "link_open" and not _may_lead_there(each):
                yield Fault("lessons.fault.link", file, position, found=str(each.attrGet("href"))[:60])


def _may_lead_there(link: Token) -> bool:
    return str(link.attrGet("href")).startswith(_LINKS)
