"""A whole battery in one form: left beside right, pain meanwhile, what was seen; nothing is prefilled."""

from collections.abc import Iterator, Sequence

import streamlit as st

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import JUDGED, SCORED, FieldTest
from teamback.clinic.assessment.testing import place
from teamback.record.clinical_words import COMPENSATIONS
from teamback.record.events import TestResult
from teamback.record.words import SIDES
from teamback.rounds.assessment.battery_typed import Typed
from teamback.ui.assessment.stopwatch import stopwatch
from teamback.ui.beside import Beside
from teamback.ui.plain import as_typed

_PASS = {1: "Pass", 0: "Not yet"}
WIDTH = 860
"""Pixels: left and right stay within one glance on a desk."""
_NUMBER, _PAIN = 112, 84
"""Pixels: value and pain stand beside each other, twice, on a tablet held upright."""
_BASELINE = "This is a baseline: measured when well"


def choose_sets(key: str) -> list[str]:
    """The batteries to be entered; to begin with, those that make a baseline."""
    chosen: list[str] = st.pills(
        "Which tests?",
        list(battery().sets),
        selection_mode="multi",
        default=list(battery().baseline),
        format_func=battery().sets.__getitem__,
        key=f"tb-sets-{key}",
    )
    return chosen


def ask(sets: Sequence[str], key: str, beside: Beside) -> list[Typed]:
    """What is typed at the moment, side by side, in the order of the batteries."""
    typed: list[Typed] = []
    for name in battery().sets:
        if name in sets:
            st.markdown(f"#### {battery().sets[name]}")
            typed += [one for test in battery().of(name) for one in _test(test, key, beside)]
    return typed


def is_baseline(key: str, value: bool = False) -> bool:
    """Whether what is entered was measured when well."""
    return st.checkbox(_BASELINE, value=value, key=f"tb-well-{key}", on_change="ignore")


def _test(test: FieldTest, key: str, beside: Beside) -> Iterator[Typed]:
    with st.container(border=True, gap="small"):
        st.markdown(f"**{as_typed(test.title)}** :gray[{as_typed(_unit(test))}]")
        st.caption(as_typed(test.protocol))
        for side, column in zip(test.places, st.columns(len(test.places), gap="medium"), strict=True):
            with column:
                yield one_side(test, side, f"{place(test.key, side)}-{key}", beside)


def one_side(
    test: FieldTest, side: str | None, key: str, beside: Beside, was: TestResult | None = None
) -> Typed:
    """The fields of one side; `was` is the result being corrected."""
    label = SIDES[side] if side else "Result"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        value = _value(test, label, key, was.value if was else None)
        pain = _number("Pain, 0-10", f"tb-pain-{key}", was.pain_during if was else None, 1.0, _PAIN)
    if test.hold and was is None:
        stopwatch(f"tb-watch-{key}", f"{test.title}, {label.lower()}", f"tb-value-{key}")
    seen: tuple[str, ...] = ()
    if test.asks_compensations:
        seen = tuple(
            st.pills(
                "What was seen",
                list(COMPENSATIONS),
                selection_mode="multi",
                default=list(was.compensations) if was else [],
                format_func=COMPENSATIONS.__getitem__,
                key=f"tb-seen-{key}",
                on_change="ignore",
            )
        )
    beside.field(place(test.key, side))
    return Typed(test, side, value, pain, seen)


def _value(test: FieldTest, label: str, key: str, value: float | None) -> float | None:
    if test.kind not in (SCORED, JUDGED):
        step = 0.1 if test.unit == "m/s" else 1.0
        return _number(f"{label}, {test.unit}", f"tb-value-{key}", value, step, _NUMBER)
    marks = list(_PASS) if test.kind == JUDGED else list(range(int(test.low), int(test.high) + 1))
    chosen = st.segmented_control(
        label,
        marks,
        default=None if value is None else int(value),
        format_func=lambda mark: _PASS[mark] if test.kind == JUDGED else str(mark),
        key=f"tb-value-{key}",
        on_change="ignore",
        width="stretch" if test.kind == JUDGED else "content",
    )
    return None if chosen is None else float(chosen)


def _number(label: str, key: str, value: float | None, step: float, width: int) -> float | None:
    typed: float | None = st.number_input(
        label,
        value=value,
        step=step,
        format="%g",
        key=key,
        on_change="ignore",
        placeholder="–",
        width=width,
    )
    return typed


def _unit(test: FieldTest) -> str:
    if test.kind == JUDGED:
        return "pass or not yet"
    if test.kind == SCORED:
        return f"score {test.low:g} to {test.high:g}"
    goal = f", goal {test.goal:g}" if test.goal is not None else ""
    return f"{test.unit}{goal}"
