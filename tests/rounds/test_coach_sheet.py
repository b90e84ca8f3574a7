"""What the coach's sheet holds, and what is news since yesterday's."""

import datetime as dt

import pytest

from teamback.record.events import AthleteNamed, CalendarEntry, Joined, Left
from teamback.record.refusal import Refusal
from teamback.rounds.coach_sheet import CoachSheet, coach_sheet
from teamback.store import Store
from tests.squads import COACH, DAY, LEAD, MONDAY, PHYSIO, Clock, a_squad, decided, of, oneself

TUESDAY = MONDAY + DAY
LIMITED = {"restrictions": ("contact",), "review_on": MONDAY + 3 * DAY, "reason": "injury"}


@pytest.fixture
def clock() -> Clock:
    return Clock(dt.datetime(2026, 11, 20, 8, 30, tzinfo=dt.UTC))


def at(clock: Clock, day: dt.date, time: str) -> None:
    clock.at = dt.datetime.combine(day, dt.time.fromisoformat(time), dt.UTC)


def sheet(store: Store, day: dt.date = MONDAY, known_at: int | None = None) -> CoachSheet:
    return coach_sheet(store, "first", day, known_at, COACH)


def news(found: CoachSheet) -> list[tuple[str | None, str | None]]:
    """Training then and now of everybody who changed."""
    return [
        (change.then.training if change.then else None, change.now.training if change.now else None)
        for change in found.changes
    ]


def test_everybody_on_the_roster_is_counted_and_nobody_undecided_is_full(store: Store, clock: Clock) -> None:
    at(clock, MONDAY, "08:40")
    kari, ola, _ = a_squad(store, "Kari Ola Per")
    store.keep([decided(kari, "full"), decided(ola, "modified", **LIMITED)], PHYSIO)
    found = sheet(store)
    assert found.counts == {"full": 1, "modified": 1, "rehab": 0, "out": 0, "not_decided": 1}
    assert [line.known_as for line in found.of("not_decided")] == ["Per"]


def test_words_on_full_are_told_for_a_week_and_limits_as_long_as_they_hold(
    store: Store, clock: Clock
) -> None:
    at(clock, MONDAY, "08:40")
    kari, ola = a_squad(store, "Kari Ola")
    back = decided(kari, "full", MONDAY - 6 * DAY, text_to_coach="Back in full training")
    limited = decided(ola, "modified", MONDAY - 20 * DAY, text_to_coach="No duels", **LIMITED)
    store.keep([back, limited], PHYSIO)
    told = [(line.known_as, line.text_to_coach) for line in sheet(store).lines]
    assert told == [("Kari", "Back in full training"), ("Ola", "No duels")]
    at(clock, TUESDAY, "08:40")
    told = [(line.known_as, line.text_to_coach) for line in sheet(store, TUESDAY).lines]
    assert told == [("Kari", None), ("Ola", "No duels")]


def test_a_decision_of_this_morning_is_news_beside_yesterdays(store: Store, clock: Clock) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    friday = MONDAY - 3 * DAY
    store.keep([decided(kari, "full", friday), decided(ola, "full", friday)], PHYSIO)
    at(clock, MONDAY, "08:40")
    store.keep([decided(kari, "modified", **LIMITED)], PHYSIO)
    assert news(sheet(store)) == [("full", "modified")]
    at(clock, TUESDAY, "08:40")
    assert news(sheet(store, TUESDAY)) == []


def test_what_was_decided_after_yesterdays_sheet_was_out_is_news_today(store: Store, clock: Clock) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep([decided(kari, "full", MONDAY - 3 * DAY), decided(ola, "full", MONDAY - 3 * DAY)], PHYSIO)
    at(clock, MONDAY, "09:30")
    store.keep([decided(kari, "modified", **LIMITED)], PHYSIO)
    at(clock, MONDAY, "17:30")
    store.keep([decided(ola, "out", review_on=TUESDAY, reason="injury")], PHYSIO)
    assert news(sheet(store, TUESDAY)) == [("full", "out")]


def test_a_decision_that_repeats_the_last_one_is_no_news(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([decided(kari, "modified", MONDAY - 3 * DAY, **LIMITED)], PHYSIO)
    at(clock, MONDAY, "08:40")
    later = LIMITED | {"review_on": MONDAY + 7 * DAY}
    store.keep([decided(kari, "modified", **later)], PHYSIO)
    assert news(sheet(store)) == []


def test_other_limits_under_the_same_word_are_news(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([decided(kari, "modified", MONDAY - 3 * DAY, **LIMITED)], PHYSIO)
    at(clock, MONDAY, "08:40")
    store.keep([decided(kari, "modified", **LIMITED | {"restrictions": ("contact", "rotation")})], PHYSIO)
    assert news(sheet(store)) == [("modified", "modified")]


def test_who_joined_and_who_left_since_yesterday_is_told(store: Store, clock: Clock) -> None:
    kari, _ = a_squad(store, "Kari Ola")
    at(clock, MONDAY, "08:00")
    newcomer = AthleteNamed(day=MONDAY, athlete=99, home="first", known_as="Ida")
    left = Left(day=MONDAY, athlete=kari, squad="first", reason="transfer")
    store.keep([newcomer, Joined(day=MONDAY, athlete=99, squad="first"), left], LEAD)
    assert news(sheet(store)) == [(None, "not_decided"), ("not_decided", None)]


def test_two_athletes_of_one_name_are_two_lines_with_their_own_news(store: Store, clock: Clock) -> None:
    one, other = a_squad(store, "Kari Kari")
    store.keep([decided(one, "full", MONDAY - 3 * DAY), decided(other, "full", MONDAY - 3 * DAY)], PHYSIO)
    at(clock, MONDAY, "08:40")
    store.keep([decided(other, "out", review_on=TUESDAY, reason="injury")], PHYSIO)
    found = sheet(store)
    assert [line.training for line in found.lines] == ["full", "out"]
    assert news(found) == [("full", "out")]


def test_a_past_day_as_it_stood_then_leaves_out_what_came_later(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    known_then = store.head()
    at(clock, TUESDAY, "08:40")
    store.keep([decided(kari, "full")], PHYSIO)
    assert sheet(store).counts["full"] == 1
    assert sheet(store, known_at=known_then).counts["not_decided"] == 1


def test_the_plan_of_the_day_is_the_squads_and_no_athletes(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    plan = {"day": MONDAY, "squad": "first"}
    training = CalendarEntry(what="training", start="10:30", place="Pitch 1", planned_load=400.0, **plan)
    scan = CalendarEntry(what="appointment", start="15:00", athlete=kari, title="MRI", **plan)
    match = CalendarEntry(day=MONDAY + 2 * DAY, squad="first", what="match")
    store.keep([training, scan, match], LEAD)
    for scope in (COACH, LEAD):
        found = coach_sheet(store, "first", MONDAY, None, scope)
        assert [(plan.what, plan.start, plan.place) for plan in found.planned] == [
            ("training", "10:30", "Pitch 1")
        ]
        assert found.match_day == "MD-2"


def test_the_newest_decision_is_told_in_the_squads_own_time(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    assert sheet(store).decided_at is None
    at(clock, MONDAY, "08:40")
    store.keep([decided(kari, "full")], PHYSIO)
    assert sheet(store).decided_at == dt.datetime(2026, 11, 23, 8, 40)


def test_the_sheet_is_for_staff_of_the_squad(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    with pytest.raises(Refusal, match="for staff"):
        coach_sheet(store, "first", MONDAY, None, oneself(kari))
    with pytest.raises(Refusal, match="no squad first"):
        coach_sheet(store, "first", MONDAY, None, of(COACH, "second"))
