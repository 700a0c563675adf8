"""No sentence below or beside the room that tells: screens, lines and files lay out messages.

The sentences of exceptions are excepted, with all that becomes a part of them: what a function
gives that is called for one, or a table holds that is looked up for one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import Module, called, in_room, module, strings

ROOMS = ("tui", "plain", "export", "review", "match", "opponents")
"""The rooms that say nothing of their own."""

WORDS = re.compile(r"[^\W\d_]{2,}\W*\s\W*[^\W\d_]{2,}")
"""Two words with a space between them, whatever else there is."""

CODE = re.compile(r"[<>{}=]|\bbold\b|\$|^\.|'none'")
"""Markup, style sheets and the styles of a terminal are no sentences."""

FAULT = re.compile(
    r"(Error|Exception|Usage|Damage|Failed|Fault)$|fault|damage|trouble|give_up|^exit$"
)
"""By its name what is made of the sentence of an exception, or tells of a fault as one does."""

CLASS = re.compile(r"\.([a-z][\w-]*)")
"""A class in a style sheet."""

OTHERS = ("DEFAULT_CSS", "TITLE", "_SCHEMES")
"""Style sheets, the name of the game, and words of a vocabulary that no language changes."""

OPTIONS = ("help", "description")
"""What a tool for developers says of its command line."""

HOPS = 2
"""How far from an exception a part of its sentence may be made: in a helper, or in its helper."""

Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef


def own(scope: Scope) -> Iterator[ast.AST]:
    """What belongs to a module or function, and to no function within it."""
    ahead: list[ast.AST] = list(scope.body)
    while ahead:
        node = ahead.pop()
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node
            ahead += ast.iter_child_nodes(node)


def tells_a_fault(node: ast.AST) -> bool:
    """Whether it makes an exception of a sentence."""
    match node:
        case ast.Raise():
            return True
        case ast.Call():
            return FAULT.search(called(node)) is not None
        case (
            ast.keyword(arg=str(name))
            | ast.Assign(targets=[ast.Attribute(attr=name) | ast.Name(id=name)])
        ):
            return FAULT.search(name) is not None
    return False


def gives_words(scope: Scope) -> bool:
    """Whether it is a function that returns a text."""
    returns = getattr(scope, "returns", None)
    return returns is not None and "str" in names(returns)


def names(node: ast.AST) -> set[str]:
    """Variables and tables that are looked at, and what is called."""
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)} | {
        called(each) for each in ast.walk(node) if isinstance(each, ast.Call)
    }


def excepted(room: list[Module]) -> set[int]:
    """The literals of a room that are no words of the game."""
    scopes: list[Scope] = [
        node
        for each in room
        for node in each.nodes
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    bodies = [(scope, list(own(scope))) for scope in scopes]
    spared: list[ast.AST] = []
    parts: set[str] = set()
    for _, body in bodies:
        for node in body:
            match node:
                case ast.Expr(value=ast.Constant()):
                    spared.append(node)
                case ast.Assign(targets=[ast.Name(id=name)]) if name in OTHERS:
                    spared.append(node)
                case ast.keyword(arg=name) if name in OPTIONS:
                    spared.append(node)
    for hop in range(HOPS + 1):
        more: set[str] = set()
        for scope, body in bodies:
            name = getattr(scope, "name", "")
            helper = FAULT.search(name) is not None or (name in parts and gives_words(scope))
            faults = body if helper else [node for node in body if not hop and tells_a_fault(node)]
            used = set().union(*map(names, faults)) if faults else set()
            sought = parts if isinstance(scope, ast.Module) else used
            faults += [
                node
                for node in body
                if isinstance(node, (ast.Assign, ast.AnnAssign))
                and any(isinstance(each, ast.Name) and each.id in sought for each in targets(node))
            ]
            spared += faults
            more |= set().union(*map(names, faults)) if faults else set()
        parts |= more
    return {id(each) for node in spared for each in ast.walk(node)}


def targets(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    """What is assigned to."""
    return node.targets if isinstance(node, ast.Assign) else [node.target]


def classes(room: list[Module]) -> set[str]:
    """The classes that the style sheets of a room have rules for."""
    sheets = (str(node.value) for each in room for node in strings(each))
    return {name for sheet in sheets for name in CLASS.findall(sheet) if "{" in sheet}


def sentences(room: list[Module]) -> Iterator[str]:
    """What a room says by itself."""
    spared, known = excepted(room), classes(room)
    for each in room:
        for node in strings(each):
            text = str(node.value)
            if id(node) in spared or not WORDS.search(text) or CODE.search(text):
                continue
            if not all(any(name.startswith(word) for name in known) for word in text.split()):
                yield each.at(node, repr(text))


@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_stands_in_a_room_that_lays_out(room: str) -> None:
    """Nor a name of two words: what a person reads is a message."""
    assert list(sentences(in_room(room))) == []


def test_what_is_said_is_found_and_what_is_no_sentence_is_not() -> None:
    """Wherever it stands; and an exception may be told with helpers and tables."""
    told = """
A = {1: "Two words"}
def f(name):
    \'\'\'Does it well.\'\'\'
    show("help", f"It is {name}", key="table.help", what="more, too")
"""
    assert len(list(sentences([module("game/tui/x.py", told)]))) == 3
    spared = """
class Wide:
    DEFAULT_CSS = "Wide { height: auto }"
TABLE = {1: "a part of it"}
def why(number) -> str:
    return TABLE[number] + " and no more"
def f(path):
    what = "in the way"
    raise GameError(f"it is {what}, {why(1)}: " + "do this")
"""
    assert list(sentences([module("game/tui/x.py", spared)])) == []
