"""The accounts as a list, what one of them is, and what happened lately at the door."""

import datetime as dt
from collections.abc import Mapping, Sequence

import pyarrow as pa
import streamlit as st

from teamback.record.account import ACCESS, ROLES, AccessLine, Account
from teamback.record.words import PROFESSIONS, short_day
from teamback.ui.plain import as_typed

ADD = -1
"""What may be opened besides an account, whose numbers are above 0."""
RESET, DISABLE, ENABLE = "reset", "disable", "enable"


def add_button() -> int | None:
    """Add an account."""
    with st.container(horizontal=True, vertical_alignment="center"):
        adding = st.button("Add an account", icon=":material/person_add:", type="primary", key="accounts-add")
        st.caption("Choose an account to reset its password, or to disable it.")
    return ADD if adding else None


def choose(accounts: Sequence[Account], squads: Mapping[str, str], key: str) -> int | None:
    """A row an account; gives the one that was opened."""
    opened = None
    with st.container(key="people_gone", gap="xsmall"):
        for account in accounts:
            label = f"**{as_typed(account.person)}** &nbsp; {as_typed(_in_short(account, squads))}"
            if st.button(label, key=f"{key}-{account.number}", width="stretch"):
                opened = account.number
    if not accounts:
        st.info("There is no account yet. Add the first one.", icon=":material/info:")
    return opened


def _in_short(account: Account, squads: Mapping[str, str]) -> str:
    facts = [ROLES[account.role], account.sign_in, _state(account)]
    if account.squads is not None:
        facts.insert(1, ", ".join(sorted(squads.get(squad, squad) for squad in account.squads)))
    return " · ".join(fact for fact in facts if fact)


def _state(account: Account) -> str:
    if account.disabled:
        return "disabled"
    return "has a one-time password" if account.must_change else ""


def details(account: Account, squads: Mapping[str, str]) -> str | None:
    """Who an account is for, and what can be done about it; gives what was asked for."""
    serves = "All squads"
    if account.squads is not None:
        serves = ", ".join(sorted(squads.get(squad, squad) for squad in account.squads))
    lines = {
        "Signs in as": account.sign_in,
        "Role": f"{ROLES[account.role]}, as {PROFESSIONS[account.profession]}",
        "Squads": "Own record alone" if account.role == "athlete" else serves,
        "State": _state(account).capitalize() or "May sign in",
    }
    st.markdown("  \n".join(f"{label}: **{as_typed(value)}**" for label, value in lines.items()))
    if account.identity:
        st.caption("Comes through the club's own sign-in: there is no password here.")
    key = f"account-{account.number}"
    if not account.identity and st.button("Reset the password", key=f"{key}-reset", width="stretch"):
        return RESET
    if account.disabled:
        return ENABLE if st.button("Enable again", key=f"{key}-enable", width="stretch") else None
    return DISABLE if st.button("Disable", key=f"{key}-disable", width="stretch") else None


def tell_once(name: str, once: str) -> bool:
    """The one-time password, until somebody says that it was passed on."""
    st.success(f"One-time password of {as_typed(name)}. It has to be changed at the first sign-in.")
    st.code(once, language=None)
    return st.button("Passed on", key="accounts-told", help="It is not shown again.")


def lately(lines: Sequence[AccessLine], accounts: Sequence[Account], zone: dt.tzinfo) -> None:
    """The newest lines of the log of sign-ins and accounts, in the time of a place."""
    at = [line.done_at.astimezone(zone) for line in lines]
    names = {account.number: account.sign_in for account in accounts}
    columns = {
        "When": [f"{short_day(when.date())} {when:%H:%M}" for when in at],
        "Account": [_whose(line, names) for line in lines],
        "What": [ACCESS[line.what] for line in lines],
        "By": [line.done_by for line in lines],
        "From": [line.about if line.what == "failed" else None for line in lines],
    }
    with st.expander("What happened lately", expanded=False):
        st.dataframe(
            pa.table(columns), hide_index=True, placeholder="–", alt="Sign-ins and changes, newest first."
        )


def _whose(line: AccessLine, names: Mapping[int, str]) -> str:
    if line.account is None:
        return "a name that has no account"
    return names.get(line.account, "an account that was erased")
