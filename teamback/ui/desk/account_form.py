"""The form of a new account: who it is for, and what they may see."""

from collections.abc import Mapping

import streamlit as st

from teamback.record.account import BY_HAND, PROFESSIONS_OF_ROLE, ROLES, Account
from teamback.record.words import PROFESSIONS
from teamback.ui.beside import Beside

_ABOUT = {
    "clinician": "Everything of their squads.",
    "lead": "As a clinician, with rules, people and accounts.",
    "performance": "Load, sessions, pain and wellness scores, tests, stage, limits. No diagnosis, no notes.",
    "coach": "The training sheet.",
    "athlete": "Their own check-in and their own record.",
    "admin": "Accounts. Nothing about athletes.",
    "kiosk": "The names of their squads; athletes check in with a PIN. It shows no answer.",
}


def ask(
    key: str, squads: Mapping[str, str], athletes: Mapping[int, str], sso: bool, beside: Beside
) -> tuple[Account, bool]:
    """The account as typed, and whether its person comes through the club's own sign-in."""
    person = st.text_input("Name", max_chars=60, key=f"{key}-person", help=_NAME_HELP)
    beside.field("person")
    role = st.selectbox(
        "Role", BY_HAND, index=None, format_func=ROLES.__getitem__, key=f"{key}-role", filter_mode=None
    )
    beside.field("role")
    if role:
        st.caption(_ABOUT[role])
    fit = PROFESSIONS_OF_ROLE.get(role or "", ())
    profession = fit[0] if fit else ""
    if len(fit) > 1:
        profession = st.selectbox("Profession", fit, format_func=_capitals, key=f"{key}-profession-{role}")
    athlete = None
    if role == "athlete":
        athlete = st.selectbox(
            "Athlete", list(athletes), index=None, format_func=athletes.__getitem__, key=f"{key}-athlete"
        )
        beside.field("athlete")
    sign_in = st.text_input("Sign-in name", max_chars=80, key=f"{key}-name", help=_SIGN_IN_HELP)
    beside.field("sign_in")
    via = sso and st.checkbox("Comes through the club's own sign-in", key=f"{key}-sso", help=_SSO_HELP)
    serves = _squads(key, squads) if role not in (None, "athlete", "admin") else None
    return Account(sign_in, person, profession, role or "", serves, athlete), via


def _capitals(profession: str) -> str:
    return PROFESSIONS[profession].capitalize() if profession != "s_and_c" else PROFESSIONS[profession]


def _squads(key: str, squads: Mapping[str, str]) -> frozenset[str] | None:
    chosen = st.multiselect(
        "Squads", list(squads), format_func=squads.__getitem__, placeholder="All squads", key=f"{key}-squads"
    )
    return frozenset(chosen) if chosen else None


_NAME_HELP = "It stands beside everything this person saves."
_SIGN_IN_HELP = "Without spaces, such as an e-mail address."
_SSO_HELP = "The sign-in name is the e-mail address that the club's sign-in knows them by; no password here."
