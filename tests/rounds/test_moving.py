"""Athletes move, go on loan, leave and come back, and their history goes with them."""

import pytest

from teamback.record.events import CheckIn, Joined, Left
from teamback.rounds import moving
from teamback.rounds.moving import ALSO, BACK, LEAVE, MOVE, Moving
from teamback.store import Store
from teamback.store.queries.daily import daily_entries
from tests.rounds.squad_people import does, everybody, names, one
from tests.squads import A_YEAR_AGO, DAY, LEAD, MONDAY, PHYSIO, a_squad, mornings, of


def test_a_move_ends_one_stay_and_begins_the_next_on_the_same_day(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    a_squad(store, "Ola", squad="second")
    store.keep(mornings(kari, low_back_now="3"), PHYSIO)
    does(store, one(store, "Kari"), what=MOVE, to="second", day=MONDAY - DAY)
    assert names(store, "first", MONDAY - 2 * DAY) == ["Kari"]
    assert names(store, "first", MONDAY - DAY) == []
    assert names(store, "second", MONDAY - DAY) == ["Kari", "Ola"]
    moved = one(store, "Kari", "second")
    assert [(stay.squad, stay.until) for stay in moved.stays] == [("first", MONDAY - DAY), ("second", None)]
    history = daily_entries(
        store, CheckIn, of(PHYSIO, "second"), [kari], [moved.named.event.home], MONDAY, MONDAY
    )
    assert [entry.event.low_back_now for entry in history] == [3]


def test_a_loan_to_another_squad_says_so_and_comes_back_with_one_move(store: Store) -> None:
    a_squad(store, "Kari")
    a_squad(store, "Ola", squad="second")
    does(store, one(store, "Kari"), what=MOVE, to="second", loan=True, day=MONDAY - 9 * DAY)
    left = one(store, "Kari").move.event
    assert isinstance(left, Left)
    assert left.reason == "on loan to Second"
    lent = one(store, "Kari", "second")
    assert lent.loan
    back = Moving(what=MOVE, day=MONDAY, to="first")
    assert moving.refusals(back, lent, MONDAY) == []
    store.keep(moving.events(back, lent, everybody(store, "second").others), LEAD)
    assert names(store, "first") == ["Kari"]
    assert names(store, "second") == ["Ola"]


def test_an_athlete_may_be_on_two_squads(store: Store) -> None:
    a_squad(store, "Kari")
    a_squad(store, "Ola", squad="second")
    does(store, one(store, "Kari"), what=ALSO, to="second")
    kari = one(store, "Kari")
    assert kari.squads_now == {"first", "second"}
    assert moving.choices(kari, everybody(store).others) == [LEAVE]
    refused = moving.refusals(Moving(what=ALSO, day=MONDAY, to="second"), kari, MONDAY)
    assert [refusal.field for refusal in refused] == ["to"]


def test_leaving_wants_a_reason_and_coming_back_keeps_the_number(store: Store) -> None:
    (number,) = a_squad(store, "Kari")
    kari = one(store, "Kari")
    assert [r.field for r in moving.refusals(Moving(what=LEAVE, day=MONDAY), kari, MONDAY)] == ["reason"]
    does(store, kari, what=LEAVE, reason="Transfer", day=MONDAY - 5 * DAY)
    gone = one(store, "Kari")
    assert not gone.is_here
    assert moving.choices(gone, []) == [BACK]
    too_early = moving.refusals(Moving(what=BACK, day=MONDAY - 6 * DAY), gone, MONDAY)
    assert [refusal.field for refusal in too_early] == ["day"]
    does(store, gone, what=BACK, loan=True)
    assert one(store, "Kari").athlete == number
    assert isinstance(one(store, "Kari").move.event, Joined)


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        (Moving(what=None, day=MONDAY), ["what"]),
        (Moving(what=MOVE, day=None), ["to", "day"]),
        (Moving(what=MOVE, day=MONDAY + DAY, to="second"), ["day"]),
        (Moving(what=MOVE, day=A_YEAR_AGO - DAY, to="second"), ["day"]),
        (Moving(what=MOVE, day=MONDAY, to="first"), ["to"]),
    ],
)
def test_a_move_that_cannot_be_is_refused_beside_its_field(
    store: Store, typed: Moving, fields: list[str]
) -> None:
    a_squad(store, "Kari")
    a_squad(store, "Ola", squad="second")
    assert [refusal.field for refusal in moving.refusals(typed, one(store, "Kari"), MONDAY)] == fields
