"""Why a log cannot be scored."""

from __future__ import annotations

from common.errors import DataError
from sim.log.events import Header


class OtherScenario(DataError):
    """The log was made with another scenario, or with another edition of it."""

    def __init__(self, header: Header, scenario: str) -> None:
        super().__init__("scoring.fault.other_scenario", session=header.session, played=header.scenario, given=scenario)


class Unfinished(DataError):
    """The session has not ended."""

    def __init__(self, header: Header) -> None:
        super().__init__("scoring.fault.unfinished", session=header.session)


class DoesNotFit(DataError):
    """Playing the log again does not end where the log ends: it is another engine's."""

    def __init__(self, header: Header, expected: float, found: float) -> None:
        super().__init__(
            "scoring.fault.does_not_fit",
            session=header.session,
            engine=header.engine,
            expected=f"{expected:g}",
            found=f"{found:g}",
        )
