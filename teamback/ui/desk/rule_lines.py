"""Rules and limits as lines: the sentence, then the figures it reads, each with who stands behind it."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from teamback.clinic.limits import Limit, Limits
from teamback.record.words import short_day
from teamback.rounds.rules_in_force import Rule

_HOUSE = "house rule"


def status_chip(status: str) -> str:
    """Published, practice or house rule, as a word in a frame; a house rule is framed twice as strong."""
    mark = " tb-house" if status == _HOUSE else ""
    return f'<span class="tb-status{mark}">{escape(status)}</span>'


def behind(source: str, status: str, checked: str = "") -> str:
    """The source of a line, its status, and who checked it."""
    by = f" {escape(checked[:1].upper() + checked[1:])}." if checked else ""
    return f'<div class="tb-small">{escape(source)} {status_chip(status)}{by}</div>'


def due(next_review: dt.date, today: dt.date) -> str:
    """When a line is looked at again, in words."""
    day = short_day(next_review, today)
    return f"review was due {day}" if next_review < today else f"next review {day}"


def rules(rules_now: Sequence[Rule], limits: Limits, today: dt.date) -> None:
    """Every group of rules, each rule with its limits; then the limits of what is counted beforehand."""
    house = sum(limit.status == _HOUSE for limit in limits)
    counted = f"<b>{len(limits.entries)}</b> limits, <b>{house}</b> of them house rules"
    said = f"<span><b>{len(rules_now)}</b> rules</span><span>{counted}</span>"
    st.html(f'<div class="tb-strip">{said}<span>version {escape(limits.version)}</span></div>')
    for group, inside in groupby(rules_now, key=lambda rule: rule.group):
        with st.expander(group, expanded=group == rules_now[0].group):
            st.html("".join(_rule(rule, today) for rule in inside))
    read = {limit.name for rule in rules_now for limit in rule.limits}
    others = [limit for limit in limits if limit.name not in read]
    with st.expander("What is counted before a rule is asked"):
        st.html("".join(f'<div class="tb-rule">{_limit(limit, today)}</div>' for limit in others))


def _rule(rule: Rule, today: dt.date) -> str:
    checked = f"{rule.checked_by}; {due(rule.next_review, today)}" if rule.next_review else ""
    own = behind(rule.source, rule.status, checked) if rule.source else ""
    limits = "".join(_limit(limit, today) for limit in rule.limits)
    head = f'<span class="tb-rule-id">{escape(rule.id)}</span> {escape(rule.says)}'
    return f'<div class="tb-rule"><div>{head}</div>{own}{limits}</div>'


def _limit(limit: Limit, today: dt.date) -> str:
    checked = f"{limit.checked_by}; {due(limit.next_review, today)}"
    figure = f"<b>{limit.value:g}</b> {escape(limit.unit)}".replace("</b> /", "</b>/")
    return (
        f'<div class="tb-limit"><div>{figure}</div><div>{escape(limit.says)}</div>'
        f"{behind(limit.cited, limit.status, checked)}</div>"
    )
