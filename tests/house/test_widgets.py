"""Text reaches a widget as text: nothing that a stranger wrote is read as markup.

A string given to most widgets is parsed for markup, so a string that was put together from parts
may hold markup that somebody else wrote. Such text goes through the one function that makes
content of it, or into a template with variables.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Module, called, in_room, module

TAKES_MARKUP = {
    "Button",
    "Checkbox",
    "Collapsible",
    "Label",
    "ListItem",
    "Option",
    "OptionList",
    "Panel",
    "RadioButton",
    "Select",
    "Selection",
    "SelectionList",
    "Static",
    "Tab",
    "TabPane",
    "Text",
    "Tooltip",
    "add_column",
    "add_columns",
    "add_option",
    "add_options",
    "add_row",
    "add_rows",
    "from_markup",
    "notify",
    "set_options",
    "update",
    "update_cell",
    "write",
}
"""Widgets, and methods of widgets, that read markup in what they are given."""

TITLES = {"border_title", "border_subtitle", "tooltip", "title", "sub_title", "label", "prompt"}
"""Attributes of widgets that read markup."""

NAMES = {"id", "classes", "name", "key", "severity"}
"""Parameters that are not shown."""

BANNED = {"escape", "run_action"}
"""``escape`` lets some markup through; an action put together from parts runs what it says."""


def faults(each: Module) -> Iterator[str]:
    """Where a module hands a widget a string that it has put together."""
    for node in each.nodes:
        if isinstance(node, ast.Call):
            name = called(node)
            shown = [*node.args, *(word.value for word in node.keywords if word.arg not in NAMES)]
            if name in TAKES_MARKUP and not plain(node) and any(made(each_) for each_ in shown):
                yield each.at(node, f"{name} is given a string put together from parts")
            elif name == "escape" or (name in BANNED and any(made(each_) for each_ in node.args)):
                yield each.at(node, f"calls {name}")
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr in TITLES and made(node.value):
                    yield each.at(node, f"{target.attr} is a string put together from parts")


def plain(node: ast.Call) -> bool:
    """Whether the call says itself that what it gives holds no markup."""
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in node.keywords
    )


def made(node: ast.expr) -> bool:
    """Whether an expression is a string that is put together from parts in this very place."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join")
    if isinstance(node, ast.BinOp):
        text = any(_is_text(side) for side in (node.left, node.right))
        return (text and isinstance(node.op, ast.Add | ast.Mod)) or made(node.left)
    if isinstance(node, ast.IfExp):
        return made(node.body) or made(node.orelse)
    if isinstance(node, ast.BoolOp):
        return any(made(each) for each in node.values)
    if isinstance(node, ast.List | ast.Tuple):
        return any(made(each) for each in node.elts)
    return isinstance(node, ast.Starred) and made(node.value)


def _is_text(node: ast.expr) -> bool:
    return made(node) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_no_widget_is_given_a_string_put_together_from_parts() -> None:
    """Every such text is made content of first."""
    assert [fault for each in in_room("tui") for fault in faults(each)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Static(f'{name} moves')",
        "Label('{} moves'.format(name))",
        "self.notify('%s moves' % name)",
        "self.query_one(Static).update('Now: ' + name)",
        "Content.from_markup(f'[b]{name}[/b]')",
        "Option(f'{name}' if name else 'nobody')",
        "table.add_row('a', f'{name}')",
        "self.border_title = f'{name}'",
        "Static(', '.join(names))",
        "yield Label(name or f'{number}')",
        "widget.tooltip = 'Why: ' + reason",
        "Text.from_markup(escape(name))",
        "self.run_action(f'go({name})')",
        "self.notify(f'{name} moves', markup=True)",
    ],
)
def test_a_string_put_together_is_found(text: str) -> None:
    """Each of these would be seen."""
    assert list(faults(module("game/tui/x.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "Static('Quit')",
        "Static(say(f'{name} moves'))",
        "Content.from_markup('[b]$name[/b]', name=name)",
        "self.notify(say(name))",
        "self.notify(f'{name} moves', markup=False)",
        "Static(id=f'slot-{number}')",
        "self.border_title = say(name)",
    ],
)
def test_text_that_is_safe_is_left_alone(text: str) -> None:
    """And these are as they should be."""
    assert not list(faults(module("game/tui/x.py", text)))
