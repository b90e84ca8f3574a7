"""How a season is counted for one athlete, from the rows that were read."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np

from teamback.clinic.exercise.exercises import library
from teamback.clinic.surveillance.time_loss import (
    AWAY_ELSEWHERE,
    FULL,
    UNDECIDED,
    CaseSpan,
    by_day,
    counted_days,
    lost_by_case,
    standing,
    stretches,
)
from teamback.measures.grid import Bools
from teamback.record.kept import RosterAthlete
from teamback.rounds.cases import CaseNow
from teamback.rounds.exercise.kept_up import kept_up
from teamback.rounds.season.season import LOW_BACK, CaseLoss, Season
from teamback.rounds.season.season_rows import SeasonRows, of_athlete

_NO_EXPOSURE = "rehab"


def count(read: SeasonRows, person: RosterAthlete, squad: str, pain_from: float) -> Season:
    """The season of one athlete on a squad; a morning of `pain_from` or more is a low-back day."""
    on = read.on_squad(person, squad)
    mornings, _ = of_athlete(read.check_ins, person.athlete, read.first, on)
    pain = read.check_ins["low_back_now"][mornings]
    return Season(
        days=int(on.sum()),
        mornings=int((~np.isnan(pain)).sum()),
        low_back_days=int((pain >= pain_from).sum()),
        **_availability(read, person.athlete, on),
        **_exposure(read, person.athlete, on),
        **_adherence(read, person.athlete),
        **_time_loss(read, person, on),
    )


def _availability(read: SeasonRows, athlete: int, on: Bools) -> dict[str, Any]:
    there = by_day(read.decisions[athlete], read.first, read.last)
    found = [standing(decision) for (_, decision), here in zip(there, on, strict=True) if here]
    away, undecided = found.count(AWAY_ELSEWHERE), found.count(UNDECIDED)
    return {
        "full_days": found.count(FULL),
        "decided_days": len(found) - away - undecided,
        "away_days": away,
        "undecided_days": undecided,
    }


def _exposure(read: SeasonRows, athlete: int, on: Bools) -> dict[str, Any]:
    """Hours of training and match apart; rehab is no exposure, and without minutes nothing is known."""
    rows, _ = of_athlete(read.sessions, athlete, read.first, on)
    kind, part = read.sessions["type"][rows], read.sessions["participation"][rows]
    minutes = read.sessions["minutes"][rows]
    took_part = (minutes != 0) & (part != "none")
    counts = took_part & (kind != _NO_EXPOSURE) & (part != _NO_EXPOSURE)
    match = kind == "match"
    return {
        "sessions": int(took_part.sum()),
        "without_minutes": int((counts & np.isnan(minutes)).sum()),
        "hours_training": float(np.nansum(minutes[counts & ~match])) / 60,
        "hours_match": float(np.nansum(minutes[counts & match])) / 60,
    }


def _adherence(read: SeasonRows, athlete: int) -> dict[str, Any]:
    days = (read.last - read.first).days + 1
    found = kept_up(read.programmes[athlete], read.exercises[athlete], library(), read.last, window=days)
    plans = [one for one in found if one.of_a_programme]
    return {"planned": sum(one.planned for one in plans), "done": sum(one.done for one in plans)}


def _time_loss(read: SeasonRows, person: RosterAthlete, on: Bools) -> dict[str, Any]:
    """Days lost by case; those of the period are counted on days on the squad alone."""
    cases = [case for case in read.cases[person.athlete] if not _mistaken(case)]
    spans = [
        CaseSpan(
            case.number, case.case.nature, case.case.onset, case.closed.event.day if case.closed else None
        )
        for case in cases
    ]
    earliest = min([read.first, *(span.onset for span in spans)])
    lost = lost_by_case(read.decisions[person.athlete], spans, earliest, read.last)
    counted = {number: counted_days(days) for number, days in lost.items() if number is not None}
    loose = [day for stretch in stretches(lost.get(None, ())) for day in counted_days(stretch)]
    backs = {case.number for case in cases if case.case.region == LOW_BACK}

    def inside(days: Sequence[dt.date]) -> int:
        return sum(day >= read.first and bool(on[(day - read.first).days]) for day in days)

    return {
        "time_loss_days": sum(inside(days) for days in counted.values()) + inside(loose),
        "low_back_loss_days": sum(inside(days) for number, days in counted.items() if number in backs),
        "no_case_days": inside(loose),
        "cases": tuple(
            CaseLoss(
                athlete=person,
                number=case.number,
                nature=case.case.nature,
                region=case.case.region,
                relation=case.case.relation,
                onset=case.case.onset,
                days_lost=len(counted.get(case.number, ())),
                going_on=lost.get(case.number, ())[-1:] == (read.last,),
            )
            for case in cases
            if case.case.onset >= read.first and on[(case.case.onset - read.first).days]
        ),
    }


def _mistaken(case: CaseNow) -> bool:
    return case.closed is not None and case.closed.event.outcome == "mistaken"
