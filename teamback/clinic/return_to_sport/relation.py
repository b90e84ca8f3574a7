"""Is this a new case, or an old one come back? Proposed by region, side and kind; a clinician says it.

Subsequent injuries as the IOC counts them: Bahr et al. 2020, doi 10.1136/bjsports-2019-101969, after
Fuller 2007. Recovered means fully available for training and matches.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from teamback.record.clinical_words import NATURES, REGIONS
from teamback.record.events import CaseClosed, CaseOpened
from teamback.record.words import short_day

_FULLY_BACK = ("recovered", "recurring")
_NO_CASE = "mistaken"
_NOT_A_SITE = ("X", "Z")


@dataclass(frozen=True)
class Proposal:
    """A word of RELATIONS, and the earlier case it goes by."""

    relation: str
    says: str


def relation_to(
    typed: CaseOpened, earlier: Iterable[tuple[CaseOpened, CaseClosed | None]]
) -> Proposal | None:
    """What a case would be beside the athlete's earlier ones; None while what, where or when is not said.

    The newest earlier case of the same site counts, one of the same kind before one of another kind.
    """
    said = typed.nature in NATURES and typed.region in REGIONS and typed.onset <= typed.day
    if not said or typed.region in _NOT_A_SITE:
        return None
    here = [
        (case, closed)
        for case, closed in earlier
        if case.case_id != typed.case_id
        and _same_site(case, typed)
        and case.onset <= typed.onset
        and not (closed and closed.outcome == _NO_CASE)
    ]
    if not here:
        return Proposal("new", f"No earlier case of this site ({REGIONS[typed.region].lower()}) is on record")
    index, closed = max(here, key=lambda pair: (pair[0].nature == typed.nature, pair[0].onset))
    about = f"{REGIONS[index.region]} {NATURES[index.nature].lower()} of {short_day(index.onset, typed.day)}"
    if index.nature != typed.nature:
        return Proposal("local", f"{about} was of another kind")
    if closed and closed.outcome in _FULLY_BACK and closed.day <= typed.onset:
        return Proposal("reinjury", f"{about} had recovered on {short_day(closed.day, typed.day)}")
    return Proposal("exacerbation", f"{about} had not recovered when this one began")


def _same_site(one: CaseOpened, other: CaseOpened) -> bool:
    """The same region; another side only where both name one side and they differ."""
    sides = {one.side, other.side}
    return one.region == other.region and sides != {"left", "right"}
