from dataclasses import fields

from teamback.record.events import Session
from teamback.record.scales import SCALES
from teamback.ui.session.session_words import QUESTIONS, RPE


def test_the_anchors_of_rpe_are_those_of_the_scale_at_both_ends() -> None:
    assert (RPE[0], RPE[10]) == SCALES["rpe"].anchors
    assert set(RPE) <= set(range(11))


def test_every_question_is_a_field_of_the_session() -> None:
    asked = {f.name for f in fields(Session)}
    assert set(QUESTIONS) == asked - {"day", "athlete", "planned", "rated_at"}
