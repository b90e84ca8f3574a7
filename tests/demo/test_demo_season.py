import datetime as dt
import statistics
from collections import Counter
from itertools import pairwise

import pytest
from demo_morning import LAST

from teamback.clinic import reports
from teamback.clinic.availability import missing
from teamback.demo import SEED
from teamback.demo.building import writings
from teamback.demo.club import TIME_ZONE
from teamback.demo.season import LENGTH
from teamback.demo.writing import Writing
from teamback.record.event import Event
from teamback.record.events import AthleteNamed, Availability, CalendarEntry, CheckIn, Joined, Session
from teamback.record.scales import WELLNESS_ITEMS
from teamback.record.words import ACTIVITIES, RESTRICTIONS

DIAGNOSES = (
    *("sprain", "strain", "rupture", "contusion", "ligament", "cruciate", "hamstring", "femoris", "facet"),
    *("gastro", "infection", "fever", "schlatter", "haematoma", "quadriceps", "calf", "pain", "back", "knee"),
)


@pytest.fixture(scope="module")
def written() -> list[Writing]:
    return sorted(writings(LAST, SEED), key=lambda writing: writing.at)


@pytest.fixture(scope="module")
def check_ins(written: list[Writing]) -> list[CheckIn]:
    return [e for w in written if not w.corrects for e in w.events if isinstance(e, CheckIn)]


@pytest.fixture(scope="module")
def sessions(written: list[Writing]) -> list[Session]:
    return [e for w in written for e in w.events if isinstance(e, Session)]


def said(written: list[Writing]) -> list[tuple[dt.datetime, str, Event]]:
    return [(w.at, w.by.signature, event) for w in written for event in w.events]


def names(written: list[Writing]) -> dict[int, str]:
    return {e.athlete: e.known_as for w in written for e in w.events if isinstance(e, AthleteNamed)}


def test_the_same_seed_and_day_give_the_same_nine_months(written: list[Writing]) -> None:
    again = sorted(writings(LAST, SEED), key=lambda writing: writing.at)
    assert said(again) == said(written)


def test_another_seed_gives_another_season_of_the_same_people(written: list[Writing]) -> None:
    other = list(writings(LAST, SEED + 1))
    assert sorted(names(other).values()) == sorted(names(written).values())
    assert set(names(other)) != set(names(written))


def test_the_season_lasts_nine_months_up_to_the_last_day(check_ins: list[CheckIn]) -> None:
    days = {check_in.day for check_in in check_ins}
    assert (min(days), max(days)) == (LAST - dt.timedelta(days=LENGTH - 1), LAST)


def test_check_ins_are_rated_between_ten_to_seven_and_twenty_past_eight(check_ins: list[CheckIn]) -> None:
    rated = [check_in.rated_at.astimezone(TIME_ZONE) for check_in in check_ins if check_in.rated_at]
    assert len(rated) == len(check_ins)
    assert all(dt.time(6, 50) <= moment.time() <= dt.time(8, 20) for moment in rated)


def test_nothing_is_written_before_it_happened(written: list[Writing]) -> None:
    for moment, _, event in said(written):
        rated_at = getattr(event, "rated_at", None)
        assert rated_at is None or rated_at <= moment
        assert isinstance(event, CalendarEntry) or event.day <= moment.astimezone(TIME_ZONE).date()


def test_the_last_day_has_a_morning_and_no_training_yet(
    check_ins: list[CheckIn], sessions: list[Session], written: list[Writing]
) -> None:
    assert any(check_in.day == LAST for check_in in check_ins)
    assert max(session.day for session in sessions) == LAST - dt.timedelta(days=1)
    assert written[-1].at.time() <= dt.time(8, 42)


def test_this_mornings_check_ins_are_recorded_by_the_athletes_themselves(written: list[Writing]) -> None:
    for writing in written:
        if any(e.day == LAST and isinstance(e, CheckIn) for e in writing.events) and not writing.corrects:
            check_in, *beside = writing.events
            assert isinstance(check_in, CheckIn)
            assert {int(event.subject) for event in beside} <= {check_in.athlete}
            assert (writing.by.role, writing.by.athlete) == ("athlete", check_in.athlete)


def test_wellness_is_that_of_a_healthy_squad(check_ins: list[CheckIn]) -> None:
    totals: dict[int, list[float]] = {}
    for check_in in check_ins:
        items = [getattr(check_in, item) for item in WELLNESS_ITEMS]
        totals.setdefault(check_in.athlete, []).append(sum(items))
    means = [statistics.mean(values) for values in totals.values()]
    spreads = [statistics.stdev(values) for values in totals.values() if len(values) > 100]
    assert all(16.5 <= mean <= 19.5 for mean in means)
    assert 1.0 <= statistics.median(spreads) <= 1.5


def test_most_mornings_are_free_of_back_pain(check_ins: list[CheckIn]) -> None:
    scores = Counter(check_in.low_back_now for check_in in check_ins)
    assert scores[0] / len(check_ins) > 0.75
    assert sum(n for score, n in scores.items() if score and score >= 3) / len(check_ins) < 0.05


def test_nine_in_ten_check_ins_are_given_and_some_sessions_go_unreported(
    check_ins: list[CheckIn], sessions: list[Session], written: list[Writing]
) -> None:
    working = {
        (e.squad, e.day)
        for w in written
        for e in w.events
        if isinstance(e, CalendarEntry) and e.what in ("training", "match") and e.day < LAST
    }
    days = [day for squad, day in working if squad == "first-team"]
    chance = [n for n in names(written) if names(written)[n] in ("A. Ofori", "S. Keaveney", "T. Mokoena")]
    given = {(c.athlete, c.day) for c in check_ins} & {(n, day) for n in chance for day in days}
    done = {(s.athlete, s.day) for s in sessions} & {(n, day) for n in chance for day in days}
    assert 0.88 <= len(given) / (len(days) * 3) <= 0.98
    assert 0.80 <= len(done) / (len(days) * 3) <= 0.97


def test_the_forms_would_accept_every_report(
    check_ins: list[CheckIn], sessions: list[Session], written: list[Writing]
) -> None:
    joined = {e.athlete: e.day for w in written for e in w.events if isinstance(e, Joined)}
    first = {
        n: min(e.day for w in written for e in w.events if isinstance(e, Joined) and e.athlete == n)
        for n in joined
    }
    assert not [r for c in check_ins for r in reports.check_in(c, LAST, first[c.athlete])]
    assert not [r for s in sessions for r in reports.session(s, LAST, first[s.athlete])]
    assert {word for s in sessions for word in s.activities} <= set(ACTIVITIES)


def test_the_form_would_accept_every_decision_on_its_day(written: list[Writing]) -> None:
    decided = [(w, e) for w in written for e in w.events if isinstance(e, Availability)]
    assert len(decided) > 40
    for writing, decision in decided:
        assert not missing(decision, writing.by, decision.day)
        assert set(decision.restrictions) <= set(RESTRICTIONS)


def test_the_coach_reads_no_diagnosis_and_the_clinicians_do(written: list[Writing]) -> None:
    decided = [e for w in written for e in w.events if isinstance(e, Availability)]
    for decision in decided:
        open_words = f"{decision.text_to_coach} {decision.can_do}".lower().replace("back in full", "")
        assert not [word for word in DIAGNOSES if word in open_words], open_words
    limited = [d for d in decided if d.training != "full"]
    assert limited
    assert all(d.clinical_note for d in limited)


def test_every_day_of_each_squad_is_planned_once(written: list[Writing]) -> None:
    entries = [e for w in written for e in w.events if isinstance(e, CalendarEntry)]
    main = Counter((e.squad, e.day) for e in entries if e.what in ("training", "match", "day_off"))
    assert set(main.values()) == {1}
    days = sorted(day for squad, day in main if squad == "first-team")
    assert all(later - earlier == dt.timedelta(days=1) for earlier, later in pairwise(days))


def test_two_weeks_of_holiday_lie_within_the_season(written: list[Writing]) -> None:
    entries = [e for w in written for e in w.events if isinstance(e, CalendarEntry)]
    assert sum(e.title == "Holiday" and e.squad == "first-team" for e in entries) == 14
