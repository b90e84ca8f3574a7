"""The script that Streamlit runs: who is here, the menu of their role, and the frame around each page."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from teamback import app
from teamback.record.refusal import Refusal
from teamback.ui import frame, view_as

CLINICIANS = frozenset({"clinician", "lead"})
STAFF = CLINICIANS | {"performance"}


@dataclass(frozen=True)
class Entry:
    """One page in the menu: its file under pages/, its title, its icon, and the roles that have it."""

    file: str
    title: str
    icon: str
    roles: frozenset[str]


MENU = (
    Entry("squad/readiness", "Readiness", "monitor_heart", STAFF),
    Entry("squad/return_to_sport", "Return to sport", "directions_run", STAFF),
    Entry("squad/tasks", "Tasks", "task_alt", CLINICIANS),
    Entry("squad/load", "Load", "bar_chart", STAFF),
    Entry("athlete/story", "Story", "timeline", STAFF | {"athlete"}),
    Entry("athlete/case", "Case", "medical_information", CLINICIANS),
    Entry("athlete/check_in", "Check-in", "touch_app", STAFF | {"athlete"}),
    Entry("athlete/session", "Session", "exercise", STAFF | {"athlete"}),
    Entry("athlete/assess", "Assess", "straighten", STAFF),
    Entry("athlete/plan", "Plan", "checklist", STAFF | {"athlete"}),
    Entry("coach/training_sheet", "Training sheet", "assignment", STAFF | {"coach"}),
    Entry("desk/people", "People", "group", CLINICIANS),
    Entry("desk/calendar", "Calendar", "calendar_month", STAFF),
    Entry("desk/history", "History", "history", CLINICIANS | {"admin"}),
    Entry("desk/rules", "Rules", "rule", CLINICIANS),
)
ROOMS = {"squad": "Squad", "athlete": "Athlete", "coach": "Coach", "desk": "Desk"}
_PAGES = Path(__file__).parents[1] / "pages"


def menu(role: str) -> dict[str, list[Entry]]:
    """The pages that a role has, by room; the athlete's own check-in comes first for an athlete."""
    mine = [entry for entry in MENU if role in entry.roles]
    if role == "athlete":
        mine.sort(key=lambda entry: entry.file != "athlete/check_in")
    rooms: dict[str, list[Entry]] = {}
    for entry in mine:
        rooms.setdefault(ROOMS[entry.file.split("/")[0]], []).append(entry)
    return rooms


def run() -> None:
    """One run of one page for one person."""
    frame.set_up()
    try:
        store = app.open_store()
    except Refusal as refusal:
        st.error(refusal.sentence)
        return
    place = frame.menu_place()
    scope = view_as.choose(app.people_to_view_as(store), app.settings().demo)
    if scope is None:
        return
    rooms = menu(scope.role)
    pages = {entry.file: _page(entry) for entries in rooms.values() for entry in entries}
    first = next(iter(pages.values()))
    home = st.Page(lambda: st.switch_page(first, query_params=frame.told()), title="Home", default=True)
    listed = {room: [pages[entry.file] for entry in entries] for room, entries in rooms.items()}
    page = st.navigation([home, *pages.values()], position="hidden")
    app.admit(scope, pages, lambda: frame.menu(place, listed))
    frame.foot(app.settings().demo)
    for file, one in pages.items():
        if one == page:
            frame.style(*file.split("/"))
    page.run()


def _page(entry: Entry) -> st.Page:
    url = entry.file.rsplit("/", 1)[-1]
    icon = f":material/{entry.icon}:"
    return st.Page(_PAGES / f"{entry.file}.py", title=entry.title, icon=icon, url_path=url)


run()
