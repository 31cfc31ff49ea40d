"""A log reads back as it was written, is refused when anything in it changed, and survives a crash."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logs import EVENTS, header, write_log

from common.clock import ManualClock
from sim.log import LogDamaged, LogExists, LogTooLarge, LogUnreadable, LogWriter, read_log, recover
from sim.log import lines as log_lines
from sim.log.events import End, Flag, Go, Look, Stop


def test_what_was_written_is_read(tmp_path: Path) -> None:
    log = read_log(write_log(tmp_path / "a.jsonl"))
    assert (log.header, log.events, log.torn) == (header(), EVENTS, False)
    assert isinstance(log.end, End) and log.end.t == 12.0 and log.last_time == 12.0


def test_the_form_is_canonical(tmp_path: Path) -> None:
    one = write_log(tmp_path / "a.jsonl").read_bytes()
    assert one == write_log(tmp_path / "b.jsonl").read_bytes()
    assert "站一".encode() in one and b"\r" not in one and one.count(b"\n") == len(EVENTS) + 2
    assert one.splitlines()[1] == b'{"type":"look","t":0.5,"h":12.25,"p":-3.0}'


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is forced onto the disk is tested by itself; the other tests write many small logs."""
    monkeypatch.setattr("sim.log.writer.os.fsync", lambda handle: None)


def test_every_single_changed_byte_is_noticed(tmp_path: Path) -> None:
    content = write_log(tmp_path / "a.jsonl").read_bytes()
    changed = tmp_path / "b.jsonl"
    for place in range(len(content)):
        byte = (content[place] ^ 1, content[place] ^ 0x20, 0x0A, 0x30)[place % 4]
        if byte == content[place]:
            byte ^= 1
        changed.write_bytes(content[:place] + bytes([byte]) + content[place + 1 :])
        with pytest.raises(LogDamaged):
            read_log(changed)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, len(EVENTS) + 1), min_size=1, max_size=len(EVENTS) + 4))
def test_no_line_of_a_finished_log_can_be_taken_away_doubled_or_moved(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    whole = list(range(len(EVENTS) + 2))
    if order == whole or whole[-1] not in order:
        return
    folder = tmp_path_factory.mktemp("log")
    lines = write_log(folder / "a.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "b.jsonl").write_bytes(b"".join(lines[number] for number in order))
    with pytest.raises(LogDamaged):
        read_log(folder / "b.jsonl")


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b"", "header", 1),
        (b"\n", "line", 1),
        (b"not a log\n", "line", 1),
        (b'{"type":"go","t":1.0}\n', "header", 1),
        (b'{"type":"header"', "line", 1),
        (b"\xff\xfe\x00\n", "line", 1),
        (b"[" * 4000 + b"\n", "line", 1),
        (b'{"type":"go","t":' + b"1" * 5000 + b"}\n", "too_long", 1),
    ],
)
def test_what_is_no_log_is_refused(tmp_path: Path, content: bytes, reason: str, line: int) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with pytest.raises(LogDamaged) as caught:
        read_log(path)
    assert (caught.value.reason, caught.value.line) == (reason, line)
    assert str(path) in caught.value.message("zh") and str(path) in caught.value.message("en")


@pytest.mark.parametrize(
    ("added", "reason"),
    [
        (b'{"type":"go","t":1.0}\n', "order"),
        (b'{"type":"go","t":NaN}\n', "line"),
        (b'{"type":"go","t":20.0,"more":1}\n', "line"),
        (b'{"type":"jump","t":20.0}\n', "line"),
        (b'{"type":"end","t":20.0,"digest":"sha256:0"}\n', "digest"),
    ],
)
def test_a_wrong_line_is_refused_and_named(tmp_path: Path, added: bytes, reason: str) -> None:
    path = write_log(tmp_path / "a.jsonl", end=None)
    path.write_bytes(path.read_bytes() + added + b'{"type":"go","t":30.0}\n')
    with pytest.raises(LogDamaged) as caught:
        read_log(path)
    assert (caught.value.reason, caught.value.line) == (reason, len(EVENTS) + 2)


def test_a_log_that_is_not_there_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(LogUnreadable) as caught:
            read_log(path)
        assert str(path) in caught.value.message("zh")


def test_limits_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_log(tmp_path / "a.jsonl")
    for limit, reason in (("MAX_BYTES", "too_large"), ("MAX_LINES", "too_many")):
        with monkeypatch.context() as patch:
            patch.setattr(f"sim.log.reader.{limit}", 3)
            with pytest.raises(LogDamaged) as caught:
                read_log(path)
        assert caught.value.reason == reason
    assert log_lines.MAX_BYTES == 50 * 1024 * 1024 and log_lines.MAX_LINES == 200_000


def test_a_log_that_is_full_takes_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.log.writer.MAX_LINES", 3)
    with LogWriter(tmp_path / "a.jsonl", header(), ManualClock()) as writer:
        writer.append(EVENTS[0])
        writer.append(EVENTS[1])
        with pytest.raises(LogTooLarge):
            writer.append(EVENTS[2])
    assert read_log(tmp_path / "a.jsonl").events == EVENTS[:2]


def test_a_log_is_never_written_over(tmp_path: Path) -> None:
    path = write_log(tmp_path / "a.jsonl")
    before = path.read_bytes()
    with pytest.raises(LogExists):
        LogWriter(path, header())
    assert path.read_bytes() == before


def test_a_log_cut_anywhere_is_recovered_and_gone_on_with(tmp_path: Path) -> None:
    content = write_log(tmp_path / "whole.jsonl").read_bytes()
    header_end = content.index(b"\n") + 1
    for cut in range(header_end, len(content)):
        path = tmp_path / f"{cut}.jsonl"
        path.write_bytes(content[:cut])
        whole_lines = content[:cut].rfind(b"\n") + 1
        log = recover(path)
        assert log.end is None and log.torn == (cut != whole_lines)
        assert path.read_bytes() == content[:whole_lines]
        assert log.events == EVENTS[: content[:whole_lines].count(b"\n") - 1]
        with LogWriter.reopen(path, ManualClock()) as writer:
            writer.append(Stop(t=20.0, by="crew"))
            writer.finish(20.0)
        assert read_log(path).events == (*log.events, Stop(t=20.0, by="crew"))


def test_a_whole_log_needs_no_recovery(tmp_path: Path) -> None:
    path = write_log(tmp_path / "a.jsonl")
    before = path.read_bytes()
    assert not recover(path).torn
    assert path.read_bytes() == before


def test_a_killed_process_loses_nothing_that_was_appended(tmp_path: Path) -> None:
    writer = LogWriter(tmp_path / "a.jsonl", header(), ManualClock())
    for event in EVENTS:
        writer.append(event)
        assert read_log(tmp_path / "a.jsonl").events[-1] == event, "readable while the writer still holds the file"
    writer.close()


def test_the_disk_is_forced_at_most_every_fifth_of_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr("sim.log.writer.os.fsync", lambda handle: synced.append(handle))
    clock = ManualClock()
    writer = LogWriter(tmp_path / "a.jsonl", header(), clock)
    at_first = len(synced)
    for eighth in range(10):
        writer.append(Go(t=eighth / 8))
        clock.wind(0.125)
    assert len(synced) - at_first == 4
    clock.wind(0.2)
    writer.sync_if_due()
    writer.sync_if_due()
    assert len(synced) - at_first == 5, "what is waiting is forced once, nothing waiting not at all"
    writer.append(Flag(t=2.0, target="", problem=""))
    writer.close()
    assert len(synced) - at_first == 6
    writer.close()


def test_a_slow_disk_is_waited_for_aside_and_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, spins, asked, done = ManualClock(), threading.Event(), threading.Event(), []
    writer = LogWriter(tmp_path / "a.jsonl", header(), clock, aside=True)

    def slow(handle: int) -> None:
        asked.set()
        assert spins.wait(10)
        done.append(handle)

    monkeypatch.setattr("sim.log.writer.os.fsync", slow)
    for t in range(3):
        clock.wind(1.0)
        writer.append(Go(t=t))
    assert asked.wait(10) and done == [], "nobody has waited for the disk"
    spins.set()
    writer.close()
    assert len(done) == 2, "what was under way is finished, and what came after it is forced once"
    assert len(read_log(tmp_path / "a.jsonl").events) == 3


def test_what_a_disk_refuses_aside_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError("the disk is full")

    clock = ManualClock()
    writer = LogWriter(tmp_path / "a.jsonl", header(), clock, aside=True)
    monkeypatch.setattr("sim.log.writer.os.fsync", full)
    clock.wind(1.0)
    writer.append(Go(t=0.0))
    with pytest.raises(OSError, match="full"):
        writer.close()


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be opened on Windows")
def test_the_first_line_is_there_from_the_first_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sim.log.writer.os.fsync", power_cut)
    with pytest.raises(KeyboardInterrupt):
        LogWriter(tmp_path / "a.jsonl", header())
    assert not (tmp_path / "a.jsonl").exists()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 5), st.floats(-1e6, 1e6), st.text(max_size=40)), max_size=20))
def test_any_events_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[float, float, str]]
) -> None:
    t, events = 0.0, []
    for gap, angle, word in drawn:
        t = round(t + gap, 3)
        events += [Look(t=t, h=angle, p=0.0), Flag(t=t, target=word, problem=word)]
    path = tmp_path_factory.mktemp("log") / "a.jsonl"
    assert read_log(write_log(path, tuple(events), end=t)).events == tuple(events)
