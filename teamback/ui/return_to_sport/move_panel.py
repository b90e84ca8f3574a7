"""What a decision about a case needs in view: its criteria, the move, and the availability with it."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from teamback.clinic import availability
from teamback.clinic.return_to_sport import case_entries, proposed
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.event import Event
from teamback.record.events import Availability, CaseClosed
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.rounds.return_to_sport.stage_moves import against, decision, proposed_training, verdicts_for
from teamback.ui import availability_form
from teamback.ui.form import Form
from teamback.ui.return_to_sport import criteria_lines, move_form
from teamback.ui.return_to_sport.rts_card import case_in_words
from teamback.ui.save_bar import always_in_view, save_when_whole


def panel(
    form: Form,
    review: CaseReview,
    others: Sequence[CaseReview],
    now: Kept[Availability] | None,
    scope: Scope,
) -> None:
    """The whole dialog; `others` are the reviews of all open cases of the athlete, this one among them.

    One press saves all in one batch.
    """
    key, today = form.key, form.today
    form.say_who_was_first()
    st.caption(f"{case_in_words(review.case)} · stage {review.stage.number}, {review.stage.name}")
    typed = move_form.ask(key, review, scope.profession)
    verdicts = verdicts_for(review, typed.what, typed.to_stage)
    unmet = sum(not verdict.passes for verdict in verdicts)
    with st.expander(_head(len(verdicts), unmet), expanded=bool(unmet), key=f"{key}-criteria"):
        st.html(criteria_lines.lines(verdicts))
    change = decision(
        review,
        typed.what,
        typed.to_stage,
        typed.reason,
        override=typed.override,
        counted_anew=typed.counted_anew,
    )
    decided = _availability(key, review, others, now, typed, today)
    flag_open = review.record.red_flags.open > 0
    events: list[Event] = [change]
    refusals = [*against(review, change, scope, today)]
    if typed.what == "clear":
        case, outcome = review.case, typed.outcome
        closing = CaseClosed(day=today, case_id=case.number, athlete=case.athlete, outcome=outcome)
        refusals += case_entries.refusals(closing, scope, today, all_pathways())
        events.append(closing)
    refusals += availability.missing(decided, scope, today, flag_open)
    with always_in_view():
        if save_when_whole("Save stage and availability", refusals, f"{key}-save", lines=2):
            form.keep([*events, decided], f"{review.person.known_as}: saved.")


def _head(criteria: int, unmet: int) -> str:
    if not criteria:
        return "No criteria"
    return f"Criteria: {criteria - unmet} of {criteria} met" if unmet else f"Criteria: all {criteria} met"


def _availability(
    key: str,
    review: CaseReview,
    others: Sequence[CaseReview],
    now: Kept[Availability] | None,
    typed: move_form.Typed,
    today: dt.date,
) -> Availability:
    """The availability form, starting from what the stage proposes."""
    cleared = typed.what == "clear"
    training = proposed_training(others, review.case.number, typed.to_stage, cleared)
    start = proposed.availability(
        training,
        now.event if now else None,
        athlete=review.case.athlete,
        today=today,
        nature=review.case.case.nature,
        days=review.pathway[typed.to_stage].min_days,
        red_flag_open=review.record.red_flags.open > 0,
    )
    st.markdown("**Availability, saved with it**")
    if len(others) > 1:
        st.caption("Proposed by the most limiting of several open cases.")
    return availability_form.ask(review.case.athlete, start, today, f"{key}-{start.training}")
