"""The demo's "view as": nobody becomes somebody else unless it was chosen."""

from collections.abc import Callable

from squads import a_squad
from streamlit.testing.v1 import AppTest

from teamback.store import Store

OpenPage = Callable[..., AppTest]


def test_it_is_who_the_address_says(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    assert open_page("squad/readiness", who="doctor").selectbox(key="as").value == "doctor"


def test_a_choice_that_got_lost_is_taken_from_the_address() -> None:
    def a_run_after_it_was_lost() -> None:
        from teamback.ui import view_as
        from teamback.ui.frame import tell

        tell("as", "doctor")
        view_as.choose(())

    page = AppTest.from_function(a_run_after_it_was_lost)
    page.query_params["as"] = "doctor"
    assert page.run().selectbox(key="as").value == "doctor"
