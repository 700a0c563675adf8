"""Regular expressions that every Python from 3.11.0 on matches alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.house.source import ROOT, Module, module, strings

POSSESSIVE = re.compile(r"(?<!\\)(?:\\\\)*[*+?}]\+")
r"""A repeat that gives nothing back, such as ``a*+``; ``\*+`` is no such repeat."""


REPEATED = re.compile(r"[*+?}]\+")
"""What stands in every text that has such a repeat."""


def faults(each: Module) -> Iterator[str]:
    """Where a module has a possessive repeat in a literal."""
    for literal in strings(each):
        text = re.sub(r"\[\^?\]?(?:\\.|[^\]\\\n])*\]", "x", str(literal.value))
        if POSSESSIVE.search(text):
            yield each.at(literal, f"a possessive repeat in {literal.value!r}")


def written() -> Iterator[Module]:
    """What is written in Python here, tests and tools too, and might have one."""
    for room in ("game", "tests", "bench", "tasks.py"):
        for path in sorted((ROOT / room).rglob("*.py")) or [ROOT / room]:
            text = path.read_text(encoding="utf-8")
            if REPEATED.search(text) and path.name != "test_patterns.py":
                yield module(str(path.relative_to(ROOT)), text)


def test_no_pattern_has_a_possessive_repeat() -> None:
    """Python before 3.11.5 matches some of them wrongly; an atomic group says the same."""
    assert [fault for each in written() for fault in faults(each)] == []


@pytest.mark.parametrize(
    "pattern", ["a*+", "(?:a|b)++", "a?+", "a{2,3}+", r"[^\"\\]*+", r"\\*+", "x[+]*+"]
)
def test_a_possessive_repeat_is_found(pattern: str) -> None:
    assert list(faults(module("game/x.py", f"x = {pattern!r}")))


@pytest.mark.parametrize("pattern", [r"\*+", r"[*+]+", "(?>a*)", r"[^\]*+]*", "{mark}"])
def test_other_patterns_are_left_alone(pattern: str) -> None:
    assert not list(faults(module("game/x.py", f"x = {pattern!r}")))
