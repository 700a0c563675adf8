"""The source of the game, read and parsed."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from attrs import frozen

from tests.garbage import keep

ROOT = Path(__file__).parents[2]
GAME = ROOT / "game"


@frozen
class Module:
    """A module of the game: its path from the root, and its syntax tree."""

    path: Path
    tree: ast.Module

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All of its tree: who asks of one thing after the other does not climb it each time."""
        return tuple(ast.walk(self.tree))

    @property
    def name(self) -> str:
        """Its dotted name."""
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        """The part of the game that it belongs to; the package itself has none."""
        return self.path.with_suffix("").parts[1].replace("__init__", "")

    def at(self, node: ast.expr | ast.stmt, fault: str) -> str:
        """A fault with its place."""
        return f"{self.path}:{node.lineno}: {fault}"


def module(path: str, text: str) -> Module:
    """A module from its text."""
    return Module(Path(path), ast.parse(text, path))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the game."""
    gc.disable()  # nothing of it is garbage
    found = tuple(
        module(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
        for path in sorted(GAME.rglob("*.py"))
    )
    for each in found:
        assert each.nodes
    # They stay until the end, a million objects: garbage is not looked for among them.
    keep()
    gc.enable()
    return found


def in_room(*rooms: str) -> list[Module]:
    """The modules of some rooms."""
    return [each for each in modules() if each.room in rooms]


def imported(each: Module) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    """Every module that a module imports, wherever in it: at the top, in functions, by name."""
    package = each.name if each.path.name == "__init__.py" else each.name.rpartition(".")[0]
    for node in each.nodes:
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([base] if base else [])])
            # `from game import rules` names a room only in what it imports.
            yield from ((node, f"{base}.{alias.name}") for alias in node.names)
        elif (
            isinstance(node, ast.Call)
            and called(node) in ("import_module", "__import__")
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield node, str(node.args[0].value)


def called(node: ast.Call) -> str:
    """The last name of what is called: ``notify`` of ``self.app.notify(...)``."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def strings(each: Module) -> Iterator[ast.Constant]:
    """The string literals of a module, parts of f-strings included, docstrings excepted."""
    said = {id(node.value) for node in each.nodes if isinstance(node, ast.Expr)}
    for node in each.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node
