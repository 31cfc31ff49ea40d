"""Which source text a thing is made from, found by reading imports and decorators without importing anything.

A prop's entry in the cache is named by the text of its own module and of all that it imports within
``assets``, so that an edit throws away no more than it may change.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FROM = re.compile(r"^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n]*)", re.MULTILINE)
_WHOLE = re.compile(r"^[ \t]*import[ \t]+([\w.]+)", re.MULTILINE)
_COMMENT = re.compile(r"#[^\n]*")


@dataclass(frozen=True)
class _Module:
    digest: str
    imports: tuple[tuple[str, str | None], ...]
    """(module, name taken from it); no name when the module itself is imported."""


class SourceTree:
    """The modules of one package, found under ``root``, the folder with its ``__init__.py``."""

    def __init__(self, root: Path) -> None:
        self._root, self._package = root, root.name
        self._modules: dict[str, _Module | None] = {}
        self._keys: dict[tuple[str, ...], str] = {}

    def key(self, *modules: str) -> str:
        """A hash over the text of ``modules`` (dotted names) and of all that they import within the package.

        Raises:
            FileNotFoundError: there is no such module.
        """
        if modules not in self._keys:
            digest = hashlib.sha256()
            for name in sorted(self._closure(modules)):
                digest.update(f"{name}\0{self._read(name).digest}\0".encode())
            self._keys[modules] = digest.hexdigest()
        return self._keys[modules]

    def decorated(self, folder: str, decorator: str) -> dict[str, str]:
        """The modules of ``folder`` by the names that they enter with ``@decorator("name", ...)``."""
        entered = re.compile(rf"^@{decorator}\(\s*\"([^\"]+)\"", re.MULTILINE)
        return {
            name: f"{self._package}.{folder}.{path.stem}"
            for path in sorted((self._root / folder).glob("*.py"))
            for name in entered.findall(path.read_text("utf-8"))
        }

    def modules_in(self, *folders: str) -> list[str]:
        """All modules that lie directly in some folders of the package."""
        paths = [path for folder in folders for path in sorted((self._root / folder).glob("*.py"))]
        return [f"{self._package}.{path.parent.name}.{path.stem}" for path in paths if path.stem != "__init__"]

    def _closure(self, modules: tuple[str, ...]) -> set[str]:
        found: set[str] = set()
        waiting = list(modules)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self._imported(name)
        return found

    def _imported(self, name: str) -> Iterator[str]:
        for module, taken in self._read(name).imports:
            yield self._home(module, taken)

    def _home(self, module: str, taken: str | None) -> str:
        """The module that what is taken from ``module`` comes from: itself, one inside it, or the one that it
        takes the name from in its ``__init__``."""
        if taken is None:
            return module
        if self._find(f"{module}.{taken}") is not None:
            return f"{module}.{taken}"
        if self._path(module).name == "__init__.py":
            for source, name in self._read(module).imports:
                if name == taken:
                    return self._home(source, name)
        return module

    def _path(self, name: str) -> Path:
        inside = self._root.joinpath(*name.split(".")[1:])
        return inside / "__init__.py" if inside.is_dir() else inside.with_suffix(".py")

    def _read(self, name: str) -> _Module:
        module = self._find(name)
        if module is None:
            raise FileNotFoundError(self._path(name))
        return module

    def _find(self, name: str) -> _Module | None:
        if name not in self._modules:
            path = self._path(name)
            self._modules[name] = self._parsed(path.read_text("utf-8")) if path.is_file() else None
        return self._modules[name]

    def _parsed(self, text: str) -> _Module:
        imports: list[tuple[str, str | None]] = [(name, None) for name in _WHOLE.findall(text) if self._ours(name)]
        for module, names in _FROM.findall(text):
            if self._ours(module):
                bare = _COMMENT.sub("", names).strip("()")
                imports += [(module, each.split()[0]) for each in bare.split(",") if each.strip()]
        return _Module(hashlib.sha256(text.encode()).hexdigest(), tuple(imports))

    def _ours(self, module: str) -> bool:
        return module.split(".")[0] == self._package


@cache
def asset_sources() -> SourceTree:
    """The modules of this package, as they were when they were first asked for."""
    return SourceTree(Path(__file__).parent)


@cache
def _modules_entering(folder: str, decorator: str) -> dict[str, str]:
    return asset_sources().decorated(folder, decorator)


def maker_of(folder: str, decorator: str, name: str) -> str | None:
    """The module of ``folder`` with ``@decorator("name")``; None when that cannot be read from the text."""
    return _modules_entering(folder, decorator).get(name)
