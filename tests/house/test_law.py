"""What the rules may not do, whoever plays where: no float, no clock, no chance, no set's order."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Module, called, imported, in_room, module

FORBIDDEN_IMPORTS = {
    "asyncio",
    "calendar",
    "datetime",
    "glob",
    "importlib",
    "io",
    "locale",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "platform",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "unicodedata",
    "uuid",
}
"""The world outside: clocks, chance, files, processes, and what differs between machines."""

FORBIDDEN_CALLS = {"hash", "id", "open", "print", "input", "float", "round", "eval", "exec"}


def faults(each: Module) -> Iterator[str]:
    """Where a module of the rules breaks their law."""
    for node, name in imported(each):
        if name.split(".")[0] in FORBIDDEN_IMPORTS:
            yield each.at(node, f"imports {name}")
    sets = _names_of_sets(each.tree)
    for found in each.nodes:
        if isinstance(found, ast.Constant) and isinstance(found.value, float | complex):
            yield each.at(found, f"the float {found.value}")
        elif isinstance(found, ast.BinOp) and isinstance(found.op, ast.Div):
            yield each.at(found, "divides with / (use //)")
        elif isinstance(found, ast.AugAssign) and isinstance(found.op, ast.Div):
            yield each.at(found, "divides with /= (use //=)")
        elif isinstance(found, ast.Call) and isinstance(found.func, ast.Name):
            if found.func.id in FORBIDDEN_CALLS:
                yield each.at(found, f"calls {found.func.id}")
            elif found.func.id in ORDERED and found.args and _is_set(found.args[0], sets):
                yield each.at(found, f"{found.func.id} of a set")
        elif isinstance(found, ast.For) and _is_set(found.iter, sets):
            yield each.at(found, "goes through a set")
        elif isinstance(found, ast.comprehension) and _is_set(found.iter, sets):
            yield each.at(found.iter, "goes through a set")
        elif isinstance(found, ast.Starred) and _is_set(found.value, sets):
            yield each.at(found, "unpacks a set")


ORDERED = {"list", "tuple", "iter", "next", "enumerate", "zip", "map", "filter", "reversed"}
"""Calls that take a set's order for an order; ``sorted``, ``sum``, ``min`` and so on do not."""


def _is_set(node: ast.expr, names: set[str]) -> bool:
    if isinstance(node, ast.Set | ast.SetComp):
        return True
    if isinstance(node, ast.Call):
        return called(node) in ("set", "frozenset", "union", "intersection", "difference")
    if isinstance(node, ast.BinOp):
        return _is_set(node.left, names) or _is_set(node.right, names)
    return isinstance(node, ast.Name) and node.id in names


def _names_of_sets(tree: ast.Module) -> set[str]:
    """Names that somewhere in a module are given a set, or are said to be one."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _is_set(node.value, names):
            names |= {each.id for each in node.targets if isinstance(each, ast.Name)}
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            target = node.arg if isinstance(node, ast.arg) else getattr(node.target, "id", "")
            words = ast.unparse(node.annotation).lower()
            if words.startswith(("set", "frozenset", "abstractset")):
                names.add(target)
    return names


def test_the_rules_keep_their_law() -> None:
    """Integers and given order only; nothing from outside the position and the decision."""
    assert [fault for each in in_room("rules") for fault in faults(each)] == []


@pytest.mark.parametrize(
    "text",
    [
        "import random",
        "from time import monotonic",
        "from datetime import date",
        "def f():\n    import os",
        "x = 0.5",
        "x = 1 / 2",
        "x /= 2",
        "x = hash('a')",
        "x = open('a')",
        "for x in {1, 2}: pass",
        "for x in set(y): pass",
        "x = {1}\nfor y in x: pass",
        "def f(x: frozenset[int]): return [y for y in x]",
        "x = list({1} | y)",
        "x = [*{1, 2}]",
    ],
)
def test_a_breach_is_found(text: str) -> None:
    """Each of these would be seen."""
    assert list(faults(module("game/rules/x.py", text)))


@pytest.mark.parametrize(
    "text",
    ["x = 7 // 2", "x = 3 in {1, 3}", "x = sorted({2, 1})", "x = len(set(y))", "import hashlib"],
)
def test_what_keeps_the_law_is_left_alone(text: str) -> None:
    """And these are no breach."""
    assert not list(faults(module("game/rules/x.py", text)))
