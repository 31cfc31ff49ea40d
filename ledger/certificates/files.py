"""What a certificate's holder is given: the sheet (PDF) and the signed file (.jwt), alone or many in one archive."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.certificates.certificate import Certificate, NoSuchCertificate
from ledger.certificates.credential import verify
from ledger.certificates.paper import certificate_pdf
from ledger.people.sight import Sight

if TYPE_CHECKING:
    from ledger.services import LedgerServices

PDF, JWT, ZIP = "application/pdf", "application/vc+jwt", "application/zip"


@dataclass(frozen=True)
class CertificateFile:
    """A file to be saved."""

    name: str
    content: bytes
    media_type: str


def sheet_file(services: LedgerServices, certificate: str, base: str, sight: Sight) -> CertificateFile:
    """A certificate's sheet; its code leads to the ledger at ``base``.

    Raises:
        NoSuchCertificate: there is none that may be seen, it was revoked, or its holder was erased.
        PaperLacks: it cannot be set on this machine.
    """
    _not_revoked(services, certificate, sight)
    said = services.certificates.said(certificate, sight)
    return CertificateFile(f"{said.achieved.number}.pdf", certificate_pdf(said.achieved, said.issuer, base), PDF)


def credential_file(services: LedgerServices, certificate: str, sight: Sight) -> CertificateFile:
    """A certificate's signed file. Raises NoSuchCertificate as :func:`sheet_file`."""
    number = _not_revoked(services, certificate, sight).number
    return CertificateFile(f"{number}.jwt", services.certificates.token(certificate, sight).encode("ascii"), JWT)


def archive(services: LedgerServices, certificates: Iterable[Certificate], base: str, sight: Sight) -> Iterator[bytes]:
    """A ZIP archive of sheets and signed files, named by number and holder, piece by piece as they are set."""
    keys = services.certificates.keys.all()
    written = _Pieces()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in certificates:
            try:
                token = services.certificates.token(each.id, sight)
            except NoSuchCertificate:  # its holder was erased since the list was made
                continue
            said = verify(token, keys)
            name = f"{each.number} {_as_file_name(said.achieved.holder)}"
            packed.writestr(f"{name}.pdf", certificate_pdf(said.achieved, said.issuer, base))
            packed.writestr(f"{name}.jwt", token)
            yield written.taken()
    yield written.taken()


def _not_revoked(services: LedgerServices, certificate: str, sight: Sight) -> Certificate:
    found = services.certificates.find(certificate, sight)
    if found.revoked_us is not None:
        raise NoSuchCertificate("certificates.not_given")
    return found


def _as_file_name(name: str) -> str:
    """A name without what file systems do not take."""
    return re.sub(r'[\\/:*?"<>|.]', "_", name)


class _Pieces(io.RawIOBase):
    """Something to write an archive into that hands on what was written and keeps nothing."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        self._held += content
        return len(content)

    def taken(self) -> bytes:
        """What was written since this was last asked."""
        piece = bytes(self._held)
        self._held.clear()
        return piece
