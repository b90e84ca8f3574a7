"""The parts of a case page: criteria, course, examination, care and details, each with what was written."""

from collections.abc import Callable
from html import escape

import streamlit as st

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.results import missing_since
from teamback.clinic.exercise.sports import profile
from teamback.clinic.return_to_sport.moves import NEVER_OVERRIDDEN
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.clinical_words import VERDICTS
from teamback.record.events import (
    Assessment,
    CriterionWaived,
    InflammatoryScreen,
    Medication,
    Note,
    RedFlagScreen,
    Referral,
    RiskAssessed,
    SignedOff,
    StageReview,
    Treatment,
)
from teamback.rounds.cases import CaseNow
from teamback.rounds.return_to_sport.case_file import CaseFile
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.ui.charts import show
from teamback.ui.return_to_sport import case_history, criteria_lines
from teamback.ui.return_to_sport.case_figure import HOW_TO_READ, course_figure

Form = Callable[[str], None]
SIGNS, INFLAMMATORY = "screen", "inflammatory"
"""The screens, which are asked in a case as they are elsewhere."""
_BASELINE = "baseline_set"


def tabs(file: CaseFile, case: CaseNow, form: Form | None, profession: str) -> None:
    """All parts; `form` draws the form of a name, None where nothing may be written."""
    review = file.reviews.get(case.number)
    names = ["Criteria", "Course", "Examination", "Care", "Details"]
    criteria, course, examination, care, details = st.tabs(names if review else ["Decisions", *names[1:]])
    with criteria:
        _criteria(file, case, review, form)
    with course:
        _course(file, case)
    with examination:
        _examination(file, case, form)
    with care:
        _care(file, case, form, profession)
    with details:
        if form and case.open:
            _folded("What is known better by now", "better", form)
            _folded("Close the case", "closing", form)
        elif not case.open:
            st.caption("The case is closed: it stays as it is.")


def _criteria(file: CaseFile, case: CaseNow, review: CaseReview | None, form: Form | None) -> None:
    if review is None:
        case_history.decisions(case.changes, file.day)
        return
    unmet, asked = review.unmet, review.asked
    where = "to be cleared" if review.at_the_end else "for the next stage"
    said = f"{len(asked) - len(unmet)} of {len(asked)} met {where}."
    st.markdown(f"**Ready: {said}**" if review.ready else f"**{said}**")
    st.html(criteria_lines.lines(review.verdicts))
    _sport(file, review)
    case_history.entries(file.of(CriterionWaived, case.number), file.day, "Nothing was waived.")
    if form and waivable(review):
        _folded("Waive a criterion", "waiver", form)


def waivable(review: CaseReview) -> dict[str, str]:
    """The criteria in the way that may be waived, in words; an open red flag never is."""
    never = {
        one.id
        for one in review.stage.criteria
        if any(part.measure == NEVER_OVERRIDDEN for part in one.parts())
    }
    return {
        verdict.criterion: f"{verdict.says} ({VERDICTS[verdict.verdict].lower()})"
        for verdict in review.unmet
        if verdict.criterion not in never
    }


def waivable_items(review: CaseReview) -> dict[str, list[tuple[str, str]]]:
    """For a criterion about the baseline set: the missing tests, any of which may be waived alone."""
    tests = battery()
    missing = [
        (key, tests[key].title)
        for name in tests.baseline
        for key in missing_since(review.record.readings, tests, name, review.case.began)
    ]
    named = [one.id for one in review.stage.criteria if any(p.measure == _BASELINE for p in one.parts())]
    return dict.fromkeys(named, missing) if missing else {}


def _sport(file: CaseFile, review: CaseReview) -> None:
    """What the athlete's sport asks at stages 4 and 5 of the low back pathway."""
    sport = profile(file.person.sport or file.squad.sport)
    checks = sport.checklist(review.stage.number) if sport and review.pathway.key == "low_back" else ()
    if sport and checks:
        items = "".join(f"<li>{escape(check.says)}</li>" for check in checks)
        st.html(
            f"<b>{escape(sport.title)}: before full training</b><ul>{items}</ul>"
            f'<div class="tb-small">In our own words ({escape(sport.status)})</div>'
        )


def _course(file: CaseFile, case: CaseNow) -> None:
    pathway = all_pathways().get(case.case.pathway)
    if pathway and case.changes:
        drawn = course_figure(case, pathway, file.day)
        show(drawn, alt="Stages over time; the decisions are listed below.", key=f"course-{case.number}")
        st.caption(HOW_TO_READ)
    if case.changes:
        case_history.decisions(case.changes, file.day)
    else:
        st.caption("No stage was decided.")


def _examination(file: CaseFile, case: CaseNow, form: Form | None) -> None:
    parts = (
        ("Red-flag screen", SIGNS, RedFlagScreen, "No screen is recorded."),
        ("Inflammatory back pain (NICE NG65)", INFLAMMATORY, InflammatoryScreen, "It was not asked."),
        ("Clinical assessment", "assessment", Assessment, "No assessment is recorded in this case."),
        ("Stage review", "stage_review", StageReview, "No stage review is recorded."),
        ("Return-to-sport risk (StARRT)", "risk", RiskAssessed, "The risk was not assessed."),
        ("Sign-off", "sign_off", SignedOff, "Nothing was signed off."),
    )
    for title, name, kind, nothing in parts:
        st.markdown(f"**{title}**")
        if form and case.open:
            _folded(f"Write down: {title[:1].lower()}{title[1:]}", name, form)
        whole = [kept for kept in file.written[kind] if kept.event.day >= case.began]
        found = whole if kind in (RedFlagScreen, InflammatoryScreen) else file.of(kind, case.number)
        case_history.entries(found, file.day, nothing)


def _care(file: CaseFile, case: CaseNow, form: Form | None, profession: str) -> None:
    """Notes, treatment, medication (which a doctor alone writes) and referrals."""
    parts = (
        ("Notes", "note", Note, "No note is written."),
        ("Treatment", "treatment", Treatment, "No treatment is recorded."),
        ("Medication", "medication", Medication, "No medication is recorded."),
        ("Referrals", "referral", Referral, "Nobody was referred."),
    )
    for title, name, kind, nothing in parts:
        st.markdown(f"**{title}**")
        if form and case.open and (name != "medication" or profession == "doctor"):
            _folded(f"Write down: {title.lower()}", name, form)
        case_history.entries(file.of(kind, case.number), file.day, nothing)


def _folded(label: str, name: str, form: Form) -> None:
    with st.expander(label, key=f"fold-{name}"):
        form(name)
