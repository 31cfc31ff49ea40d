"""What the crew's page and programs of the crew can ask of a van."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, ConfigDict

from common.web.accounts import User
from common.web.login import require_role
from kiosk.completion import CompletionScore
from kiosk.van import Van

Crew = Annotated[User, Depends(require_role("crew"))]


class DemoOrder(BaseModel):
    """Let a scripted trainee play a scenario through the whole line."""

    model_config = ConfigDict(extra="forbid")

    scenario: str
    trainee: Literal["perfect", "absent", "random"]
    learner: str = "anonymous"
    """Pseudonym of somebody the van knows, or ``anonymous``."""


class DemoDone(BaseModel):
    """The completion that came of it, safe in the outbox."""

    completion: str
    outcome: str
    passed: bool
    score: CompletionScore


def crew_router(van: Van) -> APIRouter:
    """The crew's interface, under ``/api/crew``."""
    router = APIRouter(prefix="/api/crew")

    @router.post("/demo")
    async def demo(order: DemoOrder, _: Crew) -> DemoDone:
        if order.scenario not in van.shelf.offers:
            raise HTTPException(404, f"no scenario {order.scenario!r}")
        if order.learner != "anonymous" and van.people.find(order.learner) is None:
            raise HTTPException(404, "nobody of this pseudonym is known here")
        completion = await van.demo(order.scenario, order.trainee, order.learner)
        return DemoDone(
            completion=completion.id, outcome=completion.outcome, passed=completion.passed, score=completion.score
        )

    @router.get("/state")
    def state(_: Crew) -> dict[str, object]:
        return {
            "stations": {name: player.station.visit.stage for name, player in van.players.items()},
            "headsets": {place.name: place.station.visit.stage for place in van.headsets.places.values()},
            "queue": len(van.people.waiting()),
            "pending": van.outbox.pending(),
            "refused": len(van.outbox.refused()),
        }

    return router
