"""The warning signs: one tap when there are none, and a second tap that confirms a yes that is urgent."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

import streamlit as st

from teamback.clinic.urgent.red_flags import Answers, RedFlags
from teamback.clinic.urgent.red_flags_file import in_force
from teamback.record.clinical_words import SETS_OUT
from teamback.record.events import RedFlagScreen
from teamback.ui.plain import as_typed

QUESTION = "Is any of this new since your last check-in?"
TO_STAFF = "Is any of this new?"
CONFIRM = "Yes, this is new: confirm"
NOBODY_WATCHES = "Nobody may be watching this screen."
_NONE, _SOME = "none", "some"
_FIRST = {_NONE: "None of these", _SOME: "Yes, or not sure"}
_ANSWERS = {"yes": "Yes", "no": "No", "unsure": "Not sure"}


def ask(
    key: str, staff: bool = False, with_background: bool = False, background: RedFlagScreen | None = None
) -> Answers:
    """What is answered at the moment; `background` is what staff recorded before about the past."""
    flags = in_force()
    question = TO_STAFF if staff else QUESTION
    st.markdown(f"**{question}**")
    listed = st.empty()
    first = _choose(question, _FIRST, f"signs-{key}")
    if first != _SOME:
        listed.html(f'<ul class="tb-signs">{"".join(f"<li>{escape(i.says)}</li>" for i in flags.items)}</ul>')
    past = _background(key, flags, background) if with_background else None
    keys = [item.key for item in flags.items]
    if first == _NONE:
        return Answers(no=tuple(keys), background=past)
    if first != _SOME:
        return Answers(open=tuple(keys), background=past)
    said = {item.key: _choose(item.says, _ANSWERS, f"{item.key}-{key}", hidden=False) for item in flags.items}
    rest = _choose("All others", {"no": "No to all others"}, f"rest-{key}", hidden=False)
    return _answers({name: answer or rest for name, answer in said.items()}, past)


def _answers(said: Mapping[str, str | None], past: Answers | None = None) -> Answers:
    def with_answer(answer: str | None) -> tuple[str, ...]:
        return tuple(name for name, given in said.items() if given == answer)

    return Answers(with_answer("yes"), with_answer("no"), with_answer("unsure"), with_answer(None), past)


def _background(key: str, flags: RedFlags, was: RedFlagScreen | None) -> Answers:
    """The questions about the past, asked once: what was recorded is there to be mended."""
    with st.expander("Asked once: the athlete's background", expanded=was is None):
        said = {}
        for name, says in flags.background:
            before = next((a for a, keys in _kept(was).items() if name in keys), None)
            said[name] = _choose(says, _ANSWERS, f"{name}-{key}", hidden=False, value=before)
    found = _answers(said)
    return Answers() if was and _kept(was) == _kept_of(found) else found


def _kept(was: RedFlagScreen | None) -> dict[str, set[str]]:
    return {"yes": set(was.yes), "no": set(was.no), "unsure": set(was.unknown)} if was else {}


def _kept_of(found: Answers) -> dict[str, set[str]]:
    return {"yes": set(found.yes), "no": set(found.no), "unsure": {*found.unsure, *found.open}}


def _choose(
    question: str, words: Mapping[str, str], key: str, hidden: bool = True, value: str | None = None
) -> str | None:
    return st.segmented_control(
        question,
        list(words),
        default=value,
        format_func=words.__getitem__,
        key=f"tb-word-{key}",
        label_visibility="collapsed" if hidden else "visible",
        width="stretch",
    )


def confirm(key: str, answers: Answers) -> bool:
    """Names an urgent yes and asks for the second tap; True once it came."""
    flags = in_force()
    urgent = answers.to_confirm(flags)
    if not urgent:
        return False
    said = "; ".join(item.says for item in flags.items if item.key in urgent)
    st.error(
        f"You said yes to: **{as_typed(said)}**. Is this new? It can be urgent. "
        "If you are not sure, ring the team doctor or the emergency number.",
        icon=":material/emergency:",
    )
    return st.button(CONFIRM, type="primary", width="stretch", key=f"tb-confirm-{key}")


def emergency(rules: Sequence[str], phone: str | None) -> None:
    """What an athlete has to do now, plainly; the most urgent rule speaks first."""
    flags = in_force()
    spoken = [rule for rule in flags.rules if rule in rules and rule in SETS_OUT]
    if not spoken:
        return
    call = f"Call {phone} now: your club's medical staff." if phone else "Ring the team doctor now."
    texts = "  \n".join(as_typed(flags.rules[rule].athlete) for rule in spoken)
    _in_view(
        f"**{'Go to hospital now' if spoken[0] == 'ES1' else 'See a doctor today'}**  \n{texts}  \n"
        f"**{NOBODY_WATCHES} {as_typed(call)}**"
    )


def _in_view(text: str) -> None:
    """A box that stays in view however far the page is scrolled."""
    with st.container(key="tb-urgent"):
        st.error(text, icon=":material/emergency:")


def to_staff(rules: Sequence[str]) -> None:
    """What staff read who entered it for an athlete: what has to happen now."""
    flags = in_force()
    says = [f"{flags.rules[rule].title}: {flags.rules[rule].task}." for rule in rules if rule in flags.rules]
    if says:
        _in_view("  \n".join(as_typed(said) for said in says))


def form(
    key: str, athlete: int, day: date, asked_by: str, background: RedFlagScreen | None
) -> list[RedFlagScreen] | None:
    """The whole screen as staff record it; gives the entries to keep once Save or the confirmation came."""
    answers = ask(key, staff=True, with_background=True, background=background)
    confirmed = confirm(key, answers)
    urgent = bool(answers.to_confirm(in_force()))
    left = len(answers.open)
    if left and answers.begun:
        st.caption(f"{left} not answered: kept as not known, and asked again.")
    label = "Save, not confirmed" if urgent else "Save"
    missing = "Answer at least one question." if not answers.begun else None
    pressed = st.button(
        label,
        type="secondary" if urgent else "primary",
        disabled=bool(missing),
        help=missing,
        key=f"go-{key}",
    )
    if not (pressed or confirmed):
        return None
    return answers.screens(athlete, day, confirmed, asked_by)
