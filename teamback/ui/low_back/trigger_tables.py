"""What stood beside pain, counted: one small table a kind of word, each with n and mean pain."""

from collections.abc import Mapping, Sequence
from html import escape

from teamback.clinic.low_back.triggers import Trigger
from teamback.record.pain_words import (
    EASING_FACTORS,
    POSITION_TRIGGERS,
    PRECEDING_ACTIVITIES,
    TIMES_OF_DAY,
)

_GROUPS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "preceding_activity": ("Came before it", PRECEDING_ACTIVITIES),
    "position_trigger": ("Brought on by", POSITION_TRIGGERS),
    "time_of_day": ("Time of day it began", TIMES_OF_DAY),
    "easing_factor": ("Eased by", EASING_FACTORS),
    "surface": ("Sessions by surface", {}),
    "footwear": ("Sessions by footwear", {}),
}
_SESSIONS = ("surface", "footwear")


def trigger_tables(triggers: Mapping[str, Sequence[Trigger]]) -> str:
    """The tables as HTML; nothing where nothing was written down."""
    tables = "".join(_group(name, triggers.get(name, ())) for name in _GROUPS)
    return f'<div class="tb-triggers">{tables}</div>' if tables else ""


def _group(name: str, found: Sequence[Trigger]) -> str:
    if not found:
        return ""
    title, words = _GROUPS[name]
    unit = "mean worst" if name in _SESSIONS else "mean pain"
    rows = "".join(
        f"<tr><td>{escape(words.get(t.word, t.word))}</td><td>{t.n}</td>"
        f"<td>{'–' if t.mean is None else f'{t.mean:.1f}'}</td></tr>"
        for t in found
    )
    head = f"<tr><th>{escape(title)}</th><th>n</th><th>{unit}</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
