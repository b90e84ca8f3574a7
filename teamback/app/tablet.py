"""Who checks in on the tablet at this moment: a name, then a PIN; forgotten when nothing happens."""

import datetime as dt
from dataclasses import dataclass, field, replace

import streamlit as st

from teamback.access.self_check_in import open_with_pin
from teamback.app import door
from teamback.app.opening import open_store
from teamback.record.scope import Scope

IDLE = dt.timedelta(seconds=60)
"""After so long without a tap the names come back: the next in the row does not go on where one left off."""
LOOKS_EVERY = 5
"""Seconds between two looks whether somebody is still there."""
_VISIT, _COUNT = "_tablet", "_tablet_visits"


@dataclass(frozen=True)
class Visit:
    """One athlete at the tablet: chosen, and let in once the PIN was right; `seen` is the head by then."""

    number: int
    athlete: int
    at: dt.datetime
    scope: Scope | None = None
    seen: int = 0
    typed: dict[str, object] = field(default_factory=dict)


def begin(athlete: int) -> None:
    """A name was tapped."""
    count = st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1
    st.session_state[_VISIT] = Visit(count, athlete, open_store().now())


def let_in(visit: Visit, tablet: Scope, pin: str) -> None:
    """The PIN is looked at; Refusal when it is not right."""
    store = open_store()
    scope = open_with_pin(store, door.THROTTLE, tablet, visit.athlete, pin)
    st.session_state[_VISIT] = replace(visit, scope=scope, at=store.now(), seen=store.head())


def visit(touched: bool = True) -> Visit | None:
    """Who is there; None once nothing was touched for IDLE. `touched`: this run comes from a tap."""
    there: Visit | None = st.session_state.get(_VISIT)
    if there is None:
        return None
    now, typed = open_store().now(), _typed(there)
    if now - there.at > IDLE:
        end()
        return None
    if touched or typed != there.typed:
        there = st.session_state[_VISIT] = replace(there, at=now, typed=typed)
    return there


def end() -> None:
    """The names again; what was typed is gone, and the form of the next one has other names."""
    there: Visit | None = st.session_state.pop(_VISIT, None)
    for key in _typed(there) if there else ():
        del st.session_state[key]


def form_key(there: Visit) -> str:
    """How the form of one visit is called: no other visit finds what was typed in it."""
    return f"tablet-visit-{there.number}-"


def _typed(there: Visit) -> dict[str, object]:
    mark = form_key(there)
    return {str(key): value for key, value in st.session_state.items() if mark in str(key)}
