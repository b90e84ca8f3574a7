"""A physio comes in through the club's own sign-in, in a real browser with a real provider, and out again."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from running import serving, wait_ready
from squads import a_squad

from teamback.store import open_store
from tests.server.provider import CLIENT, SECRET, running_provider

pytestmark = pytest.mark.browser
ROLES = {"medical": {"role": "clinician", "profession": "physio", "squads": ["first"]}}


def test_there_and_back_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "teamback.duckdb"))
    a_squad(store, "Kari")
    store.close()
    with running_provider() as provider:
        provider.person = {
            "sub": "7",
            "name": "Dana Berg",
            "email": "dana@club.example",
            "groups": ["medical"],
        }
        settings = {
            "TEAMBACK_OIDC_METADATA": f"{provider.url}/.well-known/openid-configuration",
            "TEAMBACK_OIDC_CLIENT_ID": CLIENT,
            "TEAMBACK_OIDC_CLIENT_SECRET": SECRET,
            "TEAMBACK_OIDC_NAME": "Club FC",
            "TEAMBACK_OIDC_ROLES": json.dumps(ROLES),
        }
        with serving(tmp_path / "teamback.duckdb", tmp_path / "log", **settings) as url:
            page = browser.new_context(locale="en-GB").new_page()
            page.goto(f"{url}/load?squad=first")
            page.get_by_role("link", name="Sign in with Club FC").click()
            expect(page.get_by_role("heading", name="Load", exact=True)).to_be_visible()
            expect(page.get_by_text("Dana Berg, physio")).to_be_visible()
            wait_ready(page)
            assert page.url.startswith(f"{url}/load?squad=first")
            page.goto(f"{url}/account")
            expect(page.get_by_text("Another password")).to_have_count(0)
            page.get_by_role("button", name="Sign out", exact=True).click()
            expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
            page.goto(f"{url}/load")
            expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
            page.context.close()
