"""What is planned for the squad, and on which days is it off?"""

import datetime as dt
from collections.abc import Sequence
from functools import partial

import streamlit as st

from teamback import app, intake
from teamback.record.events import CalendarEntry
from teamback.record.kept import Kept
from teamback.record.words import CALENDAR, how_many
from teamback.rounds import planning, scheduling
from teamback.rounds.season import phases
from teamback.ui import drawer
from teamback.ui.beside import Beside
from teamback.ui.desk import calendar_days, calendar_file, calendar_form
from teamback.ui.form import Form
from teamback.ui.season import phase_form
from teamback.ui.session import session_said

here = app.enter_squad("Calendar", choose_day=False)
kept = app.just_kept()
batch = kept[0] if kept else 0


def undo_offered() -> None:
    """What was saved a moment ago can be taken back."""
    if kept and session_said.just_saved(kept[1], f"undo-{batch}"):
        with app.saying_why():
            app.undo(batch, here.scope, "Entered by mistake.")


def entry(plan: planning.Plan, was: Kept[CalendarEntry] | None, day: dt.date, form: Form) -> None:
    """The form of a new entry, or of one that is corrected or taken out."""
    beside, key = Beside(), form.key
    typed = calendar_form.ask(key, was.event if was else None, day, plan.people, here.scope, beside)
    later = planning.later_ones(here.store, here.scope, was) if was else []
    with_later = calendar_form.with_later_ones(len(later), key)
    old = [was, *later] if was and with_later else [was] if was else []
    refusals = scheduling.refusals(typed, here.today)
    new = [] if refusals else scheduling.entries(typed, here.squad.squad)
    seqs = [item.seq for item in old]
    asking = scheduling.to_confirm(new, seqs, here.today, here.store, here.scope)
    if form.save(beside, refusals, asking):
        entries = scheduling.in_place_of(new[0], old) if old else new
        saying = f"{CALENDAR[new[0].what]} saved" + (f" on {len(entries)} days." if entries[1:] else ".")
        form.keep(entries, saying, beside)
    if was:
        calendar_days.entered_by(was)
        take_out(old, form)


def take_out(old: Sequence[Kept[CalendarEntry]], form: Form) -> None:
    """The entry counts no longer; the record keeps it with the reason."""
    if reason := calendar_form.set_aside(len(old), form.key):
        saying = "Taken out of the calendar." if len(old) == 1 else f"{len(old)} entries taken out."
        form.keep(scheduling.set_aside(old, here.today, reason), saying)


def file(key: str) -> None:
    """A file: what would come in, then one button."""
    if chosen := calendar_file.choose(key):
        file_id, name, data = chosen
        held: dict[str, intake.Preview] = st.session_state.setdefault("calendar-previews", {})
        with app.saying_why():
            if file_id not in held:
                held[file_id] = intake.preview_uploaded(
                    name, data, CalendarEntry, here.squad, here.store, here.scope
                )
            show_and_let_in(held, file_id, key)


def show_and_let_in(held: dict[str, intake.Preview], file_id: str, key: str) -> None:
    """The account of a file, and the commit as one batch; after a change by others it is read anew."""
    seen = held[file_id]
    left_out = [f"{how_many(item.rows, 'row')} left out: {item.reason}." for item in seen.left_out]
    faults = [(fault.place.line, fault.reason) for fault in seen.invalid]
    calendar_file.show(seen.total, faults, [*left_out, *seen.notes])
    if calendar_file.let_in(seen.coming_in, bool(faults), key):
        del held[file_id]
        came = intake.commit(seen, here.store, here.scope)
        app.done(came.batch or 0, f"{how_many(came.rows, 'row')} came in.")


undo_offered()
with calendar_days.bar():
    pressed = calendar_days.buttons()
    first, last = calendar_days.choose_days(here.today)
plan = app.once(here, planning.plan, first, last)
season = app.once(here, phases.phases_of)
about = phase_form.listed(season, here.today, drawer.key("calendar", batch))
opened = calendar_days.draw(plan, here.today, drawer.key("calendar", batch)) or pressed
what = drawer.what_is_open("calendar", batch, about or opened)
form = app.form(here, f"calendar-{what}-{batch}")
if isinstance(what, tuple):
    phase = next((kept for kept in season if kept.seq == what[1]), None)
    check = partial(phases.refusals, here.store)
    drawer.draw("calendar", "Season phase", phase_form.draw, phase, here.squad.squad, form, check)
elif what == calendar_days.FILE:
    drawer.draw("calendar", "Import a CSV file", file, form.key)
elif what == calendar_days.ADD:
    drawer.draw("calendar", "Add an entry", entry, plan, None, here.today, form)
elif isinstance(what, dt.date):
    drawer.draw("calendar", "Add an entry", entry, plan, None, what, form)
elif was := plan.entry(what):
    drawer.draw("calendar", CALENDAR[was.event.what], entry, plan, was, was.event.day, form)
