"""ES8, ES9, ES11 and ES14: pain that lasts, grows with activity, comes in extension, or is severe."""

import datetime as dt

import pytest

from teamback.record.events import AthleteNamed, Observation, Session, SquadNamed
from teamback.rounds.keeping import keep
from teamback.store import Store
from tests.rounds.telling_escalation import TABLE, asked_by, close, days_ago, hurt, open_by, rows_of
from tests.rounds.telling_red_flags import act
from tests.squads import (
    A_YEAR_AGO,
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    Clock,
    a_squad,
    mornings,
    oneself,
    sessions,
)

THURSDAY = MONDAY + 3 * DAY


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


def born(store: Store, athlete: int, day: dt.date, **known: str) -> None:
    who = {"home": "first", "known_as": "Kari", "date_of_birth": day}
    store.keep([AthleteNamed(day=A_YEAR_AGO, athlete=athlete, **who, **known)], LEAD)


def mornings_on(athlete: int, days: str) -> list[object]:
    """A morning of 4/10 on these days ago: "0..13 every day", "8,9,...,25" or "0,3,6"."""
    first, dots, last = days.removesuffix(" every day").replace(",...,", "..").partition("..")
    ago = range(int(first.split(",")[0]), int(last) + 1) if dots else [int(day) for day in days.split(",")]
    return [entry for day in ago for entry in mornings(athlete, days_ago(day), low_back_now="4")]


@pytest.mark.parametrize("row", rows_of("persistence_cases.csv"), ids=lambda row: row["case"])
def test_es8_each_worked_case_of_persistence(store: Store, kari: int, row: dict[str, str]) -> None:
    store.keep(mornings_on(kari, row["pain_days_ago"]), PHYSIO)
    assert (open_by(store, "ES8") is not None) is (row["expected"] == "REFER")


def test_es8_is_a_formal_assessment_within_three_working_days(store: Store, kari: int) -> None:
    assert TABLE["ES8"]["action"] == "formal assessment within 3 working days"
    store.keep(mornings(kari, low_back_now="2 " + "0 0 2 " * 5), PHYSIO)
    store.keep(mornings(kari + 1, low_back_now="1 " * 20), PHYSIO)
    task = asked_by(store, "ES8")
    assert (task.since, task.due) == (MONDAY, THURSDAY)
    assert task.says.startswith("Low back pain for 15 days, since Sun 8 Nov (2/10 on Mon 23 Nov)")


def test_es8_counts_the_peak_of_sessions_that_were_about_the_back(store: Store, kari: int) -> None:
    row = {"minutes": "60 . . . . . . 60 . . . . . . 60", "pain_after": "2 . . . . . . 2 . . . . . . 2"}
    store.keep(sessions(kari, **row), PHYSIO)
    store.keep(sessions(kari + 1, pain_site="knee", **row), PHYSIO)
    assert asked_by(store, "ES8").athlete == kari


def test_es8_stays_open_when_the_pain_has_gone_until_somebody_closes_it(
    store: Store, kari: int, clock: Clock
) -> None:
    store.keep(mornings(kari, low_back_now="3 " * 15), PHYSIO)
    later = MONDAY + 60 * DAY
    clock.later(days=60)
    assert asked_by(store, "ES8", later).urgency(later) == "overdue"
    keep(store, [act(asked_by(store, "ES8", later), "acknowledged", later)], PHYSIO, None)
    assert asked_by(store, "ES8", later).state == "acknowledged"
    close(store, "ES8", later)
    assert open_by(store, "ES8", later) is None


def test_es8_asks_again_when_the_pain_goes_on_as_long_again_after_the_assessment(
    store: Store, kari: int, clock: Clock
) -> None:
    store.keep(mornings(kari, low_back_now="3 " * 15), PHYSIO)
    close(store, "ES8")
    for day in range(1, 16):
        clock.later(days=1)
        store.keep(mornings(kari, MONDAY + day * DAY, low_back_now="3"), PHYSIO)
        assert (open_by(store, "ES8", MONDAY + day * DAY) is not None) is (day > 14)


def test_what_is_imported_long_after_its_day_is_history_and_opens_no_task(
    store: Store, kari: int, clock: Clock
) -> None:
    clock.later(days=60)
    store.keep(mornings(kari, low_back_now="9 " * 20), PHYSIO)
    assert open_by(store, "ES8", MONDAY + 60 * DAY) is None
    assert open_by(store, "ES14", MONDAY + 60 * DAY) is None


@pytest.mark.parametrize(
    ("before", "during", "after", "asks"),
    [
        ("0 . 0 0", "2 . 0 2", "0 . 0 0", True),
        ("0 . 0 0", "0 . 0 0", "2 . 0 2", True),
        ("1 . 0 0", "2 . 0 2", "0 . 0 0", False),
        ("0 0 0 0", "2 0 0 2", "0 0 0 0", False),
        ("0 ? 0 0", "2 ? 0 2", "0 ? 0 0", True),
        ("? . 0 0", "2 . 0 2", "0 . 0 0", False),
        ("0 . 0 0", "2 . 2 0", "0 . 0 0", True),
    ],
)
def test_es9_pain_grows_in_two_of_the_last_three_scored_sessions(
    store: Store, kari: int, before: str, during: str, after: str, asks: bool
) -> None:
    minutes = " ".join("." if word == "." else "60" for word in before.split())
    store.keep(
        sessions(kari, minutes=minutes, pain_before=before, pain_during=during, pain_after=after), PHYSIO
    )
    task = open_by(store, "ES9")
    assert (task is not None) is asks


def test_es9_two_red_responses_in_the_last_five(store: Store, kari: int) -> None:
    store.keep(sessions(kari, minutes="60 60 60 60 60", pain_after="6 0 0 0 6"), PHYSIO)
    store.keep(sessions(kari + 1, minutes="60 60 60 60 60 60", pain_after="6 0 0 0 0 6"), PHYSIO)
    task = asked_by(store, "ES9")
    assert (task.athlete, task.due) == (kari, THURSDAY)
    assert task.says.startswith("2 red responses in the last 5 scored sessions")


def test_es9_a_next_morning_far_above_makes_a_session_red(store: Store, kari: int) -> None:
    store.keep(mornings(kari, low_back_now="0 0 3 0 3"), PHYSIO)
    store.keep(sessions(kari, minutes=". 60 . 60 .", pain_after=". 1 . 1 ."), PHYSIO)
    assert asked_by(store, "ES9").says.startswith("2 red responses")


def test_es9_after_a_closing_only_later_sessions_count(store: Store, kari: int, clock: Clock) -> None:
    grows = {"minutes": "60 60", "pain_before": "0 0", "pain_during": "3 3"}
    store.keep(sessions(kari, **grows), PHYSIO)
    close(store, "ES9")
    for day, asks in ((1, False), (2, True)):
        clock.later(days=1)
        grown = {"minutes": "60", "pain_before": "0", "pain_during": "3"}
        store.keep(sessions(kari, MONDAY + day * DAY, **grown), PHYSIO)
        assert (open_by(store, "ES9", MONDAY + day * DAY) is not None) is asks


@pytest.mark.parametrize(
    ("birthday", "entries", "sport", "asks"),
    [
        (dt.date(2001, 11, 24), [(0, {}), (14, {})], {}, False),  # no day between: the clock has closed
        (dt.date(2001, 11, 24), [(0, {}), (7, {}), (14, {})], {}, True),
        (dt.date(2000, 11, 23), [(0, {}), (7, {}), (14, {})], {}, False),  # 26 that day
        (dt.date(2000, 11, 24), [(0, {}), (7, {}), (14, {})], {}, True),  # 26 the day after
        (dt.date(2005, 1, 1), [(0, {"trigger": "flexion"}), (7, {}), (14, {})], {}, False),
        (dt.date(2005, 1, 1), [(0, {})], {}, False),
        (dt.date(2005, 1, 1), [(0, {"preceding_activity": "throw"})], {}, True),
        (dt.date(2005, 1, 1), [(0, {})], {"sport": "gymnastics"}, True),
        (dt.date(2005, 1, 1), [(0, {"site": "knee"})], {"sport": "cricket"}, False),
    ],
)
def test_es11_young_with_pain_in_extension_for_two_weeks_or_in_an_extension_sport(
    store: Store,
    kari: int,
    birthday: dt.date,
    entries: list[tuple[int, dict[str, str]]],
    sport: dict[str, str],
    asks: bool,
) -> None:
    born(store, kari, birthday, **sport)
    for ago, said in entries:
        store.keep([hurt(kari, day=days_ago(ago), **said)], oneself(kari))
    task = open_by(store, "ES11")
    assert (task is not None) is asks
    if task:
        action = TABLE["ES11"]["action"].replace("consider bone stress injury; hold", "Hold")
        assert (action in task.says, task.level) == (True, "review")


def test_es11_days_of_pain_in_check_ins_count_for_its_two_weeks(store: Store, kari: int) -> None:
    born(store, kari, dt.date(2005, 1, 1))
    store.keep(mornings(kari, low_back_now="2 " * 14 + "2"), PHYSIO)
    store.keep([hurt(kari)], oneself(kari))
    assert asked_by(store, "ES11").since == MONDAY


def test_es11_without_a_date_of_birth_nothing_is_guessed(store: Store, kari: int) -> None:
    store.keep([hurt(kari, preceding_activity="throw")], oneself(kari))
    assert open_by(store, "ES11") is None


@pytest.mark.parametrize(
    "told",
    [
        mornings(1, low_back_now="8"),
        mornings(1, low_back_now="2", low_back_worst="8"),
        sessions(1, minutes="60", pain_before="8"),
        sessions(1, minutes="60", pain_during="9", pain_site="knee"),
        sessions(1, minutes="60", pain_after="8.5"),
        [hurt(1, "sitting", pain=8.0)],
        [Observation(day=MONDAY, athlete=1, scale="morning_pain", value=8.0, site="thigh")],
    ],
)
def test_es14_pain_of_eight_at_any_time_is_contact_the_same_day(
    store: Store, kari: int, told: list[Session]
) -> None:
    assert (TABLE["ES14"]["level"], TABLE["ES14"]["action"]) == (
        "URGENT same day",
        "clinician contact same day",
    )
    store.keep(told, PHYSIO)
    task = asked_by(store, "ES14")
    assert (task.athlete, task.due, task.urgency(MONDAY)) == (1, MONDAY, "today")
    assert "(8/10 or more): contact the athlete today" in task.says


def test_es14_a_score_below_eight_is_none(store: Store, kari: int) -> None:
    store.keep(mornings(kari, low_back_now="7", low_back_worst="7.5"), PHYSIO)
    assert open_by(store, "ES14") is None


def test_es14_is_one_task_until_it_is_closed_and_a_new_score_the_same_evening_opens_another(
    store: Store, kari: int, clock: Clock
) -> None:
    store.keep([*mornings(kari, low_back_now="8"), *sessions(kari, minutes="60", pain_before="9")], PHYSIO)
    close(store, "ES14", by=DOCTOR)
    assert open_by(store, "ES14") is None
    clock.later(hours=9)
    store.keep([hurt(kari, "lying", pain=9.0)], oneself(kari))
    assert asked_by(store, "ES14").says.startswith("Pain 9/10 in the pain journal on Mon 23 Nov")


def test_each_rule_says_when_it_asks_again(store: Store) -> None:
    from teamback.clinic.urgent.escalation import RULES

    said = {rule.__doc__.split(":")[0]: rule.__doc__ for rule in RULES if rule.__doc__}
    for number in range(6, 15):
        assert "fter a closing" in said[f"ES{number}"]


def test_a_squad_of_another_zone_is_asked_on_its_own_day(store: Store) -> None:
    store.keep([SquadNamed(day=A_YEAR_AGO, squad="first", name="First", time_zone="Australia/Sydney")], LEAD)
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="8"), PHYSIO)
    assert asked_by(store, "ES14").due == MONDAY
