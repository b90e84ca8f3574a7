import datetime as dt
from typing import Any

import pytest
from squads import MONDAY

from teamback.record.events import Session
from teamback.record.kept import Kept
from teamback.rounds.squad_sessions import Heading, Row, by_athlete, check, described

NOW = dt.datetime(2026, 11, 23, 19, tzinfo=dt.UTC)
TRAINING = Heading(MONDAY, "training", "17:30")


def row(name: str = "Kari", athlete: int = 1, **cells: Any) -> Row:
    return Row(athlete, name, **cells)


def entry(athlete: int = 1, **fields: Any) -> Kept[Session]:
    return Kept(7, Session(day=MONDAY, athlete=athlete, **fields), NOW, "Dana Berg, physio", 7)


def refused(*rows: Row, heading: Heading = TRAINING) -> list[tuple[str | None, str]]:
    return [(r.field, r.sentence) for r in check(rows, heading, MONDAY, NOW, []).refusals]


def asked(*rows: Row, there: list[Kept[Session]], heading: Heading = TRAINING) -> tuple[str, ...]:
    return check(rows, heading, MONDAY, NOW, there).to_confirm


def test_a_filled_row_becomes_a_session_and_an_empty_one_nothing() -> None:
    full = row(participation="full", minutes=75.0, rpe=6.0, pain_before=0.0, pain_after=2.0, note="stiff")
    checked = check([full, row("Ola", 2)], TRAINING, MONDAY, NOW, [])
    assert checked.refusals == checked.to_confirm == ()
    (session,) = checked.sessions
    assert (session.athlete, session.day, session.type, session.start) == (1, MONDAY, "training", "17:30")
    assert (session.minutes, session.rpe, session.participation) == (75, 6, "full")
    assert (session.pain_before, session.pain_during, session.pain_after) == (0, None, 2)
    assert (session.note, session.rated_at) == ("stiff", NOW)


@pytest.mark.parametrize(
    ("cells", "field", "says"),
    [
        ({"participation": "full", "rpe": 5.0}, "minutes", "Minutes"),
        ({"participation": "modified", "minutes": 40.0}, "rpe", "RPE"),
        ({"minutes": 60.0, "rpe": 5.0}, "participation", "Took part"),
        ({"pain_after": 2.0, "minutes": 60.0}, "participation", "Took part and RPE"),
    ],
)
def test_a_row_partly_filled_is_refused_with_athlete_and_column(
    cells: dict[str, Any], field: str, says: str
) -> None:
    assert refused(row(**cells)) == [(field, f"Kari: {says} missing: fill in, or empty the row.")]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"minutes": 60.0, "rpe": 11.0}, "Kari: RPE is 11, but must lie between 0 and 10."),
        ({"minutes": -5.0, "rpe": 5.0}, "Kari: Minutes is -5, but must lie between 0 and 1440."),
        (
            {"minutes": 60.0, "rpe": 5.0, "pain_during": 12.0},
            "Kari: Worst pain during is 12, but must lie between 0 and 10.",
        ),
    ],
)
def test_a_value_off_its_scale_is_refused_with_the_athletes_name(cells: dict[str, Any], says: str) -> None:
    assert [sentence for _, sentence in refused(row(participation="full", **cells))] == [says]


def test_every_row_that_is_refused_is_named() -> None:
    ola = row("Ola", 2, participation="full", minutes=60.0, rpe=12.0)
    sentences = [sentence for _, sentence in refused(row(participation="full"), ola)]
    assert [sentence.split(":")[0] for sentence in sentences] == ["Kari", "Ola"]


def test_who_took_no_part_did_no_minutes_and_owes_no_rpe() -> None:
    checked = check([row(participation="none")], TRAINING, MONDAY, NOW, [])
    assert checked.refusals == ()
    assert (checked.sessions[0].minutes, checked.sessions[0].rpe) == (0, None)


def test_none_with_minutes_contradicts_itself() -> None:
    assert [field for field, _ in refused(row(participation="none", minutes=40.0))] == ["participation"]


def test_a_grid_without_a_filled_row_or_a_type_is_refused() -> None:
    assert refused(row()) == [(None, "No row is filled: there is nothing to save.")]
    full = row(participation="full", minutes=60.0, rpe=5.0)
    assert refused(full, heading=Heading(MONDAY, None, None)) == [("type", "Choose the type of the session.")]


def test_a_very_long_session_asks_and_names_the_athlete() -> None:
    long = row(participation="full", minutes=320.0, rpe=3.0)
    assert asked(long, there=[]) == ("Kari: Minutes is 320, more than 300 min: mend it, or confirm it.",)


@pytest.mark.parametrize(
    ("type_and_start", "asks"),
    [
        ({"type": "training", "start": "17:30"}, True),
        ({"type": "training"}, True),
        ({}, True),
        ({"type": "training", "start": "10:00"}, False),
        ({"type": "strength", "start": "17:30"}, False),
    ],
)
def test_a_session_that_could_be_recorded_already_asks(type_and_start: dict[str, str], asks: bool) -> None:
    full = row(participation="full", minutes=75.0, rpe=6.0)
    assert bool(asked(full, there=[entry(minutes=75.0, **type_and_start)])) is asks
    assert asked(full, there=[entry(athlete=2, minutes=75.0, **type_and_start)]) == ()


def test_what_is_recorded_is_told_in_a_few_words() -> None:
    morning = entry(type="strength", start="09:00", minutes=45.0, rpe=4.0)
    assert described(morning.event) == "Strength 09:00, 45 min, RPE 4"
    assert by_athlete([morning, entry(type="training"), entry(athlete=2)]) == {
        1: "Strength 09:00; Training",
        2: "Session",
    }
