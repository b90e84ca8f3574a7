"""What stands between an athlete and the next stage: every criterion of a case, computed from the record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from teamback.clinic.limits import Limits
from teamback.clinic.return_to_sport.criteria import Finding, judge
from teamback.clinic.return_to_sport.pathway import Comparison, Criterion, Pathway, Stage, Window
from teamback.clinic.return_to_sport.setbacks import Course, Setback, setbacks
from teamback.record.events import CriterionWaived, StageChange
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.scope import Scope
from teamback.record.verdict import WAIVED, Verdict
from teamback.rounds.cases import CaseNow
from teamback.rounds.return_to_sport.case_course import (
    load_share_of_reference,
    reference_week,
    weekly_pain_change,
)
from teamback.rounds.return_to_sport.case_measures import case_measures
from teamback.rounds.return_to_sport.case_reading import Looked, case_records
from teamback.rounds.return_to_sport.case_record import CaseRecord, SessionSeen
from teamback.store import Store

_SET_PER_CASE = "days_since_diagnosis"
"""The one measure whose threshold a consultant may set for a case."""


@dataclass(frozen=True)
class OverrideMark:
    """An override whose criteria are not all met yet: it stays on the card until they are."""

    change: Kept[StageChange]
    unmet: tuple[Verdict, ...]


@dataclass(frozen=True)
class CaseReview:
    """One case on a day, with its athlete: where it stands, and what is missing for the next stage."""

    person: RosterAthlete
    record: CaseRecord

    @property
    def case(self) -> CaseNow:
        """The case as it stands."""
        return self.record.case

    @property
    def pathway(self) -> Pathway:
        """The pathway it follows."""
        return self.record.pathway

    @property
    def stage(self) -> Stage:
        """The stage it stands in."""
        return self.pathway[min(self.case.stage, len(self.pathway.stages) - 1)]

    @property
    def at_the_end(self) -> bool:
        """Whether it stands in the last stage, from which it is cleared."""
        return self.stage is self.pathway.last

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What has to hold before the next stage, or before the case is cleared."""
        return self.verdicts_to(self.stage.number + 1)

    def verdicts_to(self, to_stage: int) -> tuple[Verdict, ...]:
        """What has to hold to reach a later stage in one move; the number after the last: to be cleared."""
        case_day = self.case.case_day(self.record.day)
        criteria = self.pathway.criteria_between(self.stage.number, to_stage, case_day)
        return tuple(self._judge(criterion, self.record) for criterion in criteria)

    @property
    def asked(self) -> tuple[Verdict, ...]:
        """The criteria that are in the way until they are met: all but the advisory ones."""
        return tuple(verdict for verdict in self.verdicts if verdict.kind != "advisory")

    @property
    def unmet(self) -> tuple[Verdict, ...]:
        """Those of them that are not met."""
        return tuple(verdict for verdict in self.asked if not verdict.passes)

    @property
    def ready(self) -> bool:
        """Whether nothing but the clinician's decision stands before the next stage."""
        return bool(self.asked) and not self.unmet

    @cached_property
    def load_share(self) -> Finding:
        """The load of the last 7 days, in percent of the reference week."""
        return load_share_of_reference(self.record, Window())

    @property
    def reference_week(self) -> float | None:
        """The load of an ordinary week before onset, AU."""
        return reference_week(self.record)

    @property
    def stage_sessions(self) -> tuple[SessionSeen, ...]:
        """The sessions since the stage began, oldest first."""
        return self.record.sessions_in(Window(in_stage=True))

    @property
    def longer_than_planned(self) -> bool:
        """Whether the case has been in its stage for more than twice the stage's minimum."""
        factor = self.record.limits["stage_longer_factor"].value
        return self.case.days_in_stage(self.record.day) > factor * self.stage.min_days

    @cached_property
    def setbacks(self) -> tuple[Setback, ...]:
        """What is automatic, and what is proposed, after a setback."""
        sessions = self.stage_sessions
        share, rise = self.load_share.value, weekly_pain_change(self.record, Window()).value
        today = [m for m in self.record.mornings if m.day == self.record.day]
        course = Course(
            stage=self.stage.number,
            responses=[session.response for session in sessions],
            response_rows=[session.row for session in sessions],
            flare_today=any(morning.flare for morning in today),
            red_flag_open=self.record.red_flags.open > 0,
            load_share=share if isinstance(share, float) else None,
            ceiling=self.stage.load_ceiling,
            rise=rise if isinstance(rise, float) else None,
        )
        return setbacks(course, self.record.limits)

    @cached_property
    def override_marks(self) -> tuple[OverrideMark, ...]:
        """The overrides whose criteria are not all met yet, oldest first."""
        marks = []
        for place, change in enumerate(self.case.changes):
            if not change.event.override or change.event.from_stage is None:
                continue
            then = replace(self.record, case=replace(self.case, changes=self.case.changes[:place]))
            to = self.pathway.last.number + 1 if change.event.decision == "clear" else change.event.to_stage
            criteria = self.pathway.criteria_between(
                change.event.from_stage, to, self.case.case_day(self.record.day)
            )
            judged = [self._judge(c, then) for c in criteria if c.id in change.event.unmet]
            if still := tuple(verdict for verdict in judged if not verdict.passes):
                marks.append(OverrideMark(change, still))
        return tuple(marks)

    def _judge(self, criterion: Criterion, record: CaseRecord) -> Verdict:
        measures = case_measures()
        passed = self.pathway.stages[min(record.case.stage, self.pathway.last.number) :]
        stage = next(stage for stage in passed if criterion in stage.criteria)
        verdict = judge(
            _for_this_case(criterion, record), stage, lambda name, window: measures[name](record, window)
        )
        waiver = _waiver(record.waived, criterion.id)
        if waiver is None or verdict.passes:
            return verdict
        by = waiver.recorded_by
        return replace(verdict, verdict=WAIVED, waived_by=by, reason=waiver.event.reason)


def review_cases(
    store: Store,
    scope: Scope,
    people: Sequence[RosterAthlete],
    cases: Sequence[CaseNow],
    pathways: Mapping[str, Pathway],
    limits: Limits,
    looked: Looked,
) -> list[CaseReview]:
    """The review of each of these cases; who reads it must be of the medical staff."""
    by_number = {person.athlete: person for person in people}
    theirs = [person for person in people if person.athlete in {case.athlete for case in cases}]
    records = case_records(store, scope, theirs, cases, pathways, limits, looked)
    return [CaseReview(by_number[case.athlete], records[case.number]) for case in cases]


def _waiver(waived: Sequence[Kept[CriterionWaived]], criterion: str) -> Kept[CriterionWaived] | None:
    """A waiver of the whole criterion: one that names an item waives that item alone."""
    found = [w for w in waived if w.event.criterion == criterion and w.event.item is None]
    return found[-1] if found else None


def _for_this_case(criterion: Criterion, record: CaseRecord) -> Criterion:
    """The days since diagnosis are those that the consultant set for this case, where one did."""
    days = record.case.case.days_set
    if criterion.measure != _SET_PER_CASE or days is None:
        return criterion
    return replace(criterion, compare=Comparison("at_least", days))
