"""What stands on the day: one card an exercise, ticked off in one tap, or paused for pain."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from teamback.clinic.exercise.exercises import Exercise, when_it_hurts
from teamback.record.clinical_words import COMPENSATIONS, PURPOSES, QUALITY
from teamback.rounds.exercise.programme import DueToday, exercises
from teamback.ui.beside import Beside
from teamback.ui.exercise.plan_words import dose, entered
from teamback.ui.plain import as_typed
from teamback.ui.score_buttons import one_word, zero_to_ten

_NONE = "none"
HURTS = "How much did it hurt?"
INSTEAD = "What did you do instead?"
QUALITY_ASKED, SEEN = "How did it go?", "What was seen?"


@dataclass(frozen=True)
class Entered:
    """What is typed on a card when its button is pressed; `as_planned`: the planned dose was done."""

    as_planned: bool
    quality: str | None = None
    compensations: tuple[str, ...] = ()
    paused_for_pain: float | None = None
    substitute: str | None = None
    answered: bool = True


def flare(motions: Sequence[Exercise]) -> None:
    """With a flare: gentle, pain-free motion comes first."""
    names = "".join(f"\n- {as_typed(exercise.title)}" for exercise in motions)
    said = "A flare was reported: gentle, pain-free motion first, full intensity later."
    st.info(f"**{said}** :small[House rule]\n{names}", icon=":material/self_improvement:")


def nothing_due(has_plan: bool) -> None:
    """The day is free, or there is no plan yet."""
    st.info(
        "Nothing is planned for this day."
        if has_plan
        else "There is no plan yet. Your physio or S&C makes it.",
        icon=":material/info:",
    )


def count(due: Sequence[DueToday]) -> None:
    """How many of the day's exercises have an entry."""
    told = sum(item.entry is not None for item in due)
    st.markdown(f"**{told} of {len(due)} entered**")


def head(item: DueToday, exercise: Exercise | None, in_full: bool) -> None:
    """Title and dose of a line; its cues too while it is still to be done, or `in_full`."""
    title = exercise.title if exercise else "An exercise that is no longer in the library"
    tempo = item.line.tempo or (exercise.tempo if exercise else "")
    how = " · ".join(part for part in (dose(item.line), tempo) if part)
    st.markdown(f"**{as_typed(title)}** :small[{PURPOSES[item.purpose]}]  \n{as_typed(how)}")
    if item.entry and not in_full:
        return
    if item.line.note:
        st.markdown(as_typed(item.line.note))
    if exercise:
        st.markdown("\n".join(f"- {as_typed(cue)}" for cue in exercise.cues))


def told(item: DueToday, key: str) -> bool:
    """What was entered for a line; true when it is to be corrected."""
    if item.entry is None:
        return False
    event = item.entry.event
    sign = ":material/check_circle:" if event.paused_for_pain is None else ":material/pause_circle:"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{sign} **{as_typed(entered(event))}**", width="stretch")
        return st.button("Correct", icon=":material/edit:", key=f"tb-plan-correct-{key}")


def ask(exercise: Exercise | None, at_hand: Sequence[str], key: str, beside: Beside) -> Entered | None:
    """What is entered for a line, once a button is pressed."""
    paused = f"tb-paused-{key}"
    if st.session_state.get(paused):
        return _paused(exercise, at_hand, key, beside, paused)
    with st.expander("Say how it went (optional)"):
        quality = one_word(QUALITY_ASKED, QUALITY, f"quality-{key}")
        seen = st.pills(
            SEEN,
            list(COMPENSATIONS),
            selection_mode="multi",
            format_func=COMPENSATIONS.__getitem__,
            key=f"tb-seen-{key}",
            on_change="ignore",
        )
    beside.field("")
    with st.container(horizontal=True):
        done = st.button("Done as planned", type="primary", icon=":material/check:", key=f"tb-done-{key}")
        turn = partial(st.session_state.__setitem__, paused, True)
        st.button("Pause for pain", icon=":material/pause:", key=f"tb-hurts-{key}", on_click=turn)
    return Entered(True, quality, tuple(seen)) if done else None


def _paused(
    exercise: Exercise | None, at_hand: Sequence[str], key: str, beside: Beside, paused: str
) -> Entered | None:
    """How much it hurt, and a gentler exercise in its place."""
    pain = zero_to_ten(HURTS, {0: "none", 10: "worst"}, f"pain-{key}")
    beside.field("paused_for_pain")
    offered = {e.key: e for e in when_it_hurts(exercise, exercises(), at_hand)} if exercise else {}
    names = {name: _offer(e) for name, e in offered.items()} | {_NONE: "Nothing, I stopped"}
    instead = st.radio(
        INSTEAD,
        list(names),
        index=None,
        format_func=names.__getitem__,
        captions=[*(e.cues[0] for e in offered.values()), ""],
        key=f"tb-instead-{key}",
    )
    beside.field("")
    with st.container(horizontal=True):
        saved = st.button("Save the pause", type="primary", key=f"tb-pause-{key}")
        turn = partial(st.session_state.__setitem__, paused, False)
        st.button("Back", key=f"tb-back-{key}", on_click=turn)
    if not saved:
        return None
    substitute = None if instead in (None, _NONE) else instead
    return Entered(
        False, paused_for_pain=pain, substitute=substitute, answered=pain is not None and instead is not None
    )


def _offer(exercise: Exercise) -> str:
    return f"{exercise.title} (pain-free)" if exercise.pain_free else exercise.title
