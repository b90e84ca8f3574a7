"""Where a refusal stands: beside the field it is about, with everything typed still there."""

from collections.abc import Iterable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from teamback.record.refusal import ChangedSince, Refusal
from teamback.ui.plain import as_typed


class Beside:
    """The places below a form's fields, opened while it is drawn."""

    def __init__(self) -> None:
        self._places: dict[str, DeltaGenerator] = {}

    def field(self, name: str) -> None:
        """Opens a place below the field that was drawn last."""
        self._places[name] = st.empty()

    def say(self, refusals: Iterable[Refusal]) -> None:
        """Each sentence at its field, and at the button (the place named "") that nothing was saved."""
        said: dict[str, list[str]] = {}
        for refusal in refusals:
            field = refusal.field if refusal.field in self._places else ""
            said.setdefault(field or "", []).append(refusal.sentence)
        if said and "" not in said:
            said[""] = ["Not saved yet: mend what is marked above."]
        for field, sentences in said.items():
            self._error(field, sentences)

    def _error(self, field: str, sentences: Sequence[str]) -> None:
        lines = [as_typed(sentence) for sentence in at_most(sentences)]
        self._places[field].error("  \n".join(lines), icon=":material/block:")


def refused(refusal: Refusal) -> None:
    """The sentence that refused it, in place; what was typed stays."""
    if isinstance(refusal, ChangedSince):
        return who_was_first(refusal.sentence)
    st.error(as_typed(refusal.sentence), icon=":material/block:")


def who_was_first(sentence: str) -> None:
    """Somebody changed the same subject meanwhile."""
    st.error(as_typed(sentence), icon=":material/group:")


def at_most(sentences: Sequence[str], lines: int = 5) -> list[str]:
    """The first sentences, and how many more there are."""
    more = len(sentences) - lines
    return [*sentences[:lines], *([f"And {more} more."] if more > 0 else [])]
