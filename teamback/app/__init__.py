"""The hall that every page comes through: the open store, who is here, squad and day in view, keeping."""

from teamback.app.hall import admit, enter, enter_desk, enter_squad, enter_to_record, link, links, opened
from teamback.app.here import Here
from teamback.app.keeping import changed, done, just_kept, keep, keep_form, say, saying_why, seen, undo
from teamback.app.opening import backups, close_store, open_store, retention, settings
from teamback.app.reading import board, coach_sheet, once, people_to_view_as

__all__ = [
    "Here",
    "admit",
    "backups",
    "board",
    "changed",
    "close_store",
    "coach_sheet",
    "done",
    "enter",
    "enter_desk",
    "enter_squad",
    "enter_to_record",
    "just_kept",
    "keep",
    "keep_form",
    "link",
    "links",
    "once",
    "open_store",
    "opened",
    "people_to_view_as",
    "retention",
    "say",
    "saying_why",
    "seen",
    "settings",
    "undo",
]
