"""Which part of Assess is in view, and what it says before it saves."""

from collections.abc import Sequence

import streamlit as st

from teamback.record.refusal import Refusal
from teamback.ui.beside import at_most
from teamback.ui.plain import as_typed

RESULTS, ENTER, TOTALS, REVIEWS = "results", "enter", "totals", "reviews"
NO_VALUE = Refusal("There is no value. Enter it, or withdraw the entry instead.")
_VIEWS = {
    RESULTS: "Results",
    ENTER: "Enter tests",
    TOTALS: "Questionnaires",
    REVIEWS: "Check-ins and technique",
}


def choose(tested: bool, reads_totals: bool, batch: int) -> str:
    """Results where there are some, else the form; questionnaires for clinicians.

    After a saving (another `batch`) the results come into view, or again what is not about tests.
    """
    views = [view for view in _VIEWS if view != TOTALS or reads_totals]
    key, last = f"tb-assess-view-{batch}", st.session_state.get("tb-assess-last")
    if key not in st.session_state:
        stay = last in views and last in (TOTALS, REVIEWS)
        st.session_state[key] = last if stay else RESULTS if tested else ENTER
    chosen = st.segmented_control(
        "View",
        views,
        required=True,
        format_func=(_VIEWS if reads_totals else _VIEWS | {REVIEWS: "Technique"}).__getitem__,
        key=key,
        label_visibility="collapsed",
        wrap=True,
    )
    st.session_state["tb-assess-last"] = chosen
    return chosen or RESULTS


def go_to_reviews(athlete: int) -> None:
    """Another athlete comes into view, with their check-ins and technique."""
    for key in [name for name in st.session_state if str(name).startswith("tb-assess-view-")]:
        del st.session_state[key]
    st.session_state["tb-assess-last"] = REVIEWS
    st.session_state["athlete"] = athlete


def not_measured(missing: Sequence[str]) -> tuple[str, str]:
    """What is said of the tests without a value before the others are saved, and the button's word."""
    said = "  \n".join(as_typed(name) for name in at_most(missing))
    return f"Not measured:  \n{said}", "Save without them"
