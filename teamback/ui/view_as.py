"""Until there is a sign-in: the demo's "view as", and on a real store a form for name and profession."""

from collections.abc import Sequence

import streamlit as st

from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.record.words import PROFESSIONS
from teamback.ui.frame import asked_anew, tell

DEMO_STAFF = {
    "physio": Scope("Maya Ortiz", "physio", "clinician"),
    "doctor": Scope("Dr Lee", "doctor", "lead"),
    "s_and_c": Scope("Sam Carter", "S&C", "performance"),
    "coach": Scope("Rosa Bianchi", "coach", "coach"),
}
_ROLE_OF = {
    "doctor": "lead",
    "physio": "clinician",
    "psychologist": "clinician",
    "s_and_c": "performance",
    "analyst": "performance",
    "coach": "coach",
    "athlete": "athlete",
}
_ATHLETE = "athlete"


def choose(athletes: Sequence[RosterAthlete], demo: bool) -> Scope | None:
    """Who is looking, or None while that is not said yet."""
    return _in_the_demo(athletes) if demo else _by_name(athletes)


def _in_the_demo(athletes: Sequence[RosterAthlete]) -> Scope | None:
    options = {key: f"{scope.person}, {scope.profession}" for key, scope in DEMO_STAFF.items()}
    options[_ATHLETE] = "An athlete"
    if (asked := asked_anew("as")) in options:
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


def _by_name(athletes: Sequence[RosterAthlete]) -> Scope | None:
    """Asks name and profession once a visit; the journal records both with everything that is saved."""
    if "identity" in st.session_state:
        scope: Scope = st.session_state["identity"]
        with st.sidebar:
            st.caption(f"You are {scope.signature}")
            if st.button("Somebody else", icon=":material/switch_account:"):
                del st.session_state["identity"]
                st.rerun()
        return scope
    st.title("Who is here?", anchor=False)
    st.write("Everything you save is recorded with your name and profession.")
    words = {key: word for key, word in PROFESSIONS.items() if key in _ROLE_OF}
    profession = st.selectbox("Profession", words, format_func=words.__getitem__, index=None)
    own = _athlete(athletes) if profession == _ATHLETE else None
    name = "" if profession == _ATHLETE else st.text_input("Name", max_chars=60)
    if st.button("Continue", type="primary"):
        scope_or_none = own or _named(name, profession)
        if scope_or_none is None:
            st.error("Give your name and your profession.")
        else:
            st.session_state["identity"] = scope_or_none
            st.rerun()
    return None


def _named(name: str, profession: str | None) -> Scope | None:
    if not name.strip() or profession not in _ROLE_OF:
        return None
    return Scope(name.strip(), PROFESSIONS[profession], _ROLE_OF[profession])
