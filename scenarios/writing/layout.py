"""Where the values of a file stand in its text, to the character."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scenarios.faults import Loc
from scenarios.source import read_source

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BOM = "\ufeff"


class Layout:
    """The nodes of a well-formed text. Positions are indices into ``text``."""

    def __init__(self, text: str, file: str = "") -> None:
        """Read ``text``, the content of ``file``.

        Raises:
            ScenarioInvalid: it is not the YAML we read; one fault says where.
        """
        self.text = text
        self.source = read_source(text.encode("utf-8", "surrogatepass"), file)
        self._root = yaml.compose(text, Loader=_Loader)

    def node(self, loc: Loc) -> yaml.Node | None:
        """The node at ``loc``, if there is one."""
        node: yaml.Node | None = self._root
        for part in loc:
            node = next((value for key, value in _entries(node) if key == part), None)
        return node

    def key(self, loc: Loc) -> yaml.ScalarNode:
        """The node of the key of the value at ``loc``, which is an entry of a mapping."""
        return next(key for key, _ in self.node(loc[:-1]).value if key.value == loc[-1])

    def start(self, node: yaml.Node) -> int:
        return node.start_mark.index

    def end(self, node: yaml.Node) -> int:
        """Where the content of a node ends, before comments and blank lines that follow it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        end = node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return self.start(node) + len(self.text[self.start(node) : end].rstrip())
        return end

    def line_end(self, index: int) -> int:
        """The end of the line that ``index`` is in, before its break."""
        ends = [found for found in (self.text.find(mark, index) for mark in "\r\n") if found >= 0]
        return min(ends, default=len(self.text))

    @property
    def line_break(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"


def _entries(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)
