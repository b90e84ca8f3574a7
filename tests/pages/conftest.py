"""The whole product in one process without a browser: main.py, a store in memory, and who is looking."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import squads
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from teamback import app
from teamback.app import opening
from teamback.rounds.limits_now import bring_into_force
from teamback.settings import Settings
from teamback.store import Store
from tests.fresh_stores import in_memory

MAIN = Path(__file__).parents[2] / "teamback" / "main.py"
OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def installed_once() -> Iterator[None]:
    """Streamlit looks through every installed package for components at each AppTest: here once."""
    scan = manifest_scanner.scan_component_manifests
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(scan))
        yield


@pytest.fixture
def store(clock: squads.Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The one store of the product while a test runs, empty; the demo's "view as" chooses who is here."""
    app.close_store()
    st.cache_resource.clear()
    with in_memory(clock) as made:
        bring_into_force(made, squads.MONDAY)
        monkeypatch.setattr(opening, "_open", [made])
        said = Settings(demo=True)
        for room in (app, opening):
            monkeypatch.setattr(room, "settings", lambda: said)
        yield made


@pytest.fixture
def open_page(store: Store) -> OpenPage:
    """Opens a page as somebody: `open_page("squad/readiness", who="physio", day="2026-11-20")`."""

    def opened(page: str, who: str = "physio", **address: str) -> AppTest:
        at = AppTest.from_file(str(MAIN), default_timeout=30)
        for name, value in {"as": who, **address}.items():
            at.query_params[name] = value
        file = f"../pages/{page}.py"
        at.switch_page(file)  # by its name: before the first run Streamlit knows no page
        at.run()
        at.switch_page(file)  # raises ValueError when this person has no such page
        assert not at.exception, at.exception[0].message
        return at

    return opened
