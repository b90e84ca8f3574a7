"""What open cases mean for the morning: the stage of the one that limits most, and tests out of date."""

from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.events import CaseClosed
from teamback.record.scope import PROGRAM
from teamback.rounds.cases import cases_of, stages_by_day
from teamback.rounds.return_to_sport.case_standing import windows_of
from teamback.rounds.squad_day import squad_day
from teamback.store import Store
from tests.cases import a_case, measured
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, S_AND_C, a_squad


def test_the_stage_of_the_case_that_limits_most_stands_on_the_board(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    a_case(store, kari, "low_back", 4, MONDAY - 3 * DAY)
    a_case(store, kari, "hamstring", 1, MONDAY - DAY)
    for who in (PHYSIO, S_AND_C):
        board = squad_day(store, "first", MONDAY, None, who)
        stages = {row.athlete.athlete: row.stage for row in board.rows}
        assert stages == {kari: "1 Strength through range", ola: ""}


def test_a_closed_case_has_no_stage(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 4, MONDAY - 3 * DAY)
    store.keep([CaseClosed(day=MONDAY, case_id=number, athlete=kari, outcome="recovered")], DOCTOR)
    assert squad_day(store, "first", MONDAY, None, PHYSIO).rows[0].stage == ""
    (case,) = cases_of(store, PROGRAM, [kari], MONDAY)
    days = stages_by_day([case], MONDAY - 4 * DAY, 5)
    assert days == ("", *["4 Run, jump and change of direction"] * 3, "")


def test_a_test_that_is_older_than_its_criterions_window_speaks_as_t1(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    a_case(store, kari, "low_back", 2, MONDAY - 60 * DAY, side="right")
    window = windows_of(all_pathways()["low_back"][2])["side_bridge"]
    measured(store, kari, "side_bridge", MONDAY - window * DAY, right=50, left=52)
    rules = [r.rule for r in squad_day(store, "first", MONDAY, None, PHYSIO).rows[0].flag.reasons]
    assert "T1" not in rules


def test_the_same_test_a_day_older_is_told_in_words(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    a_case(store, kari, "low_back", 2, MONDAY - 60 * DAY, side="right")
    window = windows_of(all_pathways()["low_back"][2])["side_bridge"]
    measured(store, kari, "side_bridge", MONDAY - (window + 1) * DAY, right=50, left=52)
    (said,) = [
        reason.says
        for reason in squad_day(store, "first", MONDAY, None, PHYSIO).rows[0].flag.reasons
        if reason.rule == "T1"
    ]
    assert f"{window + 1} days old (counts for {window})" in said
