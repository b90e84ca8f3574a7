"""One case on the return-to-sport board: where it stands, what is missing, and how the last sessions went."""

import datetime as dt
from html import escape

from teamback.clinic.return_to_sport.moves import sentence
from teamback.clinic.return_to_sport.setbacks import Setback
from teamback.record.clinical_words import NATURES, REGIONS, VERDICTS
from teamback.record.flag import AMBER, GREEN, RED
from teamback.record.verdict import TOO_OLD, Verdict
from teamback.record.words import RESTRICTIONS, SIDES, how_many, short_day
from teamback.rounds.cases import CaseNow
from teamback.rounds.return_to_sport.case_record import SessionSeen
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.rounds.return_to_sport.return_board import Card
from teamback.ui.marks import GLYPHS, chip

_UNMET, _SESSIONS = 2, 4
_SHOWN_ELSEWHERE = ("days_in_stage", "load_share_of_reference")
"""Criteria that the card shows anyway, as days and as a bar: their words come last."""
_RESPONSES = {RED: "high", AMBER: "check", GREEN: "settled", "pending": "due", "unknown": "not known"}
_SIGNS = {"pending": "…", "unknown": "?"}
PROPOSALS = {"step_back": "Step back proposed", "hold": "Hold proposed"}


def proposal(review: CaseReview, setback: Setback) -> str:
    """What a setback proposes, in a word; at the first stage there is none to step back to."""
    if setback.proposes == "step_back" and not review.stage.number:
        return "Setback"
    return PROPOSALS.get(setback.proposes or "", "Setback")


def case_in_words(case: CaseNow) -> str:
    """What the case is, such as `Low back, right`; an illness is called by its nature."""
    event = case.case
    what = REGIONS.get(event.region, "") if event.region != "Z" else NATURES.get(event.nature, "")
    return ", ".join(text for text in (what, SIDES.get(event.side or "", "").lower()) if text)


def card_html(card: Card, day: dt.date) -> str:
    """The whole card but its buttons."""
    review = card.review
    training = card.decision.event.training if card.decision else "not_decided"
    parts = [
        f"<b>{escape(card.person.known_as)}</b>",
        f"<div>{escape(case_in_words(card.case))}</div>",
        f"<div>{_days(card, day)}</div>",
        f"<div>{chip(training)}</div>",
        *(_review_lines(review) if review else _for_performance(card)),
        f"<div>{_review_on(card, day)}</div>",
    ]
    return f'<div class="tb-card">{"".join(part for part in parts if part != "<div></div>")}</div>'


def _days(card: Card, day: dt.date) -> str:
    if card.review is None:
        return f"day {card.case.days_in_stage(day) + 1} in the stage"
    return days_in_words(card.review, day)


def days_in_words(review: CaseReview, day: dt.date) -> str:
    """How long the case has been in its stage, and how long the stage takes at least."""
    days, needed = review.case.days_in_stage(day), review.stage.min_days
    said = f"{days} of {needed} days" if days < needed else f"{how_many(days, 'day')}, {needed} needed"
    return said + (", <b>longer than planned</b>" if review.longer_than_planned else "")


def _for_performance(card: Card) -> list[str]:
    """What whoever trains the athlete needs: the ceiling, and what not to do."""
    change = card.case.changes[-1].event if card.case.changes else None
    ceiling = change.load_ceiling if change else None
    limits = (
        [RESTRICTIONS[word].lower() for word in card.decision.event.restrictions] if card.decision else []
    )
    return [
        f"<div>{'no load ceiling' if ceiling is None else f'load up to {ceiling:g} %'}</div>",
        f"<div>{escape('no: ' + ', '.join(limits)) if limits else ''}</div>",
    ]


def _review_lines(review: CaseReview) -> list[str]:
    return [_criteria(review), _load(review), _responses(review), *_setbacks(review), *_overrides(review)]


def _criteria(review: CaseReview) -> str:
    asked, unmet = review.asked, review.unmet
    if review.ready:
        what = "to be cleared" if review.at_the_end else "to progress"
        return f'<div class="tb-ready">✓ Ready {what}: {len(asked)} of {len(asked)} met</div>'
    if not asked:
        return "<div>no criteria at this stage</div>"
    order = sorted(unmet, key=lambda verdict: _shown_elsewhere(review, verdict))
    items = "".join(
        f"<li>{escape(verdict.says)}: <b>{_found(verdict)}</b></li>" for verdict in order[:_UNMET]
    )
    more = f"<li>+{len(order) - _UNMET} more</li>" if len(order) > _UNMET else ""
    met = len(asked) - len(unmet)
    return f"<div><b>{met} of {len(asked)}</b> met, needs:<ul>{items}{more}</ul></div>"


def _found(verdict: Verdict) -> str:
    """What there is instead of what is needed: the value, or what is missing."""
    found = verdict.value or VERDICTS[verdict.verdict].lower()
    return escape(f"{found}, too old" if verdict.verdict == TOO_OLD and verdict.value else found)


def _shown_elsewhere(review: CaseReview, verdict: Verdict) -> bool:
    named = {one.id: one.measure for one in review.stage.criteria}
    return named.get(verdict.criterion) in _SHOWN_ELSEWHERE


def _load(review: CaseReview) -> str:
    share, ceiling = review.load_share.value, review.stage.load_ceiling
    limit = "no ceiling" if ceiling is None else f"of {ceiling:g} %"
    if not isinstance(share, float):
        lacks = escape(review.load_share.lacks)
        said = "no ceiling" if ceiling is None else f"ceiling {ceiling:g} %"
        return f'<div>load not known, {said}<br><span class="tb-small">{lacks}</span></div>'
    if ceiling is None:
        return f"<div>load {share:.0f} %, {limit}</div>"
    over = " tb-over" if share > ceiling else ""
    width = min(100 * share / ceiling, 100) if ceiling else 100
    bar = f'<div class="tb-bar{over}" aria-hidden="true"><i style="width:{width:.0f}%"></i></div>'
    return f"<div>{bar}load {share:.0f} % {limit}{', <b>above</b>' if over else ''}</div>"


def _responses(review: CaseReview) -> str:
    """The last sessions of the case, oldest first: a shape each, and the last one in words."""
    seen = review.record.sessions[-_SESSIONS:]
    if not seen:
        return '<div class="tb-small">no session yet</div>'
    last = _RESPONSES[seen[-1].response.level]
    return f"<div>{''.join(_shape(session) for session in seen)} last {last}</div>"


def _shape(session: SessionSeen) -> str:
    level = session.response.level
    words = escape(f"{short_day(session.day)}: {_RESPONSES[level]}. {session.response.says}", quote=True)
    colour = f"tb-{level}" if level in GLYPHS else "tb-not_reported"
    sign = GLYPHS.get(level) or _SIGNS[level]
    said = f'role="img" aria-label="{words}" title="{words}"'
    return f'<span class="tb-flag {colour} tb-shape" {said}>{sign}</span>'


def _setbacks(review: CaseReview) -> list[str]:
    lines = []
    for setback in review.setbacks:
        word = proposal(review, setback)
        lines.append(f'<div class="tb-setback"><b>{word}</b> {escape(setback.says)}</div>')
    return lines


def _overrides(review: CaseReview) -> list[str]:
    """An override stays on the card until what it passed over is met."""
    lines = []
    for mark in review.override_marks:
        open_ones = escape(" ".join(sentence(verdict) for verdict in mark.unmet), quote=True)
        many = f"{len(mark.unmet)} not met yet"
        lines.append(f'<div class="tb-override" title="{open_ones}">! Override: {many}</div>')
    return lines


def _review_on(card: Card, day: dt.date) -> str:
    if card.review_on is None:
        return ""
    on = short_day(card.review_on, day)
    return f"<b>Review was due {on}</b>" if card.review_on < day else f"Review {on}"
