"""Where everybody stands on the way back: the open cases of a squad, stage by stage."""

import datetime as dt
from dataclasses import dataclass

from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.events import Availability, SquadNamed
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN, STAFF, Scope
from teamback.rounds.cases import CaseNow, leading, open_cases
from teamback.rounds.limits_now import limits_at
from teamback.rounds.return_to_sport.case_reading import looking_at
from teamback.rounds.return_to_sport.case_review import CaseReview, review_cases
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.roster import roster
from teamback.store.queries.status import availability_on


@dataclass(frozen=True)
class Card:
    """One open case on the board; `review` is None for staff who read no criteria, or without a pathway."""

    person: RosterAthlete
    case: CaseNow
    review: CaseReview | None
    decision: Kept[Availability] | None
    leads: bool

    @property
    def review_on(self) -> dt.date | None:
        """When the availability is to be looked at again."""
        return self.decision.event.review_on if self.decision else None


@dataclass(frozen=True)
class ReturnBoard:
    """The open cases of a squad on a day."""

    squad: SquadNamed
    day: dt.date
    cards: tuple[Card, ...]

    @property
    def ready(self) -> tuple[Card, ...]:
        """Those for whom nothing but the decision is missing."""
        return tuple(card for card in self.cards if card.review and card.review.ready)

    @property
    def review_due(self) -> tuple[Card, ...]:
        """Those whose availability is to be reviewed today, or should have been."""
        return tuple(card for card in self.cards if card.review_on and card.review_on <= self.day)

    @property
    def longer_than_planned(self) -> tuple[Card, ...]:
        """Those long in their stage."""
        return tuple(card for card in self.cards if card.review and card.review.longer_than_planned)

    @property
    def overrides(self) -> tuple[Card, ...]:
        """Those who moved on past criteria that are not met yet."""
        return tuple(card for card in self.cards if card.review and card.review.override_marks)


def return_board(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> ReturnBoard:
    """Every open case of a squad's roster, by stage, then by name."""
    if not scope.may_read(STAFF):
        raise Refusal("The return-to-sport board is read by the medical and performance staff only.")
    named = squad_named(store, scope, squad)
    people = roster(store, scope, named.squad, day, known_at)
    by_number = {person.athlete: person for person in people}
    cases = open_cases(store, scope, list(by_number), day, known_at)
    reviews: dict[int, CaseReview] = {}
    if scope.audience == CLINICIAN:
        pathways = all_pathways()
        known = [case for case in cases if case.case.pathway in pathways]
        looked = looking_at(store, named, day, known_at)
        found = review_cases(store, scope, people, known, pathways, limits_at(store, known_at), looked)
        reviews = {review.case.number: review for review in found}
    decided = availability_on(store, scope, list(by_number), day, known_at)
    leads = {a: leading([c for c in cases if c.athlete == a]) for a in by_number}
    cards = [
        Card(
            by_number[case.athlete],
            case,
            reviews.get(case.number),
            decided.get(case.athlete),
            leads[case.athlete] is case,
        )
        for case in cases
    ]
    order = sorted(
        cards, key=lambda card: (card.case.stage, card.person.known_as.casefold(), card.case.number)
    )
    return ReturnBoard(named, day, tuple(order))
