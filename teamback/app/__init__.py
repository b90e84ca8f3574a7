"""The hall that every page comes through: the open store, who is here, squad and day in view, keeping."""

from teamback.app.door import access_lines, accounts, signed_in
from teamback.app.hall import admit, enter, enter_desk, enter_squad, enter_to_record, link, links, opened
from teamback.app.here import Here
from teamback.app.keeping import (
    acknowledge,
    changed,
    done,
    form,
    just_kept,
    keep,
    keep_form,
    keep_urgent,
    refusing,
    say,
    saying_why,
    seen,
    undo,
)
from teamback.app.opening import backups, close_store, open_store, retention, settings
from teamback.app.reading import board, coach_sheet, once, people_to_view_as, squads_by_name, time_zone

__all__ = [
    "Here",
    "access_lines",
    "accounts",
    "acknowledge",
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
    "form",
    "just_kept",
    "keep",
    "keep_form",
    "keep_urgent",
    "link",
    "links",
    "once",
    "open_store",
    "opened",
    "people_to_view_as",
    "refusing",
    "retention",
    "say",
    "saying_why",
    "seen",
    "settings",
    "signed_in",
    "squads_by_name",
    "time_zone",
    "undo",
]
