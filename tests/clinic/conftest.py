"""The limits of the file that the product ships."""

import pytest

from teamback.clinic.limits import LIMITS_FILE, Limits


@pytest.fixture(scope="session")
def limits() -> Limits:
    return Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))
