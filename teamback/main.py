"""The script that Streamlit runs: who is here, the menu of their role, and the frame around each page."""

from pathlib import Path

import streamlit as st

from teamback import app
from teamback.record.account import WITHOUT_A_PERSON
from teamback.record.pages import MENU, Entry, may_open
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.ui import at_the_door, frame, view_as

ROOMS = {"squad": "Squad", "athlete": "Athlete", "coach": "Coach", "desk": "Desk"}
_PAGES = Path(__file__).parents[1] / "pages"


def menu(role: str) -> dict[str, list[Entry]]:
    """The pages that a role has, by room; the athlete's own check-in comes first for an athlete."""
    mine = [entry for entry in MENU if may_open(role, entry.file)]
    if role == "athlete":
        mine.sort(key=lambda entry: entry.file != "athlete/check_in")
    rooms: dict[str, list[Entry]] = {}
    for entry in mine:
        rooms.setdefault(ROOMS[entry.file.split("/")[0]], []).append(entry)
    return rooms


def run() -> None:
    """One run of one page for one person."""
    frame.set_up()
    place = frame.menu_place()
    try:
        scope = _who_looks(app.open_store())
    except Refusal as refusal:
        st.error(refusal.sentence)
        return
    if scope is None:
        return
    rooms = menu(scope.role)
    pages = {entry.file: _page(entry) for entries in rooms.values() for entry in entries}
    first = next(iter(pages.values()))
    home = st.Page(lambda: st.switch_page(first, query_params=frame.told()), title="Home", default=True)
    listed = {room: [(pages[entry.file], entry.mark) for entry in entries] for room, entries in rooms.items()}
    page = st.navigation([home, *pages.values()], position="hidden")
    app.admit(scope, pages, lambda: frame.menu(place, listed))
    frame.foot(app.settings().demo)
    for file, one in pages.items():
        if one == page:
            frame.style(*file.split("/"))
    page.run()


def _who_looks(store: Store) -> Scope | None:
    """In the demo whoever is chosen; else who is signed in at this moment, asked anew at each run."""
    if app.settings().demo:
        return view_as.choose(app.people_to_view_as(store))
    scope = app.signed_in()
    if scope is None:
        at_the_door.signed_out()
    else:
        at_the_door.you_are(scope, own_account=scope.role not in WITHOUT_A_PERSON)
    return scope


def _page(entry: Entry) -> st.Page:
    return st.Page(_PAGES / f"{entry.file}.py", title=entry.title, url_path=entry.address)


run()
