"""Questions answered with one exact tap: 0 to 10, a few words, yes or no. Nothing is chosen beforehand."""

from collections.abc import Mapping, Sequence

import streamlit as st

ZERO_TO_TEN = range(11)
IGNORE, RERUN = "ignore", "rerun"


def zero_to_ten(
    question: str, words: Mapping[int, str], key: str, value: float | None = None, then: str = IGNORE
) -> float | None:
    """Eleven buttons in two rows; `words` stand on the buttons they explain.

    `then` is RERUN where the answer brings more questions. A recorded score between the steps shows none.
    """
    chosen = st.segmented_control(
        question,
        list(ZERO_TO_TEN),
        default=int(value) if value in ZERO_TO_TEN and value is not None else None,
        required=True,
        format_func=lambda score: f"{score} :small[{words[score]}]" if score in words else str(score),
        key=f"tb-tens-{key}",
        on_change="rerun" if then == RERUN else "ignore",
        width="stretch",
    )
    return None if chosen is None else float(chosen)


def one_of_five(question: str, words: Sequence[str], key: str, value: float | None = None) -> float | None:
    """Five labelled buttons in a row, the first scored 1 and the last 5."""
    chosen = st.segmented_control(
        question,
        list(range(1, len(words) + 1)),
        default=int(value) if value in range(1, len(words) + 1) and value is not None else None,
        required=True,
        format_func=lambda score: words[score - 1],
        key=f"tb-five-{key}",
        on_change="ignore",
        width="stretch",
    )
    return None if chosen is None else float(chosen)


def one_word(
    question: str, words: Mapping[str, str], key: str, value: str | None = None, then: str = IGNORE
) -> str | None:
    """One of a few words; a second tap takes the answer back. `then` as for `zero_to_ten`."""
    return st.segmented_control(
        question,
        list(words),
        default=value if value in words else None,
        format_func=words.__getitem__,
        key=f"tb-word-{key}",
        on_change="rerun" if then == RERUN else "ignore",
        width="stretch",
    )


def yes_or_no(question: str, key: str, value: bool | None = None) -> bool | None:
    """Yes, no, or not answered."""
    answer = one_word(
        question, {"no": "No", "yes": "Yes"}, key, None if value is None else ("no", "yes")[value]
    )
    return None if answer is None else answer == "yes"
