"""A decision about the stage of a case: judged when it is asked for, and once more when it is kept."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from teamback.clinic.return_to_sport.moves import missing, unmet
from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.clinic.return_to_sport.pathways import all_pathways, faults
from teamback.record.event import Event
from teamback.record.events import CaseClosed, CaseOpened, StageChange
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.record.verdict import Verdict
from teamback.rounds.cases import cases_of, most_limiting
from teamback.rounds.limits_now import limits_at
from teamback.rounds.return_to_sport.case_reading import Looked
from teamback.rounds.return_to_sport.case_review import CaseReview, review_cases
from teamback.rounds.squads import now_in, squad_named, today_at_home
from teamback.store import Store
from teamback.store.queries.roster import athlete_named


def first_stage(case: CaseOpened, pathway: Pathway, stage: int, reason: str) -> StageChange:
    """A case enters the stage that the clinician picks when opening it."""
    return _change(case.day, case, "enter", None, stage, reason, pathway)


def decision(
    review: CaseReview,
    what: str,
    to_stage: int,
    reason: str,
    *,
    override: bool = False,
    counted_anew: bool = False,
) -> StageChange:
    """What is typed about a case, with every criterion's verdict and value at this moment."""
    case, stage = review.case.case, review.stage.number
    verdicts = verdicts_for(review, what, to_stage)
    change = _change(review.record.day, case, what, stage, to_stage, reason, review.pathway)
    return replace(
        change,
        override=override,
        counted_anew=counted_anew,
        criteria=tuple(verdict.as_text() for verdict in verdicts),
        unmet=unmet(verdicts) if override else (),
    )


def verdicts_for(review: CaseReview, what: str, to_stage: int) -> tuple[Verdict, ...]:
    """The criteria a decision is held against: those up to where it leads, else those of the next stage."""
    if what == "progress":
        return review.verdicts_to(to_stage)
    return review.verdicts


def against(review: CaseReview, change: StageChange, by: Scope, today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses a decision about a case that is under way."""
    verdicts = verdicts_for(review, change.decision, change.to_stage)
    flags = review.record.red_flags.open
    return missing(change, review.stage.number, review.pathway, verdicts, by, today, flags)


def against_first_stage(
    change: StageChange, pathway: Pathway, by: Scope, today: dt.date
) -> tuple[Refusal, ...]:
    """Everything that refuses the stage that a case enters first, an overdue pathway among it."""
    return (*faults(pathway, today), *missing(change, None, pathway, (), by, today, 0))


def refuse_moves(store: Store, events: Sequence[Event], by: Scope) -> None:
    """The write path's own look: judges every stage change among some events anew.

    Raises the first sentence that speaks against one, and says so when what was judged has changed since.
    """
    opened = {event.case_id: event for event in events if isinstance(event, CaseOpened)}
    closed = {event.case_id for event in events if isinstance(event, CaseClosed)}
    cleared = {e.case_id for e in events if isinstance(e, StageChange) and e.decision == "clear"}
    for closing in (event for event in events if isinstance(event, CaseClosed)):
        if closing.outcome == "recovered" and closing.case_id not in cleared and _guarded(store, closing, by):
            raise Refusal("Recovered is said by clearing the case from its last stage.", "outcome")
    for event in events:
        if not isinstance(event, StageChange):
            continue
        if event.decision == "clear" and event.case_id not in closed:
            raise Refusal("Clearing a case closes it: say how it ended.", "outcome")
        if event.case_id in opened:
            pathway = _pathway(opened[event.case_id].pathway)
            refused = against_first_stage(event, pathway, by, today_at_home(store, event.athlete))
        else:
            review, today = review_now(store, by, event.athlete, event.case_id)
            refused = against(review, event, by, today) or _changed_meanwhile(review, event)
        if refused:
            raise refused[0]


def _changed_meanwhile(review: CaseReview, change: StageChange) -> tuple[Refusal, ...]:
    """What a decision keeps for ever is what the record says at this moment, and nothing else."""
    judged = verdicts_for(review, change.decision, change.to_stage)
    kept = [Verdict.from_text(text) for text in change.criteria]
    passed_over = unmet(judged) if change.override else ()
    if change.from_stage != review.stage.number:
        return (Refusal("The case has moved meanwhile. Look at its stage again."),)
    if _timeless(kept) != _timeless(judged) or change.unmet != passed_over:
        return (Refusal("What was judged has changed meanwhile. Look at the criteria again."),)
    return ()


def _timeless(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts without a value that moves with the clock alone: an age in hours."""
    return [
        replace(v, value="", rows=()) if v.value.endswith(" h") else replace(v, rows=()) for v in verdicts
    ]


def review_now(store: Store, scope: Scope, athlete: int, case_id: int) -> tuple[CaseReview, dt.date]:
    """The review of an open case at this moment, and the day it is where the athlete's squad is."""
    named = athlete_named(store, scope, athlete)
    if named is None:
        raise Refusal("Nobody is known under this number.")
    who = named.event
    squad = squad_named(store, scope, who.home)
    now = now_in(store, squad)
    cases = [c for c in cases_of(store, scope, [athlete], now.date()) if c.number == case_id]
    if not cases or not cases[0].open:
        raise Refusal("This case is closed. Open a new one, or correct the closing.")
    person = RosterAthlete(athlete, who.known_as, who.position, who.sport, who.home, who.day, False)
    looked = Looked(squad, now.date(), now, True)
    pathways = all_pathways()
    _pathway(cases[0].case.pathway)
    (review,) = review_cases(store, scope, [person], cases, pathways, limits_at(store, None), looked)
    return review, now.date()


def proposed_training(
    reviews: Sequence[CaseReview], case_id: int, to_stage: int, cleared: bool = False
) -> str:
    """The availability for training that a move proposes: of several open cases the most limiting leads."""
    trainings = [
        review.pathway[to_stage].availability if review.case.number == case_id else review.stage.availability
        for review in reviews
        if not (cleared and review.case.number == case_id)
    ]
    return most_limiting(trainings) if trainings else "full"


def _guarded(store: Store, closing: CaseClosed, by: Scope) -> bool:
    """Whether the case follows a pathway, whose criteria closing it would pass over."""
    cases = cases_of(store, by, [closing.athlete], closing.day)
    return any(case.number == closing.case_id and case.case.pathway in all_pathways() for case in cases)


def _pathway(key: str) -> Pathway:
    pathways = all_pathways()
    if key not in pathways:
        raise Refusal(f"There is no pathway {key} any more: put its file back into data/pathways.")
    return pathways[key]


def _change(
    day: dt.date,
    case: CaseOpened,
    what: str,
    from_stage: int | None,
    to_stage: int,
    reason: str,
    pathway: Pathway,
) -> StageChange:
    known = 0 <= to_stage < len(pathway.stages)
    stage = pathway[to_stage] if known else None
    return StageChange(
        day=day,
        case_id=case.case_id,
        athlete=case.athlete,
        decision=what,
        from_stage=from_stage,
        to_stage=to_stage,
        stage_name=stage.name if stage else "",
        load_ceiling=stage.load_ceiling if stage else None,
        reason=reason.strip() or None,
    )
