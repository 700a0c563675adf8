"""Ten typical mistakes of authors, and what they are told: ``messages.txt``.

Run ``python -m tests.scenario.messages`` to write the file anew; read the difference before you
commit it.
"""

from __future__ import annotations

from pathlib import Path

from game.authoring.check import check_text
from game.authoring.starter import starter

FILE = Path(__file__).with_name("messages.txt")

MISTAKES = (
    ("a key misspelt", ('short = "Sandbags"', 'shrot = "Sandbags"')),
    ("a number in quotes", ("cost = 3", 'cost = "3"')),
    ("a track misspelt", ("{ flood = -1, trust = 1 }", "{ flodo = -1, trust = 1 }")),
    ("single brackets for a list", ('[[motions]]\nid = "fair"', "[motions]\nid = 'fair'")),
    ("a closing quote forgotten", ('name = "One summer fair"', 'name = "One summer fair')),
    ("a comma forgotten", ('tags = ["river", "work"]', 'tags = ["river" "work"]')),
    ("a key forgotten", ('goal_short = "timber"\n', "")),
    ("an entry copied and its id kept", ('id = "harbour"', 'id = "keeper"')),
    ("a hidden character copied from a web page", ('"The Same Water"', '"The Same\u200b Water"')),
    ("a condition that can never hold", ('"trust", at_least = 5', '"trust", at_least = 50')),
)  # fmt: skip
"""What went wrong, and the piece of the starter that was changed."""


def messages() -> str:
    """What is told of each mistake."""
    parts = []
    for name, (old, new) in MISTAKES:
        text = starter("two-towns")
        assert old in text, old
        faults = check_text(text.replace(old, new, 1), "two-towns.toml")
        told = "\n".join(str(fault) for fault in faults)
        parts.append(f"=== {name}\n\n{told}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    FILE.write_text(messages(), encoding="utf-8")
