"""What was done, and how did the back take it?"""

from dataclasses import replace

import streamlit as st

from teamback import app
from teamback.record.events import Session
from teamback.record.kept import Kept
from teamback.record.words import how_many, short_day
from teamback.rounds import one_session, squad_sessions
from teamback.rounds.correcting import may_write, set_aside
from teamback.rounds.reports_of_day import Person, day_of_sessions, person, rests, sessions_of
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in, check_in_who
from teamback.ui.form import Form
from teamback.ui.session import session_days, session_form, session_grid, session_header, session_one
from teamback.ui.session import session_said as said

here = app.enter_to_record("Session")
myself = here.scope.athlete
with_note = may_write(here.scope, Session, "note")
batch, saved = app.just_kept() or (0, None)


def undo_offered() -> None:
    """What was saved a moment ago can be taken back."""
    if saved is not None and said.just_saved(saved, f"tb-undo-{batch}"):
        with app.saying_why():
            app.undo(batch, here.scope, one_session.MISTAKE)


@st.fragment
def whole_squad(form: Form) -> None:
    """The grid; typing runs nothing, a button runs this part alone."""
    beside, key = Beside(), form.key
    heading = session_header.ask(key, here.day, that_day.plans, beside)
    people = [squad_sessions.Row(who.athlete, who.known_as) for who in that_day.people]
    rows = session_grid.typed(key, people, squad_sessions.by_athlete(that_day.entries), with_note)
    checked = squad_sessions.check(rows, heading, here.today, here.store.clock(), that_day.entries)
    if form.save(beside, checked.refusals, checked.to_confirm):
        saying = f"{how_many(len(checked.sessions), 'session')} saved for {short_day(here.day, here.today)}."
        form.keep(checked.sessions, saying, beside)


@st.fragment
def one_session_form(who: Person, was: Kept[Session] | None, there: list[Kept[Session]], form: Form) -> None:
    """One athlete's form."""
    beside, key = Beside(), form.key
    if was is None:
        session_form.from_the_plan(that_day.plans, key)
    answers = session_form.ask(key, was.event if was else None, myself is not None, with_note, beside)
    checked = one_session.check(answers, who, here.day, here.today, here.store.clock(), was, there)
    if form.save(beside, checked.refusals, checked.to_confirm):
        form.keep([checked.entry(here.store, here.scope, who, was)], checked.saying, beside)


def one_athlete(number: int) -> None:
    """What is recorded for the athlete that day, the form, and a planned rest."""
    who, key = person(here.store, here.scope, number), f"session-{number}-{here.day}-{batch}"
    there = sessions_of(here.store, here.scope, [who], here.day)
    chosen = session_one.choose(there, key, may_remove=myself is None)
    if chosen.remove:
        with app.saying_why():
            gone = f"Removed: {squad_sessions.described(chosen.remove.event)}."
            app.keep([set_aside(chosen.remove, one_session.MISTAKE)], here.scope, here.seen, gone)
    if chosen.open is not None:
        was = next((entry for entry in there if entry.seq == chosen.open), None)
        one_session_form(who, was, there, app.form(here, f"{key}-{chosen.open}"))
    resting = rests(here.store, here.scope, who, here.day)
    if rest := session_days.planned_rest(number, resting, there, here.day, here.today, batch):
        with app.saying_why():
            saying = f"Planned rest saved for {short_day(here.day, here.today)}."
            app.keep([rest], here.scope, here.seen, saying)


def squad() -> None:
    """The whole squad's session, and what is recorded already."""
    undo_offered()
    whole_squad(app.form(here, f"squad-{here.squad.squad}-{here.day}-{batch}"))
    said.recorded(that_day, here.day)


if myself is not None:
    here = replace(here, day=session_one.which_day(here.today))
that_day = app.once(here, day_of_sessions)
with st.container(horizontal=True):
    for_squad = myself is None and session_one.squad_or_one() == session_one.SQUAD
    off = for_squad and session_days.squad_off(that_day, here.squad.squad, here.day, here.today, batch)
if off:
    with app.saying_why():
        app.keep([off], here.scope, here.seen, f"{short_day(here.day, here.today)} is a squad day off.")
if for_squad:
    squad()
else:
    with st.container(width=check_in.WIDTH):
        number = myself if myself is not None else check_in_who.choose(that_day.people)
        undo_offered()
        if number is not None:
            one_athlete(number)
        if myself is not None:
            check_in.urgent()
