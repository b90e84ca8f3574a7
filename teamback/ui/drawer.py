"""One panel beside a page: what is open in it, until something was saved or the panel is left."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from teamback.ui.plain import as_typed


def key(page: str, batch: int) -> str:
    """For the widgets that open the panel: new after each saving and closing, so that none stays chosen."""
    return f"{page}-{batch}-{st.session_state.get(f'{page}-closed', 0)}"


def what_is_open(page: str, batch: int, asked: Any) -> Any:
    """What was asked for last, None when nothing is open; a saving (another `batch`) closes the panel."""
    if asked is not None:
        st.session_state[f"{page}-open"] = (asked, batch)
    what, then = st.session_state.get(f"{page}-open", (None, batch))
    return what if then == batch else None


def draw(page: str, title: str, content: Callable[..., None], *about: Any) -> None:
    """The panel with what it shows; typing in it runs the panel alone."""

    def left() -> None:
        st.session_state.pop(f"{page}-open", None)
        st.session_state[f"{page}-closed"] = st.session_state.get(f"{page}-closed", 0) + 1

    st.dialog(as_typed(title), position="right", width="medium", on_dismiss=left)(content)(*about)
