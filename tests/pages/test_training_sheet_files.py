"""The training sheet as PDF and CSV: one A4 for thirty, every name there, nothing a spreadsheet obeys."""

import csv
import io
import re
import zlib

import pytest
from squads import COACH, MONDAY, PHYSIO, a_squad, decided
from thirty import NAMES, thirty

from teamback.record.events import SheetAcknowledged
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.reports.training_sheet import as_csv, as_pdf
from teamback.rounds.coach_sheet import CoachSheet, coach_sheet
from teamback.store import Store
from tests.squads import DOCTOR, LEAD, oneself


def sheet(store: Store) -> CoachSheet:
    return coach_sheet(store, "first", MONDAY, None, COACH)


def pages(pdf: bytes) -> list[bytes]:
    return re.findall(rb"/Type\s*/Page\b(?!s)", pdf)


def test_thirty_athletes_fit_one_a4(store: Store) -> None:
    thirty(store)
    paper = as_pdf(sheet(store), None)
    assert paper.startswith(b"%PDF-")
    assert len(pages(paper)) == 1
    width, height = (float(side) for side in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", paper)[0])
    assert (round(width), round(height)) == (595, 842)


def test_a_squad_that_no_page_holds_takes_more_pages(store: Store) -> None:
    many = a_squad(store, " ".join(f"Athlete{n}" for n in range(80)))
    away = {"review_on": MONDAY, "reason": "injury", "text_to_coach": "Works apart. " * 14}
    store.keep([decided(athlete, "rehab", **away) for athlete in many], PHYSIO)
    assert len(pages(as_pdf(sheet(store), None))) > 1


def test_a_name_that_the_font_lacks_is_a_box_and_the_foot_says_so(store: Store) -> None:
    a_squad(store, "Traoré")
    plain = as_pdf(sheet(store), None)
    a_squad(store, "李", squad="first")
    boxed = as_pdf(sheet(store), None)
    assert len(_streams(boxed)) > len(_streams(plain))


def _streams(pdf: bytes) -> bytes:
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"".join(zlib.decompress(part) for part in found[:1])


def test_the_csv_has_a_line_an_athlete_and_no_formula(store: Store) -> None:
    thirty(store)
    a_squad(store, "=1+1", squad="first")
    rows = list(csv.DictReader(io.StringIO(as_csv(sheet(store)))))
    assert {row["Athlete"] for row in rows} == {*NAMES.split(), "'=1+1"}
    (costume,) = [row for row in rows if row["Athlete"] == "Keita"]
    modified = next(row for row in rows if row["Training"] == "Modified")
    assert costume["Training"] == "Full"
    assert modified["Must not do"] == "lift and hinge, contact, full speed"
    assert modified["Minutes cap"] == "45"
    assert modified["Review on"] == "2026-11-25"


@pytest.mark.parametrize("who", [DOCTOR, LEAD, PHYSIO])
def test_nobody_acknowledges_in_a_coachs_place(store: Store, who: Scope) -> None:
    a_squad(store, "Kari")
    with pytest.raises(Refusal, match="A coach acknowledges the training sheet"):
        store.keep([SheetAcknowledged(day=MONDAY, squad="first", as_of=store.head())], who)


def test_an_athlete_neither_reads_nor_acknowledges_the_sheet(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    with pytest.raises(Refusal):
        store.keep([SheetAcknowledged(day=MONDAY, squad="first", as_of=1)], oneself(kari))
