"""Criteria in words: a sign and a word for each verdict, what was found, what it needs, and who says so."""

from collections.abc import Sequence
from html import escape

from teamback.record.clinical_words import VERDICTS
from teamback.record.verdict import MET, NO_DATA, NOT_MET, TOO_OLD, WAIVED, Verdict
from teamback.record.words import how_many, short_day, who

SIGNS = {MET: "✓", NOT_MET: "✕", NO_DATA: "?", TOO_OLD: "○", WAIVED: "–"}
_KINDS = {"clinician": "judged by a clinician", "advisory": "advice, never in the way"}


def verdict_mark(verdict: str) -> str:
    """A verdict as HTML: its sign, then its word; only met is quiet."""
    loud = "" if verdict in (MET, WAIVED) else " tb-open"
    sign = f'<i aria-hidden="true">{SIGNS[verdict]}</i>'
    return f'<span class="tb-verdict{loud}">{sign}{VERDICTS[verdict]}</span>'


def found(verdict: Verdict) -> str:
    """What was found and what it needs, such as `85 %, needs at least 90 %`."""
    said = [verdict.value] if verdict.value else []
    if verdict.threshold:
        said.append(f"needs {verdict.threshold}")
    return ", ".join(said)


def lines(verdicts: Sequence[Verdict]) -> str:
    """All criteria, those in the way first, each in one line with its figures, day, number and source."""
    order = sorted(verdicts, key=lambda verdict: verdict.passes)
    return f'<div class="tb-criteria">{"".join(_line(verdict) for verdict in order)}</div>'


def _line(verdict: Verdict) -> str:
    about = [
        short_day(verdict.on) if verdict.on else "",
        f"n {verdict.n}" if verdict.n else "",
        _KINDS.get(verdict.kind, ""),
        f"{verdict.source} ({verdict.status})" if verdict.source else "",
    ]
    waived = f"Waived by {who(verdict.waived_by)}: {verdict.reason}" if verdict.waived_by else ""
    small = " · ".join(escape(text) for text in about if text)
    extra = f"<div>{escape(waived)}</div>" if waived else ""
    return (
        f'<div class="tb-criterion">{verdict_mark(verdict.verdict)}<div><div>{escape(verdict.says)}'
        f'<span class="tb-found">{escape(found(verdict))}</span></div>{extra}'
        f'<div class="tb-small">{escape(verdict.criterion)} · {small}</div>{_read(verdict)}</div></div>'
    )


def _read(verdict: Verdict) -> str:
    """The entries that the criterion read, folded."""
    if not verdict.rows:
        return ""
    rows = "".join(f"<li>{short_day(row.day)}: {escape(row.text)}</li>" for row in verdict.rows)
    many = how_many(len(verdict.rows), "entry", "entries")
    return f'<details><summary class="tb-small">{many} read</summary><ul>{rows}</ul></details>'
