"""The demo's "view as": the product as each of its people sees it, without a sign-in."""

from collections.abc import Sequence

import streamlit as st

from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.ui.frame import asked_anew, tell

DEMO_STAFF = {
    "physio": Scope("Maya Ortiz", "physio", "clinician"),
    "doctor": Scope("Dr Lee", "doctor", "lead"),
    "s_and_c": Scope("Sam Carter", "S&C", "performance"),
    "coach": Scope("Rosa Bianchi", "coach", "coach"),
    "admin": Scope("Nils Aas", "administrator", "admin"),
}
_ATHLETE = "athlete"


def choose(athletes: Sequence[RosterAthlete]) -> Scope | None:
    """Who is looking, or None while that is not said yet."""
    options = {key: f"{scope.person}, {scope.profession}" for key, scope in DEMO_STAFF.items()}
    options[_ATHLETE] = "An athlete"
    # Where the choice is gone the address still says it: nobody becomes somebody else without being told.
    asked = asked_anew("as") if "as" in st.session_state else st.query_params.get("as")
    if asked in options:
        st.session_state["as"] = asked
    with st.sidebar:
        who = st.selectbox("View as", options, format_func=options.__getitem__, key="as", filter_mode=None)
        tell("as", who)
        return DEMO_STAFF[who] if who in DEMO_STAFF else _athlete(athletes)


def _athlete(athletes: Sequence[RosterAthlete]) -> Scope | None:
    names = {person.athlete: person.known_as for person in athletes}
    if not names:
        st.info("There is no athlete yet.")
        return None
    asked = asked_anew("who") or ""
    if asked.isdigit() and int(asked) in names:
        st.session_state["who"] = int(asked)
    number = st.selectbox("Athlete", names, format_func=names.__getitem__, key="who")
    tell("who", str(number))
    person = next(person for person in athletes if person.athlete == number)
    return Scope(person.known_as, "athlete", "athlete", frozenset({person.home}), number)
