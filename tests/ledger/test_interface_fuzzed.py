"""schemathesis asks the ledger what its description says can be asked, and what it says cannot.

A little of it every time; a long run by hand is described in docs/ledger.md.
"""

from __future__ import annotations

import base64
from collections import Counter
from contextlib import suppress
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode

from ledger.transparency.verification import verify
from tests.ledger import fuzzing_hooks  # noqa: F401  how bodies that are not JSON are written
from tests.ledger.programs_site import programs_site

CONFIG = Path(__file__).with_name("schemathesis.toml")
A_FEW = settings(
    max_examples=3,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_whatever_programs_ask_is_answered_as_described(tmp_path: Path) -> None:
    app, services = programs_site(tmp_path)
    key, secret = services.credentials.add("fuzz", "all,counts")
    shown = "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode("ascii")
    config = SchemathesisConfig.from_path(CONFIG)
    schema = schemathesis.openapi.from_asgi("/ledger/api/openapi.json?lang=en", app, config=config)
    asked: Counter[str] = Counter()
    for found in schema.get_all_operations():
        operation = found.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @seed(20261122)
            @A_FEW
            @given(operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case) -> None:
                asked[case.operation.label] += 1
                case.call_and_validate(headers={"Authorization": shown})

            with suppress(Unsatisfiable):  # what takes nothing cannot be given something wrong
                ask()
    assert len(asked) == len(list(schema.get_all_operations())), "every operation was asked for"
    assert sum(asked.values()) > 150
    assert verify(services.database, services.checkpoints.keys).good
    services.close()
