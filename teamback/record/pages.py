"""The pages of the product, and who may open each: the one place that menu, pages and the door ask."""

from dataclasses import dataclass

CLINICIANS = frozenset({"clinician", "lead"})
STAFF = CLINICIANS | {"performance"}


@dataclass(frozen=True)
class Entry:
    """One page in the menu: its file under pages/, its title, its icon, and the roles that have it."""

    file: str
    title: str
    icon: str
    roles: frozenset[str]

    @property
    def address(self) -> str:
        """The page's own part of the address."""
        return self.file.rsplit("/", 1)[-1]

    @property
    def mark(self) -> str:
        """Its icon, as a link to it shows it: a page itself has none, or it would be sent twice."""
        return f":material/{self.icon}:"


MENU = (
    Entry("squad/readiness", "Readiness", "monitor_heart", STAFF),
    Entry("squad/return_to_sport", "Return to sport", "directions_run", STAFF),
    Entry("squad/low_back", "Low back", "airline_seat_flat", STAFF),
    Entry("squad/tasks", "Tasks", "task_alt", CLINICIANS),
    Entry("squad/load", "Load", "bar_chart", STAFF),
    Entry("athlete/story", "Story", "timeline", STAFF | {"athlete"}),
    Entry("athlete/case", "Case", "medical_information", CLINICIANS),
    Entry("athlete/check_in", "Check-in", "touch_app", STAFF | {"athlete", "phone"}),
    Entry("athlete/kiosk", "Check-in tablet", "tablet", frozenset({"kiosk"})),
    Entry("athlete/journal", "Journal", "edit_note", STAFF | {"athlete"}),
    Entry("athlete/session", "Session", "exercise", STAFF | {"athlete"}),
    Entry("athlete/assess", "Assess", "straighten", STAFF),
    Entry("athlete/plan", "Plan", "checklist", STAFF | {"athlete"}),
    Entry("coach/training_sheet", "Training sheet", "assignment", STAFF | {"coach"}),
    Entry("desk/people", "People", "group", CLINICIANS),
    Entry("desk/calendar", "Calendar", "calendar_month", STAFF),
    Entry("desk/surveillance", "Surveillance", "query_stats", CLINICIANS),
    Entry("desk/history", "History", "history", CLINICIANS | {"admin"}),
    Entry("desk/rules", "Rules", "rule", CLINICIANS),
    Entry("desk/accounts", "Accounts", "key", frozenset({"lead", "admin"})),
)


def may_open(role: str, file: str) -> bool:
    """Whether a role has a page; nobody has one that is not in the menu."""
    return any(role in entry.roles for entry in MENU if entry.file == file)


def mark_of(file: str) -> str:
    """The icon of the page of a file."""
    return next(entry.mark for entry in MENU if entry.file == file)


def at_address(path: str) -> str | None:
    """The file of the page that an address means, or None when it means no page."""
    name = path.strip("/")
    return next((entry.file for entry in MENU if entry.address == name), None)
