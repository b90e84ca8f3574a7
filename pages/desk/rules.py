"""Which rules, criteria and limits are in force, who stands behind each, and how often do they speak?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from teamback import app
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.rounds.limits_now import limits_at
from teamback.rounds.past_days import PastDay, past_days
from teamback.rounds.rules_in_force import rules_in_force
from teamback.rounds.would_have_said import changes_towards_less, would_have_said
from teamback.ui import frame
from teamback.ui.desk import look_back, rule_lines
from teamback.ui.return_to_sport import stage_diagram

ALARMS, PATHWAYS, RULES = "Alarms", "Pathways", "Rules and limits"
WEEK = 7
MORNINGS = 28

scope, here = app.enter_desk("Rules")
store = app.open_store()
limits = limits_at(store, None)
rules = rules_in_force(limits)
today = here.today if here else store.clock().date()


def mornings(view: app.Here, days: int) -> Sequence[PastDay]:
    """The past mornings of the squad in view, read a week at a time."""
    found: list[PastDay] = []
    place = st.empty()
    for back in range(0, days, WEEK):
        place.progress(back / days, f"Reading {days} mornings of {view.squad.name}")
        end = view.day - dt.timedelta(days=back)
        found = [*app.once(replace(view, day=end), past_days, min(WEEK, days - back)), *found]
    place.empty()
    return found


def alarms(view: app.Here) -> None:
    """The alarm rate, and one rule over a period."""
    look_back.alarms(mornings(view, MORNINGS))
    rule = look_back.choose_rule([rule for rule in rules if rule.group == rules[0].group])
    past = mornings(view, look_back.choose_period())
    who = tuple(sorted({athlete for day in past for athlete in day.athletes}))
    changes = app.once(view, changes_towards_less, past[0].day, who)
    look_back.said(rule, would_have_said(past, changes, rule), past, today)


section = st.segmented_control(
    "Show",
    [ALARMS, PATHWAYS, RULES],
    default=ALARMS,
    required=True,
    key="rules-section",
    label_visibility="collapsed",
)
if section == PATHWAYS:
    with app.saying_why():
        stage_diagram.draw(stage_diagram.choose(all_pathways()), today)
elif section == RULES:
    rule_lines.rules(rules, limits, today)
elif here:
    alarms(here)
else:
    frame.nothing_here("There is no squad yet, so no rule has spoken. The rules and pathways are above.")
