"""The database: transactions whole or not at all, no older program on a newer file."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, func, insert, select

from common.database import Database, DatabaseTooNew

TABLES = MetaData()
NUMBERS = Table("numbers", TABLES, Column("number", Integer, primary_key=True))


def count(database: Database) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(NUMBERS))


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "new" / "a.sqlite", TABLES, 1)
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        connection.execute(insert(NUMBERS).values(number=1))
        raise ZeroDivisionError
    assert count(database) == 0
    with database.writing() as connection:
        connection.execute(insert(NUMBERS).values(number=1))
    assert count(database) == 1


def test_the_file_is_in_the_durable_mode(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite", TABLES, 1)
    with database.reading() as connection:
        modes = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]
    database.close()


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Database(path, TABLES, 2).close()
    with pytest.raises(DatabaseTooNew, match="layout 2, this program knows 1"):
        Database(path, TABLES, 1)
    Database(path, TABLES, 2).close()


def test_writers_from_many_threads_and_two_processes_worth_of_engines_take_turns(tmp_path: Path) -> None:
    databases = [Database(tmp_path / "a.sqlite", TABLES, 1) for _ in range(2)]

    def write(database: Database) -> None:
        for _ in range(10):
            with database.writing() as connection:
                last = connection.scalar(select(func.max(NUMBERS.c.number))) or 0
                connection.execute(insert(NUMBERS).values(number=last + 1))

    threads = [threading.Thread(target=write, args=(databases[number % 2],)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(databases[0]) == 40


def test_a_reader_sees_one_moment_while_a_writer_goes_on(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite", TABLES, 1)
    with database.reading() as reading:
        before = reading.scalar(select(func.count()).select_from(NUMBERS))
        with database.writing() as writing:
            writing.execute(insert(NUMBERS).values(number=1))
        assert reading.scalar(select(func.count()).select_from(NUMBERS)) == before == 0
    assert count(database) == 1
