"""A session: what happens when a trainee does these things at these times. No graphics, no clock."""

from sim.session.following import Following
from sim.session.happenings import FALSE_ALARM_KINDS, FLAG_KINDS, FOUND_KINDS, Happening, HappeningKind
from sim.session.session import Session

__all__ = ["FALSE_ALARM_KINDS", "FLAG_KINDS", "FOUND_KINDS", "Following", "Happening", "HappeningKind", "Session"]
