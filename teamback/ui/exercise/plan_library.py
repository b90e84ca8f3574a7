"""The exercise library: found by stage, pattern, pillar, equipment, region, or free of pain."""

from collections.abc import Callable, Collection, Mapping, Sequence

import streamlit as st

from teamback.clinic.exercise.exercises import LAST_STAGE, Exercise
from teamback.record.clinical_words import PILLARS
from teamback.record.exercise_words import EQUIPMENT, PARTS, PATTERNS
from teamback.rounds.exercise.programme import exercises
from teamback.ui.exercise.plan_words import about, title_of
from teamback.ui.plain import as_typed


def pick(key: str, stage: int, planned: Collection[str], add: Callable[[str], None]) -> None:
    """The way to an exercise, and the button that adds it."""
    with st.expander(
        "Add from the library", icon=":material/add:", expanded=not planned, key=f"tb-library-{key}"
    ):
        found = [exercise for exercise in _found(key, stage) if exercise.key not in planned]
        chosen = st.selectbox(
            f"Exercise ({len(found)} fit)",
            [exercise.key for exercise in found],
            index=None,
            format_func=lambda name: f"{title_of(name)} · stage {exercises()[name].stage_min}",
            placeholder="Choose an exercise",
            key=f"tb-lib-{key}",
        )
        if chosen is not None:
            _shown(exercises()[chosen])
            st.button(
                "Add to the plan",
                icon=":material/add:",
                key=f"tb-add-{key}-{chosen}",
                on_click=add,
                args=(chosen,),
            )


def _found(key: str, stage: int) -> Sequence[Exercise]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        up_to = st.selectbox(
            "Up to stage", list(range(LAST_STAGE + 1)), index=stage, key=f"tb-lib-stage-{key}", width=110
        )
        pattern = _filter("Pattern", PATTERNS, key)
        pillar = _filter("Pillar", PILLARS, key)
        region = _filter("Region", PARTS, key)
        equipment = _filter("Equipment", EQUIPMENT, key)
        gentle = st.toggle("Pain-free only", key=f"tb-lib-gentle-{key}")
    return [
        exercise
        for exercise in exercises().values()
        if exercise.stage_min <= up_to
        and pattern in (None, exercise.pattern)
        and pillar in (None, exercise.pillar)
        and region in (None, exercise.region)
        and (equipment is None or equipment in exercise.equipment)
        and (exercise.pain_free or not gentle)
    ]


def _filter(label: str, words: Mapping[str, str], key: str) -> str | None:
    return st.selectbox(
        label,
        list(words),
        index=None,
        format_func=words.__getitem__,
        placeholder="All",
        key=f"tb-lib-{label}-{key}",
        width=170,
    )


def _shown(exercise: Exercise) -> None:
    """What an exercise is, before it is added."""
    lines = [about(exercise), *(f"- {cue}" for cue in exercise.cues)]
    instead = ", ".join(title_of(name) for name in exercise.substitutes)
    lines.append(f"When it hurts: {instead}.")
    st.markdown("\n\n".join(("- " + as_typed(x[2:])) if x.startswith("- ") else as_typed(x) for x in lines))
