"""What a trial of many cases found."""

from __future__ import annotations

import re

from attrs import define, field


@define
class Tally:
    """How many cases were tried, and which went wrong, in words."""

    tried: int = 0
    wrong: list[str] = field(factory=list)
    noted: dict[str, int] = field(factory=dict)
    """How often things worth knowing happened."""

    def case(self, problem: str | None, name: str) -> None:
        """Count a case; a problem is kept with the case's name."""
        self.tried += 1
        if problem:
            self.wrong.append(f"{name}: {problem}")

    def note(self, what: str) -> None:
        self.noted[what] = self.noted.get(what, 0) + 1

    def __str__(self) -> str:
        notes = "".join(f"; {what}: {times:,}" for what, times in sorted(self.noted.items()))
        return f"{self.tried:,} tried, {len(self.wrong):,} wrong{notes}"


def is_plain(sentence: str | None) -> bool:
    """Whether a message is one that people can read: no number of an error, no Python."""
    return (
        sentence is not None
        and len(sentence) > 10
        and sentence.rstrip()[-1:].isascii()
        and not re.search(r"Errno|Traceback|Error\(|<[a-z]+ |0x[0-9a-f]", sentence)
    )
