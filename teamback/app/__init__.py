"""The hall that every page comes through: the open store, who is here, squad and day in view, keeping."""

from teamback.app.door import access_lines, accounts, change_way, signed_in, ways_to_check_in
from teamback.app.hall import (
    admit,
    at_the_tablet,
    enter,
    enter_desk,
    enter_squad,
    enter_to_record,
    link,
    links,
    opened,
)
from teamback.app.here import Here
from teamback.app.keeping import (
    acknowledge,
    done,
    form,
    just_kept,
    keep,
    keep_check_in,
    refusing,
    say,
    saying_why,
    undo,
)
from teamback.app.opening import backups, close_store, open_store, retention, settings
from teamback.app.reading import board, coach_sheet, once, people_to_view_as, squads_by_name, time_zone
from teamback.app.screening import ask_inflammatory, ask_warning_signs

__all__ = [
    "Here",
    "access_lines",
    "accounts",
    "acknowledge",
    "admit",
    "ask_inflammatory",
    "ask_warning_signs",
    "at_the_tablet",
    "backups",
    "board",
    "change_way",
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
    "keep_check_in",
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
    "settings",
    "signed_in",
    "squads_by_name",
    "time_zone",
    "undo",
    "ways_to_check_in",
]
