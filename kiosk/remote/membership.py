"""That this computer belongs to a van: paired once by a code, kept in a file that its owner alone may read."""

from __future__ import annotations

from pathlib import Path

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError

from common.errors import DataError, EnvironmentLacks, QiancheError
from common.private_file import write_private
from kiosk.headsets.messages import PAIR_PATH, PROTOCOL, Membership, PairingRequest

FILE = "membership.json"
TIMEOUT_S = 10.0


class PairingFailed(DataError):
    """The van said no, or what it said is not understood."""


class NoVan(EnvironmentLacks):
    """Nobody answers at the van's address."""

    def __init__(self, address: str, why: object) -> None:
        super().__init__("headsets.remote.no_van", address=address, why=why)


class MembershipDamaged(DataError):
    """The file cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__("headsets.remote.membership_damaged", path=path)


class Belongs(BaseModel):
    """What is kept: the membership, and under which address the van was then."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    membership: Membership
    address: str


def read_membership(folder: Path) -> Belongs | None:
    """What was kept; None while this computer is not paired.

    Raises:
        MembershipDamaged
    """
    path = folder / FILE
    if not path.exists():
        return None
    try:
        return Belongs.model_validate_json(path.read_bytes())
    except (ValidationError, OSError) as error:
        raise MembershipDamaged(path) from error


def pair(folder: Path, address: str, code: str) -> Belongs:
    """Become one of the van's headsets; a membership from before is given up.

    ``address`` is the van's, without a path; ``code`` the six digits on the crew's page.

    Raises:
        PairingFailed: the code is not the one that is shown, or the programs do not match.
        NoVan: nobody answers.
    """
    belongs = Belongs(membership=_asked(address, code), address=address)
    (folder / FILE).unlink(missing_ok=True)
    write_private(folder / FILE, belongs.model_dump_json())
    return belongs


def _asked(address: str, code: str) -> Membership:
    try:
        request = PairingRequest(protocol=PROTOCOL, code=code)
    except ValidationError:
        raise PairingFailed("headsets.remote.code_shape") from None
    try:
        with httpx.Client(timeout=TIMEOUT_S, trust_env=False) as client:
            answer = client.post(address + PAIR_PATH, content=request.model_dump_json())
        if answer.is_success:
            return Membership.model_validate_json(answer.content)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NoVan(address, error) from error
    except ValidationError:
        raise PairingFailed("headsets.programs_differ") from None
    raise _refusal(answer)


def _refusal(answer: httpx.Response) -> QiancheError:
    reasons = {403: "headsets.pairing_refused", 426: "headsets.programs_differ"}
    return PairingFailed(reasons.get(answer.status_code, "headsets.programs_differ"))
