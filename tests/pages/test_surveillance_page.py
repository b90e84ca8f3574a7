"""The surveillance page, as clinicians meet it."""

from collections.abc import Callable

import pytest
from squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, decided, sessions
from streamlit.testing.v1 import AppTest

from teamback.store import Store
from tests.cases import a_case
from tests.pages.answering import html

OpenPage = Callable[..., AppTest]


def test_counts_stand_before_rates_of_few_cases(store: Store, open_page: OpenPage) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, minutes="90 90 90", rpe="5 5 5", type="training"), PHYSIO)
    a_case(store, kari, day=MONDAY - 6 * DAY)
    store.keep([decided(kari, "out", MONDAY - 6 * DAY, reason="injury")], DOCTOR)
    drawn = html(open_page("desk/surveillance"))
    assert "few cases" in drawn
    assert "1 still going on" in drawn
    assert "Exposure <b>4 h</b>" in drawn
    assert "Time-loss days <b>6</b>, low back 6" in drawn


def test_the_period_and_the_classes_of_severity_are_chosen(store: Store, open_page: OpenPage) -> None:
    (kari,) = a_squad(store, "Kari")
    a_case(store, kari, day=MONDAY - 60 * DAY)
    page = open_page("desk/surveillance")
    assert '<b>1</b></td><td data-head="Per 1000 h">no exposure known' in html(page)
    page.segmented_control(key="tb-period").set_value("28 days").run()
    assert '<b>0</b></td><td data-head="Per 1000 h">' in html(page)
    page.segmented_control(key="tb-period").set_value("Own first day").run()
    page.date_input(key=f"tb-period-first-{MONDAY}").set_value(MONDAY - 61 * DAY).run()
    assert '<b>1</b></td><td data-head="Per 1000 h">' in html(page)
    page.segmented_control(key="tb-scheme").set_value("UEFA").run()
    assert "<span>severe</span>" in html(page)


@pytest.mark.parametrize("who", ["s_and_c", "coach", "athlete"])
def test_nobody_else_has_such_a_page(store: Store, open_page: OpenPage, who: str) -> None:
    a_squad(store, "Kari")
    with pytest.raises(ValueError, match="surveillance"):
        open_page("desk/surveillance", who=who)
