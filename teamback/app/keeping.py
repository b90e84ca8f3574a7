"""How what a form gives is kept: who was first is named, and what was kept can be undone at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import streamlit as st

from teamback.app import alert_watch
from teamback.app.here import Here
from teamback.app.opening import open_store
from teamback.record.event import Event
from teamback.record.events import RedFlagScreen, SheetAcknowledged
from teamback.record.refusal import ChangedSince, Refusal
from teamback.record.scope import Scope
from teamback.rounds.check_ins.kept_together import Together
from teamback.rounds.keeping import keep as keep_checked
from teamback.store.appending import Entry
from teamback.ui.beside import Beside, refused
from teamback.ui.form import Form

_SAID, _SEEN, _KEPT, _CHANGED = "_said", "_seen", "_kept", "_changed"


def keep(events: Sequence[Event | Entry], by: Scope, seen: int | None, saying: str) -> None:
    """Stores what a form gives as one batch, then draws the page anew with a word of confirmation.

    `seen` is the head when the form was drawn: who changed the same subject since is named instead.
    """
    store = open_store()
    as_entries = [item if isinstance(item, Entry) else Entry(item) for item in events]
    try:
        kept = keep_checked(store, as_entries, by, seen)
    except ChangedSince:
        # The change has been told now: a second press saves, also in a panel that runs as a fragment.
        st.session_state[_SEEN] = dict.fromkeys(st.session_state.get(_SEEN, {}), store.head())
        raise
    if any(isinstance(entry.event, RedFlagScreen) for entry in as_entries):
        alert_watch.call()
    done(kept.start, saying)


def _keep_urgent(events: Sequence[Event | Entry], alone: Sequence[Event | Entry], by: Scope) -> None:
    """Keeps what waits for nothing: where the whole batch cannot be kept, `alone` is."""
    with saying_why():
        try:
            keep(events, by, None, "")
        except Refusal:
            keep(alone, by, None, "")


def keep_check_in(kept: Together, urgent: bool, by: Scope, form: Form, beside: Beside) -> None:
    """Keeps what a check-in gives; a confirmed warning sign at once, whatever else refuses."""
    if urgent:
        return _keep_urgent(kept.screens if kept.refusals else kept.entries, kept.screens, by)
    if kept.refusals:
        return beside.say(kept.refusals)
    form.keep(kept.entries, "", beside)


def done(batch: int, saying: str) -> None:
    """Draws the page anew with a word about the batch that was kept: it can be undone at once."""
    _forget_seen()
    st.session_state.pop(_CHANGED, None)
    st.session_state[_KEPT] = (batch, saying)
    st.session_state[_SAID] = saying
    st.rerun()


def acknowledge(here: Here) -> None:
    """The coach's word that the training sheet in view was read, as it stands."""
    read = SheetAcknowledged(day=here.day, squad=here.squad.squad, as_of=here.seen)
    with saying_why():
        keep([read], here.scope, None, "Acknowledged")


def say(saying: str) -> None:
    """Draws the page anew with a word about what was done and cannot be undone here."""
    _forget_seen()
    st.session_state.pop(_CHANGED, None)
    st.session_state[_SAID] = saying
    st.rerun()


def form(here: Here, key: str) -> Form:
    """A form that is open from now on: whoever changes the same subject before it is saved is named."""
    heads: dict[str, int] = st.session_state.setdefault(_SEEN, {})
    seen = heads.setdefault(key, here.seen)
    told, sentence = st.session_state.get(_CHANGED, ("", ""))
    changed = sentence if told == key else None
    return Form(key, here.today, seen, changed, partial(_keep_typed, here.scope, key, seen))


def _keep_typed(
    by: Scope,
    key: str,
    seen: int,
    events: Sequence[Event | Entry],
    saying: str,
    beside: Callable[[Refusal], None],
) -> None:
    """As `keep`, for a form that runs as a fragment: a refusal goes to `beside`, all typed is still there.

    Who was first is said after the whole page was drawn anew, with their change in view.
    """
    try:
        keep(events, by, seen, saying)
    except ChangedSince as change:
        st.session_state[_CHANGED] = (key, change.sentence)
        st.rerun()
    except Refusal as refusal:
        beside(refusal)


def just_kept() -> tuple[int, str] | None:
    """The batch that was kept last on this page, and what was said of it: it can be undone at once."""
    batch: tuple[int, str] | None = st.session_state.get(_KEPT)
    return batch


def undo(batch: int, by: Scope, reason: str) -> None:
    """Makes a batch count no longer, then draws the page anew with a word of confirmation."""
    open_store().undo(batch, by, reason)
    _forget_seen()
    st.session_state.pop(_KEPT, None)
    st.session_state[_SAID] = "Undone."
    st.rerun()


def _forget_seen() -> None:
    st.session_state.pop(_SEEN, None)


def forget() -> None:
    """Another page was opened: no form of the page before is open any more."""
    _forget_seen()
    st.session_state.pop(_KEPT, None)
    st.session_state.pop(_CHANGED, None)


def just_said() -> str | None:
    """The word of confirmation that is still to be shown, once."""
    said: str | None = st.session_state.pop(_SAID, None)
    return said


@contextmanager
def saying_why() -> Iterator[None]:
    """Shows a refusal as its sentence, in place; what was typed stays."""
    try:
        yield
    except Refusal as refusal:
        refused(refusal)


@contextmanager
def refusing(beside: Beside) -> Iterator[None]:
    """Shows a refusal beside the field it is about; what was typed stays."""
    try:
        yield
    except Refusal as refusal:
        beside.say([refusal])
