"""What the answers and totals of questionnaires come to, each by the rule of its source."""

from collections.abc import Mapping, Sequence

from teamback.clinic.assessment import ostrc
from teamback.record.events import InstrumentTotal

RMDQ_RECOVERED = 2
IPRRS_READY = 50
MIC = {"nrs": 2.0, "vas": 15.0, "rmdq": 5.0, "odi": 10.0, "quebec": 20.0}
"""Minimal important change by scale (Ostelo 2008, Spine); or 30 % from baseline."""
MIC_SHARE = 0.30


def odi_percent(raw: float, sections_answered: int) -> float:
    """Disability in percent: the sections that were left out do not count as zeros."""
    return 100 * raw / (5 * sections_answered)


def improvement(before: float, now: float) -> float | None:
    """By how many percent a total fell; None when there was nothing to improve."""
    return 100 * (before - now) / before if before > 0 else None


def start_back_risk(overall: float | None, distress: float | None) -> str | None:
    """The risk group: low up to 3; else by the distress subscale medium, or high from 4."""
    if overall is None:
        return None
    if overall <= 3:
        return "low"
    return None if distress is None else "high" if distress >= 4 else "medium"


def iprrs_total(answers: Sequence[float]) -> float:
    """Six answers of 0 to 100 as the total, 0 to 60."""
    return sum(answers) / 10


def iprrs_ready(total: float) -> bool:
    """Whether the athlete feels ready, by the rule in use."""
    return total >= IPRRS_READY


def hooper(items: Sequence[float]) -> float | None:
    """The sum of Hooper's items, 1 to 7, 7 is worst; four, in a variant five. None for other answers."""
    fits = len(items) in (4, 5) and all(1 <= item <= 7 for item in items)
    return sum(items) if fits else None


def recovered(pain: float | None, rmdq: float | None) -> bool | None:
    """Whether pain is gone and disability at most 2 (Kamper 2010); None while one is not known."""
    return None if pain is None or rmdq is None else pain == 0 and rmdq <= RMDQ_RECOVERED


def most_limiting(acceptable: Mapping[str, bool | None]) -> tuple[str, ...]:
    """The outcomes that stand against a return (StARRT): not acceptable, or not known to be."""
    return tuple(outcome for outcome, it_is in acceptable.items() if not it_is)


def improved_enough(scale: str, before: float, now: float) -> bool:
    """Whether a fall is an important one: the change of its scale, or 30 % from baseline."""
    fall = round(before - now, 9)
    return fall > 0 and (fall >= MIC[scale] or fall >= round(MIC_SHARE * before, 9))


def in_words(typed: InstrumentTotal) -> str:
    """What a total means, in the words of its source; empty where it has none, or is not known."""
    total = typed.total
    if typed.instrument in ostrc.ANSWERS:
        return _ostrc_in_words(typed)
    if total is None:
        return ""
    if typed.instrument == "start_back":
        risk = start_back_risk(total, typed.distress)
        return f"{risk} risk" if risk else "risk not known: distress subscale missing"
    if typed.instrument == "iprrs":
        return "feels ready (50 to 60)" if iprrs_ready(total) else "not yet (below 50)"
    if typed.instrument == "rmdq" and total <= RMDQ_RECOVERED:
        return "as low as in recovery (2 or less)"
    return ""


def _ostrc_in_words(typed: InstrumentTotal) -> str:
    problem = ostrc.health_problem(typed.q1)
    grave = ostrc.substantial(typed.q1, typed.q2, typed.q3, typed.instrument)
    if grave:
        return "substantial problem"
    if problem is None:
        return "not known: participation not answered"
    if not problem:
        return "no problem"
    return "problem, not substantial" if grave is False else "problem, whether substantial is not known"
