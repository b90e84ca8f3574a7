"""The form about an athlete: who they are, and since when they are on the squad."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from teamback.record.words import SEXES, SPORTS
from teamback.rounds.joining import Details
from teamback.rounds.people import Person
from teamback.ui.beside import Beside
from teamback.ui.plain import as_typed

_LONG_AGO = dt.date(1920, 1, 1)
_IDS_HELP = "How other systems name the athlete, one a line, as system:id. Imports find the athlete by it."
_LOAN_HELP = "Here for a time, from another squad or club."


def another_person(same: Sequence[str]) -> tuple[str, str]:
    """What is asked where somebody is called the same, and the word on the button."""
    return f"{' '.join(as_typed(line) for line in same)} Is this another person?", "Another person: save"


def ask(key: str, who: Person | None, sport: str, today: dt.date, beside: Beside) -> Details:
    """What is typed at the moment; `who` is the person being corrected, `sport` that of the squad."""
    was = who.named.event if who else None
    known_as = st.text_input(
        "Known as", value=was.known_as if was else "", max_chars=40, key=f"{key}-known", help=_KNOWN_HELP
    )
    beside.field("known_as")
    name = st.text_input("Full name", value=(was and was.name) or "", max_chars=80, key=f"{key}-name")
    with st.container(horizontal=True):
        born = st.date_input(
            "Date of birth",
            value=was.date_of_birth if was else None,
            min_value=_LONG_AGO,
            max_value=today,
            format="DD/MM/YYYY",
            key=f"{key}-born",
            width=150,
        )
        sex = _choice("Sex", SEXES, was.sex if was else None, f"{key}-sex")
    beside.field("date_of_birth")
    with st.container(horizontal=True):
        position = st.text_input(
            "Position", value=(was and was.position) or "", max_chars=30, key=f"{key}-position", width=150
        )
        sport_now = _choice("Sport", SPORTS, was.sport if was and was.sport else sport, f"{key}-sport")
    ids = st.text_area(
        "External ids",
        value="\n".join(was.external_ids) if was else "",
        height=80,
        placeholder="catapult:4711",
        help=_IDS_HELP,
        key=f"{key}-ids",
    )
    beside.field("external_ids")
    joined, loan = _stay(key, who, today)
    beside.field("joined")
    return Details(
        known_as=known_as.strip(),
        name=name.strip() or None,
        date_of_birth=born,
        sex=sex,
        position=position.strip() or None,
        sport=sport_now,
        external_ids=tuple(dict.fromkeys(line.strip() for line in ids.splitlines() if line.strip())),
        joined=joined,
        loan=loan,
    )


def _stay(key: str, who: Person | None, today: dt.date) -> tuple[dt.date | None, bool]:
    if who is not None and not who.is_here:
        return None, False
    with st.container(horizontal=True, vertical_alignment="bottom"):
        joined = st.date_input(
            "First day on the squad",
            value=who.move.event.day if who else today,
            min_value=_LONG_AGO,
            max_value=today,
            format="DD/MM/YYYY",
            key=f"{key}-joined",
            width=190,
        )
        loan = st.checkbox("On loan here", value=bool(who and who.loan), key=f"{key}-loan", help=_LOAN_HELP)
    return joined, loan


def _choice(label: str, words: dict[str, str], chosen: str | None, key: str) -> str | None:
    return st.selectbox(
        label,
        list(words),
        index=list(words).index(chosen) if chosen in words else None,
        format_func=words.__getitem__,
        placeholder="Not said",
        key=key,
        width=150,
    )


_KNOWN_HELP = "The name on every list of the product, also on the coach's sheet."
