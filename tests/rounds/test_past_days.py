"""What a rule would have said: how often, for whom, and how long before the clinician's own change."""

import datetime as dt

import pytest

from teamback.rounds.past_days import PastDay, Spoke, alarm_rate, alarm_share, past_days
from teamback.rounds.squad_day import squad_day
from teamback.rounds.would_have_said import Lessened, changes_towards_less, would_have_said
from teamback.store import Store
from tests.rounds.mornings_of import answered
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, decided


def looked_back(store: Store, days: int = 7) -> tuple[PastDay, ...]:
    return past_days(store, "first", MONDAY, None, PHYSIO, days)


def changes(store: Store, days: int, *athletes: int) -> tuple[Lessened, ...]:
    first = MONDAY - (days - 1) * DAY
    return changes_towards_less(store, "first", MONDAY, None, PHYSIO, first, athletes)


def test_each_past_morning_is_the_board_of_that_morning(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep(answered(kari, "0 3 6 6 3 0 4"), PHYSIO)
    store.keep(answered(ola, "0 0 . 0 6 0 0"), PHYSIO)
    past = looked_back(store)
    assert [day.day for day in past] == [MONDAY - back * DAY for back in range(6, -1, -1)]
    for day in past:
        board = squad_day(store, "first", day.day, None, PHYSIO)
        assert (day.reported, day.alarm) == (board.reported, alarm_share(board.rows))
        said = {
            (row.athlete.athlete, r.rule) for row in board.rows for r in row.flag.reasons if r.rule != "G"
        }
        assert {(spoke.athlete, spoke.rule) for spoke in day.spoke} == said
    assert [day.alarm for day in past[:4]] == [0, 0.5, 1, 0.5]


def test_the_alarm_rate_is_the_median_over_the_days_on_which_anybody_reported(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep(answered(kari, "6 . 6 0"), PHYSIO)
    store.keep(answered(ola, "0 . 6 0"), PHYSIO)
    shares = [day.alarm for day in looked_back(store, 4)]
    assert shares == [0.5, None, 1, 0]
    assert alarm_rate(shares) == 0.5
    assert alarm_rate([None]) is None


def test_who_did_not_report_is_in_no_share_and_still_among_the_athlete_days(store: Store) -> None:
    kari, _ = a_squad(store, "Kari Silent")
    store.keep(answered(kari, "6"), PHYSIO)
    past = looked_back(store, 1)
    assert past[0].alarm == 1
    found = would_have_said(past, (), "P1")
    assert (found.spoke, found.athlete_days) == (1, 2)


def test_the_lead_runs_from_the_first_time_the_rule_spoke_since_the_decision_before(store: Store) -> None:
    kari, ola, per = a_squad(store, "Kari Ola Per")
    store.keep(answered(kari, "6 0 6 6 6 0 0"), PHYSIO)
    store.keep(answered(ola, "0 0 0 0 0 6 6"), PHYSIO)
    store.keep(answered(per, "0 0 0 0 0 0 0"), PHYSIO)
    store.keep([decided(kari, "full", MONDAY - 5 * DAY)], DOCTOR)
    store.keep([decided(kari, "out", MONDAY - 2 * DAY, review_on=MONDAY, reason="injury")], DOCTOR)
    store.keep([decided(per, "rehab", MONDAY, review_on=MONDAY, reason="illness")], DOCTOR)
    found = would_have_said(looked_back(store), changes(store, 7, kari, ola, per), "P1")
    assert [(told.known_as, told.days, told.leads) for told in found.by_athlete] == [
        ("Kari", 4, (2,)),
        ("Ola", 2, ()),
    ]
    assert (found.spoke, found.athlete_days, found.changes) == (6, 21, 2)
    assert (found.median_lead, found.leads) == (2, (2,))


@pytest.mark.parametrize(
    ("before", "after", "reason", "counts"),
    [
        ("full", "modified", "injury", True),
        ("modified", "rehab", None, True),
        ("rehab", "out", "load", True),
        ("out", "rehab", "injury", False),
        ("rehab", "full", None, False),
        ("modified", "modified", "injury", False),
        ("full", "out", "personal", False),
        ("full", "out", "international_duty", False),
        (None, "out", "injury", True),
    ],
)
def test_only_a_decision_for_less_training_counts(
    store: Store, before: str | None, after: str, reason: str | None, counts: bool
) -> None:
    (kari,) = a_squad(store, "Kari")
    for training, day, why in ((before, MONDAY - DAY, None), (after, MONDAY, reason)):
        if training:
            no = {"restrictions": ("contact",)} if training == "modified" else {}
            review = {} if training == "full" else {"review_on": MONDAY}
            store.keep([decided(kari, training, day, reason=why, **no, **review)], DOCTOR)
    found = changes(store, 1, kari)
    assert [change.training for change in found] == ([after] if counts else [])


def test_a_rule_that_never_spoke_has_no_lead() -> None:
    day = PastDay(dt.date(2026, 11, 23), (1, 2), 1, 0.0, (Spoke(1, "Kari", "W1", "info"),))
    found = would_have_said([day], (Lessened(1, day.day, "out", None),), "P1")
    assert (found.spoke, found.by_athlete, found.changes, found.median_lead) == (0, (), 1, None)
