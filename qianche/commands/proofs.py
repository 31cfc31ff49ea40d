"""``qianche check``: scenarios proved, in parallel."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from qianche.console import both, err, lang, print_json, progress_bar
from qianche.report import print_proof

if TYPE_CHECKING:
    from scenarios.faults import Fault
    from sim.check import CheckResult


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("check", help=both("cli.check"))(check)


def check(
    scenarios: Annotated[list[str] | None, typer.Argument(help=both("cli.argument.scenario"))] = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from scenarios import bank

    proofs = _prove_all(scenarios or bank())
    if json:
        print_json({"passed": all(each.passed for each in proofs), "scenarios": [each.as_json() for each in proofs]})
    else:
        for each in proofs:
            if each.faults:
                err.print(each.told, markup=False, soft_wrap=True)
            else:
                print_proof(each.scenario, each.results)
    if not all(each.passed for each in proofs):
        raise typer.Exit(1)


@dataclass(frozen=True)
class Proof:
    """What was proved of one scenario, or why it could not be loaded."""

    scenario: str
    results: list[CheckResult]
    faults: tuple[Fault, ...] = ()
    told: str = ""
    """The faults as a person reads them."""
    load_s: float = 0.0
    """Seconds from the file to its place and props, in a process that had the program in memory."""
    headless_s: float = 0.0
    """Seconds in which the whole session of a trainee who does nothing is played without a picture."""

    @property
    def passed(self) -> bool:
        return not self.faults and all(result.passed for result in self.results)

    def as_json(self) -> dict[str, object]:
        """Plain values; ``faults`` when it could not be loaded, else ``checks``."""
        plain: dict[str, object] = {"scenario": self.scenario, "passed": self.passed}
        if self.faults:
            plain["faults"] = [
                {**asdict(fault), "zh": fault.text("zh"), "en": fault.text("en")} for fault in self.faults
            ]
        else:
            plain |= {"load_s": round(self.load_s, 3), "headless_s": round(self.headless_s, 4)}
            plain["checks"] = [result.as_json() for result in self.results]
        return plain


def _prove_all(names: list[str]) -> list[Proof]:
    """The proofs in the order of ``names``, each scenario in a process of its own."""
    found: dict[str, Proof] = {}
    workers = min(len(names), os.cpu_count() or 1)
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    with progress_bar("cli.progress.check") as progress, pool:
        running = {pool.submit(prove_one, name): name for name in names}
        for done in as_completed(running):
            found[running[done]] = done.result()
            progress(len(found) / len(names), running[done])
    return [found[name] for name in names]


def prove_one(name: str) -> Proof:
    """Everything that can be proved of one scenario. Its place does not stay in memory: thirty are gigabytes."""
    from assets.props_cache import place_of, prop_model
    from scenarios import load
    from scenarios.errors import ScenarioInvalid
    from scoring import score
    from sim.check import CheckContext, prove
    from sim.play import play
    from sim.trainees import scripted

    began = perf_counter()
    try:
        loaded = load(name)
    except ScenarioInvalid as invalid:
        return Proof(name, [], tuple(invalid.faults), invalid.message(lang()))
    context = CheckContext(loaded, score)
    context.world.static_model  # noqa: B018 - composed when first asked for
    ready = perf_counter()
    play(context.scenario, scripted("absent", context.scenario))
    played = perf_counter()
    results = list(prove(context))
    place_of.cache_clear()
    prop_model.cache_clear()
    return Proof(loaded.scenario.id, results, load_s=ready - began, headless_s=played - ready)
