"""Every rule that the product runs, its sentence and the limits it reads, out of the rules themselves."""

import ast
import datetime as dt
import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from teamback.clinic import readiness, response
from teamback.clinic.limits import Limit, Limits
from teamback.clinic.morning import HOUSE_RULE
from teamback.clinic.urgent import alerts, escalation
from teamback.clinic.urgent.red_flags_file import in_force

GROUPS: tuple[tuple[str, Sequence[Callable[..., Any]]], ...] = (
    ("Colour of a morning", readiness.RULES),
    ("Response to a session, the first that applies", response.STEPS),
    ("Tasks and red flags", escalation.RULES),
    ("Alerts", alerts.RULES),
)
"""Every tuple of rules that something runs; each rule's docstring is its sentence."""

_CLINIC = "teamback.clinic."
_OURS = "House rule of this project"
_ID = re.compile(r"([A-Z]+\d*): ")


@dataclass(frozen=True)
class Rule:
    """One rule: the group it belongs to, its id, its sentence, the limits it reads, and its own source.

    `source` is that which the rule itself or the file of red flags names; empty where its limits name theirs.
    `checked_by` and `next_review` are those of the file of red flags.
    """

    group: str
    id: str
    says: str
    limits: tuple[Limit, ...]
    source: str
    status: str
    checked_by: str = ""
    next_review: dt.date | None = None


def rules_in_force(limits: Limits) -> tuple[Rule, ...]:
    """Every rule of every group, in the order in which they are asked."""
    return tuple(
        _rule(group, place, rule, limits)
        for group, rules in GROUPS
        for place, rule in enumerate(rules, start=1)
    )


def _rule(group: str, place: int, rule: Callable[..., Any], limits: Limits) -> Rule:
    said = " ".join((inspect.getdoc(rule) or "").split())
    id_ = _ID.match(said)
    says = said[id_.end() :] if id_ else said
    sign = in_force().rules.get(id_[1]) if id_ else None
    read = tuple(limits[name] for name in read_by(rule) if name in limits.entries)
    source = sign.source if sign else _own_source(rule)
    source = source or ("" if read else _OURS)
    return Rule(
        group=group,
        id=id_[1] if id_ else str(place),
        says=says[:1].upper() + says[1:],
        limits=read,
        source=source,
        status=sign.status if sign else "" if read and not source else HOUSE_RULE,
        checked_by=sign.checked_by if sign else "",
        next_review=sign.next_review if sign else None,
    )


@cache
def read_by(rule: Callable[..., Any]) -> tuple[str, ...]:
    """The texts that a rule, and what it calls in the clinic, write down: its limits are among them."""
    found = dict.fromkeys(text for tree in _trees(rule, {rule}) for text in _texts(tree))
    return tuple(found)


def _own_source(rule: Callable[..., Any]) -> str:
    """The source that a rule names in the reason it gives, where it rests on no limit."""
    named = [
        word.value.value
        for call in ast.walk(_tree(rule))
        if isinstance(call, ast.Call)
        for word in call.keywords
        if word.arg == "source" and isinstance(word.value, ast.Constant)
    ]
    return str(named[0]) if named else ""


def _trees(rule: Callable[..., Any], seen: set[Callable[..., Any]]) -> Iterator[ast.AST]:
    tree = _tree(rule)
    yield tree
    for node in ast.walk(tree):
        called = _called(node, sys.modules[rule.__module__]) if isinstance(node, ast.Call) else None
        if inspect.isfunction(called) and called.__module__.startswith(_CLINIC) and called not in seen:
            seen.add(called)
            yield from _trees(called, seen)


def _called(node: ast.Call, module: ModuleType) -> Any:
    """What a call names: a function of the module, or one of a module that it imports."""
    if isinstance(node.func, ast.Name):
        return getattr(module, node.func.id, None)
    if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
        return getattr(getattr(module, node.func.value.id, None), node.func.attr, None)
    return None


def _tree(rule: Callable[..., Any]) -> ast.AST:
    return ast.parse(textwrap.dedent(inspect.getsource(rule)))


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
