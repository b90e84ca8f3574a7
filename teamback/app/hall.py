"""The way into every page: who is here, and which squad and day are in view."""

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from teamback.app import opening
from teamback.app.here import Here
from teamback.app.keeping import forget, just_said
from teamback.app.opening import open_store
from teamback.app.reading import alarms, to_oneself
from teamback.record.pages import MENU, mark_of, may_open
from teamback.record.scope import CLINICIAN, SELF, Scope
from teamback.rounds import squads
from teamback.store.queries.history import last_change
from teamback.store.queries.roster import squads as squads_of
from teamback.store.read_log import note_opened
from teamback.ui import frame
from teamback.ui.plain import as_typed
from teamback.ui.urgent import alarm, call_line, red_flag_form

_FROM_A_ROW = {
    "athlete/story": "Open story",
    "athlete/case": "Open case",
    "athlete/check_in": "Enter check-in",
    "athlete/journal": "Open journal",
    "athlete/assess": "Open tests",
    "athlete/plan": "Open plan",
}
_TELLS_ITSELF = "Check-in"
"""The page that tells an athlete about an open red flag beside their answers."""
_SCOPE, _ADMITTED, _MENU, _PAGES, _PAGE, _READ = "_scope", "_admitted", "_menu", "_pages", "_page", "_read"


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
    _alarm(scope, title)
    return scope


def _alarm(scope: Scope, title: str) -> None:
    """A red flag that nobody has acknowledged stands on every page of a clinician but the coach's sheet.

    An athlete is told whom to call, on every page.
    """
    pages = st.session_state[_PAGES]
    if scope.audience == SELF:
        told, phone = to_oneself(open_store(), scope), opening.settings().club_phone
        if title != _TELLS_ITSELF:
            red_flag_form.emergency(told.rules, phone)
        call_line.severe(told.severe_from, phone)
    on_a_coachs_page = any(page.title == title and file.startswith("coach/") for file, page in pages.items())
    if scope.audience == CLINICIAN and not on_a_coachs_page:
        tasks = pages.get("squad/tasks")
        here_already = tasks is not None and tasks.title == title
        alarm.banner(alarms(open_store(), scope), None if here_already else tasks)


def _enter(title: str) -> Scope:
    st.session_state[_MENU] = st.session_state.pop(_ADMITTED, None)
    if st.session_state[_MENU] is None:
        st.error("Open this page from the menu.")
        st.stop()
    scope: Scope = st.session_state[_SCOPE]
    if any(entry.title == title and not may_open(scope.role, entry.file) for entry in MENU):
        st.error("This page is not for your role.")
        st.stop()
    if st.session_state.get(_PAGE) != title:
        st.session_state[_PAGE] = title
        forget()
        frame.arrive()
    frame.title(title)
    if said := just_said():
        st.toast(as_typed(said), icon=":material/check:")
    return scope


def enter_squad(title: str, choose_day: bool = True) -> Here:
    """As `enter`, with the squad and day choosers at the top, both in the address."""
    with frame.head():
        here = _in_view(_enter(title), choose_day)
    _alarm(here.scope, title)
    return here


def enter_desk(title: str) -> tuple[Scope, Here | None]:
    """As `enter_squad` for the present day, where there may be no squad yet."""
    with frame.head():
        scope = _enter(title)
        here = _in_view(scope, choose_day=False) if _has_squads(scope) else None
    if here is None:
        _settled()
    _alarm(scope, title)
    return scope, here


def _has_squads(scope: Scope) -> bool:
    return scope.audience is not None and bool(squads_of(open_store(), scope))


def enter_to_record(title: str) -> Here:
    """As `enter_squad`, where something is written down: an athlete is here for themselves and for today."""
    with frame.head():
        scope = _enter(title)
        here = _in_view(scope, True, past_state=False) if scope.athlete is None else _by_oneself(scope)
    _alarm(scope, title)
    return here


def at_the_tablet(scope: Scope) -> Here:
    """What an athlete looks at who has given their PIN on the check-in tablet: themselves, today."""
    call_line.severe(to_oneself(open_store(), scope).severe_from, opening.settings().club_phone)
    return _of_oneself(scope)


def _by_oneself(scope: Scope) -> Here:
    _settled()
    return _of_oneself(scope)


def _of_oneself(scope: Scope) -> Here:
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


def links(here: Here, athlete: int) -> None:
    """From an athlete's row to their pages."""
    pages = st.session_state[_PAGES]
    address = frame.told() | {"squad": here.squad.squad, "athlete": str(athlete)}
    with st.container(horizontal=True):
        for file, label in _FROM_A_ROW.items():
            if file in pages and pages[file].title != st.session_state[_PAGE]:
                st.page_link(pages[file], label=label, icon=mark_of(file), query_params=address)


def link(here: Here, file: str, label: str, **about: int) -> None:
    """A link to another page with what is in view, where this person's role has that page."""
    pages = st.session_state[_PAGES]
    if file in pages:
        address = frame.told() | {"squad": here.squad.squad}
        address |= {name: str(value) for name, value in about.items()}
        st.page_link(pages[file], label=label, icon=mark_of(file), query_params=address)


def opened(page: str, athlete: int) -> None:
    """Writes down, once a visit, that this person opened a clinical page about an athlete."""
    scope: Scope = st.session_state[_SCOPE]
    read = st.session_state.setdefault(_READ, set())
    if (page, athlete, scope) not in read:
        read.add((page, athlete, scope))
        note_opened(open_store(), scope, page, str(athlete))
