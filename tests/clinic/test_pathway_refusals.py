"""A pathway that cannot be relied on is refused: with file, stage and the mend, whatever was done to it."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.clinic.return_to_sport.pathway_file import FOLDER, from_text, read
from teamback.clinic.return_to_sport.pathway_measures import MEASURES
from teamback.clinic.return_to_sport.pathways import all_pathways, check
from teamback.record.refusal import Refusal

LOW_BACK = (FOLDER / "low_back.toml").read_text(encoding="utf-8")
TODAY = dt.date(2026, 11, 23)


def faults_of(old: str, new: str) -> list[str]:
    """What is said of low_back.toml once its first `old` is `new`."""
    assert old in LOW_BACK
    pathway, found = from_text(LOW_BACK.replace(old, new, 1), "low_back.toml", MEASURES)
    assert (pathway is None) is bool(found)
    return [refusal.sentence for refusal in found]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            'measure = "peak_session_pain"',
            'measure = "peak_sesion_pain"',
            "low_back.toml, stage 1, criterion G1-2: there is no measure peak_sesion_pain. "
            "Did you mean peak_session_pain?",
        ),
        (
            "number = 4",
            "number = 5",
            "low_back.toml, stage 5: it cannot be reached: stages are numbered 0, 1, 2 in order, without a "
            "gap. Number it 4.",
        ),
        ("between = [0.90, 1.10]", "between = [1.10, 0.90]", "with low below high"),
        (
            "at_most = 5",
            "at_least = 11",
            "stage 0, criterion G0-2: morning_pain at_least 11 is met by nothing: the measure lies between "
            "0 and 10/10.",
        ),
        ("at_most = 5", "below = 0", "morning_pain below 0 is met by nothing"),
        ("at_most = 5", "at_most = 10", "morning_pain at_most 10 is met by any value"),
        ("at_least = 85", "at_least = 0", "side_bridge_symmetry at_least 0 is met by any value"),
        ("at_least = 5\n", "at_most = 5\n", "full_sessions at_most 5 is met by a record that holds nothing"),
        ("equals = 0", "equals = 0.5", "the measure is a whole number"),
        ("equals = 0", 'equals = "none"', "a number without quotes"),
        ('equals = "pass"', 'equals = "passed"', 'is met by nothing: write equals = "pass"'),
        ('equals = "pass"', "at_least = 1", 'is met by nothing: write equals = "pass"'),
        ("at_most = 48", "of_own_best = 90", "there is no own best of this measure"),
        ("below = 1.0\n", "below = nan\n", "below = nan cannot be compared"),
        ("below = 1.0\n", "below = 1.0\nat_most = 3\n", "write one comparison of at_least, at_most"),
        ("below = 1.0\n", "", "write one comparison of"),
        ("last_sessions = 3", "last_sessions = 0", "last_sessions is 0. It must be a whole number from 1 on"),
        ("last_sessions = 3", "last_sessions = 3\nlast_days = 3", "write one window of"),
        ('at_least = "min_days"', 'at_least = "weeks"', 'at_least = "weeks" is no figure of a stage'),
        ('at_least = "min_days"', 'at_least = "load_ceiling"', "is counted in %, and the measure in days"),
        ('id = "G1-1"', 'id = "G0-1"', "stage 1, criterion G0-1: its id is used 2 times. Give each its own."),
        ('id = "G1-1"', 'id = "G-ALL-1"', "every stage, criterion G-ALL-1: its id is used 2 times"),
        ("from_stage = 0\nto_stage = 5", "from_stage = 6\nto_stage = 5", "it is asked at no stage"),
        ('kind = "clinician"', 'kind = "expert"', 'kind is "expert". It must be one of "objective"'),
        ('availability = "out"', 'availability = "not_decided"', 'It must be one of "full", "modified"'),
        ('signed_by = ["doctor", "physio"]', "signed_by = []", "signed_by is []. It must be a list of one"),
        ("min_days = 1\n", "min_days = -1\n", "min_days is -1. It must be a whole number from 0 on."),
        ("min_days = 1\n", "", "stage 0: min_days is missing. Add a line min_days = a whole number"),
        ("min_days = 1\n", "min_day = 1\n", "min_day is not known here. Take it out, or mend its spelling."),
        ("next_review = 2027-05-31", 'next_review = "May"', "It must be a date such as 2027-05-31."),
        ('status = "house rule"', 'status = "true"', 'It must be one of "published", "practice"'),
        ('regions = ["L"]', 'regions = "L"', 'regions is "L". It must be a list of one or more of "L"'),
        ("[[stage.criterion]]", "[stage.criterion]", "is not valid TOML"),
        ('{ measure = "biering_sorensen", at_least', "{ at_least", "criterion G3-2: measure is missing"),
        ('    { measure = "biering_sorensen", at_least = 90, last_days = 14 },\n', "", "two or more"),
    ],
)
def test_a_bad_file_is_refused_with_file_stage_and_the_mend(old: str, new: str, says: str) -> None:
    found = faults_of(old, new)
    assert any(says in sentence for sentence in found), found
    assert all(sentence.startswith("low_back.toml") for sentence in found)


def test_a_criterion_of_every_stage_is_refused_once() -> None:
    assert len(faults_of('measure = "open_red_flags"', 'measure = "red_flags"')) == 1


def test_a_stage_that_asks_for_nothing_is_refused() -> None:
    head, *stages = (FOLDER / "low_back_minor.toml").read_text(encoding="utf-8").split("[[stage]]")
    bare = [f"[[stage]]{stage.split('[[stage.criterion]]')[0]}" for stage in stages]
    _, found = from_text("".join([head.split("[[every_stage]]")[0], *bare]), "bare.toml", MEASURES)
    assert [refusal.sentence for refusal in found] == [
        f"bare.toml, stage {n}: it has no criterion in the way, so nothing would be asked. Add one."
        for n in range(3)
    ]


def test_one_stage_is_no_way() -> None:
    head = LOW_BACK.split("# Stage 1")[0]
    _, found = from_text(head, "short.toml", MEASURES)
    assert "short.toml: a pathway has two stages or more" in found[0].sentence


def test_everything_wrong_is_told_at_once_and_the_good_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(LOW_BACK, encoding="utf-8")
    late = LOW_BACK.replace("2027-05-31", "2026-11-22", 1)
    (tmp_path / "late.toml").write_text(late, encoding="utf-8")
    bad = LOW_BACK.replace("at_most = 5", "at_most = 50", 1).replace("number = 7", "number = 9")
    (tmp_path / "bad.toml").write_text(bad, encoding="utf-8")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    good, found = check(tmp_path, TODAY)
    assert [pathway.key for pathway in good] == ["good"]
    assert [refusal.sentence.split(".toml")[0] for refusal in found] == ["bad", "bad", "bytes", "late"]
    assert "was due Sun 22 Nov" in found[-1].sentence
    with pytest.raises(Refusal, match=r"bad\.toml, stage 0"):
        all_pathways(folder=tmp_path)


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "one.toml"
    file.write_text(LOW_BACK, encoding="utf-8")
    first = all_pathways(folder=tmp_path)["one"]
    assert all_pathways(folder=tmp_path)["one"] is first
    file.write_text(LOW_BACK.replace('title = "Low back"', 'title = "Back"'), encoding="utf-8")
    assert all_pathways(folder=tmp_path)["one"].title == "Back"


def test_a_measure_that_the_house_does_not_have_is_refused() -> None:
    with pytest.raises(Refusal, match="there is no measure open_red_flags"):
        read(FOLDER / "low_back.toml", [name for name in MEASURES if name != "open_red_flags"])


LINES = LOW_BACK.splitlines()
WORDS = st.sampled_from(
    [
        *('""', '"pass"', '"min_days"', "true", "-1", "0", "1.5", "11", "nan", "inf", "9" * 400, "[]", "{}"),
        *(
            "[1, 2]",
            "[2.0, 1]",
            '["L", "L"]',
            "2026-02-30",
            "2020-01-01",
            "[{}]",
            "[[]]",
            '[{ measure = "x" }]',
        ),
        *("'''", '"a" = 1', "0x", "{ a = 1 }", '"\\ud800"'),
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """low_back.toml after a few accidents to its lines."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["drop", "twice", "swap", "value", "name", "any", "cut"]))
        if how == "drop":
            del lines[at]
        elif how == "twice":
            lines.insert(draw(st.integers(0, len(lines))), lines[at])
        elif how == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        elif how == "value":
            lines[at] = f"{lines[at].split('=')[0]}= {draw(WORDS)}"
        elif how == "name":
            fields = [line for line in LINES if "=" in line]
            lines[at] = f"{draw(st.sampled_from(fields)).split('=')[0]}={lines[at].split('=')[-1]}"
        elif how == "any":
            lines[at] = draw(st.text(max_size=20))
        else:
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
    return "\n".join(lines)


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_whatever_happened_to_a_file_it_is_a_pathway_or_refused_in_sentences(text: str) -> None:
    pathway, found = from_text(text, "low_back.toml", MEASURES)
    assert (pathway is None) is bool(found)
    for refusal in found:
        assert refusal.sentence.startswith("low_back.toml")
        assert refusal.sentence.endswith((".", "?"))
    if pathway is not None:
        asks_something_of_everybody(pathway)


def asks_something_of_everybody(pathway: Pathway) -> None:
    assert [stage.number for stage in pathway.stages] == list(range(len(pathway.stages)))
    for stage in pathway.stages:
        assert any(one.kind != "advisory" for one in stage.criteria)
        assert all(
            part.measure in MEASURES and part.compare for one in stage.criteria for part in one.parts()
        )
        assert {*stage.signed_by} <= {"doctor", "physio"}
