"""The training sheet as files: one A4 as PDF, and a CSV."""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from teamback.record.coach import CoachLine
from teamback.reports.readiness import harmless
from teamback.rounds import coach_sheet_words as words
from teamback.rounds.coach_sheet import CoachSheet

if TYPE_CHECKING:
    from fpdf import FPDF

_FONTS = Path(__file__).with_name("fonts")
_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
"""Points, the largest first that leaves one page."""
_NAME = 32
_MARGIN = 11
_UNKNOWN = "□"
_HEAD = (
    *("Athlete", "Training", "Match", "Must not do", "Can do", "Minutes cap", "Review on", "Text to coach"),
    "Before practice",
)


def as_csv(sheet: CoachSheet) -> str:
    """A line an athlete in the order of the sheet, in its words."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(_HEAD)
    for training in words.SECTIONS:
        lines.writerows([harmless(cell) for cell in _cells(line, sheet)] for line in sheet.of(training))
    return out.getvalue()


def _cells(line: CoachLine, sheet: CoachSheet) -> list[str]:
    return [
        line.known_as,
        words.state(line),
        words.match(line),
        ", ".join(words.restrictions(line)),
        line.can_do or "",
        f"{line.minutes_cap:g}" if line.minutes_cap else "",
        line.review_on.isoformat() if line.review_on else "",
        line.text_to_coach or "",
        words.why_to_talk(line, sheet.day) or "",
    ]


def as_pdf(sheet: CoachSheet, now: dt.datetime | None) -> bytes:
    """The sheet in black on white, on one A4 in the largest letters that fit; else on as many as it takes.

    A character that the font lacks is drawn as a box, and the foot says so.
    """
    for size in _SIZES:
        pdf = _drawn(sheet, now, size)
        if pdf.page_no() == 1:
            break
    return bytes(pdf.output())


def _drawn(sheet: CoachSheet, now: dt.datetime | None, size: float) -> "FPDF":
    from fpdf import FPDF  # an eighth of a second that only who asks for the file waits for

    pdf = FPDF(format="A4")
    pdf.set_margins(_MARGIN + 1, _MARGIN)
    pdf.set_auto_page_break(True, _MARGIN)
    pdf.set_title(f"Training sheet {sheet.squad} {sheet.day}")
    pdf.add_font("sheet", "", _FONTS / "DejaVuSansCondensed.ttf")
    pdf.add_font("sheet", "B", _FONTS / "DejaVuSansCondensed-Bold.ttf")
    pdf.add_page()
    _Page(pdf, size).sheet(sheet, now)
    return pdf


class _Page:
    """One sheet being written at one size of letters."""

    def __init__(self, pdf: "FPDF", size: float) -> None:
        self._pdf, self._size, self._lacking = pdf, size, False
        pdf.set_font("sheet", "", size)
        self._has = frozenset(pdf.current_font.cmap)  # type: ignore[union-attr]

    def sheet(self, sheet: CoachSheet, now: dt.datetime | None) -> None:
        self._head(sheet, now)
        for training in words.SECTIONS:
            if lines := sheet.of(training):
                self._section(training, lines, sheet)
        foot = words.acknowledged(sheet)
        boxes = f". {_UNKNOWN} stands for a character that this file's letters lack" if self._lacking else ""
        self._gap(1.5)
        self._text(f"{foot}{boxes}.", scale=0.85)

    def _head(self, sheet: CoachSheet, now: dt.datetime | None) -> None:
        self._text("Training sheet", bold=True, scale=1.5)
        self._text(" · ".join(words.about(sheet)), bold=True, scale=1.1)
        self._text(words.as_of(sheet, now), scale=0.9)
        self._text("   ".join(words.counts(sheet).values()), bold=True)
        everybody = len(sheet.lines)
        self._named("Changed since yesterday’s sheet", words.news(sheet.changes), everybody, "nothing")
        talk = words.to_talk_about(sheet)
        self._named("Talk to the medical staff before practice", talk, everybody, "nobody")

    def _named(self, head: str, found: dict[str, list[str]], of: int, else_: str) -> None:
        said = " · ".join(f"{what}: {words.whom(names, of)}" for what, names in found.items())
        self._beside(head, said or else_, width=76)

    def _section(self, training: str, lines: list[CoachLine], sheet: CoachSheet) -> None:
        self._gap(1.2)
        self._pdf.line(self._pdf.l_margin, self._pdf.get_y(), 210 - self._pdf.r_margin, self._pdf.get_y())
        self._gap(0.6)
        self._text(f"{words.SECTIONS[training]} ({len(lines)})", bold=True, scale=1.05)
        if training in words.NAMES_ONLY:
            self._text("   ".join(line.known_as for line in lines))
            for remark, names in words.remarks(lines).items():
                self._text(f"{remark}: {words.whom(names, len(lines))}")
            return
        for line in lines:
            self._beside(line.known_as, " · ".join(_facts(line, sheet)), width=_NAME)
            self._gap(0.6)

    def _beside(self, head: str, said: str, width: float) -> None:
        """A bold head with its text beside it; both may take several lines."""
        pdf, top = self._pdf, self._pdf.get_y()
        left = pdf.l_margin
        pdf.set_x(left + width)
        page = pdf.page_no()
        self._text(said)
        low, now = pdf.get_y(), pdf.page_no()
        if page == now:
            pdf.set_y(top)
            self._text(head, bold=True, width=width - 2)
            pdf.set_y(max(low, pdf.get_y()))
        else:
            self._text(f"(above: {head})", bold=True)

    def _text(self, text: str, bold: bool = False, scale: float = 1.0, width: float = 0) -> None:
        pdf, size = self._pdf, self._size * scale
        pdf.set_font("sheet", "B" if bold else "", size)
        pdf.multi_cell(width, size * 0.45, self._drawable(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def _drawable(self, text: str) -> str:
        said = "".join(sign if ord(sign) in self._has else _UNKNOWN for sign in text)
        self._lacking |= said != text
        return said

    def _gap(self, height: float) -> None:
        self._pdf.set_y(self._pdf.get_y() + height)


def _facts(line: CoachLine, sheet: CoachSheet) -> Iterator[str]:
    yield from words.limits(line)
    yield f"match: {words.match(line)}"
    if review := words.review(line, sheet.day):
        yield review
    yield from words.words(line)
