"""A screen is made of parts that it holds, not of parents."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from tests.house.source import Module, in_room, module

KINDS = {
    "Fitted",
    "Screen",
    "ModalScreen",
    "Palette",
    "Front",
    "Modal",
    "Careful",
    "Field",
    "PageScreen",
    "InTurn",
}
"""What every screen or app of a kind has in common. None of them plays a match."""


def parents(of: Iterable[Module]) -> dict[str, tuple[str, list[str]]]:
    """Every class of some modules: where it stands, and what it inherits from."""
    found: dict[str, tuple[str, list[str]]] = {}
    for each in of:
        for node in each.nodes:
            if isinstance(node, ast.ClassDef):
                bases = [
                    base.value if isinstance(base, ast.Subscript) else base for base in node.bases
                ]
                names = [base.id for base in bases if isinstance(base, ast.Name)]
                found[node.name] = f"{each.path}:{node.lineno}", names
    return found


def above(name: str, classes: Mapping[str, tuple[str, list[str]]]) -> list[str]:
    """All from which a class inherits, as far as they are ours."""
    bases = [base for base in classes[name][1] if base in classes]
    return [*bases, *(each for base in bases for each in above(base, classes))]


def deep(classes: Mapping[str, tuple[str, list[str]]]) -> list[str]:
    """Screens with more than one parent of ours: that one is a kind of screens."""
    found = []
    for name, (where, bases) in classes.items():
        if name in KINDS:
            continue
        ours = [base for base in bases if base in classes]
        if KINDS.intersection(above(name, classes)) and (len(ours) > 1 or ours[0] not in KINDS):
            found.append(f"{where}: {name} inherits from {', '.join(above(name, classes))}")
    return found


def test_a_screen_has_one_parent_of_ours() -> None:
    assert not deep(parents(in_room("tui")))


def test_a_screen_of_several_parents_is_found() -> None:
    """Beside each other, or one above the other."""
    kinds = "class Front: ...\nclass A(Front): ...\n"
    for text in (
        "class B(Front): ...\nclass C(A, B): ...",
        "class B(A): ...",
        "class B(A, Front): ...",
    ):
        assert deep(parents([module("game/tui/a.py", kinds + text)]))
    assert not deep(parents([module("game/tui/a.py", kinds)]))
