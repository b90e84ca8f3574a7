"""How an athlete stands: a row a test with both sides, change, symmetry, and when it is due again."""

import datetime as dt
from collections.abc import Iterator
from html import escape

import streamlit as st

from teamback.record.clinical_words import COMPENSATIONS
from teamback.record.words import SIDES, short_day
from teamback.rounds.assessment.assessed import Assessed, RatioStanding, SideStanding, Standing
from teamback.ui.marks import GLYPHS

_HEADS = ("Test", "Left", "Right", "Sides", "Measured", "Next")


def results(told: Assessed) -> None:
    """What is there of a baseline, the tests as a table, and the ratios."""
    st.html(f'<div class="tb-story-head"><p>{_baseline(told)}</p>{_first(told)}</div>')
    if not told.standings:
        st.info("No test is recorded yet. Choose Enter tests to make a baseline.", icon=":material/info:")
        return
    heads = "".join(f"<th scope='col'>{name}</th>" for name in _HEADS)
    rows = "".join(_row(one, told.day) for one in told.standings)
    st.html(f'<table class="tb-tests"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>')
    if told.ratios:
        lines = "".join(f"<li>{_ratio(one, told.day)}</li>" for one in told.ratios)
        st.html(
            '<div class="tb-corrections"><b>Trunk ratios, advisory</b>'
            f'<ul>{lines}</ul><p class="tb-small">A band of 5 % is narrower than the error of the tests.</p>'
            "</div>"
        )


def _baseline(told: Assessed) -> str:
    if told.baseline_on is None:
        return "<b>No baseline yet.</b> Measure the baseline set while the athlete is well."
    said = f"<b>Baseline {short_day(told.baseline_on, told.day)}</b>"
    if told.baseline_due:
        word = "was due again" if told.baseline_due < told.day else "due again by"
        said += f", {word} {short_day(told.baseline_due, told.day)}"
    gaps = [test.title for tests in told.missing.values() for test in tests]
    return said + (f"<br>Not in any baseline: {escape(', '.join(gaps))}" if gaps else "")


def _first(told: Assessed) -> str:
    """What is to be seen first: changes that are more than error, and how many tests are overdue."""
    real = [
        f"{one.test.title}{f' {side.side}' if side.side else ''} {_signed(side.change)} {one.test.unit}"
        for one in told.standings
        for side in one.sides
        if side.change is not None and side.within_error is False
    ]
    late = [one.test.title for one in told.standings if one.due and one.due < told.day]
    said = [f"Beyond measurement error: <b>{escape(', '.join(real))}</b>"] if real else []
    if late:
        said.append(f"Overdue: {len(late)} of {len(told.standings)} tests")
    return "".join(f"<p>{text}</p>" for text in said)


def _row(one: Standing, day: dt.date) -> str:
    head = f"<th scope='row'>{escape(one.test.title)} <span class='tb-small'>{_unit(one)}</span></th>"
    if one.test.sides:
        cells = "".join(
            f"<td data-head='{SIDES[side.side or '']}'>{_side(one, side)}</td>" for side in one.sides
        )
    else:
        cells = f"<td colspan='2' data-head='Result'>{_side(one, one.sides[0])}</td>"
    on = short_day(one.measured_on, day) if one.measured_on else "–"
    return (
        f"<tr>{head}{cells}<td data-head='Sides'>{_sides(one)}</td>"
        f"<td data-head='Measured'>{on}</td><td data-head='Next'>{_due(one, day)}</td></tr>"
    )


def _unit(one: Standing) -> str:
    return "" if one.test.kind == "judged" else escape(one.test.unit)


def _side(one: Standing, side: SideStanding) -> str:
    if side.last is None:
        return "<span class='tb-small'>not measured</span>"
    said = [f"<b>{escape(one.test.in_words(side.last.value))}</b>"]
    small = [*_change(one, side)]
    if side.of_own_best is not None:
        small.append(f"{side.of_own_best:.0f} % of own best")
    if side.last.pain_during is not None:
        small.append(f"pain {side.last.pain_during:g}/10")
    elif one.test.pain_counts:
        small.append("pain not asked")
    small += [COMPENSATIONS.get(word, word).lower() for word in side.last.compensations]
    return "<br>".join([*said, *(f"<span class='tb-small'>{escape(text)}</span>" for text in small)])


def _change(one: Standing, side: SideStanding) -> Iterator[str]:
    if side.last and side.last.baseline:
        yield "baseline"
    if side.change is None:
        return
    if one.test.kind == "judged":
        yield f"baseline: {one.test.in_words(side.baseline.value).lower()}" if side.baseline else ""
        return
    if not round(side.change, 9):
        yield "as at baseline"
        return
    yield f"{_signed(side.change)} on baseline"
    if side.within_error is not None and one.error:
        where = "within" if side.within_error else "beyond"
        yield f"{where} measurement error ({one.error.detects:g} {one.test.unit})"


def _signed(change: float) -> str:
    return f"{change:+.3g}".replace("-", "−")


def _sides(one: Standing) -> str:
    compared = one.compared
    if compared is None:
        return "<span class='tb-small'>not known</span>" if one.test.sides else ""
    figure = f"<b>{compared.value:.0f} {compared.unit}</b>"
    if compared.unit != "%":
        words = "apart"
    elif compared.involved:
        words = f"{compared.involved} (case) of the other"
    else:
        words = "weaker of stronger"
    worse = "" if compared.worse is None else f"<br><span class='tb-small'>{compared.worse} is lower</span>"
    return f"{figure} <span class='tb-small'>{words}</span>{worse}"


def _due(one: Standing, day: dt.date) -> str:
    if one.test.sum_of:
        return "<span class='tb-small'>computed</span>"
    if one.due is None:
        known = all(side.last for side in one.sides)
        return "<span class='tb-small'>when asked for</span>" if known else "other side"
    if one.due < day:
        return (
            f"<span class='tb-flag tb-info'><i aria-hidden='true'>{GLYPHS['info']}</i>overdue</span>"
            f"<br><span class='tb-small'>since {short_day(one.due, day)}</span>"
        )
    return f"by {short_day(one.due, day)}"


def _ratio(one: RatioStanding, day: dt.date) -> str:
    word = "as expected" if one.holds else "outside"
    return (
        f"{escape(one.ratio.title)}: <b>{one.value:.2f}</b>, {word} ({one.ratio.expected}; "
        f"{escape(one.ratio.status)}: {escape(one.ratio.source)}), {short_day(one.on, day)}"
    )
