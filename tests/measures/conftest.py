import pytest

from tests.measures.oracle import REAL_DATA
from tests.measures.soccermon import SoccerMon, read_soccermon


@pytest.fixture(scope="session")
def soccermon() -> SoccerMon:
    if REAL_DATA is None:
        pytest.skip("TEAMBACK_REAL_DATA names no folder")
    return read_soccermon(REAL_DATA / "soccermon_team_b")
