"""Nothing is left over from work: what is in a file is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT

WORDS = ("todo", "fixme", "xxx", "hack", "kludge", "wip", "tbd", "stub", "placeholder", "lorem")
"""What is written beside something that is to be done later, or stands where it will be."""

LEFT_OVER = re.compile(rf"(?<![^\W_])(?:{'|'.join(WORDS)})s?(?![^\W_])", re.IGNORECASE)
"""One of them as a word, or as a part of a name that is written in parts."""

ROOMS = ("game", "tests", "bench", "scenarios", "docs", ".ci")
ENDINGS = {".py", ".toml", ".md", ".tcss", ".yaml", ""}


def faults(where: str, text: str) -> Iterator[str]:
    """Where a text has a word that is left over."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in LEFT_OVER.findall(line):
            yield f"{where}:{number}: {found!r} in {line.strip()!r}"


def written() -> Iterator[Path]:
    """Everything that somebody wrote by hand here, but for this file, which has to name them."""
    inside = (path for room in ROOMS for path in (ROOT / room).rglob("*"))
    for path in (*sorted(inside), *sorted(ROOT.glob("*.*"))):
        if path.suffix in ENDINGS and path.is_file() and path.name != Path(__file__).name:
            yield path


def test_nothing_is_left_over() -> None:
    """What is not done is not in the tree, and what is in the tree is not to be done."""
    texts = [(str(each.relative_to(ROOT)), each.read_text(encoding="utf-8")) for each in written()]
    assert {"README.md", "game/__init__.py", ".ci/run"} <= {where for where, _ in texts}
    assert [fault for where, text in texts for fault in faults(where, text)] == []


@pytest.mark.parametrize("word", [*WORDS, "TODO:", "todo_list", "# XXX", "placeholders"])
def test_a_word_that_is_left_over_is_found(word: str) -> None:
    assert list(faults("x", f"one\nx = {word} here"))


@pytest.mark.parametrize("word", ["hackneyed", "hacked", "stubborn", "method", "wipe", "autodo"])
def test_other_words_are_left_alone(word: str) -> None:
    assert not list(faults("x", f"a {word} here"))
