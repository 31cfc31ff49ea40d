"""An XML file as a tree whose every element knows its line: safely read, so that what is wrong can be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from common.errors import DataError
from common.sizes import shown_size
from common.text import Lang, text

MOST_BYTES = 16 * 1024 * 1024
_MOST_DEPTH = 60
_SEPARATOR = "\n"  # stands in no namespace and no name


class CourseWrong(DataError):
    """A course structure is not one. The message says where and why.

    ``why`` is the last part of a key under ``cmi5.wrong``.
    """

    def __init__(self, why: str, line: int, column: int, **places: object) -> None:
        self.why = why
        self.line = line
        self.column = column
        super().__init__(f"cmi5.wrong.{why}", **places)

    def message(self, lang: Lang) -> str:
        """Line and column, and what is wrong there."""
        return text("cmi5.wrong.at", lang, line=self.line, column=self.column, what=super().message(lang))


@dataclass
class Node:
    """An element. ``attributes`` of no namespace stand under their name, others under ``{namespace}name``."""

    namespace: str
    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Node] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text without the blanks around it, which cmi5 has removed (13.1)."""
        return "".join(self.pieces).strip()

    def wrong(self, why: str, **places: object) -> CourseWrong:
        """The fault of this element."""
        return CourseWrong(why, self.line, self.column, **places)


def read_xml(content: bytes) -> Node:
    """The root of an XML file.

    A document type is refused: with it come entities, which can grow beyond measure or name files of this machine.

    Raises:
        CourseWrong: it is no XML, too long, nested too deep, or has a document type.
    """
    if len(content) > MOST_BYTES:
        raise CourseWrong("too_long", 1, 1, limit=shown_size(MOST_BYTES))
    builder = _Builder()
    try:
        builder.parser.Parse(content, True)
    except expat.ExpatError as error:
        raise CourseWrong("not_xml", error.lineno, error.offset + 1, reason=expat.ErrorString(error.code)) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise CourseWrong("not_xml", 1, 1, reason=str(error)[:120]) from error
    assert builder.root is not None  # else expat had found no element
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda _name: self._open.pop()
        self.parser.CharacterDataHandler = self._characters

    def _document_type(self, *_declared: object) -> None:
        raise CourseWrong("document_type", self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(_SEPARATOR)
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        node = Node(namespace, local, {_attribute(each): value for each, value in attributes.items()}, line, column)
        if len(self._open) >= _MOST_DEPTH:
            raise node.wrong("too_deep", limit=_MOST_DEPTH)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _characters(self, characters: str) -> None:
        self._open[-1].pieces.append(characters)


def _attribute(name: str) -> str:
    namespace, separator, local = name.rpartition(_SEPARATOR)
    return f"{{{namespace}}}{local}" if separator else name
