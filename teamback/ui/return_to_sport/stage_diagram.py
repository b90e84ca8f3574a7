"""A pathway drawn from its data: its stages in a row, and for each what has to hold before the next."""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from teamback.clinic.return_to_sport.pathway import Criterion, Pathway, Stage
from teamback.clinic.return_to_sport.pathway_criterion import ADVISORY
from teamback.clinic.return_to_sport.pathway_words import threshold_words, window_words
from teamback.clinic.return_to_sport.pathways import DRAFT, faults
from teamback.record.clinical_words import NATURES, REGIONS
from teamback.record.words import PROFESSIONS, how_many
from teamback.ui.desk.rule_lines import behind, due
from teamback.ui.marks import chip

_KINDS = {"clinician": "judged by a clinician", ADVISORY: "advice, never in the way"}


def choose(pathways: Mapping[str, Pathway]) -> Pathway:
    """The pathway in view."""
    chosen = st.selectbox(
        "Pathway",
        list(pathways),
        format_func=lambda key: (
            pathways[key].title + (f" ({DRAFT.split(':')[0]})" if pathways[key].draft else "")
        ),
        key="rules-pathway",
        filter_mode=None,
        width=340,
    )
    return pathways[chosen]


def draw(pathway: Pathway, today: dt.date) -> None:
    """Who stands behind the pathway, its stages in a row, and each stage with its criteria."""
    if pathway.draft:
        st.warning(DRAFT.capitalize() + ". Its figures are examples.", icon=":material/edit_note:")
    for fault in faults(pathway, today):
        st.warning(
            f"{fault.sentence} Open cases go on; no new case can be opened.", icon=":material/event_busy:"
        )
    st.html(_about(pathway, today))
    st.html(diagram(pathway))
    for stage in pathway.stages:
        with st.expander(
            f"{stage.number} {stage.name}: {how_many(len(stage.criteria), 'criterion', 'criteria')}"
        ):
            st.html(_stage(stage))
            st.html("".join(_criterion(one, stage) for one in stage.criteria))


def _about(pathway: Pathway, today: dt.date) -> str:
    natures = ", ".join(NATURES[word] for word in pathway.natures)
    regions = ", ".join(REGIONS[letter] for letter in pathway.regions)
    said = f"{natures}: {regions}.".capitalize()
    checked = f"{pathway.checked_by}; {due(pathway.next_review, today)}"
    stands = behind(pathway.source, pathway.status, checked)
    return f'<div class="tb-rule"><div>{escape(said)}</div>{stands}</div>'


def diagram(pathway: Pathway) -> str:
    """The stages as boxes with an arrow from each to the next; below each other on a phone."""
    boxes = "".join(_box(stage) for stage in pathway.stages)
    return f'<div class="tb-stages" role="list" aria-label="Stages of {escape(pathway.title)}">{boxes}</div>'


def _box(stage: Stage) -> str:
    figures = [
        how_many(stage.min_days, "day") + " or more" if stage.min_days else "",
        how_many(stage.sessions, "session") + " or more" if stage.sessions else "",
        "no load ceiling" if stage.load_ceiling is None else f"load up to {stage.load_ceiling:g} %",
        "" if stage.rpe_ceiling is None else f"RPE up to {stage.rpe_ceiling:g} (advice)",
        how_many(len(stage.criteria), "criterion", "criteria"),
        f"signed by {_signers(stage.signed_by)}",
        "" if stage.may_be_passed else "never passed over",
    ]
    lines = "".join(f"<div>{escape(text)}</div>" for text in figures if text)
    head = f'<span class="tb-stage-number">{stage.number}</span><b>{escape(stage.name)}</b>'
    box = f'<div class="tb-stage-head">{head}</div>{chip(stage.availability)}'
    return f'<div class="tb-stage" role="listitem">{box}<div class="tb-stage-figures">{lines}</div></div>'


def _signers(signed_by: Sequence[str]) -> str:
    return " or ".join(PROFESSIONS[word] for word in signed_by)


def _stage(stage: Stage) -> str:
    rows = {
        "Aim": stage.aim,
        "Allowed": stage.allowed,
        "Not allowed": stage.not_allowed,
        "Phase": stage.bern_phase,
    }
    said = "".join(f"<div><b>{name}</b> {escape(text)}</div>" for name, text in rows.items())
    return f'<div class="tb-rule">{said}{behind(stage.source, stage.status)}</div>'


def _criterion(one: Criterion, stage: Stage) -> str:
    window = next(one.parts()).window
    held = ", ".join(text for text in (threshold_words(one, stage), window_words(window)) if text)
    about = "; ".join(text for text in (held, _KINDS.get(one.kind, ""), _from(one)) if text)
    return (
        f'<div class="tb-rule"><div><span class="tb-rule-id">{escape(one.id)}</span> {escape(one.says)}'
        f' <span class="tb-small">({escape(about)})</span></div>{behind(one.source, one.status)}</div>'
    )


def _from(one: Criterion) -> str:
    return f"asked from day {one.from_case_day} of the case" if one.from_case_day else ""
