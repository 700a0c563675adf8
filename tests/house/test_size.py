"""One noun for each file, and files that can be read at a sitting."""

from __future__ import annotations

import ast
import re

from tests.house.source import ROOT, modules

MOST = 400

LONGER = {
    "game/match/match.py": "one class: cut in parts it was a row of parents that held one another",
}
"""By path why a file is longer: it is one thing, and would not be two if it were cut."""

NAMES = re.compile(r"(Manager|Handler|Helper|Utils?|Misc|Common)$", re.IGNORECASE)


def test_no_file_is_longer_than_400_lines() -> None:
    """Past that a file wants to be two, in the game and in its tests."""
    long = {
        str(path.relative_to(ROOT)): length
        for room in ("game", "tests")
        for path in sorted((ROOT / room).rglob("*.py"))
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > MOST
    }
    assert long.keys() == LONGER.keys()


def test_names_come_from_the_game() -> None:
    """No class or file is named for being of use to others."""
    found = [
        each.at(node, node.name)
        for each in modules()
        for node in each.nodes
        if isinstance(node, ast.ClassDef) and NAMES.search(node.name)
    ]
    found += [str(each.path) for each in modules() if NAMES.search(each.path.stem)]
    assert found == []


def test_every_module_says_why_it_exists() -> None:
    """Each file with anything in it opens with a sentence."""
    silent = [
        str(each.path) for each in modules() if each.tree.body and not ast.get_docstring(each.tree)
    ]
    assert silent == []
