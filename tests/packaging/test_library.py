"""What docs/library.md shows runs as it stands there, and prints what stands below it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.packaging.library import PAGE, Example, examples

TEXT = PAGE.read_text(encoding="utf-8")
ALL = examples(TEXT)


def test_there_are_eleven_examples_and_no_other_code() -> None:
    """Every block of Python on the page is one of them."""
    assert len(ALL) == 11
    assert TEXT.count("```python") == 11
    assert [each.title.partition(".")[0] for each in ALL] == [str(n) for n in range(1, 12)]


@pytest.mark.parametrize("example", ALL, ids=[each.title for each in ALL])
def test_an_example_prints_what_stands_below_it(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a scenario or a rule was changed, ``python tasks.py golden`` writes it anew."""
    monkeypatch.chdir(tmp_path)
    assert example.output
    assert example.run() == example.output


@pytest.mark.parametrize("example", ALL, ids=[each.title for each in ALL])
def test_an_example_imports_a_room_by_its_face(example: Example) -> None:
    """What a room exports is enough."""
    modules = [
        node.module
        for node in ast.walk(ast.parse(example.code))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("game")
    ]
    assert [name for name in modules if str(name).count(".") > 1] == []
