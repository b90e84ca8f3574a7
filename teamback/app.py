"""The hall that every page comes through: the open store, who is here, squad and day in view, keeping."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from teamback.record.event import Event
from teamback.record.events import SquadNamed
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import ChangedSince, Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds import squads
from teamback.rounds.board import SquadDay
from teamback.rounds.coach_sheet import CoachSheet
from teamback.rounds.coach_sheet import coach_sheet as read_coach_sheet
from teamback.rounds.keeping import keep as keep_checked
from teamback.rounds.limits_now import bring_into_force
from teamback.rounds.squad_day import squad_day
from teamback.settings import Settings
from teamback.store import Store
from teamback.store import open_store as open_store_at
from teamback.store.appending import Entry
from teamback.store.queries.history import last_change
from teamback.store.queries.roster import roster
from teamback.store.queries.roster import squads as squads_of
from teamback.store.read_log import note_opened
from teamback.ui import frame

T = TypeVar("T")
_opening = threading.Lock()
_open: list[Store] = []
_SAID, _SCOPE, _ADMITTED, _READ = "_said", "_scope", "_admitted", "_read"
_SEEN, _PAGES, _KEPT, _PAGE, _CHANGED, _MENU = "_seen", "_pages", "_kept", "_page", "_changed", "_menu"


@cache
def settings() -> Settings:
    """What the surroundings said when this process began."""
    return Settings()


def open_store() -> Store:
    """The one store of this process, opened at the first call; Refusal when it cannot be."""
    with _opening:
        if not _open:
            store = open_store_at(settings().store, clock=settings().clock)
            bring_into_force(store, store.clock().date())
            _open.append(store)
        return _open[0]


def close_store() -> None:
    """Closes the store, so that another program may open its file."""
    with _opening:
        while _open:
            _open.pop().close()


@dataclass(frozen=True)
class Here:
    """What a squad page looks at: which squad, which day, and what was known (None: everything)."""

    store: Store
    scope: Scope
    squad: SquadNamed
    day: dt.date
    today: dt.date
    known_at: int | None
    seen: int

    @property
    def is_today(self) -> bool:
        """Whether the day in view is the squad's present day."""
        return self.day == self.today

    @property
    def now(self) -> dt.datetime:
        """The present in the squad's own time."""
        return squads.now_in(self.store, self.squad)


def admit(scope: Scope, pages: Mapping[str, StreamlitPage], draw_menu: Callable[[], None]) -> None:
    """Says, for this run alone, who is here and which pages their role has; only main.py calls it."""
    st.session_state[_SCOPE] = scope
    st.session_state[_PAGES] = pages
    st.session_state[_ADMITTED] = draw_menu


def _settled() -> None:
    """What is in view is known: it goes into the address and into the links of the menu."""
    frame.write_address()
    st.session_state[_MENU]()


def enter(title: str) -> Scope:
    """The first line of every page: draws its title and gives who is here.

    Stops a page that was reached past main.py, where roles are checked.
    """
    scope = _enter(title)
    _settled()
    return scope


def _enter(title: str) -> Scope:
    st.session_state[_MENU] = st.session_state.pop(_ADMITTED, None)
    if st.session_state[_MENU] is None:
        st.error("Open this page from the menu.")
        st.stop()
    if st.session_state.get(_PAGE) != title:
        st.session_state[_PAGE] = title
        _forget_seen()
        st.session_state.pop(_KEPT, None)
        st.session_state.pop(_CHANGED, None)
    frame.title(title)
    if said := st.session_state.pop(_SAID, None):
        st.toast(said, icon=":material/check:")
    scope: Scope = st.session_state[_SCOPE]
    return scope


def enter_squad(title: str, choose_day: bool = True) -> Here:
    """As `enter`, with the squad and day choosers at the top, both in the address."""
    with frame.head():
        return _in_view(_enter(title), choose_day)


def enter_desk(title: str) -> tuple[Scope, Here | None]:
    """As `enter_squad` for the present day, where there may be no squad yet."""
    with frame.head():
        scope = _enter(title)
        if squads_of(open_store(), scope):
            return scope, _in_view(scope, choose_day=False)
    _settled()
    return scope, None


def enter_to_record(title: str) -> Here:
    """As `enter_squad`, where something is written down: an athlete is here for themselves and for today."""
    with frame.head():
        scope = _enter(title)
        return _in_view(scope, True, past_state=False) if scope.athlete is None else _by_oneself(scope)


def _by_oneself(scope: Scope) -> Here:
    _settled()
    store = open_store()
    squad = squads_of(store, scope)[0]
    today = squads.now_in(store, squad).date()
    return Here(store, scope, squad, today, today, None, store.head())


def _in_view(scope: Scope, choose_day: bool, past_state: bool = True) -> Here:
    store = open_store()
    serving = squads_of(store, scope)
    if not serving:
        _settled()
        frame.nothing_here("There is no squad yet. Import a file, or add athletes under People.")
        st.stop()
    squad = frame.choose_squad(serving)
    today = squads.now_in(store, squad).date()
    day, as_it_stood = frame.choose_day(today, past_state) if choose_day else (today, False)
    _settled()
    known_at = squads.as_it_stood_on(store, squad, day) if as_it_stood else None
    change = last_change(store, known_at)
    frame.as_of(squads.now_in(store, squad), squads.local(squad, change) if change else None)
    return Here(store, scope, squad, day, today, known_at, store.head())


def once(here: Here, read: Callable[..., T], *about: object) -> T:
    """What a page shows of the squad in view, read once for a version of the record and a quarter of an hour.

    `read` is a round: it takes store, squad, day, known_at and scope, then what else it is about.
    """
    now = here.store.clock()
    quarter = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    asked = (here.squad.squad, here.day, here.known_at, here.scope, *about)
    version = (read.__module__, read.__name__, here.store.place, here.seen, quarter)
    found: T = _once(here.store, read, version, asked)
    return found


@st.cache_resource(max_entries=128, show_spinner=False)
def _once(
    _store: Store, _read: Callable[..., Any], version: tuple[object, ...], asked: tuple[Any, ...]
) -> Any:
    return _read(_store, *asked)


def board(here: Here) -> SquadDay:
    """The morning board in view."""
    return once(here, squad_day)


def coach_sheet(here: Here) -> CoachSheet:
    """The training sheet of the squad in view."""
    return once(here, read_coach_sheet)


def keep(events: Sequence[Event | Entry], by: Scope, seen: int | None, saying: str) -> None:
    """Stores what a form gives as one batch, then draws the page anew with a word of confirmation.

    `seen` is the head when the form was drawn: who changed the same subject since is named instead.
    """
    store = open_store()
    try:
        kept = keep_checked(store, events, by, seen)
    except ChangedSince:
        _forget_seen()  # the change is in view now: a second press saves
        raise
    done(kept.start, saying)


def done(batch: int, saying: str) -> None:
    """Draws the page anew with a word about the batch that was kept: it can be undone at once."""
    _forget_seen()
    st.session_state.pop(_CHANGED, None)
    st.session_state[_KEPT] = (batch, saying)
    st.session_state[_SAID] = saying
    st.rerun()


def keep_form(
    events: Sequence[Event | Entry], here: Here, form: str, saying: str, beside: Callable[[Refusal], None]
) -> None:
    """As `keep`, for a form that runs as a fragment: a refusal goes to `beside`, all typed is still there.

    Who was first is said after the whole page was drawn anew, with their change in view: see `changed`.
    """
    try:
        keep(events, here.scope, seen=seen(form, here), saying=saying)
    except ChangedSince as change:
        st.session_state[_CHANGED] = (form, change.sentence)
        st.rerun()
    except Refusal as refusal:
        beside(refusal)


def changed(form: str) -> str | None:
    """The sentence that names who was first, while the form that was refused for it is still open."""
    refused, sentence = st.session_state.get(_CHANGED, ("", ""))
    return sentence if refused == form else None


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


def seen(form: str, here: Here) -> int:
    """The head when a form was first drawn: what its writer has seen of the record."""
    heads: dict[str, int] = st.session_state.setdefault(_SEEN, {})
    return heads.setdefault(form, here.seen)


def _forget_seen() -> None:
    st.session_state.pop(_SEEN, None)


def links(here: Here, athlete: int) -> None:
    """From an athlete's row to their pages."""
    pages = st.session_state[_PAGES]
    address = {"squad": here.squad.squad, "athlete": str(athlete)}
    with st.container(horizontal=True):
        for file, label in (("athlete/story", "Open story"), ("athlete/check_in", "Enter check-in")):
            if file in pages:
                st.page_link(pages[file], label=label, query_params=address)


@contextmanager
def saying_why() -> Iterator[None]:
    """Shows a refusal as its sentence, in place; what was typed stays."""
    try:
        yield
    except ChangedSince as changed:
        st.error(f"{changed.sentence}", icon=":material/group:")
    except Refusal as refusal:
        st.error(refusal.sentence, icon=":material/block:")


def opened(page: str, athlete: int) -> None:
    """Writes down, once a visit, that this person opened a clinical page about an athlete."""
    scope: Scope = st.session_state[_SCOPE]
    read = st.session_state.setdefault(_READ, set())
    if (page, athlete, scope) not in read:
        read.add((page, athlete, scope))
        note_opened(open_store(), scope, page, str(athlete))


def people_to_view_as(store: Store) -> list[RosterAthlete]:
    """Every athlete on a roster today, by name: who may be chosen as oneself until there is a sign-in."""
    day = store.clock().date()
    found = {p.athlete: p for s in squads_of(store, PROGRAM) for p in roster(store, PROGRAM, s.squad, day)}
    return sorted(found.values(), key=lambda person: person.known_as)
