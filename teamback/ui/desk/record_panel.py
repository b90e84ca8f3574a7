"""Everything that is held on one person: handed out as files, erased, or made anonymous by two people."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from teamback.record.own_data_words import REMOVALS
from teamback.record.words import short_day, who
from teamback.rounds.own_data.removal import ANONYMISE, ERASE, Removal
from teamback.ui.beside import Beside
from teamback.ui.plain import as_typed

ASK, CARRY_OUT, WITHDRAW = "ask", "carry_out", "withdraw"
DONE = {
    ASK: "Asked for. Another lead clinician or administrator carries it out.",
    CARRY_OUT: "Done. History says until when backups hold this person.",
    WITHDRAW: "The request was taken back.",
}
_WHAT = {
    ERASE: "Erase: everything held on this person is deleted. The journal keeps numbers, days and digests.",
    ANONYMISE: "Make anonymous: name, date of birth, ids, contacts and every free text go; scores and days "
    "stay for statistics, of nobody.",
}


@dataclass(frozen=True)
class Wanted:
    """What was pressed: asked for, carried out or taken back; how, and why."""

    act: str
    how: str
    reason: str


def hand_out(known_as: str, made: Callable[[], bytes], today: dt.date) -> None:
    """The whole record as files, made when it is asked for."""
    st.write(
        "A page to read and a file a kind of entry: everything that is held, also what was corrected, and "
        "who opened it. It holds clinical content. The log of openings keeps that it was handed out."
    )
    st.download_button(
        "Everything held on this person (ZIP)",
        made,
        f"record-{today}.zip",
        "application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
        key="record-export",
    )
    st.caption(f"Give it to {as_typed(known_as)} in person, or by a way that only they can open.")


def ask_removal(stands: Removal, me: str, today: dt.date, key: str, beside: Beside) -> Wanted | None:
    """How it stands with a removal, and what can be done now; gives what was pressed."""
    st.markdown("**Remove from the record**")
    st.write(_how_long(stands, today))
    if stands.asked:
        return asked_for(stands, me, today, key, beside)
    how = st.radio("How", list(_WHAT), format_func=REMOVALS.__getitem__, horizontal=True, key=f"{key}-how")
    st.caption(_WHAT[how])
    reason = st.text_input(
        "Why (stays in the journal: without the person's name)", max_chars=200, key=f"{key}-why"
    )
    beside.field("reason")
    if how == ANONYMISE and stands.on_a_squad:
        st.info("They are still on a squad: let them leave it first.", icon=":material/info:")
        return None
    if stands.why_kept:
        pressed = st.button(f"Ask for it: {REMOVALS[how].lower()}", key=f"{key}-ask")
        beside.field("")
        return Wanted(ASK, how, reason.strip()) if pressed else None
    return _carry_out(stands, how, reason.strip(), key, beside)


def _how_long(stands: Removal, today: dt.date) -> str:
    last = f"Last contact: {short_day(stands.last_contact, today)}. " if stands.last_contact else ""
    return (
        f"{last}{stands.why_kept or 'The years that it has to be kept are over: one person may remove it.'}"
    )


def asked_for(
    stands: Removal, me: str, today: dt.date, key: str, beside: Beside, clinical: bool = True
) -> Wanted | None:
    """A request, and what this person can do about it; gives what was pressed.

    `clinical` is whether they may read why, and take it back.
    """
    asked = stands.asked
    assert asked is not None
    how, reason = asked.event.how, asked.event.reason
    on = short_day(asked.recorded_at.date(), today)
    st.warning(
        f"**{as_typed(who(asked.recorded_by))} asked on {on}: {REMOVALS[how].lower()}.**  \n"
        f"{f'Reason: {as_typed(reason)}' if clinical else ''}",
        icon=":material/person_remove:",
    )
    if clinical and st.button("Take the request back", key=f"{key}-back"):
        return Wanted(WITHDRAW, how, reason)
    if refusal := stands.refusal(how, me):
        st.info(as_typed(refusal), icon=":material/info:")
        beside.field("")
        return None
    return _carry_out(stands, how, reason, key, beside)


def _carry_out(stands: Removal, how: str, reason: str, key: str, beside: Beside) -> Wanted | None:
    sure = st.checkbox("I know that this cannot be taken back.", key=f"{key}-sure")
    name = f"{REMOVALS[how]}: {stands.known_as}"
    pressed = st.button(as_typed(name), type="primary", disabled=not sure, key=f"{key}-do")
    beside.field("")
    return Wanted(CARRY_OUT, how, reason) if pressed else None
