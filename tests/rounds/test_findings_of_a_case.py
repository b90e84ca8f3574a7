"""What a finding may not be taken for: another case's, an older moment's, one morning's for several."""

import datetime as dt

from teamback.record.verdict import MET, NO_DATA, NOT_MET
from teamback.store import Store
from tests.cases import a_case
from tests.rounds.cases_moved import now
from tests.rounds.gate_scenes import Her
from tests.rounds.telling_red_flags import screen
from tests.squads import DAY, DOCTOR, MONDAY, Clock, a_squad


def became(store: Store, her: Her, criterion: str) -> str:
    return next(v.verdict for v in now(store, her).verdicts if v.criterion == criterion)


def test_the_hypothesis_of_one_case_is_not_that_of_another(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    back, other = (Her(kari, a_case(store, kari, "low_back", 0, MONDAY - 5 * DAY)) for _ in range(2))
    store.keep(back.assessed(0, hypothesis="facet", case_id=other.case), DOCTOR)
    assert became(store, back, "G0-5") == NO_DATA
    assert became(store, other, "G0-5") == MET


def test_a_screen_entered_days_later_is_as_old_as_its_day(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    her = Her(kari, a_case(store, kari, "low_back", 0, MONDAY - 5 * DAY))
    store.keep([screen(kari, day=MONDAY - 3 * DAY)], DOCTOR)
    found = next(v for v in now(store, her).verdicts if v.criterion == "G0-1")
    assert (found.verdict, found.value, found.on) == (NOT_MET, "80.5 h", MONDAY - 3 * DAY)
    assert clock.at.date() == MONDAY


def test_wellness_of_the_last_check_ins_is_the_lowest_of_them(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    her = Her(kari, a_case(store, kari, "illness", 2, MONDAY - 5 * DAY, nature="illness"))
    items = ("fatigue", "sleep_quality", "soreness", "stress", "mood")
    usual = " ".join(["4"] * 25)
    store.keep(her.mornings("0 " * 27, **dict.fromkeys(items, f"{usual} 3 4")), DOCTOR)
    assert became(store, her, "I2-1") == NOT_MET
    clock.at += dt.timedelta(days=1)
    (fresh,) = her.mornings("0", ago=-1, **dict.fromkeys(items, "4"))
    store.keep([fresh], DOCTOR)
    assert became(store, her, "I2-1") == MET
