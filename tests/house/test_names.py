"""One name, one meaning: a class or a file is called what nothing else in the house is."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

import pytest

from tests.house.source import Module, module, modules
from tests.house.test_imports import FLOORS

PYTHONS_OWN = ("__init__", "__main__")
"""File names that Python gives a meaning of its own."""


def several(named: Iterable[tuple[str, str]]) -> list[str]:
    """The names that stand in several places, and where."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, place in named:
        found[name].append(place)
    return [f"{name}: {', '.join(where)}" for name, where in found.items() if len(where) > 1]


def classes(of: Iterable[Module]) -> Iterable[tuple[str, str]]:
    """Every class, and those within classes, with where it stands."""
    for each in of:
        for node in each.nodes:
            if isinstance(node, ast.ClassDef):
                yield node.name.lstrip("_"), f"{each.path}:{node.lineno}"


def files(of: Iterable[Module]) -> Iterable[tuple[str, str]]:
    """Every file by its floor and its name."""
    for each in of:
        if each.path.stem not in PYTHONS_OWN:
            yield f"{each.path.stem} on floor {FLOORS[each.room]}", str(each.path)


def test_no_class_name_stands_for_two_things() -> None:
    """Private classes and those within classes count as well: errors and editors show the name."""
    assert not several(classes(modules()))


def test_a_file_name_stands_once_on_each_floor() -> None:
    """The same noun seen from higher up may bear its name again; beside it nothing else may."""
    assert not several(files(modules()))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("game/rules/a.py", "class Step: ..."), ("game/export/b.py", "class Step: ...")),
        (("game/rules/a.py", "class Step: ..."), ("game/rules/b.py", "class _Step: ...")),
        (("game/tui/a.py", "class A:\n class Step: ..."), ("game/tui/b.py", "class Step: ...")),
    ],
)
def test_a_class_name_that_stands_twice_is_found(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert several(classes((module(*first), module(*second))))


@pytest.mark.parametrize(
    ("first", "second", "confusing"),
    [
        ("game/tui/draw/news.py", "game/tui/screens/news.py", True),
        ("game/plain/story.py", "game/tui/story.py", True),
        ("game/match/tree.py", "game/opponents/search/tree.py", True),
        ("game/rules/reasons.py", "game/telling/reasons.py", False),
        ("game/plain/__init__.py", "game/tui/__init__.py", False),
    ],
)
def test_a_file_name_that_stands_twice_on_a_floor_is_found(
    first: str, second: str, *, confusing: bool
) -> None:
    assert bool(several(files((module(first, ""), module(second, ""))))) == confusing
