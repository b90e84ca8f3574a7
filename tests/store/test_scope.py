"""Who sees what: generated from the audiences that the fields declare, for every query and every role."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import pytest

from teamback.record.coach import CoachLine
from teamback.record.event import Event, audience_of
from teamback.record.events import (
    KINDS,
    Availability,
    CalendarEntry,
    CheckIn,
    Imported,
    Joined,
    RestDay,
    Session,
)
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import COACH as COACHES
from teamback.record.scope import Scope
from teamback.store import Store, open_store
from teamback.store.queries.calendar import calendar
from teamback.store.queries.coach_sheet import coach_lines
from teamback.store.queries.daily import daily_columns, daily_entries
from teamback.store.queries.history import imports
from teamback.store.queries.roster import athlete_named, athletes_named, memberships, roster, squads
from teamback.store.queries.status import availability_on
from teamback.store.tables import column_types
from tests.squads import (
    ADMIN,
    COACH,
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    mornings,
    of,
    oneself,
)
from tests.store.asked import ASKED, OF_EACH_KIND, Ask, answer
from tests.store.filled import filled, text_of
from tests.store.season import BOJE, GONE, KARI, LI, OLA, play

ROLES = [LEAD, DOCTOR, PHYSIO, S_AND_C, COACH, oneself(KARI)]
MARKS = {text_of(kind, f.name): audience_of(kind, f.name) for kind in KINDS.values() for f in fields(kind)}
"""The canary of every text field, and the audiences that may see it."""


@pytest.fixture(scope="module")
def season() -> Iterator[Store]:
    """One season for all tests here: they only read."""
    clock = Clock()
    store = open_store(":memory:", clock)
    play(store, clock)
    yield store
    store.close()


def parts(said: Any) -> list[Any]:
    """Everything that an answer is made of, tables of columns among it."""
    if is_dataclass(said):
        return [said, *(part for f in fields(said) for part in parts(getattr(said, f.name)))]
    if isinstance(said, dict):
        return [said, *(part for item in said.items() for part in parts(item))]
    if isinstance(said, list | tuple | set):
        return [part for item in said for part in parts(item)]
    return [said]


def about(part: Any) -> set[Any]:
    """The athletes that a part of an answer is about."""
    numbers = part.get("athlete", ()) if isinstance(part, dict) else [getattr(part, "athlete", None)]
    return set(numbers) - {None}


@pytest.mark.parametrize("query", ASKED)
@pytest.mark.parametrize("scope", ROLES, ids=lambda scope: f"{scope.role}-{scope.profession}")
def test_no_field_reaches_anybody_outside_its_audience(season: Store, query: str, scope: Scope) -> None:
    said = parts(answer(query, Ask(season, scope, "first", [KARI, OLA, LI, GONE, BOJE])))
    for event in (part for part in said if isinstance(part, Event)):
        for f in fields(event):
            if not scope.may_read(audience_of(type(event), f.name)):
                assert f.default is not MISSING
                assert getattr(event, f.name) == f.default, f"{event.kind}.{f.name}"
    texts = " ".join(part for part in said if isinstance(part, str))
    seen_by_others = [
        mark for mark, audience in MARKS.items() if mark in texts and not scope.may_read(audience)
    ]
    assert seen_by_others == []


def test_the_canaries_do_reach_those_they_are_for(season: Store) -> None:
    reached = set()
    for scope in (LEAD, oneself(KARI)):
        for query in ASKED:
            said = parts(answer(query, Ask(season, scope, "first", [KARI])))
            texts = " ".join(part for part in said if isinstance(part, str))
            reached |= {mark for mark in MARKS if mark in texts}
    assert {text_of(CheckIn, "note"), text_of(Session, "note"), text_of(CalendarEntry, "title")} <= reached
    assert len(reached) > 15


@pytest.mark.parametrize("kind", [CheckIn, Session, RestDay], ids=lambda kind: kind.kind)
@pytest.mark.parametrize("scope", ROLES, ids=lambda scope: f"{scope.role}-{scope.profession}")
def test_a_column_outside_the_audience_is_refused_by_name(
    season: Store, kind: type[Event], scope: Scope
) -> None:
    for name in column_types(kind):
        if name in ("day", "athlete"):
            continue
        ask = (season, kind, [name], scope, ["first"], MONDAY, MONDAY)
        if scope.may_read(audience_of(kind, name)):
            assert name in daily_columns(*ask)
        else:
            with pytest.raises(Refusal, match=f"Your role does not read {name.replace('_', ' ')}"):
                daily_columns(*ask)


def test_the_coachs_line_has_no_field_that_is_not_for_coaches() -> None:
    from_availability = {f.name for f in fields(CoachLine)} & set(column_types(Availability))
    assert from_availability
    for name in from_availability:
        assert COACHES in audience_of(Availability, name)


def test_a_coach_sees_no_reason_no_note_and_nobodys_appointment(season: Store) -> None:
    (line,) = [
        line for line in coach_lines(season, COACH, "first", MONDAY) if line.known_as.startswith("MARK")
    ]
    assert (line.training, line.restrictions) == ("modified", ("contact", "rotation"))
    decision = availability_on(season, COACH, [KARI], MONDAY)[KARI].event
    assert (decision.reason, decision.clinical_note) == (None, None)
    assert availability_on(season, DOCTOR, [KARI], MONDAY)[KARI].event.reason == "injury"
    planned = [item.event.what for item in calendar(season, COACH, "first", MONDAY, MONDAY + DAY)]
    assert planned == ["match", "day_off"]


OF_NO_ATHLETE = {"history.last_change", "history.limits_in_force"}
OF_NO_ATHLETE |= {query for query in ASKED if query.startswith("accounts.")}


@pytest.mark.parametrize("query", sorted(set(ASKED) - OF_NO_ATHLETE))
@pytest.mark.parametrize("scope", [ADMIN, Scope("Kari", "athlete", "athlete")], ids=["admin", "no-number"])
def test_an_administrator_and_an_athlete_without_a_number_read_nothing(
    season: Store, query: str, scope: Scope
) -> None:
    said = answer(query, Ask(season, scope, "first", [KARI, OLA, LI]))
    if query in OF_EACH_KIND:
        assert all(isinstance(sentence, str) for sentence in said)
    elif query not in ("history.known_at_the_end_of", "history.entered_late"):
        assert isinstance(said, str), said


def test_the_administrator_is_refused_even_the_days_on_which_somebody_reported(season: Store) -> None:
    with pytest.raises(Refusal, match="does not read athletes' records"):
        daily_columns(season, CheckIn, [], ADMIN, ["first"], MONDAY, MONDAY)


@pytest.mark.parametrize("query", ASKED)
def test_an_athlete_reads_about_nobody_else(season: Store, query: str) -> None:
    everybody = [KARI, OLA, LI, GONE, BOJE]
    for scope in (oneself(OLA), of(oneself(OLA), "first", "second")):
        for part in parts(answer(query, Ask(season, scope, "first", everybody))):
            assert about(part) <= {OLA}, part


def test_an_athlete_reads_their_own_record_whole(season: Store) -> None:
    mine = daily_entries(season, CheckIn, oneself(KARI), [KARI], ["first"], MONDAY, MONDAY)
    assert [item.event for item in mine] == [filled(CheckIn, athlete=KARI)]


@pytest.mark.parametrize("query", ASKED)
@pytest.mark.parametrize("person", [DOCTOR, S_AND_C, COACH], ids=lambda scope: scope.role)
def test_staff_of_one_squad_read_nothing_of_an_athlete_who_was_never_theirs(
    season: Store, query: str, person: Scope
) -> None:
    theirs = of(person, "first")
    for squad in ("first", "second"):
        for part in parts(answer(query, Ask(season, theirs, squad, [BOJE]))):
            assert BOJE not in about(part), part
            assert getattr(part, "squad", None) != "second" or part.athlete == OLA, part


def test_an_athlete_of_another_squad_is_nobody_by_number_too(season: Store) -> None:
    theirs = of(DOCTOR, "first")
    assert athlete_named(season, theirs, BOJE) is None
    assert athletes_named(season, theirs, [KARI, BOJE]).keys() == {KARI}
    assert memberships(season, theirs, BOJE) == []
    assert daily_entries(season, CheckIn, theirs, [BOJE], ["second"], MONDAY - 9 * DAY, MONDAY) == []
    found = daily_columns(season, CheckIn, ["mood"], theirs, ["first", "second"], MONDAY - 9 * DAY, MONDAY)
    assert BOJE not in found["athlete"]
    assert KARI in found["athlete"]
    assert len(found["mood"]) == len(found["athlete"])
    with pytest.raises(Refusal, match="do not work with this squad"):
        roster(season, theirs, "second", MONDAY)
    assert [squad.squad for squad in squads(season, theirs)] == ["first"]
    assert calendar(season, theirs, "second", MONDAY, MONDAY) == []
    assert imports(season, theirs) == []
    assert isinstance(imports(season, of(DOCTOR, "second"))[0], Kept)
    assert imports(season, LEAD)[0].event == Imported(
        day=MONDAY, squad="second", source="gps.csv", preset="teamback", row_count=2
    )


def test_whoever_serves_a_squad_an_athlete_joined_reads_their_history_from_before(season: Store) -> None:
    for squad in ("first", "second"):
        found = daily_entries(season, Session, of(PHYSIO, squad), [OLA], ["first"], MONDAY - 9 * DAY, MONDAY)
        assert len(found) == 2


def test_an_athlete_lent_by_a_batch_that_was_undone_is_not_theirs(duck: Store) -> None:
    (kari,) = a_squad(duck, "Kari")
    a_squad(duck, "Boje", "second")
    duck.keep(mornings(kari, low_back_now="2"), PHYSIO)
    (lent,) = duck.keep([Joined(day=MONDAY, athlete=kari, squad="second", loan=True)], LEAD)
    assert athlete_named(duck, of(PHYSIO, "second"), kari)
    duck.undo(lent, LEAD, "the other Kari")
    assert athlete_named(duck, of(PHYSIO, "second"), kari) is None


def test_no_homes_and_several_homes_give_arrays_all_the_same(store: Store) -> None:
    kari, boje = (*a_squad(store, "Kari"), *a_squad(store, "Boje", "second"))
    store.keep([filled(CheckIn, athlete=kari), filled(CheckIn, athlete=boje)], PHYSIO)
    names = ["mood", "note", "flare", "rated_at"]
    none = daily_columns(store, CheckIn, names, PHYSIO, [], MONDAY, MONDAY)
    both = daily_columns(store, CheckIn, names, PHYSIO, ["first", "second", "third"], MONDAY, MONDAY)
    assert sorted(both["athlete"]) == [kari, boje]
    for name, column in both.items():
        assert len(column) == 2
        assert none[name].dtype == column.dtype
        assert len(none[name]) == 0
    assert both["flare"].tolist() == [1.0, 1.0]
    assert both["rated_at"].tolist() == [1795415400.123456] * 2
    assert both["note"].tolist() == ["MARK check_in.note"] * 2
