"""What a home programme starts from: the equipment at hand, what provokes pain, a flare."""

from collections.abc import Sequence

import streamlit as st

from teamback.clinic.exercise.home_programme import FEWEST, MINUTES, MOST, Chosen, Wishes
from teamback.record.exercise_words import EQUIPMENT, PROVOKES
from teamback.ui.exercise.plan_words import title_of
from teamback.ui.plain import as_typed

_AT_HAND = [name for name in EQUIPMENT if name != "bodyweight"]


def at_hand(key: str, now: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The equipment at home as typed, and whether it is to be saved."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.pills(
            "At hand at home (bodyweight always is)",
            _AT_HAND,
            selection_mode="multi",
            default=[name for name in now if name in _AT_HAND],
            format_func=EQUIPMENT.__getitem__,
            key=f"tb-hand-{key}",
        )
        typed = tuple(name for name in _AT_HAND if name in chosen)
        saved = st.button("Save equipment", key=f"tb-hand-save-{key}", disabled=set(typed) == set(now))
    return typed, saved


def wishes(key: str, equipment: Sequence[str], stage: int, flare: bool) -> tuple[Wishes, bool]:
    """What a proposal has to respect, and whether one is asked for."""
    avoid = st.pills(
        "Provoked by (left out)",
        list(PROVOKES),
        selection_mode="multi",
        format_func=PROVOKES.__getitem__,
        key=f"tb-avoid-{key}",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        gentle = st.toggle("Pain-free only (flare)", value=flare, key=f"tb-gentle-{key}")
        asked = st.button("Propose a programme", icon=":material/lightbulb:", key=f"tb-propose-{key}")
    st.caption(f"{FEWEST} to {MOST} exercises, at most {MINUTES} min, one a pillar. House rule.")
    return Wishes(frozenset(equipment), stage, frozenset(avoid), gentle), asked


def reasons(key: str) -> None:
    """Why each exercise of the last proposal was chosen."""
    chosen: Sequence[Chosen] = st.session_state.get(f"tb-why-{key}", ())
    if chosen:
        with st.expander("Why these exercises", icon=":material/help:", expanded=True):
            st.markdown(
                "\n".join(f"- **{as_typed(title_of(c.exercise.key))}**: {as_typed(c.why)}" for c in chosen)
            )


def keep_reasons(key: str, chosen: Sequence[Chosen]) -> None:
    """Keeps a proposal's reasons in view."""
    st.session_state[f"tb-why-{key}"] = tuple(chosen)


def time(minutes: float) -> None:
    """How long the programme takes."""
    st.markdown(f":material/timer: **{minutes:g} min** of at most {MINUTES}")
