"""The form of a decision about a stage: it gives what was typed and decides nothing."""

from dataclasses import dataclass

import streamlit as st

from teamback.clinic.return_to_sport.moves import OVERRIDE, REASON_LENGTH
from teamback.clinic.return_to_sport.setbacks import Setback
from teamback.record.clinical_words import OUTCOMES
from teamback.record.words import PROFESSIONS
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.ui.plain import as_typed
from teamback.ui.return_to_sport.rts_card import proposal

_DO = {"progress": "Move on", "hold": "Hold", "step_back": "Step back", "clear": "Clear"}
_ALL_MET = "Every criterion is met."
_NOT_ALL_MET = "Not every criterion is met yet."
_JUDGED = "Clinical judgement."
_FILLED_IN = ("", _ALL_MET, _NOT_ALL_MET, _JUDGED)


@dataclass(frozen=True)
class Typed:
    """A decision as typed; `outcome` is asked when the case is cleared."""

    what: str
    to_stage: int
    reason: str
    override: bool = False
    counted_anew: bool = False
    outcome: str | None = None


def ask(key: str, review: CaseReview, profession: str) -> Typed:
    """What is typed at the moment. A setback that proposes something fills it in with one tap."""
    choices = _choices(review)
    for setback in review.setbacks:
        _setback(key, review, setback, setback.proposes in choices)
    if f"{key}-reason" not in st.session_state:
        st.session_state[f"{key}-reason"] = _ALL_MET if review.ready else ""
    what = st.segmented_control(
        "Decision",
        choices,
        default=choices[0],
        required=True,
        format_func=_DO.__getitem__,
        key=f"{key}-what",
        on_change=_another_decision,
        args=(key, review.ready, choices[0]),
    )
    to_stage = _to_stage(key, review, what)
    anew = what == "hold" and st.checkbox("Count days and sessions in the stage anew", key=f"{key}-anew")
    outcome = _outcome(key) if what == "clear" else None
    reason = st.text_input("Reason", key=f"{key}-reason", max_chars=REASON_LENGTH, help=_REASON)
    return Typed(what, to_stage, reason, _override(key, review, what, to_stage, profession), anew, outcome)


_REASON = "It stays with the decision, for the medical staff."


def _choices(review: CaseReview) -> list[str]:
    """What may be decided here, the way onward first."""
    back = ["step_back"] if review.stage.number else []
    return ["clear" if review.at_the_end else "progress", "hold", *back]


def _another_decision(key: str, ready: bool, onward: str) -> None:
    """The reason that was filled in goes with the decision it was filled in for; what was typed stays."""
    reason, what = st.session_state[f"{key}-reason"], st.session_state[f"{key}-what"]
    if reason in _FILLED_IN:
        onwards, hold = (_ALL_MET, _JUDGED) if ready else ("", _NOT_ALL_MET)
        fits = {onward: onwards, "hold": hold, "step_back": _JUDGED}
        st.session_state[f"{key}-reason"] = fits.get(what, "")


def _setback(key: str, review: CaseReview, setback: Setback, possible: bool) -> None:
    def take() -> None:
        st.session_state[f"{key}-what"] = setback.proposes
        if setback.proposes == "hold":
            st.session_state[f"{key}-anew"] = setback.counted_anew
        else:
            st.session_state[f"{key}-to-step_back"] = review.stage.number - 1
        if st.session_state.get(f"{key}-reason", "") in _FILLED_IN:
            st.session_state[f"{key}-reason"] = setback.says[:REASON_LENGTH]

    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{proposal(review, setback)}.** {as_typed(setback.says)}")
        st.caption(f"{as_typed(setback.proposed)} · rule {setback.rule}, house rule")
        if possible:
            st.button(
                f"Fill in: {_DO[setback.proposes or ''].lower()}", key=f"{key}-{setback.rule}", on_click=take
            )


def _to_stage(key: str, review: CaseReview, what: str) -> int:
    """The stage it leads to: chosen where there are several, the nearest first."""
    here, pathway = review.stage.number, review.pathway
    if what in ("hold", "clear"):
        return here
    stages = list(pathway.next_stages(here)) if what == "progress" else list(range(here - 1, -1, -1))
    return st.selectbox(
        "To stage",
        stages,
        format_func=lambda number: f"{number} {pathway[number].name}",
        key=f"{key}-to-{what}",
        filter_mode=None,
    )


def _outcome(key: str) -> str | None:
    chosen: str | None = st.selectbox(
        "How it ended",
        ["recovered", "recurring"],
        index=None,
        format_func=OUTCOMES.__getitem__,
        placeholder="Choose",
        key=f"{key}-outcome",
        filter_mode=None,
    )
    return chosen


def _override(key: str, review: CaseReview, what: str, to_stage: int, profession: str) -> bool:
    """Asked only where something is in the way, and only of whoever may override it."""
    if what not in ("progress", "clear"):
        return False
    verdicts = review.verdicts_to(to_stage) if what == "progress" else review.verdicts
    unmet = sum(not verdict.passes for verdict in verdicts)
    if not unmet:
        return False
    many = "1 criterion that is not met" if unmet == 1 else f"{unmet} criteria that are not met"
    if profession not in OVERRIDE:
        st.caption(f"An override is signed by: {', '.join(PROFESSIONS[word] for word in OVERRIDE)}.")
        return False
    return st.checkbox(f"Override {many}", key=f"{key}-override", help=_OVERRIDE)


_OVERRIDE = "The mark stays on card and story until these criteria are met."
