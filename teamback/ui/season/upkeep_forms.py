"""The forms of an athlete's upkeep: what to do alone, a change and its end, a check-in, a technique."""

import streamlit as st

from teamback.clinic.season.entries import PARTS, SECTIONS, refusals
from teamback.record.clinical_words import COMPENSATIONS, QUALITY
from teamback.record.event import audience_of
from teamback.record.events import (
    ClinicianCheckIn,
    Intervention,
    InterventionEnded,
    SelfManagement,
    TechniqueReview,
)
from teamback.record.pain_words import ACTIVITY_CHANGES, INTERVENTIONS, TECHNIQUES
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.season.changes import Change
from teamback.rounds.season.upkeep import Upkeep
from teamback.ui.beside import Beside
from teamback.ui.form import Form
from teamback.ui.plain import as_typed
from teamback.ui.return_to_sport.case_fields import date, line, words
from teamback.ui.season.upkeep_words import change_in_words

_HINTS = {
    "breathing": "Three times a day, five slow breaths into the lower ribs",
    "mobilisation": "Cat-camel, ten slow ones, before getting up",
    "activity_change": "Stand up every half hour; shoes on while sitting",
}
_ENDS = {"back": "Taken back", "kept": "Kept for good"}


def self_management(upkeep: Upkeep, form: Form) -> None:
    """The three sections, and the movements to go easy on."""
    beside, now = Beside(), upkeep.plan.event if upkeep.plan else None
    said = {}
    for section, label in SECTIONS.items():
        text = st.text_area(
            label,
            value=(getattr(now, section) or "") if now else "",
            placeholder=_HINTS[section],
            max_chars=600,
            height=80,
            key=f"{form.key}-{section}",
        )
        beside.field(section)
        said[section] = text.strip() or None
    avoid = st.pills(
        "Go easy on for now",
        list(ACTIVITY_CHANGES),
        selection_mode="multi",
        default=[word for word in now.avoid if word in ACTIVITY_CHANGES] if now else [],
        format_func=ACTIVITY_CHANGES.__getitem__,
        key=f"{form.key}-avoid",
        wrap=True,
    )
    beside.field("avoid")
    st.caption("The athlete sees it under Plan, and ticks the sections in the check-in.")
    typed = SelfManagement(day=form.today, athlete=upkeep.person.athlete, avoid=tuple(avoid), **said)
    form.offer(beside, [typed], refusals(typed, form.today), "Self-management plan saved.")


def change(upkeep: Upkeep, scope: Scope, form: Form) -> None:
    """What was changed for the athlete, and until when."""
    beside, key = Beside(), form.key
    with st.container(horizontal=True, vertical_alignment="top"):
        what = words("What", INTERVENTIONS, f"{key}-what", beside, "what")
        until = date("Temporary until", f"{key}-until", beside, "until", None)
    made = line("The change, in words", f"{key}-change", beside, "change", 200)
    why = None
    if scope.may_read(audience_of(Intervention, "reason")):
        why = line("Why", f"{key}-reason", beside, "reason", 300)
    st.caption("Without a day it holds until somebody ends it. With one you are reminded when it has passed.")
    typed = Intervention(
        day=form.today,
        athlete=upkeep.person.athlete,
        what=what or "",
        change=made or "",
        until=until,
        reason=why,
    )
    form.offer(beside, [typed], refusals(typed, form.today), "Change saved.")


def end(one: Change, scope: Scope, form: Form) -> None:
    """How a change ended: taken back, or kept for good."""
    beside, began = Beside(), one.began
    st.markdown(f"**{as_typed(change_in_words(one, form.today))}**")
    how = st.segmented_control(
        "It is", list(_ENDS), default=None, format_func=_ENDS.__getitem__, key=f"{form.key}-how"
    )
    beside.field("kept_for_good")
    outcome = None
    if scope.may_read(audience_of(InterventionEnded, "outcome")):
        outcome = line("What came of it", f"{form.key}-outcome", beside, "outcome", 300)
    typed = InterventionEnded(
        day=form.today,
        athlete=began.event.athlete,
        intervention=began.seq,
        kept_for_good=how == "kept",
        outcome=outcome,
    )
    form.offer(beside, [typed], ending_refusals(how, typed, form), "Change ended.")


def ending_refusals(how: str | None, typed: InterventionEnded, form: Form) -> tuple[Refusal, ...]:
    """Everything that refuses an end; which of the two it is has to be said."""
    not_said = (
        () if how else (Refusal("Say whether it was taken back or is kept for good.", "kept_for_good"),)
    )
    return (*not_said, *refusals(typed, form.today))


def check_in(upkeep: Upkeep, form: Form) -> None:
    """How a clinician finds a well athlete, and when the next look is due."""
    beside, key = Beside(), form.key
    with st.container(horizontal=True, vertical_alignment="top"):
        said = {part: words(label, QUALITY, f"{key}-{part}", beside, part) for part, label in PARTS.items()}
    on = date("Next check-in", f"{key}-next", beside, "next_on", None)
    note = line("Note (medical staff only)", f"{key}-note", beside, "note", 1000)
    typed = ClinicianCheckIn(day=form.today, athlete=upkeep.person.athlete, next_on=on, note=note, **said)
    form.offer(beside, [typed], refusals(typed, form.today), "Check-in saved.")


def review(upkeep: Upkeep, form: Form) -> None:
    """How the athlete moves in one technique, what to work on, and when it is looked at again."""
    beside, key = Beside(), form.key
    with st.container(horizontal=True, vertical_alignment="top"):
        technique = words("Technique", TECHNIQUES, f"{key}-technique", beside, "technique")
        quality = words("How it goes", QUALITY, f"{key}-quality", beside, "quality")
        on = date("Next review", f"{key}-next", beside, "next_on", None)
    seen = st.pills(
        "Seen",
        list(COMPENSATIONS),
        selection_mode="multi",
        format_func=COMPENSATIONS.__getitem__,
        key=f"{key}-seen",
        wrap=True,
    )
    beside.field("compensations")
    cues = line("Cues for the athlete", f"{key}-cues", beside, "cues", 300)
    typed = TechniqueReview(
        day=form.today,
        athlete=upkeep.person.athlete,
        technique=technique or "",
        quality=quality,
        compensations=tuple(seen),
        cues=cues,
        next_on=on,
    )
    form.offer(beside, [typed], refusals(typed, form.today), "Technique review saved.")
