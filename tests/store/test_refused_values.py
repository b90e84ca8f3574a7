"""What one event may not hold is refused in one clear sentence, and nothing is written."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from teamback.record.event import Event
from teamback.record.events import (
    KINDS,
    AthleteNamed,
    Availability,
    CalendarEntry,
    CheckIn,
    Joined,
    Left,
    Observation,
    RestDay,
    Session,
)
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.store import Store
from teamback.store.read_log import note_opened
from teamback.store.tables import column_types
from tests.squads import (
    DAY,
    DOCTOR,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    decided,
    mornings,
    sessions,
)
from tests.store.filled import scale_of
from tests.store.ward import KARI, OLA, an_event, refused

SCALED = [(kind, name) for kind in KINDS.values() for name in column_types(kind) if scale_of(kind, name)]
BY_ITS_NAME = {("observation", "value"), ("test_result", "value")}
"""Values whose range hangs on what is scored or tested, named in the same entry."""


@pytest.mark.parametrize(("kind", "name"), SCALED, ids=lambda part: getattr(part, "kind", part))
def test_a_value_off_its_scale_is_refused_beside_its_field(ward: Store, kind: type[Event], name: str) -> None:
    scale = SCALES[scale_of(kind, name) or ""]
    for value in (scale.high + 1, scale.low - 1, float("nan"), float("inf"), float("-inf")):
        refusal = refused(ward, an_event(kind, **{name: value}))
        assert refusal.field == name
        assert refusal.sentence.startswith(f"{scale.label} is {value:g}, but must lie between")
    if scale.whole:
        refusal = refused(ward, an_event(kind, **{name: scale.low + 0.5}))
        assert refusal.sentence.endswith("must be a whole number.")


def test_every_number_that_is_typed_lies_on_a_scale() -> None:
    floats = {
        (kind.kind, name)
        for kind in KINDS.values()
        for name, sql in column_types(kind).items()
        if sql == "double precision"
    }
    scaled = {(kind.kind, name) for kind, name in SCALED}
    assert floats - BY_ITS_NAME == scaled


def test_an_observation_lies_on_the_scale_that_it_names(ward: Store) -> None:
    off = refused(ward, an_event(Observation, scale="morning_pain", value=11.0))
    assert off.sentence == "Morning pain at the site of the case is 11, but must lie between 0 and 10."
    assert refused(ward, an_event(Observation, scale="joy", value=1.0)).sentence.startswith("joy is no scale")


@pytest.mark.parametrize("kind", [CheckIn, Session, RestDay, Availability, Joined, Left])
def test_nothing_is_recorded_for_a_day_to_come(ward: Store, kind: type[Event]) -> None:
    refusal = refused(ward, an_event(kind, day=MONDAY + DAY))
    assert refusal.sentence == "24 Nov 2026 has not come yet. Nothing can be recorded for it."
    assert refusal.field == "day"


def test_where_the_day_began_earlier_than_in_utc_it_has_come(ward: Store, clock: Clock) -> None:
    clock.later(hours=2)  # 10:30 in UTC is half past midnight in Kiritimati
    assert ward.keep(mornings(OLA, MONDAY + DAY, low_back_now="1"), PHYSIO)


def test_a_match_may_be_planned_for_a_day_to_come(ward: Store) -> None:
    assert ward.keep([CalendarEntry(day=MONDAY + 30 * DAY, squad="first", what="match")], S_AND_C)


@pytest.mark.parametrize(
    ("event", "field"),
    [
        (decided(KARI, "fit"), "training"),
        (decided(KARI, "full", match="yes"), "match"),
        (CalendarEntry(day=MONDAY, squad="first", what="party"), "what"),
    ],
)
def test_a_word_that_the_board_does_not_know_is_refused(ward: Store, event: Event, field: str) -> None:
    refusal = refused(ward, event)
    assert refusal.field == field
    assert "is not one of" in refusal.sentence


@pytest.mark.parametrize("start", ["9:30", "24:00", "09:60", "09:30:00", "half past nine"])
def test_a_start_that_is_no_time_of_day_is_refused(ward: Store, start: str) -> None:
    for event in (*sessions(OLA, minutes="60", start=start), an_event(CalendarEntry, start=start)):
        refusal = refused(ward, event)
        assert refusal.sentence == f"The start is {start}, but must be a time such as 09:30."
        assert refusal.field == "start"


@pytest.mark.parametrize("text", ["before\0after", "half a face \ud83d"])
def test_a_sign_that_cannot_be_kept_is_refused_wherever_it_is_typed(store: Store, text: str) -> None:
    a_squad(store, "Kari Ola")
    for event in (
        *mornings(KARI, low_back_now="1", note=text),
        an_event(Session, activities=("run", text)),
        an_event(Availability, text_to_coach=text),
        AthleteNamed(day=MONDAY, athlete=KARI, home="first", known_as=text),
    ):
        assert "cannot be kept" in refused(store, event).sentence
    session = sessions(KARI, minutes="60")
    assert "cannot be kept" in refused(store, *session, by=replace(DOCTOR, person=text)).sentence
    (batch,) = store.keep(session, PHYSIO)
    for log in (lambda: note_opened(store, PHYSIO, text, "1"), lambda: store.undo(batch, PHYSIO, text)):
        with pytest.raises(Refusal, match="cannot be kept"):
            log()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"day": dt.datetime(2026, 11, 23)}, r"check_in\.day .* must be a date without a time"),
        (
            {"rated_at": dt.datetime(2026, 11, 23)},
            r"check_in\.rated_at .* must be a moment with its time zone",
        ),
        ({"low_back_now": "3"}, r"check_in\.low_back_now .* must be a number"),
        ({"low_back_now": True}, r"check_in\.low_back_now .* must be a number"),
        ({"flare": "no"}, r"check_in\.flare .* must be yes or no"),
        ({"note": 5}, r"check_in\.note .* must be text"),
        ({"athlete": "1"}, r"check_in\.athlete"),
        ({"athlete": 1.0}, r"check_in\.athlete"),
    ],
)
def test_a_value_of_another_type_is_an_error_of_the_program_and_nothing_is_written(
    ward: Store, fields: dict[str, Any], said: str
) -> None:
    head = ward.head()
    with pytest.raises(TypeError, match=said):
        ward.keep([an_event(CheckIn, **fields)], PHYSIO)
    with pytest.raises(TypeError, match="must be a list of words"):
        ward.keep([an_event(Session, activities="run")], PHYSIO)
    assert ward.head() == head
