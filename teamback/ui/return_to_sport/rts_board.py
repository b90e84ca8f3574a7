"""The return-to-sport board: a column a stage; on a phone one stage at a time."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.clinic.return_to_sport.pathways import DRAFT, faults
from teamback.record.words import PROFESSIONS
from teamback.rounds.return_to_sport.return_board import Card, ReturnBoard
from teamback.ui.frame import asked_anew, tell
from teamback.ui.plain import as_typed
from teamback.ui.return_to_sport.rts_card import card_html

EVERY = ""
ALL, READY, REVIEW, LONGER, OVERRIDES = (
    *("All", "Ready to progress", "Review due"),
    *("Longer than planned", "Overrides"),
)


@dataclass(frozen=True)
class Lane:
    """The cases of one pathway; its columns are `stages`, each a number and a name.

    Who reads no pathway gets one lane without a title, with a column for each stage that somebody stands in.
    """

    key: str
    title: str
    stages: Sequence[tuple[int, str]]
    cards: Sequence[Card]
    pathway: Pathway | None = None

    def at(self, number: int, name: str) -> list[Card]:
        """The cards of one column."""
        found = [card for card in self.cards if card.case.stage == number]
        return found if self.pathway else [card for card in found if _stage_name(card) == name]


def choose(board: ReturnBoard, pathways: Mapping[str, Pathway]) -> list[Card]:
    """The counts, which filter too, the pathway (in the address) and who signs: the cards to show."""
    clinical = any(card.review for card in board.cards)
    matching = {ALL: board.cards, REVIEW: board.review_due}
    if clinical:
        longer = board.longer_than_planned
        matching = {ALL: board.cards, READY: board.ready, REVIEW: board.review_due}
        matching |= {LONGER: longer, OVERRIDES: board.overrides}
    with st.container(horizontal=True, vertical_alignment="bottom", key="rts_filters"):
        chosen = st.segmented_control(
            "Show",
            list(matching),
            default=ALL,
            required=True,
            format_func=lambda name: f"{name} {len(matching[name])}",
            label_visibility="collapsed",
            key="rts-show",
            wrap=True,
        )
        pathway = _pathway(board, pathways) if clinical else EVERY
        signer = _signer(board) if clinical else EVERY
    return [
        card
        for card in matching[chosen]
        if pathway in (EVERY, card.case.case.pathway)
        and (not signer or (card.review and signer in card.review.stage.signed_by))
    ]


def _pathway(board: ReturnBoard, pathways: Mapping[str, Pathway]) -> str:
    used = {card.case.case.pathway for card in board.cards}
    keys = [EVERY, *(key for key in pathways if key in used)]
    if (asked := asked_anew("pathway")) in keys:
        st.session_state["rts-pathway"] = asked
    chosen = st.selectbox(
        "Pathway",
        keys,
        format_func=lambda key: pathways[key].title if key else "All pathways",
        key="rts-pathway",
        label_visibility="collapsed",
        filter_mode=None,
        width=230,
    )
    tell("pathway", chosen)
    if st.query_params.get("pathway", EVERY) != chosen:
        st.query_params["pathway"] = chosen
    return chosen


def _signer(board: ReturnBoard) -> str:
    signers = sorted({word for card in board.cards if card.review for word in card.review.stage.signed_by})
    return st.selectbox(
        "Signed by",
        [EVERY, *signers],
        format_func=lambda word: f"Signed by {PROFESSIONS[word]}" if word else "Signed by anyone",
        key="rts-signer",
        label_visibility="collapsed",
        filter_mode=None,
        width=180,
    )


def lanes(cards: Sequence[Card], pathways: Mapping[str, Pathway]) -> list[Lane]:
    """The cards by pathway, the one with most cases first; for who reads no pathway, by stage alone."""
    found = []
    for key in {card.case.case.pathway for card in cards}:
        mine = [card for card in cards if card.case.case.pathway == key]
        pathway = pathways.get(key)
        if pathway:
            stages = [(stage.number, stage.name) for stage in pathway.stages]
        else:
            stages = sorted({(card.case.stage, _stage_name(card)) for card in mine})
        title = pathway.title if pathway else ""
        found.append(Lane(key, title, stages, mine, pathway))
    return sorted(found, key=lambda lane: (-len(lane.cards), lane.title))


def _stage_name(card: Card) -> str:
    return card.case.stage_name or "No stage"


def draw(
    lanes: Sequence[Lane], day: dt.date, open_case: Callable[[Card], None] | None, may_move: bool
) -> int | None:
    """Every lane with its columns; gives the number of the case whose Move was pressed."""
    here = _stage_on_a_phone(lanes)
    moved = None
    for lane in lanes:
        key = lane.key or "none"
        shown = "-here" if here[0] == lane.key else ""
        with st.container(key=f"tb-lane-{key}{shown}", gap="xsmall"):
            _head(lane, day)
            with st.container(horizontal=True, wrap=False, gap="xsmall", key=f"tb-columns-{key}"):
                for place, (number, name) in enumerate(lane.stages):
                    mine = lane.at(number, name)
                    shown = "-here" if here == (lane.key, place) else ""
                    kind = "some" if mine else "none"
                    with st.container(key=f"tb-stage-{kind}-{key}-{place}{shown}", gap="xsmall"):
                        st.html(_column_head(number, name, len(mine)))
                        for card in mine:
                            moved = _card(card, day, open_case, may_move) or moved
    return moved


def _column_head(number: int, name: str, cards: int) -> str:
    count = f' <span class="tb-count">{cards}</span>' if cards else ""
    return f'<h3 class="tb-stage-name"><span>{number}</span> {escape(name)}{count}</h3>'


def _card(card: Card, day: dt.date, open_case: Callable[[Card], None] | None, may_move: bool) -> int | None:
    with st.container(border=True, gap="xsmall", key=f"tb-case-{card.case.number}"):
        st.html(card_html(card, day))
        moved = (
            may_move
            and card.review is not None
            and st.button(
                "Move",
                key=f"move-{card.case.number}",
                width="stretch",
                help=f"Move {as_typed(card.person.known_as)}",
            )
        )
        if open_case:
            open_case(card)
    return card.case.number if moved else None


def _head(lane: Lane, day: dt.date) -> None:
    if not lane.pathway:
        return
    said = f"**{as_typed(lane.title)}** ({len(lane.cards)})"
    if lane.pathway.draft:
        said += f" :gray-badge[{DRAFT}]"
    st.markdown(said)
    for fault in faults(lane.pathway, day):
        st.caption(f":material/event_busy: {as_typed(fault.sentence)} Open cases go on.")


def _stage_on_a_phone(lanes: Sequence[Lane]) -> tuple[str, int]:
    """Which stage a phone shows: it has room for one. Wider screens show all, and hide this chooser."""
    options = {
        (lane.key, place): f"{lane.title + ': ' if lane.title else ''}{number} {name} ({count})"
        for lane in lanes
        for place, (number, name) in enumerate(lane.stages)
        if (count := len(lane.at(number, name)))
    }
    with st.container(key="rts_phone"):
        return st.selectbox(
            "Stage", list(options), format_func=options.__getitem__, key="rts-stage", filter_mode=None
        )


def nobody(filtered: bool) -> None:
    """An empty board says why, and what to do."""
    said = "No case matches. Choose All, or another pathway." if filtered else _NONE
    st.info(said, icon=":material/info:")


_NONE = "Nobody of this squad has an open case on this day. A doctor or physio opens one with “Open a case”."
