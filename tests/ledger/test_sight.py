"""What staff see goes through a sight, in every page and route there is: nobody can forget to say who asks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from common.web.accounts import Accounts, AccountWrong, User
from common.web.users import ROLES, Role
from ledger.people import officers
from ledger.people.documents import check_document
from ledger.people.employers import EmployerWrong
from ledger.people.learners import Particulars
from ledger.people.sight import EVERYTHING, NOTHING, Sight, sight_of
from ledger.people.tables import employer_officers
from ledger.services import LedgerServices
from tests.ledger.conftest import CHEAP
from tests.ledger.rosters import company, resident

ROOT = Path(__file__).parents[2]
UNFILTERED = Path(__file__).with_name("unfiltered.yaml")
PERSONAL = {
    "learners", "completions", "logs", "certificates", "employers", "orders", "order_people", "visits", "consents",
    "learner_aliases",
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "ledger").rglob("*.py")):
        if "migrations" not in path.parts:
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def names_in(node: ast.AST) -> set[str]:
    found = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    return found | {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def public_methods(module: ast.Module) -> Iterator[tuple[str, Function]]:
    for kind in ast.walk(module):
        if isinstance(kind, ast.ClassDef):
            for each in kind.body:
                if isinstance(each, Function) and not each.name.startswith("_"):
                    yield f"{kind.name}.{each.name}", each


def serves_staff(module: ast.Module) -> bool:
    """Whether a module holds pages or routes for those who log in."""
    return not names_in(module).isdisjoint({"Reader", "Writer", "Overseer", "Watcher", "require_role"})


def test_every_question_for_what_is_somebodys_takes_a_sight() -> None:
    without = {
        f"{path} {name}"
        for path, module in modules()
        for name, method in public_methods(module)
        if "select" in names_in(method)
        and not names_in(method).isdisjoint(PERSONAL)
        and "sight" not in {each.arg for each in (*method.args.args, *method.args.kwonlyargs)}
    }
    listed = set(yaml.safe_load(UNFILTERED.read_text("utf-8")))
    said = [f"{each}: give it a `sight`, or say in {UNFILTERED.name} why it needs none" for each in without - listed]
    said += [f"{each}: remove it from {UNFILTERED.name}, it is gone or has a sight" for each in listed - without]
    assert not said, "\n".join(sorted(said))


def test_a_sight_has_no_default_and_pages_never_take_everything() -> None:
    wrong = []
    for path, module in modules():
        for each in ast.walk(module):
            if isinstance(each, Function):
                arguments = each.args
                with_default = arguments.args[len(arguments.args) - len(arguments.defaults) :]
                with_default += [a for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if d]
                if "sight" in {argument.arg for argument in with_default}:
                    wrong.append(f"{path} {each.name}: whoever forgets `sight` would not notice")
        if serves_staff(module) and "EVERYTHING" in names_in(module):
            wrong.append(f"{path}: a page or route shows what sight_of(user) lets it, not EVERYTHING")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_its_sight(role: Role) -> None:
    user = User("somebody", role)
    expected = EVERYTHING if role in ("trainer", "bureau", "auditor", "admin") else NOTHING
    assert sight_of(user) == expected, "who sees a part only sees nothing until it is said which"


@pytest.fixture
def people(services: LedgerServices) -> dict[str, str]:
    """Somebody of each of three companies, two of them in one district, and somebody of none; by company."""
    found = {}
    for number, district in enumerate(("武侯区", "武侯区", "锦江区"), 1):
        facts = replace(company(f"{number} 号企业", number), district=district)
        employer = services.people.employers.add(facts)
        with services.database.writing() as connection:
            said = Particulars(f"学员{number}", check_document("resident_id", resident(number)))
            found[facts.credit_code] = services.learners.take_down(connection, said, employer)
    with services.database.writing() as connection:
        said = Particulars("散客", check_document("resident_id", resident(9)))
        found[""] = services.learners.take_down(connection, said, None)
    return found


def seen(services: LedgerServices, people: dict[str, str], sight: Sight) -> list[int]:
    return [k for k, each in enumerate(people.values(), 1) if services.learners.find(each, sight) is not None]


def test_whose_people_are_seen(services: LedgerServices, people: dict[str, str]) -> None:
    first, second, third, _ = people
    assert seen(services, people, sight_of(User("o", "officer", (first,)))) == [1]
    assert seen(services, people, sight_of(User("o", "officer", (first, third)))) == [1, 3]
    assert seen(services, people, sight_of(User("d", "district", ("武侯区",)))) == [1, 2]
    assert seen(services, people, sight_of(User("d", "district", ("武侯区", "锦江区")))) == [1, 2, 3]
    assert seen(services, people, sight_of(User("o", "officer", ("武侯区",)))) == [], "a district is no company"
    assert seen(services, people, sight_of(User("d", "district", (second,)))) == []
    assert seen(services, people, EVERYTHING) == [1, 2, 3, 4]
    assert services.learners.count(NOTHING) == services.learners.count(sight_of(User("c", "crew"))) == 0
    assert services.learners.search("学员", sight_of(User("o", "officer", (second,)))) == {people[second]}
    assert services.learners.search(resident(3), sight_of(User("o", "officer", (second,)))) == set()


def test_a_company_that_moves_is_seen_in_its_new_district_at_once(
    services: LedgerServices, people: dict[str, str]
) -> None:
    employers, third = services.people.employers, list(people)[2]
    (moved,) = employers.names(Sight(companies=(third,)))
    facts = employers.find(moved, EVERYTHING).facts
    employers.change(moved, replace(facts, district="武侯区"))
    assert seen(services, people, sight_of(User("d", "district", ("武侯区",)))) == [1, 2, 3]
    assert seen(services, people, sight_of(User("d", "district", ("锦江区",)))) == []


def test_what_stands_under_a_former_pseudonym_is_seen_with_its_owner(
    services: LedgerServices, people: dict[str, str]
) -> None:
    first, second, *_ = people
    services.people.merging.merge(people[first], people[second], "bureau")
    own, other = (sight_of(User("o", "officer", (code,))) for code in (first, second))
    assert services.learners.find(people[second], own).pseudonym == people[first]
    assert services.learners.find(people[second], other) is None


@pytest.fixture
def accounts(tmp_path: Path, services: LedgerServices) -> Iterator[Accounts]:
    accounts = Accounts(tmp_path / "accounts.sqlite", services.clock, CHEAP)
    for name, role in (("li", "officer"), ("wang", "officer"), ("chen", "bureau")):
        accounts.create(name, role)
    yield accounts
    accounts.close()


def test_officers_go_with_their_company_when_its_code_is_put_right(accounts: Accounts) -> None:
    wrong, right = company(sequence=1).credit_code, company(sequence=2).credit_code
    officers.assign(accounts, "li", wrong, "chen")
    with pytest.raises(EmployerWrong):
        officers.assign(accounts, "chen", wrong, "chen")
    with pytest.raises(EmployerWrong):
        officers.assign(accounts, "nobody", wrong, "chen")
    officers.follow(accounts, wrong, right, "chen")
    assert officers.officers_of(accounts, wrong) == []
    assert officers.officers_of(accounts, right) == ["li"]
    accounts.close_account("li")
    assert officers.officers_of(accounts, right) == []


def test_officers_of_the_last_release_keep_their_companies(
    services: LedgerServices, accounts: Accounts, people: dict[str, str]
) -> None:
    first, second, *_ = people
    (employer,) = services.people.employers.names(Sight(companies=(first,)))
    with services.database.writing() as connection:
        for name in ("li", "chen", "gone"):
            connection.execute(employer_officers.insert().values(account=name, employer=employer))
    for _ in range(2):
        officers.take_over(services.database, accounts)
        assert [each.user.scope for each in accounts.listed()] == [(), (first,), ()]
    assert accounts.narrow("li", first).scope == ()
    officers.take_over(services.database, accounts)
    assert accounts.find("li").scope == (), "once moved, the accounts alone say it"
    with pytest.raises(AccountWrong):
        accounts.widen("chen", second)
