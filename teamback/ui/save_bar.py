"""How a form is saved: what is missing or unusual is said, and what was typed is never lost."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from teamback.record.refusal import Refusal
from teamback.ui.beside import Beside, at_most, who_was_first
from teamback.ui.plain import as_typed

_ANYWAY = "It is right, save"


def save(
    key: str,
    beside: Beside,
    asking: Sequence[str] = (),
    words: tuple[str, str] | None = None,
    changed: str | None = None,
) -> bool:
    """Save, always in view: true when what was typed is to be saved.

    With something in `asking`, a first press shows it (or what `words` say instead) and a second button; only
    what was asked once is saved by that. `changed` names who was first; refusals are said above the buttons.
    """
    says, anyway = words or ("  \n".join(as_typed(sentence) for sentence in at_most(asking)), _ANYWAY)
    name = f"tb-asked-{key}"
    asked: frozenset[str] = st.session_state.get(name, frozenset())
    with always_in_view():
        above = st.container(gap="xsmall")
        with st.container(horizontal=True, gap="small"):
            left = st.empty()
            pressed = st.button("Save", type="primary", width="stretch", key=f"tb-go-{key}")
        with above:
            beside.field("")
            if changed and not pressed:
                who_was_first(changed)
            if not asking or not (pressed or asked):
                return pressed and not asking
            if left.button(anyway, width="stretch", key=f"tb-anyway-{key}") and asked.issuperset(asking):
                return True
            st.session_state[name] = asked | set(asking)
            st.warning(says, icon=":material/help:")
    return False


def always_in_view() -> DeltaGenerator:
    """The place at the foot of a form that stays in view however long the form is."""
    return st.container(key="tb-save")


def save_when_whole(label: str, refusals: Sequence[Refusal], key: str, lines: int = 9) -> bool:
    """A button that is disabled while something is missing, with what is: so many sentences at most."""
    for sentence in at_most([refusal.sentence for refusal in refusals], lines):
        st.caption(f":material/info: {as_typed(sentence)}")
    why_not = refusals[0].sentence if refusals else None
    return st.button(label, type="primary", disabled=bool(refusals), help=why_not, key=key)
