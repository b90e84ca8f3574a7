"""What is this athlete to do, and was it done?"""

from functools import partial

import streamlit as st

from teamback import app
from teamback.record.clinical_words import PURPOSES
from teamback.rounds.exercise.programme import AthletePlan, athlete_plan
from teamback.rounds.reports_of_day import people_of
from teamback.rounds.season.upkeep import upkeep
from teamback.ui.check_ins import check_in, check_in_who
from teamback.ui.exercise import plan_cards, plan_form, plan_making, plan_sheet
from teamback.ui.season import care
from teamback.ui.season import upkeep as upkeep_ui
from teamback.ui.session import session_said

here = app.enter_to_record("Plan")
myself = here.scope.athlete
kept = app.just_kept()
batch = kept[0] if kept else 0
form = partial(app.form, here)


def page(plan: AthletePlan, view: str) -> None:
    """The view that was chosen."""
    athlete = plan.person.athlete
    if view in PURPOSES:
        plan_making.draw(plan, view, form(f"plan-{athlete}-{view}-{batch}"))
    elif view == plan_form.SHEET:
        plan_sheet.page(plan, here.squad.name)
    elif view == plan_form.UPKEEP:
        care.page(app.once(here, upkeep, athlete), batch, form, here.scope)
    else:
        with st.container(width=check_in.WIDTH):
            plan_cards.draw(plan, batch, form)
            upkeep_ui.alone(app.once(here, upkeep, athlete))
            if myself is not None:
                check_in.urgent()


people = people_of(here.store, here.scope, here.squad.squad, here.day)
athlete = myself if myself is not None else check_in_who.choose(people)
if athlete is None:
    st.info("Choose an athlete to see their plan.", icon=":material/info:")
    st.stop()
with app.saying_why():
    found = app.once(here, athlete_plan, athlete)
    view = plan_form.choose_view(staff=myself is None, today=here.is_today)
    if kept and session_said.just_saved(kept[1], f"tb-undo-{batch}"):
        app.undo(batch, here.scope, "Entered by mistake.")
    if myself is None:
        app.opened("plan", athlete)
    page(found, view)
