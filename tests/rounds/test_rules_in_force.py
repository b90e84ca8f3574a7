"""What the rules page says of a rule is what the rule does: its sentence, and every limit that it reads."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from teamback.clinic import readiness, response
from teamback.clinic.limits import LIMITS_FILE, Limit, Limits
from teamback.rounds.rules_in_force import GROUPS, read_by, rules_in_force
from tests.clinic.mornings import SPEAKS, quiet, session_pain

LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))
RULES = rules_in_force(LIMITS)


class Watched(Mapping[str, Limit]):
    """The limits, and which of them were read."""

    def __init__(self) -> None:
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Limit:
        self.read.add(name)
        return LIMITS.entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(LIMITS.entries)

    def __len__(self) -> int:
        return len(LIMITS.entries)


@pytest.mark.parametrize("rule", readiness.RULES, ids=lambda rule: rule.__name__)
def test_every_limit_that_a_rule_reads_is_told(rule: Callable[..., Any]) -> None:
    for changes in ({}, *SPEAKS.values()):
        watched = Watched()
        rule(quiet(LIMITS, **changes), Limits("watched", watched))
        assert watched.read <= set(read_by(rule))


@pytest.mark.parametrize("step", response.STEPS, ids=lambda step: step.__name__)
def test_every_limit_that_a_step_of_the_response_reads_is_told(step: Callable[..., Any]) -> None:
    sessions = [(0, 6, 0, 0, 0), (0, 4, 0, 0, 1), (0, 4, 0, 0, None), (0, 1, 0, 0, 0), (0, 1, 0, 2, 5)]
    for told in [*sessions, (0, 1, 0, 2, 3), (0, None, None, 0, 0)]:
        watched = Watched()
        pain = session_pain(*told)
        if step is not response.it_settled or None not in (pain.rise, pain.peak):
            step(pain, session_pain(0, 1, 0, 0, 1), Limits("watched", watched))
        assert watched.read <= set(read_by(step))


def test_every_rule_that_runs_is_listed_with_its_sentence_and_who_stands_behind_it() -> None:
    assert [rule.id for rule in RULES if rule.group == GROUPS[0][0]] == list(_ids(readiness.RULES))
    assert len(RULES) == sum(len(rules) for _, rules in GROUPS) == len({(r.group, r.id) for r in RULES})
    for rule in RULES:
        assert rule.says.endswith(".")
        assert rule.limits or (rule.source and rule.status)


def _ids(rules: Any) -> Iterator[str]:
    for rule in rules:
        yield rule.__doc__.split(":")[0]
