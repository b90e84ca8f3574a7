"""What is this athlete to do, and was it done?"""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from teamback import app
from teamback.clinic.exercise import home_programme, programmes
from teamback.record.clinical_words import PURPOSES
from teamback.record.events import AtHand, Programme
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal
from teamback.rounds.correcting import put_in_place_of
from teamback.rounds.exercise.programme import AthletePlan, DueToday, athlete_plan, exercises
from teamback.rounds.exercise.programme_checks import against_programme
from teamback.rounds.reports_of_day import people_of
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in, check_in_who
from teamback.ui.exercise import plan_builder, plan_form, plan_home, plan_library, plan_sheet, plan_today
from teamback.ui.save_bar import save
from teamback.ui.session import session_said

here = app.enter_to_record("Plan")
myself = here.scope.athlete
kept = app.just_kept()
batch = kept[0] if kept else 0
_CARRY = "plan-carry"
"""Set when the equipment is saved: what was typed into the plan stays in the form."""


def undo_offered() -> None:
    """What was saved a moment ago can be taken back."""
    if kept and session_said.just_saved(kept[1], f"tb-undo-{batch}"):
        with app.saying_why():
            app.undo(batch, here.scope, "Entered by mistake.")


@st.fragment
def card(plan: AthletePlan, item: DueToday, key: str) -> None:
    """One exercise of the day: ticked off, paused for pain, or corrected."""
    beside, exercise = Beside(), exercises().get(item.line.exercise)
    with st.container(border=True, gap="small"):
        correcting = f"tb-plan-open-{key}"
        plan_today.head(item, exercise, in_full=correcting in st.session_state)
        if plan_today.told(item, key):
            st.session_state[correcting] = True
        if item.entry and not st.session_state.get(correcting):
            return
        entered = plan_today.ask(exercise, plan.equipment, key, beside)
        if entered is None:
            return
        if not entered.answered:
            return beside.say([Refusal(plan_form.PAUSE_NOT_ANSWERED, "paused_for_pain")])
        typed = plan_form.as_entry(here.day, plan.person.athlete, item, entered)
        if refusals := programmes.done(typed, exercises(), here.today):
            return beside.say(refusals)
        entry = put_in_place_of(typed, item.entry)
        saying = f"Saved: {exercise.title if exercise else 'exercise'}."
        app.keep_form([entry], here, key, saying, lambda refusal: beside.say([refusal]))


def today(plan: AthletePlan) -> None:
    """The exercises of the day, each on a card."""
    with st.container(width=check_in.WIDTH):
        if plan.flare:
            motions = home_programme.pain_free_motions(exercises(), plan.equipment, plan.stage.allowed)
            plan_today.flare(motions[:4])
        if not plan.due:
            plan_today.nothing_due(bool(plan.programmes))
        else:
            plan_today.count(plan.due)
        for item in plan.due:
            key = f"plan-{plan.person.athlete}-{here.day}-{item.purpose}-{item.line.exercise}-{batch}"
            app.seen(key, here)
            card(plan, item, key)
        if myself is not None:
            check_in.urgent()


def sheet(plan: AthletePlan) -> None:
    """The week on paper, how much of it was done, and the log."""
    plan_sheet.kept_up(plan.kept_up)
    plan_sheet.draw(plan, here.squad.name)
    if not plan.programmes:
        plan_today.nothing_due(has_plan=False)
    plan_sheet.log(plan.entries, here.day)


@st.fragment
def builder(plan: AthletePlan, purpose: str, key: str) -> None:
    """A plan is built from the library; typing runs this part alone."""
    beside, now = Beside(), plan.programmes.get(purpose)
    start, draft = programmes.lines_of(now.event) if now else (), f"{plan.person.athlete}-{purpose}"
    carry = st.session_state.pop(_CARRY, False) or app.changed(key) is not None
    plan_builder.open_form(draft, start, app.seen(key, here), carry)
    plan_form.held_against(plan.last.response, plan.stage.says)
    if purpose == programmes.HOME:
        propose(plan, key, draft)
    lines = plan_builder.typed(draft)
    beside.field("lines")
    planned = {line.exercise for line in lines}
    plan_library.pick(key, plan.stage.allowed, planned, partial(plan_builder.add, draft))
    summary(purpose, lines)
    check_on, note = plan_form.more(purpose, now.event if now else None, key, beside)
    typed = Programme(
        day=here.today,
        athlete=plan.person.athlete,
        purpose=purpose,
        lines=tuple(line.as_text() for line in lines),
        next_check_in=check_on,
        note=note,
    )
    refusals = against_programme(typed, plan.versions, plan.last, here.today)
    asking = () if refusals else programmes.to_confirm(lines, exercises(), plan.stage.allowed)
    if not save(key, asking, *session_said.to_confirm(asking), beside, app.changed(key)):
        return
    if refusals:
        return beside.say(refusals)
    app.keep_form([typed], here, key, f"{PURPOSES[purpose]} saved.", lambda r: beside.say([r]))


def summary(purpose: str, lines: Sequence[ProgrammeLine]) -> None:
    """What the plan covers, or how long it takes."""
    if purpose == programmes.HOME:
        plan_home.time(home_programme.minutes_of(lines, exercises()))
    elif purpose == programmes.MAINTENANCE:
        plan_builder.stands_on(lines)
    else:
        plan_builder.covered(programmes.coverage(lines, exercises()))


def propose(plan: AthletePlan, key: str, draft: str) -> None:
    """Equipment at hand, and a proposal from it that can be edited."""
    equipment, saved = plan_home.at_hand(key, plan.equipment)
    if saved:
        st.session_state[_CARRY] = True
        with app.saying_why():
            hand = AtHand(day=here.today, athlete=plan.person.athlete, equipment=equipment)
            app.keep([hand], here.scope, app.seen(key, here), "Equipment saved.")
    wishes, asked = plan_home.wishes(key, equipment, plan.stage.allowed, plan.flare)
    if asked:
        with app.saying_why():
            chosen = home_programme.propose(exercises(), wishes)
            plan_builder.begin_anew(draft, [home_programme.as_line(one.exercise) for one in chosen])
            plan_home.keep_reasons(draft, chosen)
    plan_home.reasons(draft)


def page(athlete: int) -> None:
    """The view that was chosen."""
    plan = app.once(here, athlete_plan, athlete)
    view = plan_form.choose_view(staff=myself is None, today=here.is_today)
    undo_offered()
    if myself is None:
        app.opened("plan", athlete)
    if view in PURPOSES:
        key = f"plan-{athlete}-{view}-{batch}"
        app.seen(key, here)
        builder(plan, view, key)
    elif view == plan_form.SHEET:
        sheet(plan)
    else:
        today(plan)


people = people_of(here.store, here.scope, here.squad.squad, here.day)
athlete = myself if myself is not None else check_in_who.choose(people)
if athlete is None:
    st.info("Choose an athlete to see their plan.", icon=":material/info:")
else:
    with app.saying_why():
        page(athlete)
