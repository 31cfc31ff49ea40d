"""A course package as it is handed in: a ZIP file with a cmi5.xml at its root, or such an XML file by itself."""

from __future__ import annotations

import contextlib
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from common.errors import DataError
from common.sizes import shown_size
from ledger.classroom.cmi5.course_xml import read_structure
from ledger.classroom.cmi5.structure import Structure
from ledger.classroom.cmi5.xml_tree import MOST_BYTES as MOST_XML_BYTES

XML_NAME = "cmi5.xml"
MOST_FILES = 20_000
_MOST_RATIO = 200
"""How many times longer than the package its files may be together: real courses stay far below, bombs do not."""
_SMALL = 64 * 1024 * 1024
"""Bytes that are unpacked whatever the ratio."""
_LONGEST_PATH = 400
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PIECE = 1024 * 1024
_NAMES_ARE_UTF8 = 0x800


class PackageWrong(DataError):
    """A file cannot be taken as a course package."""


@dataclass(frozen=True)
class Member:
    """A file of a package."""

    path: str
    bytes: int
    info: zipfile.ZipInfo


class Package:
    """A package whose structure is checked and whose files are within the limits."""

    def __init__(self, structure: Structure, members: dict[str, Member], archive: zipfile.ZipFile | None) -> None:
        self.structure = structure
        self.members = members
        self._archive = archive

    @property
    def bytes(self) -> int:
        """Of all files, unpacked."""
        return sum(each.bytes for each in self.members.values())

    def unpack(self, folder: Path) -> dict[str, int]:
        """Write the files into ``folder`` under numbers; which path has which number.

        No name of the package becomes a name on the disk, so none can lead out of the folder or mean something
        to the operating system.

        Raises:
            PackageWrong: a file is damaged or longer than it says.
        """
        numbers: dict[str, int] = {}
        for number, member in enumerate(self.members.values()):
            with (folder / str(number)).open("wb") as target, self._reading(member) as source:
                _copy(source, target, member)
            numbers[member.path] = number
        return numbers

    @contextmanager
    def _reading(self, member: Member) -> Iterator[BinaryIO]:
        assert self._archive is not None  # an XML file by itself has no members
        with _damage_told(), self._archive.open(member.info) as source:
            yield source


@contextmanager
def open_package(path: Path, most_bytes: int) -> Iterator[Package]:
    """The package in a file, whose content may be ``most_bytes`` long once it is unpacked.

    Raises:
        PackageWrong: it is neither ZIP nor XML, damaged, too large, or has names that no course needs.
        CourseWrong: its structure breaks a rule of cmi5.
    """
    with path.open("rb") as file:
        start = file.read(64)
    if start[:2] == b"PK":
        with _damage_told(), zipfile.ZipFile(path) as archive:
            yield _read_archive(archive, path.stat().st_size, most_bytes)
    elif _looks_like_xml(start):
        if path.stat().st_size > MOST_XML_BYTES:
            raise PackageWrong("cmi5.package.too_large", limit=shown_size(MOST_XML_BYTES))
        yield Package(read_structure(path.read_bytes()), {}, None)
    else:
        raise PackageWrong("cmi5.package.neither")


def _looks_like_xml(start: bytes) -> bool:
    # UTF-8 with or without its mark, or UTF-16 with it: what every reader of XML must know.
    plain = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return plain.startswith(b"<") or start[:2] in (b"\xff\xfe", b"\xfe\xff")


def _read_archive(archive: zipfile.ZipFile, packed_bytes: int, most_bytes: int) -> Package:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_FILES:
        raise PackageWrong("cmi5.package.too_many", limit=MOST_FILES)
    unpacked = sum(info.file_size for info in infos)
    if unpacked > most_bytes:
        raise PackageWrong("cmi5.package.too_large", limit=shown_size(most_bytes))
    if unpacked > max(_SMALL, packed_bytes * _MOST_RATIO):
        raise PackageWrong("cmi5.package.bomb", ratio=unpacked // max(1, packed_bytes))
    members: dict[str, Member] = {}
    for info in infos:
        member = _member(info)
        if member.path in members:
            raise PackageWrong("cmi5.package.twice", path=member.path[:100])
        members[member.path] = member
    xml = members.get(XML_NAME)
    if xml is None:
        raise PackageWrong("cmi5.package.no_xml", name=XML_NAME)
    if xml.bytes > MOST_XML_BYTES:
        raise PackageWrong("cmi5.package.too_large", limit=shown_size(MOST_XML_BYTES))
    return Package(read_structure(archive.read(xml.info), members), members, archive)


def _member(info: zipfile.ZipInfo) -> Member:
    path = _name(info).replace("\\", "/")
    steps = path.split("/")
    if len(path) > _LONGEST_PATH or not path.isprintable() or ":" in steps[0] or {"", ".", ".."} & set(steps):
        raise PackageWrong("cmi5.package.path", path=path[:100])
    if stat.S_ISLNK(info.external_attr >> 16):
        raise PackageWrong("cmi5.package.link", path=path[:100])
    if info.flag_bits & 1:
        raise PackageWrong("cmi5.package.encrypted", path=path[:100])
    if info.compress_type not in _METHODS:
        raise PackageWrong("cmi5.package.method", path=path[:100])
    return Member(path, info.file_size, info)


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name. Where the archive does not say that names are UTF-8, Chinese tools mean their own encoding."""
    if info.flag_bits & _NAMES_ARE_UTF8:
        return info.filename
    said = info.filename.encode("cp437")  # what the reader took it for
    for encoding in ("utf-8", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            return said.decode(encoding)
    return info.filename


def _copy(source: BinaryIO, target: BinaryIO, member: Member) -> None:
    left = member.bytes
    while piece := source.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise PackageWrong("cmi5.package.damaged", why=member.path[:100])
        target.write(piece)


@contextmanager
def _damage_told() -> Iterator[None]:
    """What the ZIP format's reader finds wrong, as a fault that a person can read."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise PackageWrong("cmi5.package.damaged", why=str(error)[:120] or type(error).__name__) from error
