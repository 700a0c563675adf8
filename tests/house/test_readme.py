"""What the README shows as Python runs as it stands there."""

from __future__ import annotations

import re

import pytest

from tests.house.source import ROOT

README = ROOT / "README.md"
MOST = 15


def first_block(text: str) -> str:
    """The first block of Python in a Markdown text."""
    found = re.search(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found is not None, "README.md has no ```python block: show how a game is played in code"
    return found[1]


def test_the_readme_plays_a_game(capsys: pytest.CaptureFixture[str]) -> None:
    """At most fifteen lines load the scenario, play a game at random and print its verdict."""
    block = first_block(README.read_text(encoding="utf-8"))
    lines = len(block.splitlines())
    assert lines <= MOST, (
        f"the Python block of README.md has {lines} lines, at most {MOST} are wanted"
    )
    names: dict[str, object] = {}
    exec(compile(block, str(README), "exec"), names)
    assert capsys.readouterr().out.strip(), "the Python block of README.md prints nothing"


def test_a_text_without_python_is_refused() -> None:
    """A missing block is said to be missing."""
    with pytest.raises(AssertionError, match="no ```python block"):
        first_block("# A game\n\n```sh\nls\n```\n")
