"""Everything that is written down in a case, by name: each is asked, checked and kept in the same way."""

from collections.abc import Callable

import streamlit as st

from teamback.clinic.return_to_sport import case_entries
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.clinic.urgent import tasks
from teamback.record.event import Event
from teamback.record.events import Referral
from teamback.record.scope import Scope
from teamback.rounds.cases import CaseNow
from teamback.rounds.return_to_sport.case_file import CaseFile
from teamback.ui.beside import Beside
from teamback.ui.form import Form
from teamback.ui.return_to_sport import case_care_forms, case_findings_forms, case_open_form, case_tabs

_FORMS: dict[str, Callable[..., Event]] = {
    "assessment": case_findings_forms.assessment,
    "stage_review": case_findings_forms.stage_review,
    "risk": case_findings_forms.risk,
    "sign_off": case_findings_forms.sign_off,
    "note": case_care_forms.note,
    "treatment": case_care_forms.treatment,
    "medication": case_care_forms.medication,
    "referral": case_care_forms.referral,
    "better": case_open_form.better,
    "closing": case_open_form.closing,
}
_WAIVER = "waiver"
NAMES = (*_FORMS, _WAIVER)


def write(name: str, form: Form, file: CaseFile, case: CaseNow, scope: Scope) -> None:
    """The form of a name."""
    beside = Beside()
    form.say_who_was_first()
    typed = _ask(name, form, file, case, beside)
    beside.field("")
    if not st.button("Save", type="primary", key=f"{form.key}-save"):
        return
    if isinstance(typed, Referral):
        refusals = tasks.refer(typed, form.today)
    else:
        refusals = case_entries.refusals(typed, scope, form.today, all_pathways())
    if refusals:
        return beside.say(refusals)
    form.keep([typed], "Saved.", beside)


def _ask(name: str, form: Form, file: CaseFile, case: CaseNow, beside: Beside) -> Event:
    if name == _WAIVER:
        review = file.reviews[case.number]
        criteria, items = case_tabs.waivable(review), case_tabs.waivable_items(review)
        return case_findings_forms.waiver(form.key, case, form.today, criteria, items, beside)
    return _FORMS[name](form.key, case, form.today, beside)
