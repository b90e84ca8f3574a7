"""Events: frozen, about somebody, on a day; and the words that the screen has for what they hold."""

import datetime as dt
from dataclasses import FrozenInstanceError, fields

import pytest

from teamback.record import clinical_words, words
from teamback.record.coach import CoachLine
from teamback.record.event import audience_of, columns
from teamback.record.events import KINDS, Availability, CheckIn, SetAside, Undone
from teamback.record.refusal import ChangedSince, Refusal
from teamback.record.scope import COACH

MONDAY = dt.date(2026, 11, 23)


def test_kinds_are_known_by_the_name_of_their_table() -> None:
    assert len(KINDS) == 51
    for name, kind in KINDS.items():
        assert kind.kind == name
        assert name.isidentifier()
        assert name == name.lower()


def test_an_event_is_frozen_and_keyword_only() -> None:
    check_in = CheckIn(day=MONDAY, athlete=7)
    with pytest.raises(FrozenInstanceError):
        check_in.low_back_now = 3  # type: ignore[misc]
    with pytest.raises(TypeError):
        CheckIn(MONDAY, 7)  # type: ignore[misc]


def test_a_check_in_without_answers_says_nothing_rather_than_nought() -> None:
    check_in = CheckIn(day=MONDAY, athlete=7)
    assert {getattr(check_in, f.name) for f in fields(check_in)} == {MONDAY, 7, None}


def test_whom_an_event_is_about_is_its_subject() -> None:
    assert CheckIn(day=MONDAY, athlete=7).subject == "7"
    assert Undone(day=MONDAY, undone_batch=12, reason="wrong file").subject == "12"
    assert SetAside(day=MONDAY, whom="7", reason="mistyped").subject == "7"


def test_the_day_stands_in_the_journal_and_every_other_field_in_the_kinds_own_table() -> None:
    for kind in KINDS.values():
        assert "day" not in columns(kind)
        assert {"day", *columns(kind)} == {f.name for f in fields(kind)}


def test_every_line_of_the_coach_is_made_of_fields_for_coaches() -> None:
    ours = {"since", "decided_at"}
    for f in fields(CoachLine):
        kinds = [kind for kind in KINDS.values() if f.name in columns(kind)]
        assert kinds or f.name in ours, f.name
        assert all(COACH in audience_of(kind, f.name) for kind in kinds if kind is not CheckIn), f.name
    assert CoachLine("Kari", None).training == "not_decided"


def test_availability_has_a_word_for_each_state_and_none_is_decided_by_default() -> None:
    assert {f.name for f in fields(Availability) if f.name in ("training", "match")} == {"training", "match"}
    with pytest.raises(TypeError):
        Availability(day=MONDAY, athlete=7)  # type: ignore[call-arg]
    assert list(words.TRAINING) == ["full", "modified", "rehab", "out", "not_decided"]
    assert list(words.MATCH) == ["available", "limited_minutes", "not_available", "not_decided"]


def test_words_are_short_and_one_each() -> None:
    both = vars(words) | vars(clinical_words)
    named = [value for name, value in both.items() if name.isupper() and isinstance(value, dict)]
    assert len(named) > 10
    for table in named:
        assert len(set(table.values())) == len(table)
        assert all(key and (key == key.lower() or table is clinical_words.REGIONS) for key in table)


def test_a_date_shows_with_its_weekday_and_with_its_year_when_that_is_another() -> None:
    assert words.short_day(MONDAY) == "Mon 23 Nov"
    assert words.short_day(dt.date(2026, 3, 1), beside=MONDAY) == "Sun 1 Mar"
    assert words.short_day(dt.date(2025, 11, 23), beside=MONDAY) == "Sun 23 Nov 2025"


def test_a_refusal_is_its_sentence_and_names_the_field_it_stands_beside() -> None:
    refusal = Refusal("RPE is 11, but must lie between 0 and 10.", "rpe")
    assert (str(refusal), refusal.sentence, refusal.field) == (refusal.sentence, str(refusal), "rpe")
    changed = ChangedSince("Dana Berg, physio", dt.datetime(2026, 11, 23, 8, 42, tzinfo=dt.UTC))
    assert isinstance(changed, Refusal)
    assert changed.sentence.startswith("Dana Berg, physio was first")
