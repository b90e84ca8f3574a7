"""O1 on the board: a select of the newest answers, for clinicians alone."""

import pytest

from teamback.record.events import InstrumentTotal, SquadNamed
from teamback.record.scope import Scope
from teamback.rounds.squad_day import squad_day
from teamback.store import Store
from tests.rounds.mornings_of import answered, board_of, row_of, said
from tests.squads import A_YEAR_AGO, DAY, LEAD, MONDAY, PHYSIO, S_AND_C, a_squad, oneself


def ostrc(athlete: int, *q: float, back: int = 0) -> InstrumentTotal:
    answers = dict(zip(("q1", "q2", "q3", "q4"), q, strict=True))
    return InstrumentTotal(
        day=MONDAY - back * DAY, athlete=athlete, instrument="ostrc", total=sum(q), **answers
    )


def asked_on_mondays(store: Store) -> None:
    store.keep([SquadNamed(day=A_YEAR_AGO, squad="first", name="First", ostrc_on="monday")], LEAD)


def test_the_newest_answer_colours_the_row_and_stands_behind_it(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    asked_on_mondays(store)
    store.keep(answered(kari), PHYSIO)
    store.keep([ostrc(kari, 0, 0, 0, 0, back=7), ostrc(kari, 17, 17, 8, 8, back=1)], oneself(kari))
    row = row_of(board_of(store), "Kari")
    assert (row.flag.level, said(row)["O1"]) == ("amber", "Substantial problem (OSTRC)")
    (reason,) = [reason for reason in row.flag.reasons if reason.rule == "O1"]
    assert [read.text for read in reason.rows] == ["OSTRC: 17, 17, 8, 8; severity 50 of 100"]
    assert reason.value == 50


def test_a_squad_that_is_asked_names_who_did_not_answer_and_another_nobody(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep([*answered(kari), *answered(ola)], PHYSIO)
    assert all("OSTRC" not in " ".join(row.flag.not_known) for row in board_of(store).rows)
    asked_on_mondays(store)
    store.keep([ostrc(ola, 0, 0, 0, 0)], oneself(ola))
    board = board_of(store)
    assert "OSTRC: no answer in 8 days" in row_of(board, "Kari").flag.not_known
    assert "no health problem this week" in said(row_of(board, "Ola"))["G"]


def test_the_performance_staff_receive_neither_the_rule_nor_its_colour(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    asked_on_mondays(store)
    store.keep([*answered(kari), ostrc(kari, 25, 25, 25, 25)], PHYSIO)

    def seen(scope: Scope) -> tuple[str, list[str], str]:
        row = row_of(squad_day(store, "first", MONDAY, None, scope), "Kari")
        words = " ".join([*row.flag.not_known, *(reason.says for reason in row.flag.reasons)])
        return row.flag.level, [reason.rule for reason in row.flag.reasons], words

    level, rules, words = seen(S_AND_C)
    assert (level, "O1" in rules) == ("green", False)
    assert "OSTRC" not in words
    assert "health problem" not in words
    level, rules, _ = seen(PHYSIO)
    assert (level, rules[0]) == ("red", "O1")


@pytest.mark.parametrize("squad", ["first", "second"])
def test_an_athlete_of_another_squad_is_not_read(store: Store, squad: str) -> None:
    kari, boje = a_squad(store, "Kari"), a_squad(store, "Boje", "second")
    store.keep([ostrc(n, 8, 0, 0, 0) for n in (*kari, *boje)], PHYSIO)
    board = squad_day(store, squad, MONDAY, None, PHYSIO)
    assert [("O1" in said(row)) for row in board.rows] == [True]
