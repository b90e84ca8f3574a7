"""What stands between this athlete and the next stage?"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from teamback import app
from teamback.clinic.return_to_sport import case_entries
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.clinic.urgent import tasks as clinic_tasks
from teamback.record.event import Event
from teamback.record.events import Referral
from teamback.rounds.cases import CaseNow
from teamback.rounds.reports_of_day import people_of
from teamback.rounds.return_to_sport.case_file import CaseFile, case_file, week_before_onset
from teamback.rounds.urgent.morning_report import background_of
from teamback.rounds.urgent.task_help import born
from teamback.ui import availability_form, drawer
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in_who
from teamback.ui.return_to_sport import (
    case_care_forms,
    case_chooser,
    case_findings_forms,
    case_header,
    case_open_form,
    case_open_panel,
    case_tabs,
    move_panel,
)
from teamback.ui.urgent import inflammatory_form, red_flag_form

here = app.enter_squad("Case")
saved, _ = app.just_kept() or (0, "")
writing = here.is_today and here.known_at is None
may_decide = writing and here.scope.decides_availability()
OPEN, MOVE = "open", "move"
FORMS: dict[str, Callable[..., Event]] = {
    "assessment": case_findings_forms.assessment,
    "stage_review": case_findings_forms.stage_review,
    "risk": case_findings_forms.risk,
    "sign_off": case_findings_forms.sign_off,
    "note": case_care_forms.note,
    "treatment": case_care_forms.treatment,
    "medication": case_care_forms.medication,
    "referral": case_care_forms.referral,
}


@st.fragment
def form(file: CaseFile, case: CaseNow, name: str) -> None:
    """One form about the case; typing in it runs this part alone."""
    key = f"{name}-{case.number}-{saved}"
    if first := app.changed(key):
        st.error(first, icon=":material/group:")
    if name in SCREENS:
        return SCREENS[name](file, key)
    beside = Beside()
    typed = ask(file, case, name, key, beside)
    beside.field("")
    if not st.button("Save", type="primary", key=f"{key}-save"):
        return
    if isinstance(typed, Referral):
        refusals = clinic_tasks.refer(typed, here.today)
    else:
        refusals = case_entries.refusals(typed, here.scope, here.today, all_pathways())
    if refusals:
        return beside.say(refusals)
    app.keep_form([typed], here, key, "Saved.", lambda refusal: beside.say([refusal]))


def ask(file: CaseFile, case: CaseNow, name: str, key: str, beside: Beside) -> Event:
    """What is typed into the form of a name."""
    if name == "waiver":
        review = file.reviews[case.number]
        criteria, items = case_tabs.waivable(review), case_tabs.waivable_items(review)
        return case_findings_forms.waiver(key, case, here.today, criteria, items, beside)
    if name == "better":
        return case_open_form.better(key, case.case, here.today, beside)
    if name == "closing":
        return case_open_form.closing(key, case.case, here.today, beside)
    return FORMS[name](key, case, here.today, beside)


def screen(file: CaseFile, key: str) -> None:
    """The warning signs, asked of the athlete by staff."""
    who = file.person
    before = background_of(here.store, here.scope, who.athlete, who.home, here.today)
    entries = red_flag_form.form(key, who.athlete, here.today, here.scope.signature, before)
    if entries:
        app.keep_form(entries, here, key, "Screen saved.", availability_form.refused)


def inflammatory(file: CaseFile, key: str) -> None:
    """The questions on inflammatory back pain, asked of the athlete by staff."""
    known = born(here.store, here.scope, file.person.athlete)
    typed = inflammatory_form.form(key, file.person.athlete, here.today, known.on, known.limits)
    if typed:
        app.keep_form([typed], here, key, "Screen saved.", availability_form.refused)


SCREENS = {"screen": screen, "inflammatory": inflammatory}


def opening(file: CaseFile, key: str) -> None:
    """The dialog that opens a case."""
    beside, first = Beside(), app.changed(key)
    measured = partial(week_before_onset, here.store, here.scope)
    case_open_panel.panel(
        key,
        file,
        here.scope,
        here.today,
        measured,
        first,
        beside,
        lambda events, saying: app.keep_form(events, here, key, saying, lambda r: beside.say([r])),
    )


def moving(file: CaseFile, case: CaseNow, key: str) -> None:
    """The dialog that moves the case."""
    move_panel.panel(
        key,
        file.reviews[case.number],
        file.open_reviews,
        file.decision,
        here.scope,
        here.today,
        app.changed(key),
        lambda events, saying: app.keep_form(events, here, key, saying, availability_form.refused),
    )


def buttons(file: CaseFile, case: CaseNow | None) -> str | None:
    """What can be done about the case at once, and the ways from here; gives the dialog asked for."""
    asked = None
    with st.container(horizontal=True, vertical_alignment="center"):
        if (
            may_decide
            and case
            and case.number in file.reviews
            and st.button("Move", type="primary", key="move")
        ):
            asked = MOVE
        if may_decide and st.button("Open a case", icon=":material/add:", key="open-a-case"):
            asked = OPEN
        app.link(here, "squad/return_to_sport", "Board")
    app.links(here, file.person.athlete)
    return asked


def page(file: CaseFile, case: CaseNow | None) -> None:
    """The case in view with its parts, and the dialog that is open."""
    athlete = file.person.athlete
    app.opened("case", athlete)
    if case:
        case_header.header(file, case)
    else:
        case_chooser.none_yet(file.person.known_as, may_decide)
    what = drawer.what_is_open(f"case-{athlete}", saved, buttons(file, case))
    if case:
        for name in (*FORMS, *SCREENS, "waiver", "better", "closing"):
            app.seen(f"{name}-{case.number}-{saved}", here)
        forms = partial(form, file, case) if writing else None
        case_tabs.tabs(file, case, forms, here.scope.profession)
    key = f"{what}-{case.number if case and what == MOVE else athlete}-{saved}"
    app.seen(key, here)
    if what == OPEN:
        drawer.draw(f"case-{athlete}", f"Open a case: {file.person.known_as}", opening, file, key)
    elif what == MOVE and case and case.number in file.reviews:
        drawer.draw(f"case-{athlete}", file.person.known_as, moving, file, case, key)


with app.saying_why():
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = check_in_who.choose(people_of(here.store, here.scope, here.squad.squad, here.day))
        file = None if chosen is None else app.once(here, case_file, chosen)
        case = case_chooser.choose(file) if file else None
    if file:
        page(file, case)
    else:
        st.info("Choose an athlete to see their case.", icon=":material/info:")
