"""The four questions of the OSTRC in short words of our own, in the check-in and among the questionnaires."""

from collections.abc import Sequence

_GRADES = ("Not at all", "A little", "Clearly", "A lot")
QUESTIONS: dict[str, tuple[str, Sequence[str]]] = {
    "q1": (
        "Taking part in the last 7 days",
        ("As usual, no complaint", "As usual, with a complaint", "Less than usual", "Not at all"),
    ),
    "q2": ("Training or matches were changed because of it", _GRADES),
    "q3": ("Performance suffered", _GRADES),
    "q4": ("Symptoms were felt", _GRADES),
}
"""Each with what can be answered to it."""
