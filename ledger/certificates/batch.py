"""Certificates of one level for many people at once, such as everyone on an order's roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.certificates.certificate import Certificate
from ledger.certificates.certificates import Certificates, NotIssued
from ledger.people.sight import Sight


@dataclass(frozen=True)
class Refused:
    """Someone who got none, and why."""

    learner: str
    why: NotIssued


@dataclass(frozen=True)
class Issued:
    """What became of a batch."""

    issued: tuple[Certificate, ...]
    there: tuple[Certificate, ...]
    """Those who held a valid one before keep it."""
    refused: tuple[Refused, ...]


def issue_all(
    certificates: Certificates, learners: Sequence[str], level: str, issuer: str, by: str, sight: Sight
) -> Issued:
    """Issue to everyone of ``learners`` who reached the level; nobody is held up by another.

    Raises:
        NotIssued: no such level, or no issuer; nobody has a certificate then.
    """
    issuer = certificates.checked(level, issuer)
    issued, there, refused = [], [], []
    for standing in certificates.standings(learners, level, sight):
        if standing.held is not None:
            there.append(standing.held)
            continue
        try:
            certificate, new = certificates.issue_once(standing.learner, level, issuer, by, sight)
        except NotIssued as why:
            refused.append(Refused(standing.learner, why))
            continue
        (issued if new else there).append(certificate)
    return Issued(tuple(issued), tuple(there), tuple(refused))
