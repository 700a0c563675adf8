"""What the codes of faults mean."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from game.scenario.reading.faults import Fault, ScenarioError
from game.text import shown
from game.text.names import nearest
from game.value import frozen

_FILE: Final = Path(__file__).with_name("codes.toml")


@frozen
class Code:
    """A code and what stands behind it.

    Attributes:
        name: the code, such as ``unknown-track``.
        why: why it is a fault, and what to do about it.
        right: a piece of a scenario as it should be; may be empty.
        wrong: the same piece with the fault.
    """

    name: str
    why: str
    right: str = ""
    wrong: str = ""

    @property
    def gist(self) -> str:
        """The first sentence of ``why``."""
        return self.why.partition(". ")[0].rstrip(".") + "."

    def __str__(self) -> str:
        """The explanation as text of several lines."""
        parts = [self.name, self.why]
        if self.right:
            parts.append(f"Wrong:\n{_indented(self.wrong or '(nothing)')}")
            parts.append(f"Right:\n{_indented(self.right)}")
        return "\n\n".join(parts)


@cache
def codes() -> Mapping[str, Code]:
    """All codes by their names."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: Code(name, **entry) for name, entry in table.items()}


def explain(name: str) -> str:
    """Why a fault with this code is one, with an example.

    Raises:
        ScenarioError: there is no such code.
    """
    known = codes()
    if name in known:
        return str(known[name])
    meant = nearest(name, tuple(known))
    hint = f"Did you mean {shown(meant)}?" if meant else ""
    message = f"{shown(name)} is not the code of a fault."
    raise ScenarioError(
        [Fault("unknown-code", "error", "--explain", 0, 0, "", message, hint, tuple(sorted(known)))]
    )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.strip("\n").split("\n"))
