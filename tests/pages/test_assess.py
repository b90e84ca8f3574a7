from collections.abc import Callable

import pytest
from answering import answer, html, labels, press, questions, said
from squads import DAY, MONDAY, PHYSIO, a_squad, told
from streamlit.testing.v1 import AppTest
from tested import measured

from teamback.record.events import InstrumentTotal, TestResult
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries

OpenPage = Callable[..., AppTest]
WHICH, SEEN = "Which tests?", "What was seen"


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


@pytest.fixture
def form(open_page: OpenPage, kari: int) -> AppTest:
    return open_page("athlete/assess", who="physio", athlete=str(kari))


def recorded(store: Store, athlete: int) -> list[TestResult]:
    found = clinical_entries(store, TestResult, PROGRAM, [athlete], MONDAY, homes=["first"])
    return [entry.event for entry in found]


def type_in(at: AppTest, test: str, side: str | None, value: float, field: str = "value") -> None:
    wanted = f"tb-{field}-{test}-{side}-battery" if side else f"tb-{field}-{test}-battery"
    (number,) = [number for number in at.number_input if (number.key or "").startswith(wanted)]
    number.set_value(value)


def press_key(at: AppTest, start: str) -> AppTest:
    """Presses the first button whose key begins so."""
    button = next(button for button in at.button if (button.key or "").startswith(start))
    return button.click().run()


def batch_of(store: Store, athlete: int) -> set[int]:
    found = clinical_entries(store, TestResult, PROGRAM, [athlete], MONDAY, homes=["first"])
    return {entry.batch for entry in found}


def test_nothing_is_prefilled_and_an_empty_form_is_refused(form: AppTest, store: Store, kari: int) -> None:
    assert {number.value for number in form.number_input} == {None}
    chosen = {group.label: group.value for group in form.button_group}
    assert chosen.pop("View") == "enter"
    assert chosen.pop(WHICH) == ["hip_rom", "trunk_endurance", "movement_screen"]
    assert set(map(str, chosen.values())) <= {"None", "[]"}
    press(form, "Save")
    assert "Nothing was entered yet. Enter one value or more." in said(form)
    assert recorded(store, kari) == []


def test_a_battery_is_saved_as_one_batch_and_what_was_not_measured_is_asked_once(
    form: AppTest, store: Store, kari: int
) -> None:
    type_in(form, "side_bridge", "left", 78.0)
    type_in(form, "side_bridge", "right", 92.0)
    type_in(form, "side_bridge", "right", 2.0, "pain")
    squat = next(g for g in form.button_group if (g.key or "").startswith("tb-value-movement_squat"))
    squat.set_value(2)
    next(g for g in form.button_group if (g.key or "").startswith("tb-seen-movement_squat")).set_value(
        ["rib_flare"]
    )
    form.checkbox[0].check()
    press(form, "Save")
    assert "Not measured:" in said(form)
    assert recorded(store, kari) == []
    press(form, "Save without them")
    results = recorded(store, kari)
    assert told(results, "test") == ["side_bridge", "side_bridge", "movement_squat"]
    assert told(results, "side") == ["left", "right", None]
    assert told(results, "value") == [78, 92, 2]
    assert told(results, "pain_during") == [None, 2, None]
    assert told(results, "compensations") == [(), (), ("rib_flare",)]
    assert set(told(results, "baseline")) == {True}
    assert told(results, "battery") == ["trunk_endurance", "trunk_endurance", "movement_screen"]
    assert len(batch_of(store, kari)) == 1
    assert "weaker of stronger" in html(form)
    assert "3 results saved for Mon 23 Nov." in " ".join(m.value for m in form.markdown).replace("\\", "")


def test_a_value_out_of_range_is_refused_beside_its_field_and_stays(
    form: AppTest, store: Store, kari: int
) -> None:
    type_in(form, "hip_extension", "left", 90.0)
    press(form, "Save")
    assert "Hip extension, left: 90 must lie between -40 and 60 deg." in said(form)
    assert 90.0 in [number.value for number in form.number_input]
    assert recorded(store, kari) == []


def test_pain_without_a_value_is_asked_about(form: AppTest, store: Store, kari: int) -> None:
    type_in(form, "biering_sorensen", None, 3.0, "pain")
    press(form, "Save")
    assert "there is no value beside what was seen or felt" in said(form)
    assert recorded(store, kari) == []


def test_batteries_are_chosen_and_only_their_tests_asked(form: AppTest) -> None:
    answer(form, {WHICH: ["run_and_jump"]})
    text = " ".join(m.value for m in form.markdown)
    assert "Single\\-leg hop" in text
    assert "Side bridge" not in text


@pytest.fixture
def seen(open_page: OpenPage, store: Store, kari: int) -> AppTest:
    """The results of an athlete with a baseline and a later test."""
    store.keep(
        measured(kari, MONDAY - 200 * DAY, baseline=True, biering_sorensen=150, side_bridge="90/92"), PHYSIO
    )
    store.keep(measured(kari, biering_sorensen=110, side_bridge="78/92", pain=2.0), PHYSIO)
    return open_page("athlete/assess", who="physio", athlete=str(kari))


def test_results_say_change_error_symmetry_and_what_is_missing(seen: AppTest) -> None:
    text = html(seen)
    assert "−40 on baseline" in text
    assert "within measurement error (48.5 s)" in text
    assert "85 %" in text
    assert "weaker of stronger" in text
    assert "was due again Mon 2 Nov" in text or "was due again" in text
    assert "Not in any baseline: Hip internal rotation" in text
    assert "None" not in text


def one_test(at: AppTest, key: str) -> AppTest:
    next(box for box in at.selectbox if box.label == "One test in full").set_value(key)
    return at.run()


def test_one_result_is_corrected_with_old_and_new_in_view(seen: AppTest, store: Store, kari: int) -> None:
    one_test(seen, "biering_sorensen")
    press_key(seen, "tb-correct-")
    number = next(n for n in seen.number_input if n.label == "Result, s")
    assert number.value == 110
    number.set_value(101.0)
    press(seen, "Save")
    assert [r.value for r in recorded(store, kari) if r.test == "biering_sorensen"] == [150, 101]
    one_test(seen, "biering_sorensen")
    assert "Value: 110 → 101 (Dr" in html(seen) or "Value: 110 → 101 (" in html(seen)


def test_one_result_is_withdrawn_after_a_question_and_stays_told(
    seen: AppTest, store: Store, kari: int
) -> None:
    one_test(seen, "biering_sorensen")
    press_key(seen, "tb-do-withdraw-")
    assert len(recorded(store, kari)) == 6
    press(seen, "Yes, that is right")
    assert [r.value for r in recorded(store, kari) if r.test == "biering_sorensen"] == [150]
    one_test(seen, "biering_sorensen")
    assert "Set aside by" in html(seen)


def test_the_four_questions_are_scored_and_a_missing_one_leaves_the_severity_open(
    seen: AppTest, store: Store, kari: int
) -> None:
    answer(seen, {"View": "totals"})
    answer(seen, {"Taking part in the last 7 days": "17", "Performance suffered": "8"})
    press(seen, "Save")
    (entry,) = clinical_entries(store, InstrumentTotal, PROGRAM, [kari], MONDAY, homes=["first"])
    total = entry.event
    assert (total.instrument, total.q1, total.q2, total.q3, total.q4, total.total) == (
        "ostrc",
        17,
        None,
        8,
        None,
        None,
    )
    assert total.asked_by
    text = " ".join(m.value for m in seen.markdown).replace("\\", "")
    assert "total not known, problem, whether substantial is not known" in text


def test_of_the_oswestry_index_the_percentage_is_kept(seen: AppTest, store: Store, kari: int) -> None:
    answer(seen, {"View": "totals"})
    next(box for box in seen.selectbox if box.label == "Questionnaire").set_value("odi")
    seen.run()
    for number, value in zip(seen.number_input, (9.0, 16.0), strict=True):
        number.set_value(value)
    press(seen, "Save")
    (entry,) = clinical_entries(store, InstrumentTotal, PROGRAM, [kari], MONDAY, homes=["first"])
    assert entry.event.total == pytest.approx(35.56, abs=0.01)
    assert entry.event.sections_answered == 9


def test_performance_staff_have_tests_and_no_questionnaires(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    store.keep([InstrumentTotal(day=MONDAY, athlete=kari, instrument="rmdq", total=13.0)], PHYSIO)
    page = open_page("athlete/assess", who="s_and_c", athlete=str(kari))
    (view,) = [group for group in page.button_group if group.label == "View"]
    assert view.options == ["Results", "Enter tests", "Technique"]


@pytest.mark.parametrize("who", ["coach", "athlete"])
def test_neither_coach_nor_athlete_has_the_page(open_page: OpenPage, kari: int, who: str) -> None:
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        open_page("athlete/assess", who=who)


def test_who_opened_it_is_written_down(form: AppTest, store: Store, kari: int) -> None:
    opened = store.engine.read("select page, subject from read_log")
    assert ("assess", str(kari)) in opened


def test_without_an_athlete_it_says_what_to_do(open_page: OpenPage, kari: int) -> None:
    page = open_page("athlete/assess", who="physio")
    assert "Choose an athlete to see or enter tests." in said(page)
    assert labels(page).count("Save") == 0
    assert "View" not in questions(page)
