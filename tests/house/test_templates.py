"""No word from a file is ever a template: what is filled in is written in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Module, called, module, modules

FILLED = {"format", "format_map", "substitute", "safe_substitute", "strftime", "expand"}
"""Methods that fill in the text they are called on, or are given first."""

REPLACED = {"sub", "subn"}
"""Functions whose replacement is a template."""


def faults(each: Module) -> Iterator[str]:
    """Where a module fills in a text that does not stand there."""
    for node in each.nodes:
        if isinstance(node, ast.Call):
            name = called(node)
            if name in FILLED and not _written(_template(node)):
                yield each.at(node, f"{name} of a text that is not written here")
            if name in REPLACED and not _safe(_replacement(node)):
                yield each.at(node, f"{name} with a replacement that is not written here")
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _text(node.left):
            yield each.at(node, "% fills in a text; an f-string says the same")


def _template(call: ast.Call) -> ast.expr | None:
    if called(call) == "strftime":
        return call.args[0] if call.args else None
    return call.func.value if isinstance(call.func, ast.Attribute) else None


def _replacement(call: ast.Call) -> ast.expr | None:
    """``re.sub(pattern, replacement, text)`` or ``pattern.sub(replacement, text)``."""
    place = 1 if ast.unparse(call.func).startswith("re.") else 0
    return call.args[place] if len(call.args) > place else None


def _written(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or _written(node)


def _safe(node: ast.expr | None) -> bool:
    """A text in the code, or a function, whose result is no template."""
    return _written(node) or isinstance(node, ast.Lambda | ast.Name | ast.Attribute)


def test_no_text_but_the_codes_own_is_filled_in() -> None:
    """Else braces, percent signs or backslashes of a scenario would be read as places to fill."""
    assert [fault for each in modules() for fault in faults(each)] == []


@pytest.mark.parametrize(
    "text",
    [
        "x = words.format(1)",
        "x = f'{words}{{}}'.format(1)",
        "x = words.format_map(y)",
        "x = Template(words).substitute(y)",
        "x = 'a %s' % y",
        "x = when.strftime(words)",
        "x = re.sub('a', f'{words}', y)",
        "x = PATTERN.sub('a' + words, y)",
    ],
)
def test_a_filled_in_text_is_found(text: str) -> None:
    assert list(faults(module("game/x.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "x = f'{words}'",
        "x = 7 % 2",
        "x = '{}'.format(words)",
        "x = re.sub('a', 'b', words)",
        "x = PATTERN.sub(lambda found: words, y)",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert not list(faults(module("game/x.py", text)))
