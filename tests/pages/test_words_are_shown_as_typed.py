"""What people typed is text: nowhere does a star, a bracket or a colon of theirs become markdown."""

import re
from collections.abc import Callable, Iterator

import pytest
from canaries import Canaries, sow
from squads import MONDAY
from streamlit.testing.v1 import AppTest

from teamback.record.event import Event
from teamback.record.events import AthleteNamed
from teamback.record.pages import MENU, may_open
from teamback.record.scope import Scope
from teamback.store import Store

OpenPage = Callable[..., AppTest]
UNESCAPED = re.compile(r"(?<!\\)\*CANARY")
PLAIN = {"text_input", "text_area", "html", "arrow_data_frame", "selectbox", "multiselect"}
"""What shows a text as it is; only their labels are markdown."""


def markdown_of(page: AppTest) -> Iterator[str]:
    """Everything on the page that Streamlit reads as markdown."""
    for node in page._tree:
        proto = getattr(node, "proto", None)
        yield from (getattr(proto, "label", ""), getattr(proto, "help", ""))
        if node.type not in PLAIN:
            body = getattr(proto, "body", "")
            options = getattr(proto, "options", ())
            yield from (body, *(str(getattr(option, "content", option)) for option in options))


@pytest.fixture
def starred(store: Store, monkeypatch: pytest.MonkeyPatch) -> Canaries:
    """A squad whose every text begins with a word between stars."""

    def text(self: Canaries, kind: type[Event], name: str) -> str:
        self.sown[f"{kind.kind}.{name}"] = (b"*CANARY*",)
        return f"*CANARY* {kind.kind} {name}"

    monkeypatch.setattr(Canaries, "text", text)
    planted = sow(store)
    named = AthleteNamed(day=MONDAY, athlete=1, home="first", known_as="*CANARY* Kari")
    store.keep([named], Scope("*CANARY* Dana", "physio", "clinician"))
    return planted


@pytest.mark.parametrize(
    ("who", "role"), [("physio", "clinician"), ("s_and_c", "performance"), ("doctor", "lead")]
)
def test_on_no_page(store: Store, open_page: OpenPage, starred: Canaries, who: str, role: str) -> None:
    found: dict[str, list[str]] = {}
    for entry in MENU:
        if may_open(role, entry.file):
            page = open_page(entry.file, who=who, athlete="1")
            if wrong := [text for text in markdown_of(page) if UNESCAPED.search(text)]:
                found[entry.file] = wrong
    assert found == {}
