"""The training sheet of thirty athletes on paper: one A4, black on white, and the sheet alone."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from running import OpenPage, showing_demo, wait_ready
from squads import Clock
from thirty import NAMES, thirty

from teamback.store import open_store

pytestmark = pytest.mark.browser
A_POINT = 1.0


@pytest.fixture(scope="module")
def thirty_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a product with the fullest squad that has to fit a page."""
    folder = tmp_path_factory.mktemp("thirty")
    store = open_store(str(folder / "teamback.duckdb"), Clock())
    thirty(store)
    store.close()
    with showing_demo(folder / "teamback.duckdb", dt.date(2026, 11, 23), folder / "log") as url:
        yield url


def sheet(open_page: OpenPage, url: str, scheme: str = "light") -> Page:
    page = open_page(f"{url}/training_sheet?as=coach", scheme=scheme)
    expect(page.get_by_role("article")).to_contain_text("Zidane")
    wait_ready(page)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_thirty_athletes_fit_one_a4(open_page: OpenPage, thirty_url: str, scheme: str) -> None:
    paper = sheet(open_page, thirty_url, scheme).pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1
    width, height = (float(side) for side in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", paper)[0])
    assert abs(width - 595) < A_POINT
    assert abs(height - 842) < A_POINT


def test_on_paper_there_is_the_sheet_alone_in_black_on_white(open_page: OpenPage, thirty_url: str) -> None:
    page = sheet(open_page, thirty_url, "dark")
    page.emulate_media(media="print")
    for outside in ("stSidebar", "stHeader", "stSelectbox", "stDateInput", "stCaptionContainer"):
        for found in page.get_by_test_id(outside).all():
            expect(found).not_to_be_visible()
    expect(page.get_by_role("heading", name="Training sheet", level=2)).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.get_by_text("Zidane", exact=True)).to_have_css("color", "rgb(0, 0, 0)")


def test_every_name_is_there_as_typed(open_page: OpenPage, thirty_url: str) -> None:
    said = sheet(open_page, thirty_url).get_by_role("article").inner_text()
    assert not [name for name in NAMES.split() if name not in said]
