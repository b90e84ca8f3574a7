"""Whatever the record holds, no clinical field reaches a coach's page."""

from collections.abc import Callable

from canaries import every_clinical_field, heard, sow
from streamlit.testing.v1 import AppTest

from teamback.record.scales import WELLNESS_ITEMS
from teamback.store import Store

OpenPage = Callable[..., AppTest]
TOO_NARROW = {
    *(f"check_in.{item}" for item in WELLNESS_ITEMS),
    *("check_in.flare", "check_in.spread_to_leg", "session.planned", "calendar.athlete"),
    *("undone.undone_batch", "erased.entries", "erased.how"),
    *("case_opened.contact", "case_opened.days_set", "case_opened.nature"),
    *("case_updated.contact", "case_updated.days_set", "risk_assessed.match_minutes"),
    *(f"instrument_total.{name}" for name in ("distress", "q1", "q2", "q3", "q4")),
    *("observation.scale", "observation.value", "test_result.baseline"),
    *("red_flag_screen.background", "red_flag_screen.confirmed", "task_act.act", "programme.purpose"),
    *("check_in.breathing", "check_in.mobilisation", "check_in.activity_change"),
    *("pain_entry.spread_to_leg", "pain_entry.with_check_in", "intervention_ended.kept_for_good"),
    *("pain_entry.site", "season_phase.phase", "intervention.what", "alert_sent.channel"),
    *("guardian.relation", "consent.what", "consent.given", "removal_requested.how"),
    *("session_exercise.reps", "session_exercise.sets"),
    *("stage_change.counted_anew", "stage_change.decision", "stage_change.override"),
}


def drawn(page: AppTest) -> bytes:
    """Everything that the page sends, as it is sent."""
    protos = [getattr(node, "proto", None) for node in page._tree]
    return b"".join(proto.SerializeToString() for proto in protos if proto is not None)


def test_every_clinical_field_carries_a_canary_or_is_known_to_be_too_narrow(store: Store) -> None:
    canaries = sow(store)
    assert canaries.silent == TOO_NARROW
    assert set(canaries.sown) | canaries.silent == every_clinical_field()


def test_no_canary_is_on_the_coachs_sheet(store: Store, open_page: OpenPage) -> None:
    canaries = sow(store)
    sent = drawn(open_page("coach/training_sheet", who="coach"))
    assert b"Kari" in sent
    assert b"under review" in sent
    assert heard(canaries, sent) == set()


def test_a_physio_printing_the_sheet_puts_no_canary_on_it(store: Store, open_page: OpenPage) -> None:
    canaries = sow(store)
    assert heard(canaries, drawn(open_page("coach/training_sheet", who="physio"))) == set()


def test_the_same_net_catches_canaries_on_a_clinicians_page(store: Store, open_page: OpenPage) -> None:
    canaries = sow(store)
    sent = drawn(open_page("athlete/story", who="physio", athlete="1"))
    assert "check_in.low_back_now" in heard(canaries, sent)
