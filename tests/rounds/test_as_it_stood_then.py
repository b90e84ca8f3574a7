"""A past morning: with all that is known now, or as it stood then, with the limits of that time."""

import datetime as dt

from teamback.clinic.limits import LIMITS_FILE
from teamback.record.events import Joined, Left, LimitsInForce, SquadNamed
from teamback.record.scope import PROGRAM
from teamback.rounds.limits_now import bring_into_force, limits_at
from teamback.rounds.squads import as_it_stood_on, now_in, squad_named
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.history import limits_in_force
from tests.rounds.mornings_of import answered, board_of, row_of, said
from tests.squads import DAY, DOCTOR, LEAD, MONDAY, PHYSIO, Clock, a_squad, decided

TEXT = LIMITS_FILE.read_text(encoding="utf-8")


def in_force(store: Store, text: str, version: str) -> int:
    """Brings limits into force; the number of the newest entry then."""
    changed = text.replace('version = "2026-11"', f'version = "{version}"')
    return store.keep([LimitsInForce(day=MONDAY, version=version, text=changed)], PROGRAM)[-1]


def amber_from(score: int) -> str:
    return TEXT.replace("[low_back_amber]\nvalue = 3", f"[low_back_amber]\nvalue = {score}")


def test_what_was_entered_later_counts_unless_the_morning_is_wanted_as_it_stood(
    store: Store, clock: Clock
) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    wrong = store.keep(answered(kari, "6"), PHYSIO)
    store.keep([decided(kari, "full")], PHYSIO)
    clock.later(days=2)
    (right,) = answered(kari, "0")
    store.keep([Entry(right, wrong[0]), *answered(ola, "0")], PHYSIO)
    store.keep([decided(kari, "modified", MONDAY, restrictions=("contact",))], DOCTOR)
    then = as_it_stood_on(store, squad_named(store, PHYSIO, "first"), MONDAY)
    was, is_now = board_of(store, MONDAY, then), board_of(store, MONDAY)
    assert [(r.athlete.known_as, r.flag.level, r.training) for r in was.rows] == [
        ("Kari", "red", "full"),
        ("Ola", "not_reported", "not_decided"),
    ]
    assert {(r.athlete.known_as, r.flag.level, r.training) for r in is_now.rows} == {
        ("Kari", "green", "modified"),
        ("Ola", "green", "not_decided"),
    }


def test_the_roster_too_is_that_of_the_moment(store: Store, clock: Clock) -> None:
    _, ola = a_squad(store, "Kari Ola")
    then = store.head()
    clock.later(days=1)
    store.keep([Left(day=MONDAY, athlete=ola, squad="first")], LEAD)
    store.keep([Joined(day=MONDAY - DAY, athlete=ola, squad="first")], LEAD)
    assert len(board_of(store, MONDAY, then).rows) == 2
    assert len(board_of(store, MONDAY).rows) == 1


def test_a_day_ends_by_the_squads_own_clock(store: Store, clock: Clock) -> None:
    clock.at = dt.datetime(2026, 11, 22, 22, tzinfo=dt.UTC)
    (kari,) = a_squad(store, "Kari")
    store.keep([SquadNamed(day=MONDAY, squad="first", name="First", time_zone="Europe/Oslo")], LEAD)
    named, at_ten = squad_named(store, PHYSIO, "first"), store.head()
    clock.at = dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)  # Monday 00:30 in Oslo
    (kept,) = store.keep(answered(kari, "1"), PHYSIO)
    assert now_in(store, named) == dt.datetime(2026, 11, 23, 0, 30)
    assert as_it_stood_on(store, named, MONDAY - DAY) == at_ten
    assert as_it_stood_on(store, named, MONDAY) == kept


def test_as_it_stood_then_the_limits_of_that_time_judge(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(answered(kari, "2"), PHYSIO)
    strict = in_force(store, amber_from(2), "strict")
    in_force(store, TEXT, "now")
    was, is_now = board_of(store, MONDAY, strict), board_of(store, MONDAY)
    assert (was.limits, row_of(was, "Kari").flag.level) == ("strict", "amber")
    assert said(row_of(was, "Kari"))["P1"] == "Back pain 2/10 this morning (2 to 5)"
    assert {reason.limits for reason in row_of(was, "Kari").flag.reasons} == {"strict"}
    assert (is_now.limits, row_of(is_now, "Kari").flag.level) == ("2026-11", "green")


def test_limits_of_before_a_limit_was_needed_can_still_be_read(store: Store) -> None:
    start = TEXT.index("[usual_weeks_needed]")
    without = amber_from(2)[:start] + TEXT[TEXT.index("[acwr_known_days]") :]
    then = limits_at(store, in_force(store, without, "older"))
    assert then.version == "older"
    assert (then["low_back_amber"].value, then["usual_weeks_needed"].value) == (2, 3)


def test_before_any_limits_were_in_force_those_of_the_file_judge(store: Store) -> None:
    a_squad(store, "Kari")
    assert limits_at(store, store.head()).version == limits_at(store, None).version


def test_the_file_comes_into_force_once_and_again_only_when_it_differs(store: Store) -> None:
    bring_into_force(store, MONDAY)
    bring_into_force(store, MONDAY)
    assert store.head() == 1
    in_force(store, amber_from(2), "other")
    bring_into_force(store, MONDAY)
    assert store.head() == 3
    kept = limits_in_force(store)
    assert kept is not None
    assert (kept.event.text, kept.recorded_by) == (TEXT, "teamback, program")
