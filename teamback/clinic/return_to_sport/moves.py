"""What stands between a decision about a stage and saving it: one list of sentences, empty when it may."""

import datetime as dt
from collections.abc import Iterator, Sequence

from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.record.clinical_words import STAGE_DECISIONS
from teamback.record.events import StageChange
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.record.verdict import Verdict
from teamback.record.words import short_day

OVERRIDE = ("doctor",)
"""The professions that may let a case move on past criteria that are not met."""
NEVER_OVERRIDDEN = "open_red_flags"
_ONWARD = ("progress", "clear")
REASON_LENGTH = 300


def missing(
    move: StageChange,
    stage: int | None,
    pathway: Pathway,
    verdicts: Sequence[Verdict],
    scope: Scope,
    today: dt.date,
    red_flags: int | None,
) -> tuple[Refusal, ...]:
    """Everything that refuses a decision as typed, in the order of the form; empty means it may be saved.

    `stage` is where the case stands (None while it is being opened), `verdicts` those of the criteria between
    here and `to_stage` at this moment, `red_flags` how many are open (None: no screen was ever answered).
    """
    return (
        *_who_decides(move, stage, pathway, scope),
        *_on_the_day(move, today),
        *_where_to(move, stage, pathway),
        *_why(move),
        *_criteria(move, verdicts, scope, red_flags),
    )


def _who_decides(move: StageChange, stage: int | None, pathway: Pathway, scope: Scope) -> Iterator[Refusal]:
    if not scope.decides_availability() or not scope.person.strip():
        yield Refusal("Only a named doctor or physio of the medical staff moves a case.")
        return
    if move.decision in _ONWARD and stage is not None and scope.profession not in pathway[stage].signed_by:
        yield Refusal(f"Leaving this stage is signed by: {', '.join(pathway[stage].signed_by)}.")


def _known(move: StageChange, pathway: Pathway) -> bool:
    return 0 <= move.to_stage < len(pathway.stages)


def _on_the_day(move: StageChange, today: dt.date) -> Iterator[Refusal]:
    if move.day != today:
        day = short_day(move.day, today)
        yield Refusal(f"{day} is not today: a stage is decided on the day, nothing turns by date.", "day")


def _where_to(move: StageChange, stage: int | None, pathway: Pathway) -> Iterator[Refusal]:
    to, name = move.to_stage, STAGE_DECISIONS.get(move.decision)
    if name is None:
        yield Refusal("Choose what to do: move on, hold, step back or clear.", "decision")
    elif not _known(move, pathway):
        yield Refusal("This stage is not of the pathway: choose one of its stages.", "to_stage")
    elif move.decision == "enter":
        if stage is not None:
            yield Refusal("This case has its first stage already: move it on, hold it or step it back.")
        elif to > pathway.last_entry.number:
            yield Refusal(
                f"Open it at {pathway.last_entry.name} or earlier: a consultant signs off before the next.",
                "to_stage",
            )
    elif stage is None:
        yield Refusal("This case has no stage yet: choose the one it enters first.", "to_stage")
    elif move.decision == "progress" and to not in pathway.next_stages(stage):
        yield Refusal(
            f"One move does not lead from {pathway[stage].name} to {pathway[to].name}: choose one between.",
            "to_stage",
        )
    elif move.decision == "step_back" and to >= stage:
        yield Refusal("Step back leads to an earlier stage: choose one.", "to_stage")
    elif move.decision == "hold" and to != stage:
        yield Refusal("Hold keeps the stage as it is.", "to_stage")
    elif move.decision == "clear" and stage != pathway.last.number:
        yield Refusal(f"A case is cleared from {pathway.last.name}: move it on first.", "decision")


def _why(move: StageChange) -> Iterator[Refusal]:
    length = len((move.reason or "").strip())
    if not length:
        yield Refusal("Give the reason: it stays with the decision.", "reason")
    if length > REASON_LENGTH:
        yield Refusal(f"The reason has {length} characters: shorten it to {REASON_LENGTH}.", "reason")


def _criteria(
    move: StageChange, verdicts: Sequence[Verdict], scope: Scope, red_flags: int | None
) -> Iterator[Refusal]:
    """Moving on needs every criterion met or waived, or an override by an authorised profession."""
    if move.decision not in _ONWARD:
        if move.override:
            yield Refusal("There is nothing to override when a case does not move on.", "override")
        return
    if red_flags:
        yield Refusal("A red flag is open: nobody moves this case on before its task is closed.")
    unmet = [verdict for verdict in verdicts if not verdict.passes]
    if not unmet:
        if move.override:
            yield Refusal("Every criterion is met: there is nothing to override.", "override")
        return
    if not move.override:
        yield from (Refusal(sentence(verdict)) for verdict in unmet)
    elif scope.profession not in OVERRIDE:
        yield Refusal(f"An override is signed by: {', '.join(OVERRIDE)}.", "override")


def sentence(verdict: Verdict) -> str:
    """What is missing, in words: the criterion, what was found, and what it needs."""
    words = {"not_met": "", "no_data": "no data", "too_old": "too old"}
    found = [text for text in (words.get(verdict.verdict, ""), verdict.value) if text]
    return f"{verdict.says}: {', '.join(found)} (needs {verdict.threshold})."


def unmet(verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    """The ids of the criteria that an override passes over."""
    return tuple(verdict.criterion for verdict in verdicts if not verdict.passes)
