"""The rules page: everything that the code runs on is there, and nothing that it does not."""

import datetime as dt
import html
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, decided, mornings
from streamlit.testing.v1 import AppTest

from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.clinic.return_to_sport.pathway_words import threshold_words
from teamback.clinic.return_to_sport.pathways import DRAFT, all_pathways
from teamback.rounds.rules_in_force import rules_in_force
from teamback.store import Store
from teamback.ui.return_to_sport import stage_diagram

OpenPage = Callable[..., AppTest]
LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))
WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4}


def said(page: Any) -> str:
    bodies = " ".join(one.proto.body for one in page.get("html"))
    return html.unescape(" ".join([bodies, *(text.value for text in [*page.markdown, *page.caption])]))


def show(page: AppTest, section: str) -> AppTest:
    page.segmented_control(key="rules-section").set_value(section).run()
    assert not page.exception
    return page


def test_every_rule_and_every_limit_stands_there_with_source_status_and_review(
    store: Store, open_page: OpenPage
) -> None:
    a_squad(store, "Kari")
    text = said(show(open_page("desk/rules"), "Rules and limits"))
    for rule in rules_in_force(LIMITS):
        assert rule.says in text
        assert rule.source in text
    for limit in LIMITS:
        for part in (f"<b>{limit.value:g}</b>", limit.unit, limit.says, limit.cited, limit.checked_by):
            assert part.lower() in text.lower()
        assert limit.name not in text
    assert "next review Mon 31 May 2027" in text
    assert f"<b>{len(LIMITS.entries)}</b> limits" in text


@pytest.mark.parametrize("key", all_pathways())
def test_every_stage_and_criterion_of_a_pathway_stands_there(
    key: str, store: Store, open_page: OpenPage
) -> None:
    a_squad(store, "Kari")
    page = show(open_page("desk/rules"), "Pathways")
    page.selectbox(key="rules-pathway").set_value(key).run()
    text, pathway = said(page), all_pathways()[key]
    labels = [one.label for one in page.expander]
    for stage in pathway.stages:
        assert f"{stage.number} {stage.name}: {len(stage.criteria)} criteria" in labels
        for part in (stage.aim, stage.allowed, stage.not_allowed, stage.source):
            assert part in text
        for one in stage.criteria:
            assert all(part in text for part in (one.id, one.says, one.source))
            assert threshold_words(one, stage) in text
    warned = [one.value for one in page.warning]
    assert any(DRAFT[1:] in one for one in warned) is pathway.draft


def test_the_diagram_is_drawn_from_the_data() -> None:
    pathway = all_pathways()["low_back_minor"]
    changed = replace(
        pathway, stages=(replace(pathway[0], name="Calm <down>", min_days=9), *pathway.stages[1:])
    )
    drawn = stage_diagram.diagram(changed)
    assert drawn.count('class="tb-stage"') == 3
    assert "Calm &lt;down&gt;" in drawn
    assert "9 days or more" in drawn
    assert "load up to 100 %" in drawn
    assert drawn.count("never passed over") == 2


def test_a_pathway_whose_review_is_past_says_that_no_case_can_be_opened(
    store: Store, open_page: OpenPage, clock: Any
) -> None:
    a_squad(store, "Kari")
    clock.at += dt.timedelta(days=365)
    page = show(open_page("desk/rules"), "Pathways")
    assert "no new case can be opened" in page.warning[0].value
    assert "review was due Mon 31 May" in said(page)


def test_the_alarm_rate_and_what_a_rule_would_have_said(store: Store, open_page: OpenPage) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep(mornings(kari, low_back_now="0 6 6 0", **WELL), PHYSIO)
    store.keep(mornings(ola, low_back_now="0 0 0 0", **WELL), PHYSIO)
    out = decided(kari, "out", MONDAY, review_on=MONDAY + DAY, reason="injury")
    store.keep([out], DOCTOR)
    page = open_page("desk/rules")
    text = said(page.selectbox(key="rules-rule").set_value("P1").run())
    assert "Alarm rate <b>25 %</b>" in text
    assert "above the 20 %" in text
    assert "median of 4 mornings with 8 check-ins" in text
    assert "<b>2</b> of 56 athlete-days" in text
    assert "before 1 of 1 changes towards less training, median lead <b>2</b> days" in text
    table = page.dataframe[0].value
    assert (list(table["Athlete"]), list(table["Days"]), list(table["Lead (days)"])) == (["Kari"], [2], ["2"])
    page.segmented_control(key="rules-days").set_value(14).run()
    assert "<b>2</b> of 28 athlete-days" in said(page)
    page.selectbox(key="rules-rule").set_value("F1").run()
    assert "F1 would have said nothing on 28 athlete-days" in said(page)


def test_without_a_check_in_there_is_no_alarm_rate(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    assert "no alarm rate yet" in open_page("desk/rules").info[0].value


def test_without_a_squad_rules_and_pathways_are_there_all_the_same(store: Store, open_page: OpenPage) -> None:
    page = open_page("desk/rules")
    assert "There is no squad yet" in page.info[0].value
    assert "Back pain in this morning's check-in" in said(show(page, "Rules and limits"))


@pytest.mark.parametrize("who", ["s_and_c", "coach", "athlete"])
def test_it_is_a_page_for_clinicians(store: Store, open_page: OpenPage, who: str) -> None:
    a_squad(store, "Kari")
    with pytest.raises(ValueError, match="rules"):
        open_page("desk/rules", who=who)
