"""The activities and agents resources: what is known of one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import Response

from ledger.access import reader
from ledger.services import LedgerServices
from ledger.xapi.asked import Asked
from ledger.xapi.body import write_json
from ledger.xapi.parameters import no_others, required_agent, required_iri
from ledger.xapi.sameness import agent_key

_IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")


def activity_resource(services: LedgerServices) -> Mapping[str, Callable[[Asked], Response]]:
    """GET of an activity with everything that was ever said of it."""

    def get(asked: Asked) -> Response:
        reader(asked.client)
        no_others(asked.parameters, {"activityId"})
        activity = required_iri(asked.parameters, "activityId")
        definitions = services.descriptions.definitions([activity])
        defined = {"definition": definitions[activity]} if activity in definitions else {}
        body = write_json({"objectType": "Activity", "id": activity, **defined})
        return Response(body, media_type="application/json")

    return {"GET": get}


def agent_resource(services: LedgerServices) -> Mapping[str, Callable[[Asked], Response]]:
    """GET of the person behind an agent: the identifier asked for, and the names that go with it."""

    def get(asked: Asked) -> Response:
        client = reader(asked.client)
        no_others(asked.parameters, {"agent"})
        agent = required_agent(asked.parameters)
        # Who reads only its own learns no names that others wrote.
        names = [] if client.reads_only_its_own else services.descriptions.names(agent_key(agent) or "")
        person = {"objectType": "Person", **({"name": names} if names else {})}
        person |= {name: [agent[name]] for name in _IDENTIFIERS if name in agent}
        return Response(write_json(person), media_type="application/json")

    return {"GET": get}
