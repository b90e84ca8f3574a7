"""What was done, and how did the back take it?"""

from dataclasses import replace

import streamlit as st

from teamback import app
from teamback.clinic import reports
from teamback.record.events import CalendarEntry, RestDay, Session
from teamback.record.kept import Kept
from teamback.record.words import short_day
from teamback.rounds import squad_sessions
from teamback.rounds.correcting import in_place_of, may_write, set_aside
from teamback.rounds.reports_of_day import Person, day_of_sessions, person, rests, sessions_of
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in, check_in_who
from teamback.ui.save_bar import save
from teamback.ui.session import session_form, session_grid, session_header, session_one
from teamback.ui.session import session_said as said

here = app.enter_to_record("Session")
myself = here.scope.athlete
with_note = may_write(here.scope, Session, "note")
kept = app.just_kept()
batch = kept[0] if kept else 0
_MISTAKE = "Entered by mistake."


def undo_offered() -> None:
    """What was saved a moment ago can be taken back."""
    if kept and said.just_saved(kept[1], f"tb-undo-{batch}"):
        with app.saying_why():
            app.undo(batch, here.scope, _MISTAKE)


def squad_day_off() -> None:
    """One tap; it asks first where sessions are recorded."""
    day, count = short_day(here.day, here.today), len(that_day.entries)
    if that_day.day_off:
        st.info(f"{day} is a squad day off: load 0 for all without a session.", icon=":material/event_busy:")
    elif said.ask_first(
        f"{count} sessions are recorded for {day}. Is it a day off all the same?",
        "Squad day off",
        f"off-{here.squad.squad}-{here.day}-{batch}",
        asking=count > 0,
        icon=":material/event_busy:",
    ):
        off = CalendarEntry(day=here.day, squad=here.squad.squad, what="day_off")
        with app.saying_why():
            app.keep([off], here.scope, here.seen, f"{day} is a squad day off.")


@st.fragment
def whole_squad(key: str) -> None:
    """The grid; typing runs nothing, a button runs this part alone."""
    beside = Beside()
    heading = session_header.ask(key, here.day, that_day.plans, beside)
    people = [squad_sessions.Row(who.athlete, who.known_as) for who in that_day.people]
    rows = session_grid.typed(key, people, squad_sessions.by_athlete(that_day.entries), with_note)
    now = here.store.clock()
    checked = squad_sessions.check(rows, heading, here.today, now, that_day.entries)
    asking = () if checked.refusals else checked.to_confirm
    if not save(key, asking, *said.to_confirm(asking), beside, app.changed(key)):
        return
    if checked.refusals:
        return beside.say(checked.refusals)
    saying = f"{len(checked.sessions)} sessions saved for {short_day(here.day, here.today)}."
    app.keep_form(checked.sessions, here, key, saying, lambda refusal: beside.say([refusal]))


@st.fragment
def one_session(who: Person, was: Kept[Session] | None, there: list[Kept[Session]], key: str) -> None:
    """One athlete's form."""
    beside = Beside()
    if was is None:
        session_form.from_the_plan(that_day.plans, key)
    answers = session_form.ask(key, was.event if was else None, myself is not None, with_note, beside)
    planned = was.event.planned if was else None
    now = here.store.clock()
    typed = Session(day=here.day, athlete=who.athlete, planned=planned, rated_at=now, **answers)
    refusals = reports.session(typed, here.today, who.joined, confirmed=True)
    others = [entry for entry in there if was is None or entry.seq != was.seq]
    asking = [*squad_sessions.unusual(typed, here.today), *squad_sessions.could_be_the_same(typed, others)]
    if not save(key, [] if refusals else asking, *said.to_confirm(asking), beside, app.changed(key)):
        return
    if refusals:
        return beside.say(refusals)
    entry = in_place_of(here.store, here.scope, who, typed, was)
    saying = f"Saved: {squad_sessions.described(typed)}."
    app.keep_form([entry], here, key, saying, lambda refusal: beside.say([refusal]))


def planned_rest(who: Person, there: list[Kept[Session]]) -> None:
    """One tap for one athlete; it asks first where a session is recorded."""
    day = short_day(here.day, here.today)
    if rests(here.store, here.scope, who, here.day):
        st.info(f"A planned rest is entered for {day}: load 0.", icon=":material/hotel:")
    elif said.ask_first(
        f"There is a session on {day} already. Was it a rest day all the same?",
        f"Planned rest on {day}",
        f"rest-{who.athlete}-{here.day}-{batch}",
        asking=bool(there),
        icon=":material/hotel:",
    ):
        with app.saying_why():
            rest = RestDay(day=here.day, athlete=who.athlete)
            app.keep([rest], here.scope, here.seen, f"Planned rest saved for {day}.")


def one_athlete(number: int) -> None:
    """What is recorded for the athlete that day, the form, and a planned rest."""
    who, key = person(here.store, here.scope, number), f"session-{number}-{here.day}-{batch}"
    there = sessions_of(here.store, here.scope, [who], here.day)
    chosen = session_one.choose(there, key, may_remove=myself is None)
    if chosen.remove:
        with app.saying_why():
            gone = f"Removed: {squad_sessions.described(chosen.remove.event)}."
            app.keep([set_aside(chosen.remove, _MISTAKE)], here.scope, here.seen, gone)
    if chosen.open is not None:
        was = next((entry for entry in there if entry.seq == chosen.open), None)
        app.seen(f"{key}-{chosen.open}", here)
        one_session(who, was, there, f"{key}-{chosen.open}")
    planned_rest(who, there)


if myself is not None:
    here = replace(here, day=session_one.which_day(here.today))
that_day = app.once(here, day_of_sessions)
with st.container(horizontal=True):
    for_squad = myself is None and session_one.squad_or_one() == session_one.SQUAD
    if for_squad:
        squad_day_off()
if for_squad:
    undo_offered()
    squad_key = f"squad-{here.squad.squad}-{here.day}-{batch}"
    app.seen(squad_key, here)
    whole_squad(squad_key)
    said.recorded(that_day, here.day)
else:
    with st.container(width=check_in.WIDTH):
        number = myself if myself is not None else check_in_who.choose(that_day.people)
        undo_offered()
        if number is not None:
            one_athlete(number)
        if myself is not None:
            check_in.urgent()
