"""The eight planted cases stand on the return-to-sport board as docs/demo.md tells them."""

import pytest
from demo_morning import LAST, STAFF

from teamback.clinic.exercise.exercises import library
from teamback.clinic.exercise.programmes import lines_of
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.demo import CaseStory, case_stories
from teamback.record.events import Programme, RedFlagScreen, TestResult
from teamback.record.verdict import Verdict
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.rounds.return_to_sport.return_board import ReturnBoard, return_board
from teamback.rounds.urgent.red_flags import alarms
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.roster import roster

STORIES = {story.athlete: story for story in case_stories()}
JOURNEY = "T. Sokolovska"


@pytest.fixture(scope="session")
def returning(demo: Store) -> ReturnBoard:
    return return_board(demo, "First team", LAST, None, STAFF)


def review_of(board: ReturnBoard, athlete: str) -> CaseReview:
    (review,) = [card.review for card in board.cards if card.person.known_as == athlete and card.review]
    return review


def test_eight_athletes_have_a_case_at_eight_different_places(returning: ReturnBoard) -> None:
    assert [card.person.known_as for card in returning.cards if card.person.known_as not in STORIES] == []
    assert len(returning.cards) == len(STORIES) == 8
    low_back = [card.case.stage for card in returning.cards if card.case.case.pathway == "low_back"]
    assert low_back == [2, 4, 5, 6]
    assert {card.case.case.pathway for card in returning.cards} == set(all_pathways())


@pytest.mark.parametrize("story", case_stories(), ids=lambda story: story.athlete)
def test_each_case_stands_where_the_guide_says_and_lacks_what_it_says(
    story: CaseStory, returning: ReturnBoard
) -> None:
    review = review_of(returning, story.athlete)
    assert (review.pathway.key, review.stage.number, review.stage.name) == (
        story.pathway,
        story.stage,
        story.stage_name,
    )
    assert [verdict.criterion for verdict in review.unmet] == list(story.unmet)
    assert [v.criterion for mark in review.override_marks for v in mark.unmet] == list(story.mark)
    assert [setback.rule for setback in review.setbacks] == ([story.setback] if story.setback else [])


def test_the_availability_decided_is_that_which_the_stage_proposes(returning: ReturnBoard) -> None:
    for card in returning.cards:
        assert card.review is not None
        assert card.decision is not None
        assert card.decision.event.training == card.review.stage.availability, card.person.known_as


def test_one_is_ready_to_progress_and_one_carries_an_override(returning: ReturnBoard) -> None:
    assert [card.person.known_as for card in returning.ready] == ["F. Holmgaard"]
    assert [card.person.known_as for card in returning.overrides] == ["F. Walshe"]


def test_the_journey_needs_one_test_for_the_next_stage_and_one_more_for_that_behind_it(
    returning: ReturnBoard,
) -> None:
    review = review_of(returning, JOURNEY)
    assert {v.criterion: v.verdict for v in review.unmet} == {"G2-2": "too_old", "G2-3": "too_old"}
    behind = [verdict.criterion for verdict in review.verdicts_to(4) if not verdict.passes]
    assert behind == ["G2-2", "G2-3", "G3-3", "G3-4"]


def test_every_move_keeps_verdicts_of_criteria_that_its_pathway_knows(returning: ReturnBoard) -> None:
    for card in returning.cards:
        assert card.review is not None
        known = {one.id for stage in card.review.pathway.stages for one in stage.criteria}
        kept = [Verdict.from_text(text) for c in card.case.changes for text in c.event.criteria]
        assert {verdict.criterion for verdict in kept} <= known
        assert all(v.value and v.threshold and v.says for v in kept)
        days = [change.event.day for change in card.case.changes]
        assert days == sorted(days)
        assert len(kept) > 0 or len(card.case.changes) == 1


def test_every_exercise_of_a_plan_is_of_the_library(demo: Store) -> None:
    people = [person.athlete for person in roster(demo, STAFF, "first-team", LAST)]
    plans = [kept.event for kept in clinical_entries(demo, Programme, STAFF, people, LAST)]
    assert len(plans) >= 5
    assert {line.exercise for plan in plans for line in lines_of(plan)} <= set(library())


def test_about_half_of_the_squad_was_tested_when_well_and_no_red_flag_is_open(demo: Store) -> None:
    people = roster(demo, STAFF, "first-team", LAST)
    athletes, homes = [p.athlete for p in people], sorted({p.home for p in people})
    tested = clinical_entries(demo, TestResult, STAFF, athletes, LAST, None, homes)
    well = {kept.event.athlete for kept in tested if kept.event.baseline}
    assert 12 <= len(well) <= 20
    screens = clinical_entries(demo, RedFlagScreen, STAFF, athletes, LAST, None, homes)
    assert len(screens) >= 8
    raised = [kept.event for kept in screens if kept.event.yes or kept.event.raised]
    assert [(LAST - screen.day).days for screen in raised] == [34]
    assert alarms(demo, STAFF) == ()
