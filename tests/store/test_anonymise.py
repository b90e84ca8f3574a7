"""Making a person anonymous: nothing says any more who it was, and their facts still count."""

import pytest

from teamback.record.events import KINDS, AthleteNamed, CheckIn, Guardian, Left
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.anonymise import CODES, GOES, STAYING, anonymise
from teamback.store.backup_file import tables
from teamback.store.queries.entries import kept
from teamback.store.tables import column_types
from teamback.store.verify import verify
from tests.squads import LEAD, MONDAY, PHYSIO, a_squad
from tests.store.test_erase import NAME, a_life, texts


def of_nobody(store: Store) -> tuple[int, int]:
    """An athlete with a whole life left the squad and was made anonymous; the old number and the new."""
    canary = a_life(store)
    store.keep([Left(day=MONDAY, athlete=canary, squad="first", reason=f"{NAME} moved abroad")], LEAD)
    return canary, anonymise(store, canary, LEAD, "asked for it")


def test_no_name_no_date_of_birth_no_id_no_contact_and_no_free_text_is_left(store: Store) -> None:
    canary, number = of_nobody(store)
    assert not [text for text in texts(store) if NAME in text]
    for table, columns in tables().items():
        for name in {"athlete"} & columns.keys():
            assert store.engine.read(f"select 1 from {table} where {name} = $1::bigint", [canary]) == []
    *_, named = kept(store, AthleteNamed, PROGRAM, "t.athlete = $2::bigint", [number], None)
    event = named.event
    assert (event.name, event.date_of_birth, event.external_ids, event.position) == (None, None, (), None)
    assert event.known_as == f"Former athlete {number % 10_000:04}"
    assert store.engine.read("select count(*) from guardian") == [(0,)]
    assert verify(store).faults == ()


def test_the_facts_stay_on_their_days_and_count(store: Store) -> None:
    canary = a_life(store)
    store.keep([Left(day=MONDAY, athlete=canary, squad="first")], LEAD)
    before = kept(store, CheckIn, PROGRAM, "t.athlete = $2::bigint", [canary], None)
    number = anonymise(store, canary, LEAD, "asked for it")
    after = kept(store, CheckIn, PROGRAM, "t.athlete = $2::bigint", [number], None)
    assert before
    for old, new in zip(before, after, strict=True):
        said, told = vars(old.event), vars(new.event)
        numbers = {name for name, value in said.items() if isinstance(value, float | bool)}
        assert {n: told[n] for n in numbers | {"day"}} == {n: said[n] for n in numbers | {"day"}}
        assert new.recorded_by == PROGRAM.signature
    assert kept(store, CheckIn, PROGRAM, "t.home = 'first'", [], None)


def test_who_is_still_on_a_squad_is_not_made_anonymous(duck: Store) -> None:
    (canary,) = a_squad(duck, "Kari")
    head = duck.head()
    with pytest.raises(Refusal, match="is still on a squad"):
        anonymise(duck, canary, LEAD, "asked for it")
    assert duck.head() == head
    with pytest.raises(Refusal, match="Only the lead clinician"):
        anonymise(duck, canary, PHYSIO, "asked for it")


def test_every_text_that_stays_is_a_word_or_a_code_of_ours() -> None:
    said = {f"{kind.kind}.{name}" for kind in STAYING for name in column_types(kind)}
    assert said >= CODES
    assert {name for kind in STAYING for name in column_types(kind)} >= GOES
    assert Guardian not in STAYING
    assert set(STAYING) <= set(KINDS.values())
