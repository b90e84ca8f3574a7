"""Each sport of the roster has its demands and its checklists; a bad file is refused by sport."""

from pathlib import Path

import pytest

from teamback.clinic.exercise.exercises import library
from teamback.clinic.exercise.sports import SPORTS_FILE, profile, profiles, read
from teamback.record.refusal import Refusal
from teamback.record.words import SPORTS


def test_every_sport_but_other_has_a_profile() -> None:
    assert set(profiles()) == set(SPORTS) - {"other"}
    assert profile("other") is None
    assert profile(None) is None


@pytest.mark.parametrize("sport", list(profiles()))
def test_each_demand_stands_in_a_checklist_of_stage_4_or_5(sport: str) -> None:
    known = profiles()[sport]
    lines = [*known.checklist(4), *known.checklist(5)]
    assert {line.demand for line in lines} == set(known.demands)
    assert min(len(known.checklist(4)), len(known.checklist(5))) >= 3
    assert known.checklist(3) == ()


def test_weightlifting_goes_lift_by_lift_and_a_bowler_bowls() -> None:
    lifts = [line.exercise for line in profiles()["weightlifting"].checklist(5)]
    assert {"clean_progression", "snatch_progression", "deadlift_progression"} <= set(lifts)
    bowler = profiles()["cricket"]
    assert bowler.title == "Cricket (fast bowling)"
    assert [line.exercise for line in bowler.checklist(4)].count("bowling_walk_through") == 1


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("[football]", "[chess]", "chess: there is no such sport"),
        ('demands = ["run", "sprint", "jump", "cut", "contact"]', "", "football: demands is missing"),
        ('demands = ["run",', 'demands = ["swim", "run",', "football: demands has 'swim'"),
        ('demands = ["run",', 'demands = ["lift", "run",', "football: no line of stage_4 or stage_5"),
        ('exercise = "run_progression"', 'exercise = "jogging"', "which is no exercise of the library"),
        ('exercise = "run_progression"', 'exercise = "sport_patterns"', "is of a later stage"),
        ('demand = "run", ', "", "football: a line of a checklist has"),
        ("stage_4", "stage_3", "football: stage_4 is missing"),
        ("[football]", "[football", "is not valid TOML"),
    ],
)
def test_a_bad_file_is_refused_by_sport(tmp_path: Path, was: str, now: str, says: str) -> None:
    path = tmp_path / "sports.toml"
    text = SPORTS_FILE.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read(path, library())
    assert says in refused.value.sentence
