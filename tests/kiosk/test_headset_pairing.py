"""A headset is let in by a code that works once, for five minutes, and cannot be guessed."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from uuid import uuid4

import pytest

from common.clock import ManualClock
from kiosk.headsets.handshake import new_nonce, proof, same
from kiosk.headsets.messages import Membership
from kiosk.headsets.paired import PairedHeadsets
from kiosk.headsets.pairing import MOST_TRIES, VALID_S, Pairing, PairingRefused
from kiosk.remote.membership import Belongs, MembershipDamaged, read_membership
from kiosk.store import Store


def another(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_a_code_lets_one_in_and_then_nobody(clock: ManualClock) -> None:
    pairing = Pairing(clock)
    code = pairing.offer()
    assert len(code) == 6 and code.isdigit()
    pairing.redeem(code)
    assert pairing.shown is None
    with pytest.raises(PairingRefused):
        pairing.redeem(code)


def test_a_code_dies_of_age(clock: ManualClock) -> None:
    pairing = Pairing(clock)
    code = pairing.offer()
    clock.wind(VALID_S - 1)
    assert pairing.shown == (code, 1)
    clock.wind(1)
    assert pairing.shown is None
    with pytest.raises(PairingRefused):
        pairing.redeem(code)


def test_a_code_dies_of_guesses(clock: ManualClock) -> None:
    pairing = Pairing(clock)
    code = pairing.offer()
    for _ in range(MOST_TRIES):
        with pytest.raises(PairingRefused):
            pairing.redeem(another(code))
    with pytest.raises(PairingRefused):
        pairing.redeem(code)


def test_a_new_code_and_a_withdrawn_one(clock: ManualClock) -> None:
    pairing = Pairing(clock)
    first = pairing.offer()
    second = pairing.offer()
    if first != second:
        with pytest.raises(PairingRefused):
            pairing.redeem(first)
    pairing.withdraw()
    with pytest.raises(PairingRefused):
        pairing.redeem(second)


def test_headsets_are_remembered_and_their_names_not_given_again(store: Store, clock: ManualClock) -> None:
    paired = PairedHeadsets(store, b"k" * 32, clock)
    first, second = paired.add(), paired.add()
    assert (first.name, second.name) == ("VR-1", "VR-2")
    assert PairedHeadsets(store, b"k" * 32, clock).all() == [first, second]
    assert second.secret.encode() not in store.path.read_bytes() + Path(f"{store.path}-wal").read_bytes()
    paired.forget(second)
    assert paired.all() == [first]
    assert paired.add().name == "VR-3"


def test_a_proof_belongs_to_its_use_its_line_and_its_secret() -> None:
    secret, van, headset = "a" * 64, new_nonce(), new_nonce()
    said = proof(secret, "headset", van, headset)
    assert same(said, proof(secret, "headset", van, headset))
    for other in (
        proof(secret, "van", van, headset),
        proof(secret, "headset", van, new_nonce()),
        proof(secret, "headset", new_nonce(), headset),
        proof("b" * 64, "headset", van, headset),
    ):
        assert not same(said, other)


def test_a_membership_that_is_missing_or_damaged(tmp_path: Path) -> None:
    assert read_membership(tmp_path) is None
    (tmp_path / "membership.json").write_text('{"membership": {}}', "utf-8")
    with pytest.raises(MembershipDamaged) as damaged:
        read_membership(tmp_path)
    assert "--code" in damaged.value.message("zh") and "secret" not in str(damaged.value)


def private(path: Path) -> bool:
    """Whether its owner alone may read it; Windows keeps that otherwise."""
    return os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_secret_is_not_shown_in_errors() -> None:
    membership = Membership(van="van-1", headset=uuid4(), name="VR-1", secret="c" * 64)
    belongs = Belongs(membership=membership, address="http://van")
    assert Belongs.model_validate_json(belongs.model_dump_json()) == belongs
