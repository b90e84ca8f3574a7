"""What stands between this athlete and the next stage?"""

from functools import partial

import streamlit as st

from teamback import app
from teamback.rounds.cases import CaseNow
from teamback.rounds.reports_of_day import people_of
from teamback.rounds.return_to_sport.case_file import CaseFile, case_file, week_before_onset
from teamback.ui import drawer
from teamback.ui.check_ins import check_in_who
from teamback.ui.form import Form
from teamback.ui.return_to_sport import (
    case_chooser,
    case_header,
    case_open_panel,
    case_tabs,
    case_writing,
    move_panel,
)

here = app.enter_squad("Case")
saved, _ = app.just_kept() or (0, "")
writing = here.is_today and here.known_at is None
may_decide = writing and here.scope.decides_availability()


@st.fragment
def write(file: CaseFile, case: CaseNow, forms: dict[str, Form], name: str) -> None:
    """One form about the case; typing in it runs this part alone."""
    if name == case_tabs.SIGNS:
        app.ask_warning_signs(here, forms[name], file.person.athlete, file.person.home)
    elif name == case_tabs.INFLAMMATORY:
        app.ask_inflammatory(here, forms[name], file.person.athlete)
    else:
        case_writing.write(name, forms[name], file, case, here.scope)


def buttons(file: CaseFile, case: CaseNow | None) -> str | None:
    """What can be done about the case at once, and the ways from here; gives the dialog asked for."""
    with st.container(horizontal=True, vertical_alignment="center"):
        staged = case is not None and case.number in file.reviews
        asked = case_header.buttons(may_decide, may_decide and staged)
        app.link(here, "squad/return_to_sport", "Board")
    app.links(here, file.person.athlete)
    return asked


def parts(file: CaseFile, case: CaseNow) -> None:
    """Everything about the case, and the forms that write more into it."""
    names = (*case_writing.NAMES, case_tabs.SIGNS, case_tabs.INFLAMMATORY)
    forms = {name: app.form(here, f"{name}-{case.number}-{saved}") for name in names}
    case_tabs.tabs(file, case, partial(write, file, case, forms) if writing else None, here.scope.profession)


def page(file: CaseFile, case: CaseNow | None) -> None:
    """The case in view with its parts, and the dialog that is open."""
    athlete, name = file.person.athlete, file.person.known_as
    app.opened("case", athlete)
    if case:
        case_header.header(file, case)
    else:
        case_chooser.none_yet(name, may_decide)
    panel = f"case-{athlete}"
    what = drawer.what_is_open(panel, saved, buttons(file, case))
    if case:
        parts(file, case)
    if what == case_header.OPEN:
        form = app.form(here, f"open-{athlete}-{saved}")
        measured = partial(week_before_onset, here.store, here.scope)
        drawer.draw(panel, f"Open a case: {name}", case_open_panel.panel, form, file, here.scope, measured)
    elif what == case_header.MOVE and case and (review := file.reviews.get(case.number)):
        form = app.form(here, f"move-{case.number}-{saved}")
        about = (form, review, file.open_reviews, file.decision, here.scope)
        drawer.draw(panel, name, move_panel.panel, *about)


with app.saying_why():
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = check_in_who.choose(people_of(here.store, here.scope, here.squad.squad, here.day))
        file = None if chosen is None else app.once(here, case_file, chosen)
        case = case_chooser.choose(file) if file else None
    if file:
        page(file, case)
    else:
        st.info("Choose an athlete to see their case.", icon=":material/info:")
