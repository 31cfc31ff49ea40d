"""Sealing: who holds the key reads, nobody else, and nothing can be changed or moved unnoticed."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.sealing import (
    AtRestCipher,
    KeyFileWrong,
    SealBroken,
    key_from,
    new_sealing_key,
    pseudonym,
    public_of,
    read_key,
    seal,
    unseal,
    write_key,
)

KEY = bytes(range(32))
PRIVATE, PUBLIC = new_sealing_key()
NUMBER = "11010519491231002X"


# The literal is what the first release gave: were it to change, every learner would become a stranger.
def test_a_pseudonym_is_stable_and_depends_on_key_and_number() -> None:
    assert pseudonym(KEY, NUMBER) == "qc-beyj7pfgs5lktzvyvchdvic3j2hunl6i"
    assert len({pseudonym(KEY, NUMBER), pseudonym(KEY[::-1], NUMBER), pseudonym(KEY, NUMBER[:-1] + "1")}) == 3


@given(st.binary(max_size=500), st.binary(max_size=50))
def test_a_letter_opens_for_its_key_and_context(plaintext: bytes, context: bytes) -> None:
    assert unseal(PRIVATE, seal(PUBLIC, plaintext, context), context) == plaintext


def test_two_letters_of_the_same_words_look_unrelated() -> None:
    first, second = seal(PUBLIC, b"same", b""), seal(PUBLIC, b"same", b"")
    assert first[1:33] != second[1:33]
    assert first[33:] != second[33:]


@given(st.data())
def test_a_letter_with_any_bit_changed_stays_closed(data: st.DataObject) -> None:
    sealed = bytearray(seal(PUBLIC, b"name and number", b"context"))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(SealBroken):
        unseal(PRIVATE, bytes(sealed), b"context")


def test_a_letter_stays_closed_for_another_key_another_context_or_cut_short() -> None:
    sealed = seal(PUBLIC, b"name", b"context")
    stranger, _ = new_sealing_key()
    for private, letter, context in [
        (stranger, sealed, b"context"),
        (PRIVATE, sealed, b"other"),
        (PRIVATE, sealed[:-1], b"context"),
        (PRIVATE, sealed[:20], b"context"),
        (PRIVATE, b"", b"context"),
        (PRIVATE, sealed[:1] + bytes(32) + sealed[33:], b"context"),
    ]:
        with pytest.raises(SealBroken):
            unseal(private, letter, context)


def test_the_public_half_follows_from_the_private() -> None:
    assert public_of(PRIVATE) == PUBLIC


@given(st.text(max_size=80), st.text(max_size=20))
def test_values_at_rest_come_back_in_their_own_place_only(value: str, where: str) -> None:
    cipher = AtRestCipher(KEY)
    stored = cipher.encrypt(value, where)
    assert cipher.decrypt(stored, where) == value
    for wrong_cipher, wrong_value, wrong_where in [
        (cipher, stored, where + "x"),
        (AtRestCipher(KEY[::-1]), stored, where),
        (cipher, stored[:-1] + bytes([stored[-1] ^ 1]), where),
        (cipher, stored[:5], where),
    ]:
        with pytest.raises(SealBroken):
            wrong_cipher.decrypt(wrong_value, wrong_where)


def test_a_key_file_is_for_its_owner_and_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "key"
    write_key(path, KEY)
    with pytest.raises(FileExistsError):
        write_key(path, KEY[::-1])
    assert read_key(path) == KEY
    assert [entry.name for entry in path.parent.iterdir()] == ["key"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_is_made_once_and_kept(tmp_path: Path) -> None:
    first = key_from(tmp_path / "key")
    assert len(first) == 32
    assert key_from(tmp_path / "key") == first != key_from(tmp_path / "other")


@pytest.mark.parametrize("content", ["", "not a key", "ab" * 31, "钥匙"])
def test_a_wrong_key_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key"
    path.write_text(content, "utf-8")
    with pytest.raises(KeyFileWrong, match="key"):
        read_key(path)
    with pytest.raises(KeyFileWrong, match="no key file"):
        read_key(tmp_path / "none")
