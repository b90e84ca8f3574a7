"""The four questions about health problems of the last week (OSTRC-O2 and H2; and as they were in 2013)."""

from collections.abc import Mapping

Answer = float | None
ANSWERS: Mapping[str, tuple[tuple[float, ...], ...]] = {
    "ostrc": ((0, 8, 17, 25),) * 4,
    "ostrc_v1": ((0, 8, 17, 25), (0, 6, 13, 19, 25), (0, 6, 13, 19, 25), (0, 8, 17, 25)),
}
"""What can be answered to each question, by version: `ostrc` is version 2."""
_SUBSTANTIAL_FROM = {"ostrc": 17, "ostrc_v1": 13}
COULD_NOT_TAKE_PART = 25


def severity(q1: Answer, q2: Answer, q3: Answer, q4: Answer) -> float | None:
    """The sum of the four answers, 0 to 100; not known while one is missing."""
    if q1 is None or q2 is None or q3 is None or q4 is None:
        return None
    return q1 + q2 + q3 + q4


def health_problem(q1: Answer) -> bool | None:
    """Whether there is a health problem: the first answer is above 0."""
    return None if q1 is None else q1 > 0


def substantial(q1: Answer, q2: Answer, q3: Answer, version: str = "ostrc") -> bool | None:
    """Whether the problem is substantial; None when that is not known, also where there is no problem.

    Version 2: could not take part; or training or performance reduced to a moderate degree or more, unless
    there is no problem. Version 1 reads training and performance alone. An answer that is missing makes no
    problem small.
    """
    limit = _SUBSTANTIAL_FROM[version]
    if version == "ostrc" and q1 == COULD_NOT_TAKE_PART:
        return True
    if q1 != 0 and any(answer is not None and answer >= limit for answer in (q2, q3)):
        return True
    return False if q1 and q2 is not None and q3 is not None else None
