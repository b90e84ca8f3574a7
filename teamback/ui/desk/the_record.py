"""Whether the record holds, where its backups stand, and who was removed from it."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from teamback.record.words import short_day, who
from teamback.rounds.history.chain import Checked
from teamback.rounds.own_data.backups import Removed, Standing
from teamback.rounds.own_data.removal import Removal
from teamback.ui.beside import Beside
from teamback.ui.desk.record_panel import Wanted, asked_for
from teamback.ui.plain import as_typed

_AT_MOST = 20


def ask(check: Callable[[Callable[[float], None]], Checked], zone: dt.tzinfo | None) -> None:
    """A button that checks the whole chain, and the answer in words."""
    st.subheader("Is it as it was written?", anchor=False)
    st.write("Reads every entry again and checks its digest, the chain through all of them, and its end.")
    if st.button("Verify the chain", icon=":material/verified_user:", key="history-verify"):
        place = st.empty()
        place.progress(0.0, "Reading the journal")
        found = check(partial(_progress, place))
        place.empty()
        answer(found, zone)


def _progress(place: DeltaGenerator, share: float) -> None:
    place.progress(share, f"Reading the journal: {share:.0%}")


def answer(found: Checked, zone: dt.tzinfo | None) -> None:
    """What a check found."""
    if found.faults:
        lines = "  \n".join(as_typed(fault) for fault in found.faults)
        st.error(
            f"**The record is not as it was written.**  \n{lines}  \nStop writing, keep this file as it is, "
            "and restore the last backup that verifies into a new store.",
            icon=":material/gpp_bad:",
        )
        return
    erased = f", {found.erased:,} of them erased" if found.erased else ""
    ends = (
        f"Its end is as the backup of {_moment(found.beside, zone)} has it."
        if found.beside
        else "There is no backup here to compare its end with: an end that was cut off would not be seen."
    )
    st.success(
        f"**The record is as it was written.**  \n{found.entries:,} entries{erased}: every digest and the "
        f"chain hold, and so does the log of who opened what ({found.readings:,} lines). {ends}",
        icon=":material/verified_user:",
    )
    st.caption(f"Head of the chain: {found.head[:16]}")


def backups(stands: Standing, zone: dt.tzinfo | None) -> None:
    """When the last backup was made, when the next one is, and what is missing."""
    st.subheader("Backups", anchor=False)
    if stands.last is None:
        st.warning("There is no backup here yet.", icon=":material/backup:")
    else:
        kept = "1 backup is" if stands.count == 1 else f"{stands.count} backups are"
        sealed = "encrypted" if stands.sealed else "not encrypted"
        st.write(f"The last one is of {_moment(stands.last, zone)}, {sealed}. {kept} kept here.")
    if not stands.wanted:
        st.info(
            "None is made by itself. Whoever runs the server makes a pair of keys with `teamback keys` and "
            "sets `TEAMBACK_BACKUP_RECIPIENT`.",
            icon=":material/info:",
        )
    elif stands.late:
        st.warning(
            "Last night's backup is missing: the reason stands in the log of the program.",
            icon=":material/warning:",
        )
    else:
        st.write(f"One is made every night at {stands.at:%H:%M}; none gets older than {stands.days} days.")


def requests(
    asked: Sequence[Removal], me: str, today: dt.date, beside: Beside, clinical: bool
) -> tuple[Removal, Wanted] | None:
    """Whom somebody asked to remove; gives what was pressed about whom."""
    pressed = None
    if asked:
        st.subheader("Waiting for a second person", anchor=False)
    for stands in asked:
        with st.container(border=True):
            st.markdown(f"**{as_typed(stands.known_as)}**")
            if wanted := asked_for(stands, me, today, f"history-{stands.athlete}", beside, clinical):
                pressed = stands, wanted
    return pressed


def removals(gone: Sequence[Removed], with_reasons: bool, zone: dt.tzinfo | None) -> None:
    """Who was removed: nobody's name, but by whom, and until when backups hold them."""
    st.subheader("Removed from the record", anchor=False)
    if not gone:
        st.caption("Nobody was erased or made anonymous yet.")
    for one in gone[:_AT_MOST]:
        asked = f", asked for by {who(one.asked_by)}" if one.asked_by else ""
        how = "Erased" if one.how == "erase" else "Made anonymous"
        reason = f" Reason: {one.reason}." if with_reasons else ""
        said = f"by {who(one.by)}{asked}; {one.entries:,} entries.{reason} {one.backups_in_words}"
        st.markdown(f"**{_moment(one.at, zone)}: {how}** {as_typed(said)}")


def _moment(at: dt.datetime, zone: dt.tzinfo | None) -> str:
    local = at.astimezone(zone or dt.UTC)
    day = short_day(local.date(), dt.datetime.now(zone or dt.UTC).date())
    return f"{day} {local:%H:%M}{'' if zone else ' UTC'}"
