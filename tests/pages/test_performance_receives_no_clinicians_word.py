"""Whatever the record holds, no page of the performance staff carries what clinicians alone may read."""

from collections.abc import Callable

import pytest
from canaries import Canaries, heard, sow
from squads import LEAD, MONDAY
from streamlit.testing.v1 import AppTest

from teamback.record.event import audience_of
from teamback.record.events import KINDS, CaseClosed, SetAside
from teamback.record.scope import PERFORMANCE, PROGRAM
from teamback.rounds.correcting import set_aside
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from tests.pages.test_coach_receives_nothing_clinical import drawn

OpenPage = Callable[..., AppTest]
KARI = "1"
PAGES = [
    *("squad/return_to_sport", "squad/readiness", "squad/load", "squad/low_back"),
    *("athlete/story", "athlete/assess", "athlete/plan"),
]


def sow_open(store: Store) -> Canaries:
    """As `sow`, with the case open: its closing is taken back, so that the case stands on the board."""
    planted = sow(store)
    (closing,) = clinical_entries(store, CaseClosed, PROGRAM, [int(KARI)], MONDAY, None, ["first"])
    store.keep([set_aside(closing, planted.text(SetAside, "reason"))], LEAD)
    return planted


def withheld(canaries: Canaries, audience: str = PERFORMANCE) -> set[str]:
    """The sown fields that an audience may not read; a number that another field shows is none."""
    readable = {
        where
        for where in canaries.sown
        for kind, name in [where.split(".")]
        if audience in audience_of(KINDS[kind], name)
    }
    shown = {sign for where in readable for sign in canaries.sown[where]}
    return {where for where, signs in canaries.sown.items() if where not in readable and not shown & {*signs}}


@pytest.mark.parametrize("page", PAGES)
def test_no_canary_of_a_clinicians_field_is_on_the_page(store: Store, open_page: OpenPage, page: str) -> None:
    canaries = sow_open(store)
    sent = drawn(open_page(page, who="s_and_c", athlete=KARI))
    assert b"Kari" in sent
    assert heard(canaries, sent) & withheld(canaries) == set()


def test_the_board_carries_what_performance_may_read(store: Store, open_page: OpenPage) -> None:
    canaries = sow_open(store)
    found = heard(canaries, drawn(open_page("squad/return_to_sport", who="s_and_c")))
    assert "stage_change.stage_name" in found
    assert {"case_opened.diagnosis", "stage_change.reason", "note.subjective"} <= withheld(canaries)


def test_the_same_net_catches_a_clinicians_field_on_a_clinicians_page(
    store: Store, open_page: OpenPage
) -> None:
    canaries = sow_open(store)
    sent = drawn(open_page("athlete/story", who="doctor", athlete=KARI))
    assert heard(canaries, sent) & withheld(canaries)
