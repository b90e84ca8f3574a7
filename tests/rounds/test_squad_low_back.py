"""A squad's low backs of a week: who stands first and why, what is not known, what was counted, for whom."""

import datetime as dt

import numpy as np
import pytest

from teamback.record.events import InstrumentTotal, PainEntry, SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.reports.low_back import as_csv
from teamback.rounds.low_back.squad_low_back import SHOWN, BackRow, SquadLowBack, squad_low_back
from teamback.store import Store
from tests.squads import A_YEAR_AGO, COACH, DAY, LEAD, MONDAY, PHYSIO, S_AND_C, a_squad, mornings, of, oneself


def told_of(store: Store, scope: Scope = PHYSIO, known_at: int | None = None) -> SquadLowBack:
    return squad_low_back(store, "first", MONDAY, known_at, scope)


def row(told: SquadLowBack, known_as: str) -> BackRow:
    return next(one for one in told.rows if one.athlete.known_as == known_as)


def reasons(told: SquadLowBack, known_as: str) -> list[str]:
    return [found.says for _, found in row(told, known_as).found]


def severe(athlete: int, back: int) -> InstrumentTotal:
    said = {"q1": 17.0, "q2": 17.0, "q3": 8.0, "q4": 8.0}
    return InstrumentTotal(day=MONDAY - back * DAY, athlete=athlete, instrument="ostrc", total=50.0, **said)


def test_the_roster_drives_the_list_urgent_first_then_who_is_not_known(store: Store) -> None:
    well, silent, rising, clock = a_squad(store, "Well Silent Rising Clock")
    store.keep(mornings(well, low_back_now=" ".join("0" * 35)), PHYSIO)
    store.keep(mornings(rising, low_back_now=" ".join("1" * 28 + "4" * 7)), PHYSIO)
    store.keep(mornings(clock, low_back_now=" ".join("3" * 20)), PHYSIO)
    told = told_of(store)
    assert [one.athlete.known_as for one in told.rows] == ["Clock", "Rising", "Silent", "Well"]
    assert row(told, "Silent").not_known
    assert not row(told, "Well").needs
    assert reasons(told, "Clock")[0].endswith("assessment due")
    assert any("usual" in says for says in reasons(told, "Rising"))
    assert silent not in [one.athlete.athlete for one in told.rows if one.needs]


def test_a_morning_without_a_score_is_a_gap_and_a_score_of_none_is_nought(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="2 . ? 0"), PHYSIO)
    kept = row(told_of(store), "Kari")
    assert kept.mornings.shape == (SHOWN,)
    assert kept.mornings[-4] == 2
    assert np.isnan(kept.mornings[-3:-1]).all()
    assert kept.mornings[-1] == 0
    assert (kept.answered, kept.back.week_n, kept.back.worst) == (2, 2, 2)


def test_flares_of_the_week_are_counted_each_by_its_own_definition(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now=" ".join("0" * 20 + "40"), flare=" ".join("n" * 21 + "y")), PHYSIO)
    back = row(told_of(store), "Kari").back
    assert (back.flares_reported, back.flares_by_pain) == (1, 1)


def test_triggers_are_those_of_the_low_back_of_the_whole_roster(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    at = dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)
    about = {"day": at.date(), "started": at, "pain": 4.0, "preceding_activity": "sitting_long"}
    entries = [PainEntry(athlete=n, site="low_back", **about) for n in (kari, ola) for _ in range(3)]  # type: ignore[arg-type]
    knee = PainEntry(athlete=ola, site="knee", **about)  # type: ignore[arg-type]
    store.keep([*entries, knee], PHYSIO)
    (found,) = told_of(store).triggers["preceding_activity"]
    assert (found.word, found.n, found.mean) == ("sitting_long", 6, 4)


def test_the_weekly_questions_are_read_by_clinicians_alone(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep([SquadNamed(day=A_YEAR_AGO, squad="first", name="First", ostrc_on="monday")], LEAD)
    store.keep([severe(kari, 1)], oneself(kari))
    store.keep(
        [
            InstrumentTotal(
                day=MONDAY - DAY, athlete=ola, instrument="ostrc", total=0.0, q1=0.0, q2=0.0, q3=0.0, q4=0.0
            )
        ],
        oneself(ola),
    )
    told = told_of(store)
    assert reasons(told, "Kari") == ["OSTRC: substantial problem"]
    (week,) = told.weeks
    assert (week.first, week.any.count, week.any.of, week.substantial.count) == (MONDAY - 7 * DAY, 1, 2, 1)
    assert week.any.interval
    assert week.any.interval.low == pytest.approx(0.0945, abs=5e-4), "Wilson, 1 of 2"
    other = told_of(store, of(S_AND_C, "first"))
    assert (other.reads_ostrc, other.weeks, reasons(other, "Kari")) == (False, (), [])
    assert "OSTRC" not in as_csv(other)


def test_an_answer_that_is_too_old_no_longer_speaks(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([severe(kari, 9)], oneself(kari))
    assert reasons(told_of(store), "Kari") == []


def test_as_it_stood_then_knows_nothing_that_came_later(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (seq,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    before = told_of(store).rows[0]
    store.keep(mornings(kari, MONDAY - DAY, low_back_now="9"), PHYSIO)
    assert told_of(store, known_at=seq).rows[0].back == before.back
    assert told_of(store).rows[0].back.worst == 9


@pytest.mark.parametrize("who", [COACH, oneself(1)])
def test_coach_and_athlete_are_refused(store: Store, who: Scope) -> None:
    a_squad(store, "Kari")
    with pytest.raises(Refusal):
        told_of(store, who)


def test_an_empty_squad_has_no_rows(store: Store) -> None:
    store.keep([SquadNamed(day=A_YEAR_AGO, squad="first", name="First")], LEAD)
    assert told_of(store).rows == ()


def test_the_file_keeps_what_is_not_known_empty_and_no_cell_begins_a_formula(store: Store) -> None:
    kari, _ = a_squad(store, "=1+1 Ola")
    store.keep(mornings(kari, low_back_now=" ".join("3" * 20)), PHYSIO)
    head, first, second = as_csv(told_of(store)).splitlines()
    assert head.startswith("Athlete,Today (0-10),Worst of 7 days")
    assert first.startswith("'=1+1,3,3,3,7,")
    assert second.startswith("Ola,,,,0,,,0,0,,,")
