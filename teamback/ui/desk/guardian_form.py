"""The guardians of an athlete under age, what they consented to, and the forms for both."""

import datetime as dt
from collections.abc import Sequence
from html import escape

import streamlit as st

from teamback.record.events import Consent, Guardian
from teamback.record.kept import Kept
from teamback.record.own_data_words import CONSENTS, GUARDIANS, NEEDED_CONSENTS
from teamback.record.words import short_day, who
from teamback.rounds.own_data.guardians import Guarded, consent_refusals, guardian_refusals, no_longer
from teamback.rounds.people import Person
from teamback.ui.beside import Beside
from teamback.ui.form import Form
from teamback.ui.plain import as_typed

_LONG_AGO = dt.timedelta(days=3660)


def notice(missing: Sequence[tuple[Person, list[str]]], unknown: Sequence[Person]) -> None:
    """Who is under age without a guardian's consent, by name; and of whom nobody knows the age."""
    if missing:
        lines = [
            f"**{as_typed(one.known_as)}** ({one.age}): {as_typed(', '.join(words).lower())}"
            for one, words in missing
        ]
        st.warning(
            "Under age, and a guardian's consent is missing:  \n" + "  \n".join(lines),
            icon=":material/family_restroom:",
        )
    if unknown:
        names = ", ".join(as_typed(one.known_as) for one in unknown[:8])
        more = f" and {len(unknown) - 8} more" if len(unknown) > 8 else ""
        st.caption(f"Date of birth not known, so nobody knows whether they are under age: {names}{more}.")


def write_guardian(form: Form, athlete: int, of: Guarded) -> None:
    """Who stands for the athlete, and the form of one more."""
    beside = Beside()
    gone = _standing_for(of, form.key)
    typed = _ask_guardian(form.key, athlete, form.today, beside)
    form.offer(beside, [typed], guardian_refusals(typed), f"{typed.name}: saved.")
    if gone:
        form.keep([no_longer(gone)], "Taken off.", beside)


def write_consent(form: Form, athlete: int, of: Guarded) -> None:
    """To what the guardians consented, and the form of the next word."""
    _consents(of, form.today)
    if not of.guardians:
        st.info("Add a guardian first: it is their word.", icon=":material/info:")
        return
    beside = Beside()
    typed = _ask_consent(form.key, athlete, of, form.today, beside)
    form.offer(beside, [typed], consent_refusals(typed, form.today), "Saved.")


def _standing_for(of: Guarded, key: str) -> Kept[Guardian] | None:
    """Everybody who stands for the athlete, with how to reach them; gives the one to be taken off."""
    gone = None
    for kept in of.guardians:
        one = kept.event
        with st.container(horizontal=True, vertical_alignment="center"):
            reach = [text for text in (one.phone, one.mail) if text]
            st.markdown(
                f"**{as_typed(one.name)}**, {GUARDIANS.get(one.relation, '').lower()}  \n"
                f"{as_typed(' · '.join(reach))}"
            )
            if st.button("Take off", key=f"{key}-off-{kept.seq}", type="tertiary"):
                gone = kept
    if not of.guardians:
        st.caption("No guardian is on record yet.")
    return gone


def _ask_guardian(key: str, athlete: int, today: dt.date, beside: Beside) -> Guardian:
    """A new guardian as typed."""
    name = st.text_input("Name of the guardian", max_chars=80, key=f"{key}-name")
    beside.field("name")
    relation = st.selectbox(
        "Relation",
        list(GUARDIANS),
        index=None,
        format_func=GUARDIANS.__getitem__,
        placeholder="Choose",
        key=f"{key}-relation",
        width=200,
    )
    beside.field("relation")
    phone = st.text_input("Phone", max_chars=30, key=f"{key}-phone")
    beside.field("phone")
    mail = st.text_input("E-mail", max_chars=80, key=f"{key}-mail")
    beside.field("mail")
    return Guardian(
        day=today,
        athlete=athlete,
        name=name.strip(),
        relation=relation or "",
        phone=phone.strip() or None,
        mail=mail.strip() or None,
    )


def _consents(of: Guarded, today: dt.date) -> None:
    """To what a guardian consented, by the latest word; what is needed and missing says so."""
    now = of.latest
    lines = []
    for what, label in CONSENTS.items():
        said = "missing" if what in NEEDED_CONSENTS else "not asked yet"
        if kept := now.get(what):
            word = "given" if kept.event.given else "withdrawn"
            on = short_day(kept.event.day, today)
            by = f"{escape(kept.event.given_by)}; entered by {escape(who(kept.recorded_by))}"
            note = f". {escape(kept.event.note)}" if kept.event.note else ""
            said = f"{word} {on} by {by}{note}"
        lines.append(f"<li><b>{label}</b>: {said}</li>")
    st.html(f'<ul class="tb-stays">{"".join(lines)}</ul>')


def _ask_consent(key: str, athlete: int, of: Guarded, today: dt.date, beside: Beside) -> Consent:
    """A guardian's word as typed: that something is allowed, or is not any longer."""
    what = st.selectbox(
        "Consent to",
        list(CONSENTS),
        index=None,
        format_func=CONSENTS.__getitem__,
        placeholder="Choose",
        key=f"{key}-what",
    )
    beside.field("what")
    given = st.radio("Their word", ["Given", "Withdrawn"], horizontal=True, key=f"{key}-given") == "Given"
    names = [kept.event.name for kept in of.guardians]
    by = st.selectbox(
        "Given by",
        names,
        index=0 if len(names) == 1 else None,
        placeholder="Choose a guardian",
        key=f"{key}-by",
    )
    beside.field("given_by")
    day = st.date_input(
        "From",
        value=today,
        min_value=today - _LONG_AGO,
        max_value=today,
        format="DD/MM/YYYY",
        key=f"{key}-day",
        width=160,
    )
    beside.field("day")
    note = st.text_input("Note", max_chars=200, placeholder="Signed form in the file", key=f"{key}-note")
    return Consent(
        day=day or today,
        athlete=athlete,
        what=what or "",
        given=given,
        given_by=by or "",
        note=note.strip() or None,
    )
