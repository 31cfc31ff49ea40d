"""What boards say: the inspection card of each state, the sign that was asked for."""

from __future__ import annotations

from assets.builders import PropRequest
from assets.props_cache import prop_model
from assets.textures.atlas import numbers_on
from assets.textures.signs import number_of
from scenarios.registry import registry


def test_the_inspection_card_says_what_its_state_is() -> None:
    for state in ("filled", "blank", "expired"):
        board = prop_model("notice_board", PropRequest(state))
        assert number_of(f"inspection_card_{state}") in numbers_on([board])


def test_boards_carry_the_sign_that_was_asked_for() -> None:
    for variant in registry().props["sign_board"].variants:
        for sign in ("当心触电", "安全通道", "限速与救援电话", "盲板牌"):
            board = prop_model("sign_board", PropRequest("ok", variant, sign))
            assert number_of(sign) in numbers_on([board])
