"""How is my back, and how am I, this morning?"""

import streamlit as st

from teamback import app
from teamback.clinic import reports
from teamback.record.events import CheckIn, EducationRead, RedFlagScreen
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.rounds.correcting import in_place_of, may_write
from teamback.rounds.education import cards_after, read_on
from teamback.rounds.reports_of_day import Person, check_ins_of, clock_in, people_of, person
from teamback.rounds.since_last_report import answered
from teamback.rounds.urgent.morning_report import Asked, Batch, asked, batch
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in, check_in_said, check_in_who
from teamback.ui.education import education_cards
from teamback.ui.urgent import red_flag_form

here = app.enter_to_record("Check-in")
myself = here.scope.athlete


def whom() -> int | None:
    """The athlete who is here, or the one whom staff chose."""
    if myself is not None:
        return myself
    people = people_of(here.store, here.scope, here.squad.squad, here.day)
    done = check_ins_of(here.store, here.scope, people, here.day)
    return check_in_who.choose(people, done, "checked in")


def show(who: Person, entry: Kept[CheckIn], correcting: str, extra: Asked) -> None:
    """What was reported, and a way to correct it."""
    at = clock_in(here.squad, entry.event.rated_at or entry.recorded_at)
    check_in_said.thanks(entry, at, None if myself is None else who.known_as)
    if myself is not None and (answer := answered(here.store, here.scope, who, here.day)):
        check_in_said.what_changed(answer, here.today)
    check_in_said.answers(entry.event)
    check_in_said.besides(extra)
    if st.button("Correct my answers" if myself else "Correct this check-in", icon=":material/edit:"):
        st.session_state[correcting] = entry
        st.rerun()


@st.fragment
def form(who: Person, was: Kept[CheckIn] | None, key: str, extra: Asked) -> None:
    """The questions and Save; a tap runs this part alone. A confirmed warning sign saves at once."""
    beside, before = Beside(), was.event if was else None
    pains = check_in.pain_at(key, extra.sites, {s: kept.event.value for s, kept in extra.pains.items()})
    answers, signs, urgent = check_in.ask(key, before, beside), None, False
    if answers["low_back_now"]:
        if extra.signs:
            signs = red_flag_form.ask(key, staff=myself is None)
            urgent = red_flag_form.confirm(key, signs)
        else:
            st.caption("New warning signs are asked by the medical staff.")
        note = may_write(here.scope, CheckIn, "note")
        answers |= check_in.about_the_back(key, before, note, beside)
    lacking = check_in.unanswered(answers) + check_in.unanswered_besides(pains, signs, extra)
    if not check_in.save(key, lacking, beside, app.changed(key)) and not urgent:
        return
    asked_by = here.scope.signature if myself is None else None
    now = here.store.clock()
    typed = CheckIn(day=here.day, athlete=who.athlete, rated_at=now, asked_by=asked_by, **answers)
    screens: list[RedFlagScreen] = []
    if signs and (signs.begun or extra.screen is None):
        screens = signs.screens(who.athlete, here.day, urgent, asked_by)
    refusals = reports.check_in(typed, here.today, who.joined)
    entry = in_place_of(here.store, here.scope, who, typed, was)
    entries = batch(entry, pains, extra, screens)
    if urgent:
        return save_at_once([*screens] if refusals else entries, screens)
    if refusals:
        return beside.say(refusals)
    app.keep_form(entries, here, key, "", lambda refusal: beside.say([refusal]))


def save_at_once(entries: Batch, screens: list[RedFlagScreen]) -> None:
    """A confirmed warning sign waits for nothing: if the check-in cannot be saved, the sign is, alone."""
    with app.saying_why():
        try:
            app.keep(entries, here.scope, None, "")
        except Refusal:
            app.keep(screens, here.scope, None, "")


def tell_urgent(extra: Asked) -> None:
    """What has to be done now, on top of everything, until a clinician has closed it."""
    if myself is None:
        red_flag_form.to_staff(extra.urgent)
    else:
        red_flag_form.emergency(extra.urgent, app.settings().club_phone)


def page(number: int) -> None:
    """The answers of the day when there are some, else the questions; an open form stays open."""
    batch, _ = app.just_kept() or (0, "")
    who, key = person(here.store, here.scope, number), f"check-in-{number}-{here.day}-{batch}"
    entry = check_ins_of(here.store, here.scope, [who], here.day).get(number)
    correcting = f"tb-correcting-{key}"
    extra = asked(here.store, here.scope, who, here.day)
    if myself is not None:
        check_in.hello(who.known_as, here.day)
    tell_urgent(extra)
    if app.changed(key):
        st.session_state[correcting] = entry
    was = st.session_state.get(correcting)
    if was != entry and not check_in.is_open(key):
        if entry:
            return show(who, entry, correcting, extra)
        was = None
    if was:
        at = clock_in(here.squad, was.event.rated_at or was.recorded_at)
        check_in_said.standing(was, at, unseen=app.changed(key) is not None)
    app.seen(key, here)
    form(who, was, key, extra)


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
    if myself is not None:
        learn(myself)
    if myself is not None:
        check_in.urgent()
