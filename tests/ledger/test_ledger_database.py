"""The ledger's database: older layouts are brought up to date with all they hold, newer ones left alone."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from common.clock import ManualClock
from common.database import Database, DatabaseTooNew
from common.errors import EnvironmentLacks, UsageError
from ledger import migrations, tables
from ledger.database import LATEST, open_ledger
from ledger.driver import insert_tuples
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.statement_search import Query
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import completion

FIRST = Path(__file__).with_name("layout_0001.sql")
PERSON = {"mbox": "mailto:wang@example.com"}


@pytest.fixture
def first_layout(tmp_path: Path) -> Path:
    """A folder with a ledger of the first releases."""
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        connection.executescript(FIRST.read_text("utf-8"))
    connection.close()
    return tmp_path


def schema(folder: Path) -> dict[str, set[str]]:
    """What SQLite itself says of every table and index, without the order of columns."""
    with sqlite3.connect(folder / "ledger.sqlite") as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    lines = {name: sql.replace('"', "").replace("(", "(\n").replace(", ", ",\n").splitlines() for name, sql in rows}
    return {name: {line.strip().rstrip(",") for line in said} for name, said in lines.items()}


def test_a_ledger_of_the_first_layout_keeps_everything_and_learns_the_rest(
    first_layout: Path, clock: ManualClock
) -> None:
    services = LedgerServices(LedgerSettings(data=first_layout), clock, CHEAP)
    client = services.credentials.verify("00112233445566778899aabb", "secret-of-the-first-van")
    assert (client.name, client.scope) == ("van-1", "write")
    found, _ = services.statements.search(Query(), 20)
    assert [json.loads(each.raw)["id"][-1] for each in found] == ["7", "6", "4", "3", "2"], "the fifth was taken back"
    assert services.completions.count(EVERYTHING) == (1, 1)
    # What voided the fifth, and what refers to that, is found for what the fifth says.
    found, _ = services.statements.search(Query(agent="mbox mailto:wang@example.com"), 20)
    assert [json.loads(each.raw)["id"][-1] for each in found] == ["7", "6"]
    scenario = "urn:qianche:scenario:electrocution-temporary-power"
    definition = services.descriptions.definitions([scenario])[scenario]
    assert definition["name"] == {"zh-CN": "临时用电触电", "en": "Electrocution from temporary power"}
    assert services.descriptions.names("mbox mailto:wang@example.com") == ["王小明"]
    services.statements.take(completion(), client, "1.0.0")
    assert services.completions.count(EVERYTHING) == (2, 2)
    services.close()


def test_a_migrated_ledger_looks_like_a_new_one(first_layout: Path, tmp_path: Path) -> None:
    migrated = open_ledger(first_layout)
    with migrated.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.tables) == []
    migrated.close()
    open_ledger(tmp_path / "new").close()
    old, new = schema(first_layout), schema(tmp_path / "new")
    assert old.keys() == new.keys()
    for name in ("statement_agents", "statement_activities", "statement_references", "documents"):
        assert old[name] == new[name]


def test_the_last_step_is_the_one_that_new_ledgers_are_made_at() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_current_head() == LATEST


def test_a_migration_that_fails_changes_nothing(first_layout: Path) -> None:
    with sqlite3.connect(first_layout / "ledger.sqlite") as connection:
        connection.execute("UPDATE statements SET raw = '{' WHERE id LIKE '%7'")
    connection.close()
    before = schema(first_layout)
    with pytest.raises(ValueError, match="Expecting property name"):
        open_ledger(first_layout)
    assert schema(first_layout) == before


def test_releases_of_either_age_leave_each_others_ledgers_alone(tmp_path: Path) -> None:
    open_ledger(tmp_path).close()
    with pytest.raises(DatabaseTooNew):
        Database(tmp_path / "ledger.sqlite", tables.tables, 1)
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    with pytest.raises(DatabaseTooNew, match="layout 0999"):
        open_ledger(tmp_path)


def test_a_wrong_address_is_explained(tmp_path: Path) -> None:
    for url in ("mysql://host/ledger", "ledger", "postgresql://user@host:port/ledger"):
        with pytest.raises(UsageError, match="postgresql://"):
            open_ledger(tmp_path, url)
    with pytest.raises(EnvironmentLacks):  # nobody answers there, or there is no driver to ask with
        open_ledger(tmp_path, "postgresql://nobody@127.0.0.1:1/ledger")


def test_what_the_driver_refuses_is_told_as_by_sqlalchemy(tmp_path: Path) -> None:
    """So that whoever waits for a database that is away, or for a conflict, waits for one kind of error."""
    database = open_ledger(tmp_path)
    name = [("mbox mailto:wang@example.com", "王小明")]
    with database.writing() as connection:
        insert_tuples(connection, tables.agent_names, name)
    with pytest.raises(IntegrityError), database.writing() as connection:
        insert_tuples(connection, tables.agent_names, [("mbox mailto:li@example.com", "李秀英"), *name])
    with database.reading() as connection:
        assert connection.execute(select(tables.agent_names)).all() == name, "all or nothing"
    database.close()
