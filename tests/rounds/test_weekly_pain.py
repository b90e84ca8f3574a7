"""The two weekly means of morning pain meet their thresholds exactly, whatever mornings are missing."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from teamback.clinic.back_pain import morning_pain_rose_on_last_week
from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.clinic.morning import Morning
from teamback.measures.pain import week_means
from teamback.rounds.counted import known
from teamback.store import Store
from tests.rounds.mornings_of import answered, board_of, row_of, said
from tests.squads import MONDAY, PHYSIO, a_squad

LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))
TENTHS = st.lists(st.integers(0, 100), min_size=4, max_size=7)


@given(TENTHS, TENTHS)
def test_a_rise_of_exactly_one_or_two_points_is_never_missed_for_its_last_bit(
    before: list[int], last: list[int]
) -> None:
    pain = np.full((1, 14), np.nan)
    pain[0, : len(before)] = [score / 10 for score in before]
    pain[0, 7 : 7 + len(last)] = [score / 10 for score in last]
    weeks = week_means(pain, at_least=4)
    morning = Morning(
        day=MONDAY,
        pain_last7=known(weeks.now[0, -1]),
        pain_last7_entries=len(last),
        pain_prev7=known(weeks.before[0, -1]),
        pain_prev7_entries=len(before),
    )
    rise = Fraction(sum(last), 10 * len(last)) - Fraction(sum(before), 10 * len(before))
    spoke = morning_pain_rose_on_last_week(morning, LIMITS)
    assert (spoke.level if spoke else None) == ("red" if rise >= 2 else "amber" if rise >= 1 else None)


def test_weeks_with_gaps_are_compared_and_too_few_mornings_are_said(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep(answered(kari, "0 1 0 . 0 . .   . . 1 2 . 1 1"), PHYSIO)
    store.keep(answered(ola, "0 1 0 . . . .   . . 1 2 . 1 1"), PHYSIO)
    board = board_of(store)
    kari_row, ola_row = row_of(board, "Kari"), row_of(board, "Ola")
    assert (kari_row.flag.level, said(kari_row)["P3"]) == ("amber", "Mean morning pain up 1.0 on last week")
    assert ola_row.flag.level == "green"
    assert "pain trend: too few mornings (3 before, 4 now, 4 needed)" in ola_row.flag.not_known
