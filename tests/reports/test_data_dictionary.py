"""The data dictionary in docs says what the code declares, field by field."""

from pathlib import Path

from teamback.record.events import KINDS, CheckIn
from teamback.record.field_words import in_words, vocabulary
from teamback.record.programme import ProgrammeLine
from teamback.record.verdict import Verdict
from teamback.reports.data_dictionary import data_dictionary
from teamback.store.tables import column_types

FILE = Path(__file__).parents[2] / "docs/data-dictionary.md"


def test_the_file_in_docs_is_what_the_code_declares() -> None:
    assert FILE.read_text(encoding="utf-8") == data_dictionary(), (
        "teamback dictionary > docs/data-dictionary.md"
    )


def test_every_field_of_every_kind_has_its_line() -> None:
    text = data_dictionary()
    for kind in KINDS.values():
        part = text.split(f"(`{kind.kind}`)", 1)[1].split("\n## ", 1)[0]
        for name in column_types(kind):
            assert name == "day" or f"| `{name}`" in part, f"{kind.kind}.{name}"


def test_units_words_and_audiences_stand_beside_the_field() -> None:
    text = data_dictionary()
    assert (
        "| `low_back_now` | Low back pain now (/10) | 0 to 10 /10; none to worst imaginable; low is good"
        in text
    )
    assert "| `training`* | Training | Full, Modified, Rehab, Out, Not decided | CPTA |" in text
    assert "| `diagnosis` | Diagnosis | text | C |" in text


def test_a_value_is_said_in_the_words_of_the_screen() -> None:
    assert in_words(CheckIn.kind, "side", "left") == vocabulary(CheckIn.kind, "side")["left"] == "Left"
    assert in_words(CheckIn.kind, "flare", False) == "No"
    assert in_words(CheckIn.kind, "low_back_now", 3.0) == "3"
    assert in_words(CheckIn.kind, "low_back_now", None) == ""
    line = ProgrammeLine("bird_dog", sets=3, hold_s=10)
    assert in_words("programme", "lines", (line.as_text(), "{half")) == "bird dog 3 sets 10 s, {half"
    verdict = Verdict("p1", "Morning pain at most 2.", "met", value="1")
    assert in_words("stage_change", "criteria", (verdict.as_text(),)) == "Morning pain at most 2. Met (1)"
