"""The canonical form that is hashed: the same for ever, and the same whichever engine gives a value back."""

import datetime as dt
import hashlib
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from teamback.store.digest import canonical, digest, link, new_salt

ZONES = st.timezones() | st.just(dt.timezone(dt.timedelta(hours=-9, minutes=-30)))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.dates()
    | st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2200, 1, 1), timezones=ZONES)
)
FIELDS = st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), VALUES)


def plainly(fields: dict[str, Any]) -> str:
    """The canonical form as the standard library writes it."""

    def form(value: Any) -> Any:
        if isinstance(value, dt.datetime):
            return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f+00:00")
        if isinstance(value, dt.date):
            return value.strftime("%Y-%m-%d").rjust(10, "0")
        return repr(value) if isinstance(value, float) else value

    known = {name: form(value) for name, value in fields.items() if value is not None}
    return json.dumps(known, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@given(FIELDS)
def test_the_canonical_form_is_the_json_of_the_standard_library(fields: dict[str, Any]) -> None:
    assert canonical(fields) == plainly(fields)


@given(FIELDS, FIELDS)
def test_the_digest_is_the_sha_256_of_salt_head_and_content(
    head: dict[str, Any], content: dict[str, Any]
) -> None:
    text = f"salt[{plainly(head)},{plainly(content)}]"
    assert digest(head, content, "salt") == hashlib.sha256(text.encode()).hexdigest()


def test_a_digest_is_made_as_on_the_first_day() -> None:
    head = {"seq": 4, "kind": "check_in", "day": dt.date(2026, 11, 23), "replaces": None}
    rated_at = dt.datetime(2026, 11, 23, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    content = {"low_back_now": 0.1, "flare": False, "note": "O'Brien 李", "rated_at": rated_at, "mood": 3.0}
    text = (
        'salt[{"day":"2026-11-23","kind":"check_in","seq":4},{"flare":false,"low_back_now":"0.1",'
        '"mood":"3.0","note":"O\'Brien 李","rated_at":"2026-11-23T07:30:00.000000+00:00"}]'
    )
    known = hashlib.sha256(text.encode()).hexdigest()
    assert digest(head, content, "salt") == known
    assert link("0" * 64, known) == hashlib.sha256(("0" * 64 + known).encode()).hexdigest()


def test_equal_entries_have_different_salts() -> None:
    assert len({new_salt() for _ in range(1000)}) == 1000
