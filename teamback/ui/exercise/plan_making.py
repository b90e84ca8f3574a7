"""A plan is made: from the one in force, a proposal or a template, exercise by exercise from the library."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from teamback.clinic.exercise import home_programme, maintenance, programmes
from teamback.record.clinical_words import PURPOSES
from teamback.record.events import AtHand, Programme
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal
from teamback.rounds.exercise.programme import AthletePlan, exercises
from teamback.rounds.exercise.programme_checks import against_programme
from teamback.ui.beside import Beside, refused
from teamback.ui.exercise import plan_builder, plan_form, plan_home, plan_library
from teamback.ui.form import Form

_CARRY = "plan-carry"
"""Set when the equipment is saved: what was typed into the plan stays in the form."""


@st.fragment
def draw(plan: AthletePlan, purpose: str, form: Form) -> None:
    """The form of one plan; typing runs this part alone."""
    beside, now, key = Beside(), plan.programmes.get(purpose), form.key
    start, draft = programmes.lines_of(now.event) if now else (), f"{plan.person.athlete}-{purpose}"
    carry = st.session_state.pop(_CARRY, False) or form.changed is not None
    plan_builder.open_form(draft, start, form.seen, carry)
    plan_form.held_against(plan.last.response, plan.stage.says)
    if purpose == programmes.HOME:
        _propose(plan, form, draft)
    elif purpose == programmes.MAINTENANCE:
        _template(plan, key, draft)
    lines = plan_builder.typed(draft)
    beside.field("lines")
    planned = {line.exercise for line in lines}
    plan_library.pick(key, plan.stage.allowed, planned, partial(plan_builder.add, draft))
    _summary(purpose, lines)
    check_on, note = plan_form.more(purpose, now.event if now else None, key, beside)
    typed = Programme(
        day=form.today,
        athlete=plan.person.athlete,
        purpose=purpose,
        lines=tuple(line.as_text() for line in lines),
        next_check_in=check_on,
        note=note,
    )
    refusals = against_programme(typed, plan.versions, plan.last, form.today)
    asking = programmes.to_confirm(lines, exercises(), plan.stage.allowed)
    if form.save(beside, refusals, asking):
        form.keep([typed], f"{PURPOSES[purpose]} saved.", beside)


def _summary(purpose: str, lines: Sequence[ProgrammeLine]) -> None:
    """What the plan covers, or how long it takes."""
    if purpose == programmes.HOME:
        plan_home.time(home_programme.minutes_of(lines, exercises()))
    elif purpose == programmes.MAINTENANCE:
        plan_builder.stands_on(lines)
    else:
        plan_builder.covered(programmes.coverage(lines, exercises()))


def _propose(plan: AthletePlan, form: Form, draft: str) -> None:
    """Equipment at hand, and a proposal from it that can be edited."""
    equipment, saved = plan_home.at_hand(form.key, plan.equipment)
    if saved:
        st.session_state[_CARRY] = True
        hand = AtHand(day=form.today, athlete=plan.person.athlete, equipment=equipment)
        form.keep([hand], "Equipment saved.")
    wishes, asked = plan_home.wishes(form.key, equipment, plan.stage.allowed, plan.flare)
    if asked:
        try:
            chosen = home_programme.propose(exercises(), wishes)
        except Refusal as refusal:
            return refused(refusal)
        plan_builder.begin_anew(draft, [home_programme.as_line(one.exercise) for one in chosen])
        plan_home.keep_reasons(draft, chosen)
    plan_home.reasons(draft)


def _template(plan: AthletePlan, key: str, draft: str) -> None:
    """Three pillars from the library, to be edited."""
    if st.button("Begin with the three pillars", icon=":material/foundation:", key=f"tb-pillars-{key}"):
        chosen = maintenance.template(exercises(), plan.stage.allowed)
        plan_builder.begin_anew(draft, [maintenance.as_planned(one.exercise) for one in chosen])
        plan_home.keep_reasons(draft, chosen)
    st.caption(
        f"{maintenance.OF_EACH} exercises a pillar, up to the athlete's stage; hip mobility on every day, "
        "core stability on three, strength on two. House rule."
    )
    plan_home.reasons(draft)
