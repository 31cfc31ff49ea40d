"""Reading YAML: places of values, words that stay words, and hostile files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common import located_yaml
from scenarios.errors import ScenarioInvalid
from scenarios.faults import Fault
from scenarios.source import read_source


def fault_in(content: str | bytes) -> Fault:
    raw = content.encode("utf-8") if isinstance(content, str) else content
    with pytest.raises(ScenarioInvalid) as caught:
        read_source(raw, "f.yaml")
    (fault,) = caught.value.faults
    assert fault.message("zh") != fault.message("en")
    return fault


def test_values_and_keys_know_their_place() -> None:
    read = read_source("a:\n  - {b: 1, 键: 二}\n  - c\n".encode(), "f.yaml")
    assert read.data == {"a": [{"b": 1, "键": "二"}, "c"]}
    assert read.locate(("a", 0, "b")) == (2, 9)
    assert read.locate(("a", 0, "键")) == (2, 15)
    assert read.locate_key(("a", 0, "键")) == (2, 12)
    assert read.locate(("a", 1)) == (3, 5)
    assert read.locate(("a", 0, "missing", "deeper")) == (2, 5)


@pytest.mark.parametrize(
    "word", ["on", "off", "yes", "no", "On", "OFF", "y", "n", "2026-11-22", "12:30", "1_000", "0o"]
)
def test_words_that_yaml_1_1_would_change_stay_words(word: str) -> None:
    assert read_source(f"key: {word}\n".encode(), "f.yaml").data == {"key": word}


def test_scalars_of_the_core_schema() -> None:
    data = read_source(b"[1, -2, 0.5, 1e3, true, False, null, ~, '1', \"true\", 007]", "f.yaml").data
    assert data == [1, -2, 0.5, 1000.0, True, False, None, None, "1", "true", 7]


def test_byte_order_mark_is_skipped() -> None:
    assert read_source(b"\xef\xbb\xbfa: 1\n", "f.yaml").locate(("a",)) == (1, 4)


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("", "empty_file", 1, 1),
        ("# only a comment\n", "empty_file", 1, 1),
        ("a: 1\n---\nb: 2\n", "two_documents", 2, 1),
        ("a: &x 1\nb: *x\n", "alias", 1, 4),
        ("a: !!python/object:os.system 1\n", "tag", 1, 4),
        ("a: !local 1\n", "tag", 1, 4),
        ("a:\n  b: 1\n  b: 2\n", "duplicate_key", 3, 3),
        ("? [a, b]\n: 1\n", "key_not_a_word", 1, 3),
        ("a: .inf\n", "number", 1, 4),
        ("a: -.INF\n", "number", 1, 4),
        ("a: .nan\n", "number", 1, 4),
        ("a: 1e400\n", "number", 1, 4),
        ("a: " + "9" * 400 + "\n", "number", 1, 4),
        ("a: -2000000000\n", "number", 1, 4),
        ("a:\n\t- b\n", "tab", 2, 1),
        ("a: b: c\n", "not_yaml", 1, 5),
        ('a: "open\n', "not_yaml", 2, 1),
        ("a: x\x07y\n", "character", 1, 5),
        ("题: 好\nb: \x00\n", "character", 2, 4),
        ("a: " + "x" * 5000 + "\n", "too_long", 1, 4),
    ],
)
def test_what_is_refused_and_where(content: str, code: str, line: int, column: int) -> None:
    fault = fault_in(content)
    assert (fault.code, fault.line, fault.column) == (code, line, column)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "utf-32"])
def test_other_encodings_are_named_as_such(encoding: str) -> None:
    assert fault_in("题目: 临时用电\n".encode(encoding)).code in ("encoding", "character")


def test_encoding_fault_counts_characters_not_bytes() -> None:
    fault = fault_in("a: 1\n题目: ".encode() + b"\xff\xfe")
    assert (fault.code, fault.line, fault.column) == ("encoding", 2, 5)


def test_limits_on_size_depth_and_count() -> None:
    assert fault_in("#" * (located_yaml.MAX_BYTES + 1)).code == "too_large"
    assert fault_in("[" * 100_000).code == "too_deep"
    assert fault_in("- " * (located_yaml.MAX_DEPTH + 1) + "x").code == "too_deep"
    assert fault_in("[" + "1," * (located_yaml.MAX_NODES + 1) + "]").code == "too_many_nodes"
    bomb = "a: &a [x]\n" + "".join(f"{c}: &{c} [{', '.join(['*' + p] * 9)}]\n" for p, c in ["ab", "bc", "cd", "de"])
    assert fault_in(bomb).code == "alias"


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused_with_a_place(raw: bytes) -> None:
    try:
        read_source(raw, "f.yaml")
    except ScenarioInvalid as wrong:
        (fault,) = wrong.faults
        assert fault.line >= 1 and fault.column >= 1
        assert fault.message("zh") and fault.message("en")
