"""Who is checking in on this tablet, and how are they this morning?"""

import streamlit as st

from teamback import app
from teamback.app import tablet as at
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.check_ins.kept_together import together
from teamback.rounds.check_ins.tablet import names, without_what_was_said
from teamback.rounds.check_ins.this_morning import ThisMorning, this_morning
from teamback.rounds.reports_of_day import Person, check_ins_of, person
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in, check_in_form, check_in_view, tablet
from teamback.ui.form import Form

kiosk = app.enter("Check-in tablet")
store = app.open_store()


@st.fragment(run_every=at.LOOKS_EVERY)
def look_whether_left() -> None:
    """Back to the names when nobody has touched anything for a while."""
    if at.visit(touched=False) is None:
        st.rerun()


def ask_pin(visit: at.Visit, known_as: str) -> None:
    """The PIN of whoever tapped this name."""
    beside = Beside()
    pin = tablet.ask_pin(known_as, at.form_key(visit), beside)
    if pin is None:
        return
    try:
        at.let_in(visit, kiosk, pin)
    except Refusal as refusal:
        return beside.say([Refusal(refusal.sentence)])
    st.rerun()


@st.fragment
def questions(here: app.Here, who: Person, form: Form, asked: ThisMorning) -> None:
    """The questions, all empty, and Save; what was said earlier that day is corrected unseen."""
    visit, key = at.visit(), form.key
    if visit is None or visit.scope != here.scope or key != at.form_key(visit):
        st.rerun()
    beside = Beside()
    empty = without_what_was_said(asked)
    typed = check_in_form.ask(key, None, empty, False, True, beside)
    saving = check_in.save(form, check_in_form.lacking(typed, empty), beside)
    typed = check_in_form.with_the_day(typed, key, None, empty)
    if not saving and not typed.urgent:
        return
    was = check_ins_of(store, here.scope, [who], here.day).get(visit.athlete)
    kept = together(store, here.scope, who, here.day, here.today, typed, asked, was)
    app.keep_check_in(kept, typed.urgent, here.scope, form, beside)


def check_in_of(visit: at.Visit, scope: Scope) -> None:
    """The form, or the word after Save; a warning sign says whom to call, on both."""
    here, key = app.at_the_tablet(scope), at.form_key(visit)
    who = person(store, scope, visit.athlete)
    asked = this_morning(store, scope, here.squad, who, here.day)
    check_in_view.tell_urgent(asked, True, app.settings().club_phone)
    entry = check_ins_of(store, scope, [who], here.day).get(visit.athlete)
    if entry and entry.seq > visit.seen and entry.recorded_by == scope.signature:
        if tablet.saved(who.known_as, key):
            at.end()
            st.rerun()
        return
    check_in.hello(who.known_as, here.day)
    questions(here, who, app.form(here, key), asked)
    check_in.urgent()


visit = at.visit()
people = {one.athlete: one.known_as for one in names(store, kiosk)}
if visit is None or visit.athlete not in people:
    if chosen := tablet.choose(people):
        at.begin(chosen)
        st.rerun()
else:
    look_whether_left()
    with st.container(width=check_in.WIDTH):
        if tablet.not_me(at.form_key(visit)):
            at.end()
            st.rerun()
        if visit.scope is None:
            ask_pin(visit, people[visit.athlete])
        else:
            check_in_of(visit, visit.scope)
