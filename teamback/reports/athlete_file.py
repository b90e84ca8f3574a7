"""Everything held on one person, to be handed out: a page for people, and files for programs."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from html import escape
from typing import Any

from teamback.record.event import Event, columns
from teamback.record.events import KINDS
from teamback.record.field_words import field_label, filled_in, in_words, kind_label
from teamback.record.kept import Kept
from teamback.record.words import who
from teamback.reports.readiness import harmless
from teamback.rounds.own_data.held import Held, in_short

PAGE = "index.html"
_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }}
h2 {{ margin-top: 2.2rem; border-bottom: 1px solid #c9ced6; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; font-size: .9rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid #e2e5ea; }}
th {{ background: #f2f4f7; }}
td {{ white-space: nowrap; }}
td.long {{ white-space: normal; min-width: 16rem; }}
.gone td {{ color: #5b6470; text-decoration: line-through; }}
.gone td.state {{ text-decoration: none; }}
</style></head><body>"""
_LONG, _LINE = ' class="long"', 30
_ABOUT = """<h1>{title}</h1>
<p>Everything that the club holds on this person in teamback, as of {at:%d %b %Y %H:%M} UTC: {short}</p>
<p>An empty cell is not known. What was corrected, set aside or undone is struck through: it counts no
longer, and the journal keeps it. The same is in <code>everything.json</code> and, a file a kind of entry, in
<code>tables/</code>, with the names of the data dictionary.</p>"""


def files(record: Held) -> dict[str, str]:
    """Each file by its name in the folder, with its text."""
    tables = {f"tables/{kind}.csv": _csv(kind, entries, record) for kind, entries in record.kinds.items()}
    return {
        PAGE: _page(record),
        "everything.json": _json(record),
        **tables,
        "tables/read_by.csv": _read(record),
    }


def as_zip(record: Held) -> bytes:
    """All files in one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files(record).items():
            archive.writestr(name, text)
    return out.getvalue()


def _page(record: Held) -> str:
    title = escape(f"The record of {record.known_as}")
    said = [
        _HEAD.format(title=title),
        _ABOUT.format(title=title, at=record.at, short=escape(in_short(record))),
    ]
    for kind, entries in record.kinds.items():
        said.append(f"<h2>{escape(kind_label(kind))} ({len(entries)})</h2>")
        said.append(_table(*_in_words(kind, entries, record)))
    said.append(f"<h2>Who opened this record ({len(record.readings)})</h2>")
    rows = [[f"{r.read_at:%Y-%m-%d %H:%M} UTC", who(r.person), r.page, ""] for r in record.readings]
    said.append(_table(["When", "Who", "Page", ""], rows))
    return "\n".join([*said, "</body></html>"])


def _in_words(kind: str, entries: Sequence[Kept[Event]], record: Held) -> tuple[list[str], list[list[str]]]:
    used = {name for kept in entries for name in filled_in(kept.event)} - {"athlete"}
    names = [name for name in columns(KINDS[kind]) if name in used]
    head = ["Day", *(field_label(kind, name) for name in names), "Recorded", "By", ""]
    rows = [
        [
            in_words(kind, "day", kept.event.day),
            *(in_words(kind, name, getattr(kept.event, name)) for name in names),
            f"{kept.recorded_at:%Y-%m-%d %H:%M} UTC",
            who(kept.recorded_by),
            record.became(kept.seq),
        ]
        for kept in entries
    ]
    return head, rows


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    for *cells, state in rows:
        gone = ' class="gone"' if state else ""
        told = "".join(f"<td{_LONG if len(cell) > _LINE else ''}>{escape(cell)}</td>" for cell in cells)
        lines.append(f'<tr{gone}>{told}<td class="state">{escape(state)}</td></tr>')
    return f'<div class="wide"><table>{"".join(lines)}</table></div>'


def _json(record: Held) -> str:
    said = {
        "athlete": record.athlete,
        "known_as": record.known_as,
        "as_of": record.at,
        "entries": {
            kind: [_plain(kept, record) for kept in entries] for kind, entries in record.kinds.items()
        },
        "read_by": [{"at": r.read_at, "person": r.person, "page": r.page} for r in record.readings],
    }
    return json.dumps(said, default=str, ensure_ascii=False, indent=1)


def _plain(kept: Kept[Event], record: Held) -> dict[str, Any]:
    head = {"entry": kept.seq, "recorded_at": kept.recorded_at, "recorded_by": kept.recorded_by}
    head |= {
        "batch": kept.batch,
        "corrects": kept.replaces,
        "counts_no_longer": record.became(kept.seq) or None,
    }
    return head | vars(kept.event)


def _csv(kind: str, entries: Sequence[Kept[Event]], record: Held) -> str:
    names = list(columns(KINDS[kind]))
    head = ["entry", "day", *names, "recorded_at", "recorded_by", "corrects", "counts_no_longer"]
    return _lines(
        head,
        [
            [
                kept.seq,
                kept.event.day,
                *(_cell(getattr(kept.event, name)) for name in names),
                kept.recorded_at,
                kept.recorded_by,
                kept.replaces,
                record.became(kept.seq),
            ]
            for kept in entries
        ],
    )


def _read(record: Held) -> str:
    return _lines(["read_at", "person", "page"], [[r.read_at, r.person, r.page] for r in record.readings])


def _cell(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, tuple) else value


def _lines(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(head)
    lines.writerows([harmless(v) if isinstance(v, str) else v for v in row] for row in rows)
    return out.getvalue()
