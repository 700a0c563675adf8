"""A room imports only from the floors below it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from tests.house.source import Module, imported, in_room, module, modules

FLOORS = {
    "process": 0,
    "interval": 0,
    "value": 0,
    "text": 1,
    "files": 1,
    "scenario": 2,
    "settings": 2,
    "rules": 3,
    "match": 4,
    "opponents": 4,
    "authoring": 4,
    "review": 5,
    "teaching": 5,
    "balance": 5,
    "telling": 6,
    "export": 7,
    "tui": 7,
    "plain": 7,
    "cli": 8,
    "__main__": 8,
}

NEIGHBOURS = {("__main__", "cli"), ("tui", "export"), ("plain", "export")}
"""Rooms of one floor of which the first may still import the second."""

OUTSIDE: dict[str, set[str]] = {
    "text": set(),
    "files": {"platformdirs"},
    "settings": set(),
    "scenario": {"attrs", "cattrs"},
    "rules": {"attrs"},
}
"""What the lowest rooms may import besides the standard library."""

SCREEN = ("textual", "rich")
"""What draws on a terminal: for the table and the command line only."""


BY_THE_FACE = "game.rules"
"""The room that every program plays by: what is needed of it stands in its ``__init__``."""


def past_the_face(each: Module) -> Iterator[str]:
    """Imports of a module from inside of the rules, though it is none of theirs."""
    for node, name in imported(each):
        base = node.module if isinstance(node, ast.ImportFrom) else name
        if each.room != "rules" and str(base).startswith(f"{BY_THE_FACE}."):
            yield each.at(node, f"imports {base}: {BY_THE_FACE} exports what others need")


def upward(each: Module) -> Iterator[str]:
    """Imports of a module that go up, or sideways."""
    for node, name in imported(each):
        parts = name.split(".")
        if parts[0] != "game" or len(parts) < 2:
            continue
        here, there = each.room, parts[1]
        if there not in FLOORS:
            # A name of the package itself, such as its version.
            continue
        if not here and FLOORS[there] > 0:
            yield each.at(node, f"the package imports {there}")
            continue
        below = FLOORS[there] < FLOORS.get(here, 1)
        if not (here == there or below or (here, there) in NEIGHBOURS):
            yield each.at(node, f"{here} imports {there}")


def foreign(each: Module) -> Iterator[str]:
    """Imports of a module of the lowest floors that are neither theirs nor Python's."""
    allowed = OUTSIDE[each.room] | sys.stdlib_module_names | {"game"}
    for node, name in imported(each):
        if name.split(".")[0] not in allowed:
            yield each.at(node, f"{each.room} imports {name}")


def test_every_room_has_a_floor() -> None:
    """There is no room that the plan of the house does not know."""
    assert {each.room for each in modules()} <= {"", *FLOORS}


def test_imports_go_down() -> None:
    """No room imports from its own floor or one above, but for the neighbours named here."""
    assert [fault for each in modules() for fault in upward(each)] == []


def test_the_rules_are_imported_by_their_face() -> None:
    """What other rooms need of the rules, the rules export."""
    rooms = {each.room for each in modules()}
    assert [fault for each in in_room(*rooms) for fault in past_the_face(each)] == []


def test_an_import_past_the_face_is_found() -> None:
    """Whether a name or a module is imported; inside the rules everything is at hand."""

    def faults(path: str, text: str) -> int:
        return len(list(past_the_face(module(path, text))))

    assert faults("game/match/x.py", "from game.rules.masks import bits") == 1
    assert faults("game/match/x.py", "import game.rules.masks") == 1
    assert faults("game/match/x.py", "def f():\n  from game.rules.masks import bits") == 1
    assert faults("game/match/x.py", "from game.rules import bits") == 0
    assert faults("game/rules/x.py", "from game.rules.masks import bits") == 0


def test_the_lowest_floors_stand_on_little() -> None:
    """They need the standard library, attrs, and for reading cattrs."""
    assert [fault for each in in_room(*OUTSIDE) for fault in foreign(each)] == []


def test_nothing_below_the_screens_draws_on_a_terminal() -> None:
    """Whoever plays, judges or writes a match does so without a screen."""
    low = FLOORS.keys() - {"tui", "cli", "__main__"}
    faults = [
        each.at(node, f"{each.room} imports {name}")
        for each in in_room(*low)
        for node, name in imported(each)
        if name.split(".")[0] in SCREEN
    ]
    assert faults == []


def test_only_the_command_line_needs_what_authors_need() -> None:
    """Whoever plays a scenario never loads what only its author asks for."""
    faults = [
        each.at(node, f"{each.room} imports {name}")
        for each in modules()
        if each.room not in ("authoring", "cli")
        for node, name in imported(each)
        if name.startswith("game.authoring")
    ]
    assert faults == []


def test_only_the_table_imports_textual_at_once() -> None:
    """Small commands answer without loading the app: outside its room Textual is not imported at
    the top of a module.
    """
    faults = [
        each.at(node, f"imports {name}")
        for each in modules()
        if each.room != "tui"
        for node, name in imported(each)
        if (name.split(".")[0] == "textual" or name.startswith("game.tui"))
        and node in each.tree.body
    ]
    assert faults == []


def test_a_wrong_import_is_found() -> None:
    """Up, sideways, relative, in a function, by name: each is seen."""

    def faults(path: str, text: str) -> int:
        return len(list(upward(module(path, text))))

    assert faults("game/rules/x.py", "from game.match import Match") == 1
    assert faults("game/rules/x.py", "from game import match") == 1
    assert faults("game/rules/x.py", "import game.tui.app") == 1
    assert faults("game/match/x.py", "from game.opponents import Seat") == 1
    assert faults("game/rules/x.py", "from ..match import Match") == 1
    assert faults("game/rules/x.py", "def f():\n  import game.cli") == 1
    assert faults("game/rules/x.py", "import_module('game.tui.app')") == 1
    assert faults("game/__init__.py", "from game.rules import State") == 1
    assert faults("game/rules/x.py", "from game.scenario import load") == 0
    assert faults("game/rules/x.py", "from .state import State") == 0
    assert faults("game/rules/__init__.py", "from .state import State") == 0
    assert faults("game/export/x.py", "from game.review.why import accounts") == 0
    assert len(list(foreign(module("game/rules/x.py", "import cattrs")))) == 1
