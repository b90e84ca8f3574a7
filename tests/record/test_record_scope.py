"""Who is asking: what each role's audience is, and who decides availability."""

import pytest

from teamback.record.event import audience_of
from teamback.record.events import KINDS, Availability, CheckIn, Session
from teamback.record.scope import (
    AUDIENCE_OF_ROLE,
    CLINICIAN,
    CLINICIAN_AND_SELF,
    CLINICIAN_ONLY,
    COACH,
    EVERYONE,
    PERFORMANCE,
    PROGRAM,
    SELF,
    STAFF,
    STAFF_AND_SELF,
    Scope,
)
from teamback.record.words import PROFESSIONS

AUDIENCES = {
    "clinician": CLINICIAN,
    "lead": CLINICIAN,
    "performance": PERFORMANCE,
    "coach": COACH,
    "athlete": SELF,
    "admin": None,
    "kiosk": None,
    "phone": SELF,
}


@pytest.mark.parametrize("role", AUDIENCE_OF_ROLE)
def test_every_role_belongs_to_one_audience_or_to_none(role: str) -> None:
    scope = Scope("Dana Berg", "physio", role)
    assert scope.audience == AUDIENCES[role]
    for audiences in (STAFF, STAFF_AND_SELF, CLINICIAN_AND_SELF, CLINICIAN_ONLY, EVERYONE):
        assert scope.may_read(audiences) == (AUDIENCES[role] in audiences)


def test_no_field_is_kept_from_clinicians_and_no_clinical_word_is_for_others() -> None:
    for kind in KINDS.values():
        for name in kind.__dataclass_fields__:
            assert CLINICIAN in audience_of(kind, name)
    assert audience_of(Availability, "clinical_note") == CLINICIAN_ONLY
    for kind, name in ((Availability, "reason"), (CheckIn, "note"), (Session, "note")):
        assert audience_of(kind, name) == CLINICIAN_AND_SELF


def test_a_coach_reads_no_score() -> None:
    for kind in (CheckIn, Session):
        for name in set(kind.__dataclass_fields__) - {"day", "athlete"}:
            assert COACH not in audience_of(kind, name), name


def test_a_field_that_there_is_not_is_for_clinicians_at_most() -> None:
    assert audience_of(CheckIn, "diagnosis") == CLINICIAN_ONLY


def test_who_serves_no_squad_by_name_serves_all() -> None:
    assert PROGRAM.serves("first")
    one = Scope("Dana Berg", "physio", "clinician", frozenset({"first"}))
    assert one.serves("first")
    assert not one.serves("second")
    assert not Scope("Dana Berg", "physio", "clinician", frozenset()).serves("first")


@pytest.mark.parametrize("role", AUDIENCE_OF_ROLE)
@pytest.mark.parametrize("profession", PROFESSIONS)
def test_a_doctor_or_physio_of_the_medical_staff_decides_availability_and_nobody_else(
    role: str, profession: str
) -> None:
    decides = role in ("clinician", "lead") and profession in ("doctor", "physio")
    assert Scope("Dana Berg", profession, role).decides_availability() == decides


def test_the_journal_names_a_person_with_their_profession() -> None:
    assert Scope("Dana Berg", "physio", "clinician").signature == "Dana Berg, physio"


def test_equal_scopes_are_one_key_and_others_are_not() -> None:
    one = Scope("Dana Berg", "physio", "clinician", frozenset({"a", "b"}))
    assert {one: 1}[Scope("Dana Berg", "physio", "clinician", frozenset({"b", "a"}))] == 1
    assert one != Scope("Dana Berg", "physio", "clinician", frozenset({"a"}))
