"""The people of a squad as a table, on a phone as cards: who is here, and who was."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.record.events import Left
from teamback.record.words import SPORTS, short_day
from teamback.rounds.people import Person
from teamback.ui.plain import as_typed

ADD, MAKE, SETTINGS = -1, -2, -3
"""What may be opened besides an athlete, whose numbers are above 0."""
DETAILS, SQUADS, CHECK_IN = "Details", "Squads", "Check-in"
GUARDIANS, CONSENTS, RECORD = "Guardians", "Consents", "Record"
SIDES = (DETAILS, SQUADS, CHECK_IN, GUARDIANS, CONSENTS, RECORD)
_ROW = 35


def no_squad_yet() -> None:
    """What to do with an empty store."""
    st.info("There is no squad yet. Make the first one, then add its athletes.", icon=":material/info:")


def buttons() -> int | None:
    """Add an athlete, make a squad, or mend the one in view; gives which was pressed."""
    with st.container(horizontal=True, vertical_alignment="center"):
        adding = st.button("Add an athlete", icon=":material/person_add:", type="primary", key="people-add")
        making = st.button("New squad", icon=":material/group_add:", key="people-make")
        mending = st.button("This squad", icon=":material/edit:", key="people-squad")
        st.caption("Choose an athlete to correct details, to move them or to let them go.")
    return ADD if adding else MAKE if making else SETTINGS if mending else None


def choose_side(who: Person, guarded: bool, lead: bool, key: str) -> str:
    """Which side of an athlete's panel is in view; for somebody who left, coming back is first.

    `guarded`: a guardian may be needed, or is on record; `lead`: the whole record may be handed out.
    """
    return st.segmented_control(
        "Show",
        [DETAILS, SQUADS, CHECK_IN, *([GUARDIANS, CONSENTS] if guarded else []), *([RECORD] if lead else [])],
        default=DETAILS if who.is_here else SQUADS,
        required=True,
        label_visibility="collapsed",
        key=f"{key}-side",
    )


def here(people: Sequence[Person], squad: str, today: dt.date, key: str) -> int | None:
    """Who is on the squad; gives the athlete whose row was opened."""
    if not people:
        st.info("Nobody is on this squad yet. Add an athlete.", icon=":material/info:")
        return None
    with st.container(key="people_table"):
        opened = _table(people, _about(people, squad, today), key)
    with st.container(key="people_cards", gap="xsmall"):
        return _cards(people, lambda who: _in_short(who, today), key) or opened


def gone(people: Sequence[Person], today: dt.date, key: str) -> int | None:
    """Who was on the squad; gives the athlete whose row was opened."""
    if not people:
        return None
    with (
        st.expander(f"Left this squad ({len(people)})", expanded=False),
        st.container(key="people_gone", gap="xsmall"),
    ):
        return _cards(people, lambda who: _left(who, today), key)


def _table(people: Sequence[Person], columns: dict[str, Any], key: str) -> int | None:
    chosen = st.dataframe(
        pa.table(columns),
        key=key,
        hide_index=True,
        height=(len(people) + 1) * _ROW + 3,
        row_height=_ROW,
        on_select="rerun",
        selection_mode="single-cell",
        placeholder="–",
        column_config=_CONFIG,
        alt="The people of the squad, by name. A row opens the athlete.",
    )
    picked = chosen["selection"]["cells"]
    return people[picked[0][0]].athlete if picked else None


def _about(people: Sequence[Person], squad: str, today: dt.date) -> dict[str, Any]:
    who = [person.named.event for person in people]
    columns: dict[str, Any] = {
        "known_as": [one.known_as for one in who],
        "name": [one.name for one in who],
        "position": [one.position for one in who],
        "age": pa.array([person.age for person in people], pa.int64()),
        "sport": [SPORTS.get(one.sport or "", one.sport) for one in who],
        "since": [short_day(person.move.event.day, today) for person in people],
        "loan": ["On loan" if person.loan else None for person in people],
        "also": [_also(person, squad) for person in people],
        "ids": [", ".join(one.external_ids) or None for one in who],
    }
    empty = [name for name in ("loan", "also") if not any(columns[name])]
    return {name: column for name, column in columns.items() if name not in empty}


def _also(who: Person, squad: str) -> str | None:
    others = [stay.name for stay in who.stays if stay.until is None and stay.squad != squad]
    return ", ".join(others) or None


def _cards(people: Sequence[Person], about: Callable[[Person], str], key: str) -> int | None:
    tapped = None
    for who in people:
        label = f"**{as_typed(who.known_as)}** &nbsp; {as_typed(about(who))}"
        if st.button(label, key=f"{key}-{who.athlete}", width="stretch"):
            tapped = who.athlete
    return tapped


def _in_short(who: Person, today: dt.date) -> str:
    facts = [
        who.named.event.position,
        f"{who.age} years" if who.age is not None else None,
        f"since {short_day(who.move.event.day, today)}",
        "on loan" if who.loan else None,
    ]
    return " · ".join(fact for fact in facts if fact)


def _left(who: Person, today: dt.date) -> str:
    move = who.move.event
    reason = move.reason if isinstance(move, Left) and move.reason else "no reason given"
    return f"left {short_day(move.day, today)}, {reason}"


_CONFIG = {
    "known_as": st.column_config.TextColumn("Known as", width=150),
    "name": st.column_config.TextColumn("Name", width=190),
    "position": st.column_config.TextColumn("Position", width=120),
    "age": st.column_config.NumberColumn("Age", width=60, help="Years, today"),
    "sport": st.column_config.TextColumn("Sport", width=110),
    "since": st.column_config.TextColumn("On the squad since", width=150),
    "loan": st.column_config.TextColumn("Loan", width=90),
    "also": st.column_config.TextColumn("Also on", width=130),
    "ids": st.column_config.TextColumn("External ids", width=220, help="system:id, as imports know them"),
}
