"""PIN and link on the people page: made, told once, and ended."""

from collections.abc import Callable

import pytest
from answering import labels, press
from argon2 import PasswordHasher
from squads import PHYSIO, a_squad
from streamlit.testing.v1 import AppTest

from teamback.access import passwords
from teamback.access.self_check_in import ways
from teamback.store import Store

OpenPage = Callable[..., AppTest]


@pytest.fixture
def panel(store: Store, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Kari's panel, with the side for the check-in."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    a_squad(store, "Kari Ola")
    page = open_page("desk/people")
    page.session_state["people-open"] = (1, 0)
    page.run()
    (side,) = [group for group in page.button_group if "Check-in" in group.options]
    return side.set_value("Check-in").run()


def test_a_pin_and_a_link_are_told_once_and_ended(panel: AppTest, store: Store) -> None:
    press(panel, "Make a PIN")
    assert len(panel.code[0].value) == 6
    press(panel, "Make a link")
    assert [code.value.partition("?")[0][-6:] for code in panel.code] == ["/phone"]
    there = ways(store, 1, PHYSIO)
    assert there.pin
    assert there.link_until
    press(press(panel, "Remove the PIN"), "Revoke the link")
    assert not panel.code
    there = ways(store, 1, PHYSIO)
    assert (there.pin, there.link_until) == (False, None)
    assert {"Make a PIN", "Make a link"} <= set(labels(panel))
