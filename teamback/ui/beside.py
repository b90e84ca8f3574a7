"""Where a refusal stands: beside the field it is about, with everything typed still there."""

from collections.abc import Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from teamback.record.refusal import Refusal
from teamback.ui.plain import as_typed

_ICON = ":material/block:"


class Beside:
    """The places below a form's fields, opened while it is drawn."""

    def __init__(self) -> None:
        self._places: dict[str, DeltaGenerator] = {}

    def field(self, name: str) -> None:
        """Opens a place below the field that was drawn last."""
        self._places[name] = st.empty()

    def say(self, refusals: Iterable[Refusal]) -> None:
        """Each sentence at its field; one about no field in particular stands here."""
        for refusal in refusals:
            place = self._places.get(refusal.field or "")
            (place or st).error(as_typed(refusal.sentence), icon=_ICON)
