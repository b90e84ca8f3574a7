"""A line gets harder in one thing at a time, and only after a session that the back took well."""

from dataclasses import replace

import pytest

from teamback.clinic.exercise.progression import against_changes, progression
from teamback.clinic.response import PENDING, UNKNOWN, Response
from teamback.record.flag import AMBER, GREEN, RED
from teamback.record.programme import ProgrammeLine

SETTLED = Response(GREEN, "peak pain 1/10, settled by next morning", 20)
LINE = ProgrammeLine(
    "dead_bug", (0, 2), sets=3, reps=6, hold_s=5, load_kg=10, minutes=4, side="left", tempo="slow"
)
HARDER = {
    "sets": 4,
    "reps": 8,
    "hold_s": 10,
    "load_kg": 12.5,
    "minutes": 6,
    "days": (0, 2, 4),
    "tempo": "slower",
    "side": "both",
    "exercise": "dead_bug_loaded",
}
EASIER = {"sets": 2, "reps": 5, "hold_s": None, "load_kg": 0, "minutes": 3, "days": (0,)}


@pytest.mark.parametrize("name", list(HARDER))
def test_one_variable_after_a_settled_session_is_fine(name: str) -> None:
    assert progression(LINE, replace(LINE, **{name: HARDER[name]}), SETTLED) == ()


@pytest.mark.parametrize("last", [AMBER, RED, PENDING, UNKNOWN])
@pytest.mark.parametrize("name", list(HARDER))
def test_nothing_gets_harder_unless_the_last_response_is_green(name: str, last: str) -> None:
    (refusal,) = progression(
        LINE, replace(LINE, **{name: HARDER[name]}), Response(last, "peak pain 4/10", 20)
    )
    assert refusal.sentence.endswith("gets harder, but the last session has not settled: peak pain 4/10.")


def test_no_session_is_no_pass() -> None:
    (refusal,) = progression(LINE, replace(LINE, reps=8), None)
    assert "no session of the last 60 days" in refusal.sentence


@pytest.mark.parametrize("first", list(HARDER))
@pytest.mark.parametrize("second", list(HARDER))
def test_two_at_once_are_named(first: str, second: str) -> None:
    changed = {first: HARDER[first], second: HARDER[second]}
    refusals = progression(LINE, replace(LINE, **changed), SETTLED)
    assert len(refusals) == (first != second)


def test_both_variables_are_named_with_their_figures() -> None:
    (refusal,) = progression(LINE, replace(LINE, load_kg=12.5, reps=8), SETTLED)
    assert refusal.sentence == (
        "Dead bug changes 2 things at once: repetitions from 6 to 8 and load from 10 kg to 12.5 kg."
        " Change one, the rest later."
    )


def test_more_of_one_and_less_of_another_is_two_things() -> None:
    assert progression(LINE, replace(LINE, load_kg=15, reps=5), SETTLED)


@pytest.mark.parametrize("last", [None, Response(RED, "peak pain 7/10", 20)])
def test_easier_needs_no_leave(last: Response | None) -> None:
    for name, value in EASIER.items():
        assert progression(LINE, replace(LINE, **{name: value}), last) == ()
    assert progression(LINE, replace(LINE, **EASIER), last) == ()


def test_the_same_line_on_other_days_or_with_another_note_is_no_change() -> None:
    assert progression(LINE, replace(LINE, days=(1, 4), note="on the mat"), None) == ()


def test_a_programme_is_held_line_against_line_and_a_new_exercise_is_not() -> None:
    bridge = ProgrammeLine("bridge", reps=10)
    new = ProgrammeLine("clamshell", reps=30, sets=9)
    assert against_changes([LINE, bridge], [bridge, new, LINE], None) == ()
    refusals = against_changes(
        [LINE, bridge], [replace(bridge, reps=12), replace(LINE, reps=8, sets=4)], SETTLED
    )
    assert ["Dead bug changes 2 things" in refusal.sentence for refusal in refusals] == [True]
