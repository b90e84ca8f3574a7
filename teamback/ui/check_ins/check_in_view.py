"""What stands on the page of a check-in besides its form: the answers given, and what has to be done now."""

import datetime as dt

import streamlit as st

from teamback.record.events import CheckIn, SquadNamed
from teamback.record.kept import Kept
from teamback.rounds.check_ins.this_morning import ThisMorning
from teamback.rounds.reports_of_day import Person, clock_in
from teamback.rounds.since_last_report import Answered
from teamback.ui.check_ins import check_in_said
from teamback.ui.urgent import red_flag_form


def reported(
    squad: SquadNamed, entry: Kept[CheckIn], asked: ThisMorning, who: Person | None, answer: Answered | None
) -> None:
    """What was reported; `who` is the athlete who is here, told what changed since the last report."""
    check_in_said.thanks(entry, _at(squad, entry), who.known_as if who else None)
    if answer:
        check_in_said.what_changed(answer, entry.event.day)
    check_in_said.answers(entry.event)
    check_in_said.besides(asked)


def correct_pressed(oneself: bool) -> bool:
    """The button that opens the answers to be corrected."""
    return st.button("Correct my answers" if oneself else "Correct this check-in", icon=":material/edit:")


def elsewhere(oneself: bool) -> str:
    """What leads to the journal: pain at another time or place, and how movements go."""
    return f"{'My' if oneself else 'The'} pain journal and progress"


def standing(squad: SquadNamed, entry: Kept[CheckIn], unseen: bool) -> None:
    """Above the questions of a correction: what stands there now."""
    check_in_said.standing(entry, _at(squad, entry), unseen)


def tell_urgent(asked: ThisMorning, oneself: bool, phone: str | None) -> None:
    """What has to be done now, on top of everything, until a clinician has closed it."""
    if oneself:
        red_flag_form.emergency(asked.besides.urgent, phone)
    else:
        red_flag_form.to_staff(asked.besides.urgent)


def _at(squad: SquadNamed, entry: Kept[CheckIn]) -> dt.datetime:
    return clock_in(squad, entry.event.rated_at or entry.recorded_at)
