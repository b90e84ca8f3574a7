"""One entry in the panel: what it says, old and new side by side, and why it counts no longer."""

import datetime as dt
from html import escape

import streamlit as st

from teamback.record.field_words import kind_label
from teamback.record.words import short_day, who
from teamback.rounds.history.compared import Compared, Said
from teamback.rounds.history.written import Line
from teamback.ui.desk.history_table import became, moment


def title(line: Line) -> str:
    """Of what and of whom."""
    return f"{kind_label(line.kind)}: {line.of_whom}" if line.of_whom else kind_label(line.kind)


def draw(line: Line, about: Compared, today: dt.date) -> None:
    """The entry as far as the reader may see it."""
    day = short_day(line.kept.event.day, today)
    said = [f"<p>{escape(who(line.by))}, {moment(line.at, today)}, for {day}</p>"]
    if note := became(line):
        said.append(f"<p><b>{escape(note)}</b></p>")
    if about.reason:
        said.append(f"<p>Reason: {escape(about.reason)}</p>")
    if about.batch:
        said.append(f"<p>{escape(about.batch)} Counts no longer.</p>")
    if about.fields:
        said.append(_fields(about))
    st.html(f'<div class="tb-entry">{"".join(said)}</div>')


def _fields(about: Compared) -> str:
    heads = [_head(label, kept) for label, kept in (("Before", about.before), ("After", about.after)) if kept]
    if len(heads) == 1:
        heads = ["<th>Says</th>"] if about.after else heads
    rows = "".join(_row(said) for said in about.fields)
    return f"<table><thead><tr><th>Field</th>{''.join(heads)}</tr></thead><tbody>{rows}</tbody></table>"


def _head(label: str, kept: object) -> str:
    by = escape(who(getattr(kept, "recorded_by", "")))
    return f'<th>{label}<br><span class="tb-small">{by}</span></th>'


def _row(said: Said) -> str:
    sides = [side for side in (said.before, said.after) if side is not None]
    cells = "".join(f"<td>{escape(side) or '–'}</td>" for side in sides)
    changed = ' class="tb-changed"' if said.differs else ""
    mark = ' <span class="tb-small">changed</span>' if said.differs else ""
    return f"<tr{changed}><th>{escape(said.label)}{mark}</th>{cells}</tr>"
