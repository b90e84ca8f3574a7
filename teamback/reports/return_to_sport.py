"""The return-to-sport board as a table or JSON: the same board without a browser."""

import json
from collections.abc import Callable
from typing import Any

from teamback.record.refusal import Refusal
from teamback.record.verdict import Verdict
from teamback.reports.readiness import on_screen
from teamback.rounds.return_to_sport.return_board import Card, ReturnBoard

_HEAD = ("Athlete", "Pathway", "Stage", "Days", "Criteria", "Load", "Missing")


def of_pathway(board: ReturnBoard, pathway: str | None) -> list[Card]:
    """The cards of a pathway by its key (None: all); Refusal names those in use when there is none such."""
    used = sorted({card.case.case.pathway for card in board.cards})
    if pathway is None:
        return list(board.cards)
    if pathway not in used:
        raise Refusal(f"No open case follows {pathway}. In use here: {', '.join(used) or 'none'}.")
    return [card for card in board.cards if card.case.case.pathway == pathway]


def as_json(board: ReturnBoard, cards: list[Card]) -> str:
    """A list with an object a case: stage, days, every criterion with verdict and value, load, override."""
    found = [_case(card, board) for card in cards]
    return json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False)


def as_table(board: ReturnBoard, cards: list[Card]) -> str:
    """Columns of text, with the counts above."""
    lines = [_HEAD, *(_line(card, board) for card in cards)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(_HEAD) - 1)]
    counts = f"ready {len(board.ready)}, review due {len(board.review_due)}"
    counts += f", longer than planned {len(board.longer_than_planned)}, overrides {len(board.overrides)}"
    head = f"{on_screen(board.squad.name)}, {board.day}: {len(cards)} open; {counts}"
    laid = ("  ".join([*map(str.ljust, line[:-1], widths), line[-1]]).rstrip() for line in lines)
    return "\n".join([head, "", *laid])


FORMS: dict[str, Callable[[ReturnBoard, list[Card]], str]] = {"table": as_table, "json": as_json}


def _line(card: Card, board: ReturnBoard) -> tuple[str, ...]:
    review, days = card.review, card.case.days_in_stage(board.day)
    name, pathway = on_screen(card.person.known_as), card.case.case.pathway
    if review is None:
        return (name, pathway or "none", f"{card.case.stage} {card.case.stage_name}", str(days), "", "", "")
    share, ceiling = _share(card), review.stage.load_ceiling
    load = "not known" if share is None else f"{share:.0f} %"
    return (
        name,
        pathway,
        f"{review.stage.number} {review.stage.name}",
        f"{days} of {review.stage.min_days}",
        f"{len(review.asked) - len(review.unmet)} of {len(review.asked)}",
        load if ceiling is None else f"{load} of {ceiling:g} %",
        ", ".join(verdict.criterion for verdict in review.unmet) or "ready",
    )


def _share(card: Card) -> float | None:
    value = card.review.load_share.value if card.review else None
    return value if isinstance(value, float) else None


def _case(card: Card, board: ReturnBoard) -> dict[str, Any]:
    review, share = card.review, _share(card)
    return {
        "athlete": card.person.known_as,
        "case": card.case.number,
        "pathway": card.case.case.pathway or None,
        "stage": card.case.stage,
        "stage_name": review.stage.name if review else card.case.stage_name,
        "days_in_stage": card.case.days_in_stage(board.day),
        "min_days": review.stage.min_days if review else None,
        "ready": bool(review and review.ready),
        "criteria": [_criterion(verdict) for verdict in review.verdicts] if review else [],
        "load_share": None if share is None else round(share, 1),
        "ceiling": review.stage.load_ceiling if review else None,
        "override": bool(review and review.override_marks),
    }


def _criterion(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.criterion,
        "verdict": verdict.verdict,
        "value": verdict.value,
        "threshold": verdict.threshold,
        "on": verdict.on.isoformat() if verdict.on else None,
    }
