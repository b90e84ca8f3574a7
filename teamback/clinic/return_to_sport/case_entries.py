"""What stands between what is typed about a case and saving it: sentences, none when it may be saved."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from teamback.clinic.return_to_sport.moves import NEVER_OVERRIDDEN
from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.record.clinical_words import (
    DEGREES,
    HYPOTHESES,
    MODES_OF_ONSET,
    NATURES,
    OUTCOMES,
    QUALITY,
    REGIONS,
    RELATIONS,
)
from teamback.record.event import Event
from teamback.record.events import (
    Assessment,
    CaseClosed,
    CaseOpened,
    CaseUpdated,
    CriterionWaived,
    Medication,
    Note,
    RiskAssessed,
    SignedOff,
    StageReview,
    Treatment,
)
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.scope import Scope
from teamback.record.words import SIDES, short_day

ACCEPTABLE = {"acceptable": "Acceptable", "not acceptable": "Not acceptable"}
SIGN_OFFS = {"consultant": "Consultant on healing"}
NOTE_PARTS = {"subjective": "S", "objective": "O", "assessment": "A", "plan": "P"}
_NOT_SAID = ("day", "case_id", "athlete", "stage")


def refusals(event: Event, by: Scope, today: dt.date, pathways: Mapping[str, Pathway]) -> tuple[Refusal, ...]:
    """Everything that refuses an entry about a case, in the order of its form."""
    check = _CHECKS.get(type(event))
    return tuple(check(event, by, today, pathways)) if check else ()


def takes(pathway: Pathway, nature: str | None, region: str | None) -> bool:
    """Whether a pathway is meant for cases of this nature at this region."""
    return nature in pathway.natures and region in pathway.regions


def _opened(case: Any, by: Scope, today: dt.date, pathways: Mapping[str, Pathway]) -> Iterator[Refusal]:
    yield from _decides(by, "opens a case")
    if case.nature not in NATURES:
        yield Refusal("Choose what it is: injury, illness, complaint or other absence.", "nature")
    if case.region not in REGIONS:
        yield Refusal("Choose the region, No region where there is none.", "region")
    if case.onset is None or case.onset > today:
        yield Refusal("Say when it began: today or earlier.", "onset")
    pathway = pathways.get(case.pathway)
    if case.pathway and pathway is None:
        yield Refusal("There is no such pathway: choose one of the list.", "pathway")
    if pathway and not takes(pathway, case.nature, case.region):
        yield Refusal(f"{pathway.title} is not meant for this nature and region.", "pathway")
    yield from _known_better(case, today)


def _known_better(case: Any, today: dt.date) -> Iterator[Refusal]:
    """What may be said when opening a case, or later."""
    words = {"side": SIDES, "mode_of_onset": MODES_OF_ONSET, "relation": RELATIONS}
    for field, known in words.items():
        if (said := getattr(case, field)) is not None and said not in known:
            yield Refusal(f"{said} is none of the words to choose from.", field)
    if case.diagnosed_on and case.diagnosed_on > today:
        yield Refusal(f"{short_day(case.diagnosed_on, today)} has not come yet.", "diagnosed_on")
    for field in ("reference_load", "days_set"):
        if sentence := SCALES[field].refuse(getattr(case, field)):
            yield Refusal(sentence, field)


def _updated(case: Any, by: Scope, today: dt.date, _: Mapping[str, Pathway]) -> Iterator[Refusal]:
    yield from _decides(by, "changes a case")
    if not _says_something(case):
        yield Refusal("Change something first: nothing is different yet.")
    yield from _known_better(case, today)


def _closed(case: Any, by: Scope, *_: Any) -> Iterator[Refusal]:
    yield from _decides(by, "closes a case")
    if case.outcome not in OUTCOMES:
        yield Refusal("Say how the case ended.", "outcome")


def _waived(waiver: Any, by: Scope, _: dt.date, pathways: Mapping[str, Pathway]) -> Iterator[Refusal]:
    yield from _decides(by, "waives a criterion")
    named = [
        one
        for pathway in pathways.values()
        for stage in pathway.stages
        for one in stage.criteria
        if one.id == waiver.criterion
    ]
    if not named:
        yield Refusal("Choose the criterion that is waived.", "criterion")
    elif any(part.measure == NEVER_OVERRIDDEN for part in named[0].parts()):
        yield Refusal("That no red flag is open is never waived: screen, and close the task.", "criterion")
    if not (waiver.reason or "").strip():
        yield Refusal("Give the reason: it is shown for ever.", "waiver")


def _signed(sign_off: Any, by: Scope, *_: Any) -> Iterator[Refusal]:
    yield from _decides(by, "records a sign-off")
    if sign_off.what not in SIGN_OFFS:
        yield Refusal("Choose what was signed off.", "what")
    if not (sign_off.given_by or "").strip():
        yield Refusal("Say who gave it: name and place.", "given_by")


def _risk(risk: Any, by: Scope, *_: Any) -> Iterator[Refusal]:
    yield from _decides(by, "assesses the risk")
    for field in ("tissue_health", "tissue_stress", "risk_tolerance"):
        if getattr(risk, field) not in ACCEPTABLE:
            yield Refusal("Judge each of the three steps.", field)
            break
    if sentence := SCALES["match_minutes"].refuse(risk.match_minutes):
        yield Refusal(sentence, "match_minutes")


def _review(review: Any, *_: Any) -> Iterator[Refusal]:
    parts = ("spine_position", "core_engagement", "hip_control")
    if any(getattr(review, part) not in QUALITY for part in parts):
        yield Refusal("Judge all three: spine position, core engagement and hip control.", "spine_position")


def _assessment(found: Any, *_: Any) -> Iterator[Refusal]:
    if not _says_something(found):
        yield Refusal("Write down at least one thing that was found.")
    if found.hypothesis is not None and found.hypothesis not in HYPOTHESES:
        yield Refusal("Choose the hypothesis from the list.", "hypothesis")
    for field in ("irritability", "hypothesis_confidence"):
        if (said := getattr(found, field)) is not None and said not in DEGREES:
            yield Refusal("Choose low, moderate or high.", field)
    if found.hypothesis_confidence and not found.hypothesis:
        yield Refusal("Choose the hypothesis that you are this sure of.", "hypothesis")


def _note(note: Any, *_: Any) -> Iterator[Refusal]:
    if not any((getattr(note, part) or "").strip() for part in NOTE_PARTS):
        yield Refusal("Write at least one part of the note.")


def _treatment(treatment: Any, *_: Any) -> Iterator[Refusal]:
    if not (treatment.given or "").strip():
        yield Refusal("Say what was done.", "given")
    if sentence := SCALES["minutes"].refuse(treatment.minutes):
        yield Refusal(sentence, "minutes")


def _medication(medication: Any, by: Scope, today: dt.date, _: Any) -> Iterator[Refusal]:
    if by.profession != "doctor":
        yield Refusal("Medication is written by a doctor.")
    if not (medication.given or "").strip():
        yield Refusal("Say what is given, in words.", "given")
    if medication.until and medication.until < today:
        yield Refusal("The last day has passed: choose today or later.", "until")


def _decides(by: Scope, what: str) -> Iterator[Refusal]:
    if not by.decides_availability() or not by.person.strip():
        yield Refusal(f"Only a named doctor or physio of the medical staff {what}.")


def _says_something(event: Event) -> bool:
    return any(value not in (None, "", ()) for name, value in vars(event).items() if name not in _NOT_SAID)


_CHECKS: dict[type[Event], Callable[..., Iterator[Refusal]]] = {
    CaseOpened: _opened,
    CaseUpdated: _updated,
    CaseClosed: _closed,
    CriterionWaived: _waived,
    SignedOff: _signed,
    RiskAssessed: _risk,
    StageReview: _review,
    Assessment: _assessment,
    Note: _note,
    Treatment: _treatment,
    Medication: _medication,
}
CHECKED = (
    *(CaseOpened, CaseUpdated, CaseClosed, CriterionWaived, SignedOff, RiskAssessed),
    *(StageReview, Assessment, Note, Treatment, Medication),
)
"""The kinds of entries that are checked here."""
