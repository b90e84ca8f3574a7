"""How is my back, and how am I, this morning?"""

import streamlit as st

from teamback import app
from teamback.record.events import CheckIn, EducationRead
from teamback.record.kept import Kept
from teamback.rounds.check_ins.kept_together import together
from teamback.rounds.check_ins.this_morning import ThisMorning, this_morning
from teamback.rounds.correcting import may_write
from teamback.rounds.education import cards_after, read_on
from teamback.rounds.reports_of_day import Person, check_ins_of, people_of, person
from teamback.rounds.since_last_report import answered
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in, check_in_form, check_in_view, check_in_who
from teamback.ui.education import education_cards
from teamback.ui.form import Form

here = app.enter_to_record("Check-in")
myself = here.scope.athlete


def whom() -> int | None:
    """The athlete who is here, or the one whom staff chose."""
    if myself is not None:
        return myself
    people = people_of(here.store, here.scope, here.squad.squad, here.day)
    return check_in_who.choose(people, check_ins_of(here.store, here.scope, people, here.day), "checked in")


@st.fragment
def questions(who: Person, was: Kept[CheckIn] | None, form: Form, asked: ThisMorning) -> None:
    """The questions and Save; a tap runs this part alone. A confirmed warning sign saves at once."""
    beside, key, note = Beside(), form.key, may_write(here.scope, CheckIn, "note")
    before = was.event if was else None
    typed = check_in_form.ask(key, before, asked, myself is None, note, beside)
    saving = check_in.save(form, check_in_form.lacking(typed, asked), beside)
    typed = check_in_form.with_the_day(typed, key, before, asked)
    if not saving and not typed.urgent:
        return
    kept = together(here.store, here.scope, who, here.day, here.today, typed, asked, was)
    app.keep_check_in(kept, typed.urgent, here.scope, form, beside)


def page(number: int) -> None:
    """The answers of the day when there are some, else the questions; an open form stays open."""
    batch, _ = app.just_kept() or (0, "")
    who, key = person(here.store, here.scope, number), f"check-in-{number}-{here.day}-{batch}"
    entry = check_ins_of(here.store, here.scope, [who], here.day).get(number)
    asked = this_morning(here.store, here.scope, here.squad, who, here.day)
    correcting = f"tb-correcting-{key}"
    if myself is not None:
        check_in.hello(who.known_as, here.day)
    check_in_view.tell_urgent(asked, myself is not None, app.settings().club_phone)
    form = app.form(here, key)
    if form.changed:
        st.session_state[correcting] = entry
    was = st.session_state.get(correcting)
    if was != entry and not check_in.is_open(key):
        if entry:
            answer = answered(here.store, here.scope, who, here.day) if myself is not None else None
            check_in_view.reported(here.squad, entry, asked, who if myself is not None else None, answer)
            if check_in_view.correct_pressed(myself is not None):
                st.session_state[correcting] = entry
                st.rerun()
            return
        was = None
    if was:
        check_in_view.standing(here.squad, was, form.changed is not None)
    questions(who, was, form, asked)


def learn(number: int) -> None:
    """What to read after a check-in with back pain, and which card was read."""
    who = person(here.store, here.scope, number)
    entry = check_ins_of(here.store, here.scope, [who], here.day).get(number)
    called_for = cards_after(entry.event) if entry else ()
    if not called_for:
        return
    st.markdown("**Worth reading today**")
    read = read_on(here.store, here.scope, number, here.day)
    if said := education_cards.draw(called_for, read, here.day, True, "after"):
        receipt = EducationRead(day=here.day, athlete=number, card=said)
        app.keep([receipt], here.scope, None, "Marked as read")


with st.container(width=check_in.WIDTH):
    chosen = whom()
    if chosen is not None:
        page(chosen)
        app.link(here, "athlete/journal", check_in_view.elsewhere(myself is not None), athlete=chosen)
    if myself is not None:
        learn(myself)
    if myself is not None:
        check_in.urgent()
