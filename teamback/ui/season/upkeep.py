"""What keeps an athlete well, drawn: what they do alone, what was changed, what comes round again."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from teamback.clinic.season.entries import SECTIONS
from teamback.record.event import Event
from teamback.record.kept import Kept
from teamback.record.pain_words import ACTIVITY_CHANGES, TECHNIQUES
from teamback.record.words import short_day, who
from teamback.rounds.season.changes import Change
from teamback.rounds.season.due import Due
from teamback.rounds.season.upkeep import HOW_TICKED, Upkeep
from teamback.ui.plain import as_typed
from teamback.ui.season.upkeep_words import change_in_words, check_in_in_words, review_in_words, when

Offer = Callable[[Kept[Event]], None]
"""Draws the buttons beside an entry."""


def alone(upkeep: Upkeep) -> None:
    """The self-management plan as the athlete reads it; changes, cues, the last check-in without its note."""
    lines = _sections(upkeep)
    lines += [f"**For now** {as_typed(change_in_words(one, upkeep.day))}" for one in upkeep.holding]
    lines += [
        f"**{TECHNIQUES.get(kept.event.technique, 'Technique')}** {as_typed(kept.event.cues)}"
        for kept in upkeep.techniques
        if kept.event.cues
    ]
    if upkeep.check_ins:
        seen = replace(upkeep.check_ins[0].event, note=None)
        said = check_in_in_words(seen, upkeep.day)
        lines.append(f"**Check-in {short_day(seen.day, upkeep.day)}** {as_typed(said)}")
    if lines:
        with st.container(border=True, gap="small"):
            st.markdown(":material/self_improvement: **On your own**")
            st.markdown("  \n".join(lines))


def _sections(upkeep: Upkeep) -> list[str]:
    if upkeep.plan is None:
        return []
    plan = upkeep.plan.event
    said = [
        f"**{label}** {as_typed(text)}" for name, label in SECTIONS.items() if (text := getattr(plan, name))
    ]
    easy = [ACTIVITY_CHANGES[word] for word in plan.avoid if word in ACTIVITY_CHANGES]
    return said + ([f"**Go easy** {'; '.join(easy)}"] if easy else [])


def plan(upkeep: Upkeep) -> None:
    """The self-management plan for staff, with the share of days it was ticked."""
    if upkeep.plan is None:
        st.info("There is no self-management plan yet.", icon=":material/info:")
        return
    kept = upkeep.plan
    st.markdown("  \n".join(_sections(upkeep)))
    st.caption(f"Since {short_day(kept.event.day, upkeep.day)}, {as_typed(who(kept.recorded_by))}")
    boxes = "".join(
        _box(SECTIONS[one.section], one.done, one.answered, one.unanswered) for one in upkeep.ticked
    )
    st.html(f'<div class="tb-kept-up">{boxes}</div>')
    st.caption(HOW_TICKED)


def _box(title: str, done: int, answered: int, unanswered: int) -> str:
    share = f"{100 * done / answered:.0f} %" if answered else "–"
    said = f"{done} of {answered} days" if answered else "not answered yet"
    open_ones = f" · {unanswered} not answered" if answered and unanswered else ""
    return f"<div><span>{escape(title)}</span><b>{share}</b><small>{said}{open_ones}</small></div>"


def changes(upkeep: Upkeep, key: str) -> Change | None:
    """The changes that hold, each with a way to end it, then those that ended; gives the one to end."""
    asked = None
    if not upkeep.changes:
        st.caption("No change has been recorded.")
    for one in upkeep.holding:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            sign = ":material/notification_important: " if one.passed(upkeep.day) else ""
            said = [f"{sign}{as_typed(change_in_words(one, upkeep.day))}", *_why(one)]
            st.markdown("  \n".join(said), width="stretch")
            if st.button("End or keep it", key=f"{key}-end-{one.began.seq}"):
                asked = one
    ended = [one for one in upkeep.changes if not one.holds]
    if ended:
        with st.expander(f"Ended ({len(ended)})"):
            st.markdown("\n".join(f"- {as_typed(change_in_words(one, upkeep.day))}" for one in ended))
    return asked


def _why(one: Change) -> list[str]:
    said = [one.began.event.reason, f"Entered by {who(one.began.recorded_by)}"]
    return [f":gray[{as_typed(' · '.join(part for part in said if part))}]"]


def due(found: Sequence[Due], day: dt.date) -> None:
    """What is overdue for an athlete first, then what comes."""
    if not found:
        return _nothing_due()
    rows = "".join(_due_row(one, day, "") for one in found)
    st.html(f'<div class="tb-criteria tb-due">{rows}</div>')


def due_in_squad(found: Sequence[Due], day: dt.date, go_to: Callable[[int], None]) -> None:
    """The same of everybody, each with a way to the athlete: `go_to` is called with their number."""
    if not found:
        return _nothing_due()
    with st.container(gap=None):
        for one in found:
            with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
                row = _due_row(one, day, f"<b>{escape(one.who.known_as)}</b> ")
                st.html(f'<div class="tb-criteria tb-due">{row}</div>', width="stretch")
                key = f"tb-due-{one.what}-{one.cause}"
                st.button("Open", key=key, on_click=go_to, args=(one.who.athlete,), type="tertiary")


def _nothing_due() -> None:
    st.caption("Nothing is due within the next 14 days.")


def _due_row(one: Due, day: dt.date, name: str) -> str:
    late = one.overdue(day) > 0
    sign = f"<i>{'!' if late else ''}</i>{escape(when(one, day))}"
    about = f' <span class="tb-small">{escape(one.about)}</span>' if one.what == "temporary" else ""
    mark = "tb-verdict tb-open" if late else "tb-verdict"
    said = f"<span>{name}{escape(one.title)}{about}</span>"
    return f'<div class="tb-criterion"><span class="{mark}">{sign}</span>{said}</div>'


def history(upkeep: Upkeep, offer: Offer, reads_check_ins: bool) -> None:
    """What was looked at, newest first: check-ins of a clinician, and techniques."""
    if reads_check_ins:
        _entries(
            "Check-ins",
            [(kept, check_in_in_words(kept.event, upkeep.day)) for kept in upkeep.check_ins],
            upkeep.day,
            offer,
        )
    _entries(
        "Techniques",
        [(kept, review_in_words(kept.event, upkeep.day)) for kept in upkeep.reviews],
        upkeep.day,
        offer,
    )


def _entries(title: str, entries: Sequence[tuple[Kept[Event], str]], day: dt.date, offer: Offer) -> None:
    st.markdown(f"**{title}: {len(entries)}**")
    for kept, said in entries:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            by = as_typed(f"Entered by {who(kept.recorded_by)}")
            line = f"**{short_day(kept.event.day, day)}** {as_typed(said)}  \n:gray[{by}]"
            st.markdown(line, width="stretch")
            offer(kept)
