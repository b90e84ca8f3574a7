"""The morning board: the whole roster, worst first, decision and data side by side."""

import pytest

from teamback.record.events import AthleteNamed, Joined, Left
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.squad_day import squad_day
from teamback.store import Store
from tests.rounds.mornings_of import WELL, answered, board_of, row_of, said
from tests.squads import (
    ADMIN,
    COACH,
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    a_squad,
    decided,
    mornings,
    of,
    oneself,
    rest_days,
    sessions,
)


def names(board_rows: object) -> list[str]:
    return [row.athlete.known_as for row in board_rows]  # type: ignore[attr-defined]


def test_the_roster_drives_the_rows_and_who_never_answered_is_among_them(store: Store) -> None:
    kari, _, _ = a_squad(store, "Kari Ola Per")
    store.keep(answered(kari), PHYSIO)
    board = board_of(store)
    assert sorted(names(board.rows)) == ["Kari", "Ola", "Per"]
    silent = row_of(board, "Ola")
    assert (silent.flag.level, silent.reported, silent.training) == ("not_reported", False, "not_decided")
    assert said(silent)["D1"] == "No check-in today"
    assert (board.reported, board.flag_counts["not_reported"]) == (1, 2)


def test_who_checked_in_without_the_pain_question_has_reported_and_is_not_green(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="?", **WELL), PHYSIO)
    row = row_of(board_of(store), "Kari")
    assert (row.reported, row.flag.level) == (True, "not_reported")
    assert said(row)["D1"] == "Checked in, but back pain not answered"


def test_yesterdays_answer_is_shown_as_yesterdays(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(answered(kari, "2", MONDAY - DAY), PHYSIO)
    row = row_of(board_of(store), "Kari")
    assert said(row)["D1"] == "No check-in today (yesterday: pain 2/10, wellness 20)"
    assert (row.figures.pain_now, row.figures.pain_line[-2:]) == (None, (2, None))


def test_worst_first_then_more_rules_of_that_colour_then_by_name(store: Store) -> None:
    people = a_squad(store, "Green Amber1 amber2 Red2 Red1 Silent Overdue")
    green, amber, amber2, red2, red1, _, overdue = people
    store.keep(answered(green), PHYSIO)
    store.keep(answered(overdue), PHYSIO)
    store.keep(answered(amber, "3"), PHYSIO)
    store.keep(mornings(amber2, low_back_now="3", flare=True, **WELL), PHYSIO)
    for red in (red2, red1):
        store.keep(answered(red, "6"), PHYSIO)
    early = decided(overdue, "modified", MONDAY - 9 * DAY, review_on=MONDAY - DAY, restrictions=("contact",))
    store.keep([early], DOCTOR)
    board = board_of(store)
    assert names(board.rows) == ["Red1", "Red2", "amber2", "Amber1", "Silent", "Overdue", "Green"]
    assert board.flag_counts == {"red": 2, "amber": 2, "not_reported": 1, "green": 2}
    assert names(board.overdue) == ["Overdue"]
    assert said(board.overdue[0])["V1"] == "Review of availability was due Sun 22 Nov"


def test_decision_and_data_stand_side_by_side_and_who_is_out_or_in_rehab_stands_apart(store: Store) -> None:
    kari, ola, per, _ = a_squad(store, "Kari Ola Per Ida")
    for athlete in (kari, ola, per):
        store.keep(answered(athlete, "6"), PHYSIO)
    later = MONDAY + 3 * DAY
    store.keep([decided(kari, "full"), decided(ola, "rehab", review_on=later)], PHYSIO)
    store.keep([decided(per, "out", review_on=MONDAY)], PHYSIO)
    board = board_of(store)
    assert [(row.training, row.match, row.flag.level) for row in board.today] == [
        ("full", "available", "red"),
        ("not_decided", "not_decided", "not_reported"),
    ]
    assert names(board.apart) == ["Ola", "Per"]
    assert board.training_counts == {"full": 1, "modified": 0, "rehab": 1, "out": 1, "not_decided": 1}
    assert board.overdue == ()


def test_a_decision_holds_although_its_review_date_has_passed(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([decided(kari, "out", MONDAY - 40 * DAY, review_on=MONDAY - 20 * DAY)], DOCTOR)
    row = row_of(board_of(store), "Kari")
    assert (row.training, row.review_overdue) == ("out", True)


def test_who_left_is_gone_from_the_day_of_leaving(store: Store) -> None:
    _, ola = a_squad(store, "Kari Ola")
    store.keep([Left(day=MONDAY, athlete=ola, squad="first")], LEAD)
    assert names(board_of(store).rows) == ["Kari"]
    assert sorted(names(board_of(store, MONDAY - DAY).rows)) == ["Kari", "Ola"]


def test_who_moves_to_another_squad_keeps_the_own_history(store: Store) -> None:
    a_squad(store, "Kari")
    (boje,) = a_squad(store, "Boje", "second")
    store.keep(answered(boje, "1 " * 28), PHYSIO)
    store.keep(sessions(boje, MONDAY - DAY, minutes="60 " * 28, rpe=5.0), PHYSIO)
    store.keep([Left(day=MONDAY, athlete=boje, squad="second")], LEAD)
    store.keep([Joined(day=MONDAY, athlete=boje, squad="first")], LEAD)
    row = row_of(board_of(store), "Boje")
    figures = row.figures
    assert row.athlete.home == "second"
    assert (figures.week_load, figures.usual_load, figures.wellness_usual) == (2100, 2100, 20)
    assert figures.pain_line == (1,) * 14
    assert (figures.answered, figures.expected) == (14, 14)


def test_the_figures_beside_a_flag_end_with_yesterday_for_load_and_today_for_the_morning(
    store: Store,
) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(answered(kari, "0 " * 20 + "2"), PHYSIO)
    store.keep(sessions(kari, MONDAY, minutes="60 " * 35 + "200", rpe=5.0), PHYSIO)
    figures = row_of(board_of(store), "Kari").figures
    assert (figures.week_load, figures.week_known_days, figures.load_change) == (2100, 7, 0)
    assert (figures.usual_load, figures.usual_load_sd) == (2100, 0)
    assert (figures.pain_now, figures.wellness, figures.wellness_z) == (2, 20, 0)


def test_rests_make_a_week_known_and_silence_does_not(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    for athlete in (kari, ola):
        store.keep(sessions(athlete, MONDAY - DAY, minutes="60 60 . . 60 . 60", rpe=5.0), PHYSIO)
    store.keep(rest_days(kari, MONDAY - 5 * DAY), PHYSIO)
    board = board_of(store)
    assert row_of(board, "Kari").figures.week_load == 1200
    assert row_of(board, "Ola").figures.week_load is None
    assert row_of(board, "Ola").figures.week_known_days == 4
    assert "load not known (4 of 7 days, 5 needed)" in row_of(board, "Ola").flag.not_known


def test_a_newcomers_baseline_is_being_built_and_the_green_row_says_so(store: Store) -> None:
    (kari,) = a_squad(store, "Kari", joined=MONDAY - 8 * DAY)
    store.keep(answered(kari, "0 " * 9), PHYSIO)
    row = row_of(board_of(store), "Kari")
    assert row.flag.level == "green"
    assert "wellness: building baseline (8 of 14)" in said(row)["G"]
    assert (row.figures.answered, row.figures.expected) == (9, 9)


def test_performance_staff_see_the_board_without_reason_and_clinical_note(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(answered(kari, "3"), PHYSIO)
    store.keep([decided(kari, "out", reason="injury", clinical_note="facet joint")], DOCTOR)
    row = row_of(board_of(store, scope=S_AND_C), "Kari")
    assert (row.flag.level, row.training) == ("amber", "out")
    assert row.decision is not None
    assert (row.decision.event.reason, row.decision.event.clinical_note) == (None, None)
    clinician = row_of(board_of(store), "Kari").decision
    assert clinician is not None
    assert clinician.event.clinical_note == "facet joint"


@pytest.mark.parametrize("scope", [COACH, ADMIN, oneself(1)], ids=["coach", "admin", "athlete"])
def test_the_board_is_for_the_medical_and_performance_staff_only(store: Store, scope: Scope) -> None:
    a_squad(store, "Kari")
    with pytest.raises(Refusal, match="read by the medical and performance staff only"):
        board_of(store, scope=scope)


def test_who_does_not_serve_the_squad_is_told_which_they_serve(store: Store) -> None:
    a_squad(store, "Kari")
    a_squad(store, "Boje", "second")
    with pytest.raises(Refusal, match=r"There is no squad second\. Squads here: First\."):
        squad_day(store, "second", MONDAY, None, of(PHYSIO, "first"))


def test_a_day_that_has_not_come_has_no_board(store: Store) -> None:
    a_squad(store, "Kari")
    with pytest.raises(Refusal, match=r"Tue 24 Nov has not come yet\. Choose today or an earlier day\."):
        board_of(store, MONDAY + DAY)


def test_a_squad_without_anybody_has_an_empty_board(store: Store) -> None:
    a_squad(store, "")
    board = board_of(store)
    assert (board.rows, board.reported, sum(board.flag_counts.values())) == ((), 0, 0)


def test_two_of_one_name_are_two_rows(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    twin = AthleteNamed(day=MONDAY, athlete=99, home="first", known_as="Kari")
    store.keep([twin, Joined(day=MONDAY, athlete=99, squad="first"), *answered(99, "6")], PHYSIO)
    assert [(row.athlete.athlete, row.flag.level) for row in board_of(store).rows] == [
        (99, "red"),
        (kari, "not_reported"),
    ]
