"""The lines of a plan as they are typed: one card an exercise with its days and its dose."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from teamback.clinic.exercise.home_programme import as_line
from teamback.record.clinical_words import PILLARS
from teamback.record.exercise_words import ASKED_OF_A_WEEK, PATTERNS, WEEKDAYS
from teamback.record.programme import ProgrammeLine
from teamback.record.words import SIDES
from teamback.rounds.exercise.programme import exercises
from teamback.ui.exercise import plan_home
from teamback.ui.exercise.plan_words import title_of
from teamback.ui.plain import as_typed

_AMOUNTS = {"sets": 1.0, "reps": 1.0, "hold_s": 5.0, "load_kg": 2.5, "minutes": 1.0}
_LABELS = {"sets": "Sets", "reps": "Reps", "hold_s": "Hold (s)", "load_kg": "Load (kg)", "minutes": "Minutes"}


def open_form(key: str, start: Sequence[ProgrammeLine], seen: int, carry: bool) -> None:
    """The form begins as the lines in force, anew whenever it was drawn for another state of the record.

    `seen` is that state; with `carry` what was typed before stays all the same.
    """
    held = f"{_draft(key)}-seen"
    if _draft(key) not in st.session_state or (st.session_state[held] != seen and not carry):
        begin_anew(key, start)
    st.session_state[held] = seen


def add(key: str, exercise: str) -> None:
    """Puts an exercise with its usual dose at the end, once."""
    lines: list[ProgrammeLine] = st.session_state[_draft(key)]
    if exercise not in {line.exercise for line in lines}:
        lines.append(as_line(exercises()[exercise]))


def begin_anew(key: str, lines: Sequence[ProgrammeLine]) -> None:
    """These lines in place of those of the form, and no reasons yet."""
    st.session_state[_draft(key)] = list(lines)
    plan_home.keep_reasons(key, ())
    st.session_state[f"{_draft(key)}-turn"] = _turn(key) + 1


def typed(key: str) -> list[ProgrammeLine]:
    """The lines with what is typed at the moment."""
    lines: list[ProgrammeLine] = st.session_state[_draft(key)]
    if not lines:
        st.info("No exercise yet: add one from the library below.", icon=":material/info:")
    else:
        st.caption("No day chosen: on every day.")
    return [_card(f"{key}-{_turn(key)}-{line.exercise}", line, lines) for line in list(lines)]


def _card(key: str, line: ProgrammeLine, lines: list[ProgrammeLine]) -> ProgrammeLine:
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{as_typed(title_of(line.exercise))}**", width=250)
            on = st.pills(
                "Days",
                list(range(len(WEEKDAYS))),
                selection_mode="multi",
                default=list(line.days),
                format_func=WEEKDAYS.__getitem__,
                label_visibility="collapsed",
                wrap=True,
                key=f"line-days-{key}",
            )
            st.button(
                "Take out",
                icon=":material/close:",
                type="tertiary",
                key=f"tb-out-{key}",
                on_click=lines.remove,
                args=(line,),
            )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            amounts: dict[str, Any] = {name: _amount(name, line, key) for name in _AMOUNTS}
            side = st.selectbox(
                "Side",
                list(SIDES),
                index=list(SIDES).index(line.side) if line.side in SIDES else None,
                format_func=SIDES.__getitem__,
                placeholder="–",
                key=f"line-side-{key}",
                width=115,
            )
            tempo = _text("Tempo", line.tempo, f"line-tempo-{key}")
            note = _text("Note", line.note, f"line-note-{key}")
    return ProgrammeLine(
        line.exercise, tuple(sorted(on)), **amounts, side=side, tempo=tempo, pillar=line.pillar, note=note
    )


def _amount(name: str, line: ProgrammeLine, key: str) -> float | None:
    value: float | None = getattr(line, name)
    return st.number_input(
        _LABELS[name],
        value=None if value is None else float(value),
        step=_AMOUNTS[name],
        format="%g",
        placeholder="–",
        key=f"line-{name}-{key}",
        width=95,
    )


def _text(label: str, value: str | None, key: str) -> str | None:
    return st.text_input(label, value=value or "", max_chars=80, key=key, width=175).strip() or None


def covered(days: dict[str, int]) -> None:
    """On how many days each asked pattern stands."""
    said = [
        f"**{PATTERNS[name]}** {days[name]} d" if days[name] else f"**{PATTERNS[name]} – none**"
        for name in ASKED_OF_A_WEEK
    ]
    st.markdown(f":material/grid_view: A week holds {' · '.join(said)}")


def stands_on(lines: Sequence[ProgrammeLine]) -> None:
    """How many exercises each of the three pillars has."""
    counts = {pillar: sum(line.pillar == pillar for line in lines) for pillar in PILLARS}
    said = [
        f"**{word}** {counts[name]}" if counts[name] else f"**{word} – none**"
        for name, word in PILLARS.items()
    ]
    st.markdown(f":material/foundation: Three pillars: {' · '.join(said)}")


def _draft(key: str) -> str:
    return f"tb-draft-{key}"


def _turn(key: str) -> int:
    turn: int = st.session_state.get(f"{_draft(key)}-turn", 0)
    return turn
