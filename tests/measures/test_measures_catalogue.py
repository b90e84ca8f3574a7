import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from teamback.measures.catalogue import MEASURES
from tests.measures.twins import TWINS

TOPICS = (
    *("load", "trend", "acwr", "wellness", "pain", "flare"),
    *("response", "reporting", "adherence", "season"),
)


def public_functions(topic: str) -> set[str]:
    module = import_module(f"teamback.measures.{topic}")
    return {
        name
        for name, thing in vars(module).items()
        if callable(thing)
        and not isinstance(thing, type)
        and not name.startswith("_")
        and getattr(thing, "__module__", "") == module.__name__
    }


@pytest.mark.parametrize("topic", TOPICS)
def test_every_public_function_of_a_topic_is_in_the_catalogue(topic: str) -> None:
    catalogued = {
        measure.__name__ for measure in MEASURES if measure.__module__ == f"teamback.measures.{topic}"
    }
    assert catalogued == public_functions(topic)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.__name__)
def test_a_measure_says_its_unit_its_source_and_what_it_does_with_an_unknown_day(
    measure: Callable[..., Any],
) -> None:
    definition = measure.__doc__ or ""
    assert re.search(r"\bUnit: \S", definition)
    assert re.search(r"\bSource: [^.]*(doi 10\.\d{4}|house rule|practice|as quoted)", definition, re.DOTALL)
    assert re.search(r"\bUnknown: [^.]*(day|session|morning|load)", definition, re.DOTALL)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.__name__)
def test_a_measure_has_a_twin(measure: Callable[..., Any]) -> None:
    assert TWINS[measure].__name__ == f"{measure.__name__}_twin"


def test_names_are_unique_so_that_a_limit_or_a_criterion_can_name_a_measure() -> None:
    assert len({measure.__name__ for measure in MEASURES}) == len(MEASURES)
