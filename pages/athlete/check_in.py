"""How is my back, and how am I, this morning?"""

import streamlit as st

from teamback import app
from teamback.clinic import reports
from teamback.record.events import CheckIn
from teamback.record.kept import Kept
from teamback.rounds.correcting import in_place_of, may_write
from teamback.rounds.reports_of_day import Person, check_ins_of, clock_in, people_of, person
from teamback.rounds.since_last_report import answered
from teamback.ui import check_in, check_in_said, check_in_who
from teamback.ui.beside import Beside

here = app.enter_to_record("Check-in")
myself = here.scope.athlete


def whom() -> int | None:
    """The athlete who is here, or the one whom staff chose."""
    if myself is not None:
        return myself
    people = people_of(here.store, here.scope, here.squad.squad, here.day)
    done = check_ins_of(here.store, here.scope, people, here.day)
    return check_in_who.choose(people, done, "checked in")


def show(who: Person, entry: Kept[CheckIn], correcting: str) -> None:
    """What was reported, and a way to correct it."""
    at = clock_in(here.squad, entry.event.rated_at or entry.recorded_at)
    check_in_said.thanks(entry, at, None if myself is None else who.known_as)
    if myself is not None and (answer := answered(here.store, here.scope, who, here.day)):
        check_in_said.what_changed(answer, here.today)
    check_in_said.answers(entry.event)
    if st.button("Correct my answers" if myself else "Correct this check-in", icon=":material/edit:"):
        st.session_state[correcting] = entry
        st.rerun()


@st.fragment
def form(who: Person, was: Kept[CheckIn] | None, key: str) -> None:
    """The questions and Save; a tap runs this part alone."""
    beside = Beside()
    answers = check_in.ask(key, was.event if was else None, may_write(here.scope, CheckIn, "note"), beside)
    if not check_in.save(key, check_in.unanswered(answers), beside, app.changed(key)):
        return
    asked_by = here.scope.signature if myself is None else None
    now = here.store.clock()
    typed = CheckIn(day=here.day, athlete=who.athlete, rated_at=now, asked_by=asked_by, **answers)
    if refusals := reports.check_in(typed, here.today, who.joined):
        return beside.say(refusals)
    entry = in_place_of(here.store, here.scope, who, typed, was)
    app.keep_form([entry], here, key, "", lambda refusal: beside.say([refusal]))


def page(number: int) -> None:
    """The answers of the day when there are some, else the questions; an open form stays open."""
    batch, _ = app.just_kept() or (0, "")
    who, key = person(here.store, here.scope, number), f"check-in-{number}-{here.day}-{batch}"
    entry = check_ins_of(here.store, here.scope, [who], here.day).get(number)
    correcting = f"tb-correcting-{key}"
    if myself is not None:
        check_in.hello(who.known_as, here.day)
    if app.changed(key):
        st.session_state[correcting] = entry
    was = st.session_state.get(correcting)
    if was != entry and not check_in.is_open(key):
        if entry:
            return show(who, entry, correcting)
        was = None
    if was:
        at = clock_in(here.squad, was.event.rated_at or was.recorded_at)
        check_in_said.standing(was, at, unseen=app.changed(key) is not None)
    app.seen(key, here)
    form(who, was, key)


with st.container(width=check_in.WIDTH):
    chosen = whom()
    if chosen is not None:
        page(chosen)
    if myself is not None:
        check_in.urgent()
