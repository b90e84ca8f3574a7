"""The rules of questionnaires, ES6, ES7, ES10 and ES12: inflammatory back pain, OSTRC, STarT Back."""

import datetime as dt
from collections.abc import Iterator

from teamback.clinic.assessment import ostrc
from teamback.clinic.urgent import inflammatory
from teamback.clinic.urgent.signs import Asks, Basis, Signs, next_working_day, task
from teamback.clinic.urgent.tasks import Task
from teamback.record.events import InstrumentTotal

_WEEK = 7


def inflammatory_pain_is_likely(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES6: back pain before 45, for more than 3 months, and 4 criteria of NICE NG65 or more.

    Rheumatology referral is proposed. After a closing a new screen with that outcome opens it again.
    """
    says = "Inflammatory back pain is possible: rheumatology referral proposed"
    return _screened("ES6", inflammatory.REFER, says, signs, basis)


def inflammatory_pain_is_to_be_tested(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES7: the same with exactly 3 criteria: an HLA-B27 test is proposed, and referral if it is positive.

    After a closing a new screen with that outcome opens it again.
    """
    says = "Inflammatory back pain is possible: HLA-B27 test proposed, referral if positive"
    return _screened("ES7", inflammatory.TEST, says, signs, basis)


def problem_is_substantial_again(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES10: a substantial problem (OSTRC) in 2 consecutive weeks: clinician review within 3 working days.

    After a closing only answers of later days count: two further weeks open it again.
    """
    needed = int(basis.limits["ostrc_weeks_running"].value)
    for spell in signs.spells("ES10"):
        hurt = [kept for kept in signs.totals if spell.on_day(kept.event.day) and _substantial(kept.event)]
        for kept in hurt:
            weeks = {_week(one.event.day) for one in hurt if one.event.day <= kept.event.day}
            running = all(_week(kept.event.day) - back in weeks for back in range(needed))
            if running and signs.timely(kept.seq, basis.history_after):
                days = basis.limits["assess_within_days"].value
                due = next_working_day(kept.event.day, days)
                says = f"Substantial health problem (OSTRC) in {needed} consecutive weeks: clinician review"
                asks = Asks(f"{says} within {days:g} working days", "review", ("physio", "doctor"), due)
                yield task("ES10", kept.seq, kept.event.day, signs, asks, spell.acts)
                break


def distress_is_high(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES12: STarT Back high risk, a distress subscale of 4 or more: psychologically informed plan.

    A review within 3 working days. After a closing a new questionnaire with that outcome opens it again.
    """
    high = basis.limits["start_back_distress"].value
    for spell in signs.spells("ES12"):
        for kept in signs.totals:
            if not (_distressed(kept.event, high) and spell.entered(kept.seq)):
                continue
            if not signs.timely(kept.seq, basis.history_after):
                continue
            due = next_working_day(kept.event.day, basis.limits["assess_within_days"].value)
            says = (
                f"STarT Back high risk (distress {kept.event.distress:g} of 5): psychologically informed plan"
            )
            asks = Asks(says, "review", ("psychologist", "physio", "doctor"), due)
            yield task("ES12", kept.seq, kept.event.day, signs, asks, spell.acts)
            break


def _screened(rule: str, outcome: str, says: str, signs: Signs, basis: Basis) -> Iterator[Task]:
    for spell in signs.spells(rule):
        for kept in signs.inflammatory:
            judged = inflammatory.judge(kept.event, signs.born, basis.limits)
            if spell.entered(kept.seq) and judged.outcome == outcome:
                due = next_working_day(kept.event.day, basis.limits["routine_within_days"].value)
                asks = Asks(f"{says} ({judged.met} criteria)", "routine", ("doctor", "physio"), due)
                yield task(rule, kept.seq, kept.event.day, signs, asks, spell.acts)
                break


def _substantial(total: InstrumentTotal) -> bool:
    version = total.instrument
    return version in ostrc.ANSWERS and ostrc.substantial(total.q1, total.q2, total.q3, version) is True


def _week(day: dt.date) -> int:
    """The number of a week from Monday to Sunday."""
    return (day.toordinal() - 1) // _WEEK


def _distressed(total: InstrumentTotal, high: float) -> bool:
    return total.instrument == "start_back" and total.distress is not None and total.distress >= high
