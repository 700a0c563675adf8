"""The example game that ships: its decisions played once more, and written as a save."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from game.match import Journal, Match
from game.scenario import read_text

NAME: Final = "grand-bargain"
SHIPPED: Final = Path(__file__).parents[2] / "saves" / f"{NAME}.jsonl"
DECISIONS: Final = Path(__file__).with_name("decisions.txt")

SEED: Final = 1954
CREATED: Final = "2026-01-01T12:00:00Z"


def decisions() -> tuple[tuple[str, str], ...]:
    """The decisions of both sides, each with its reason."""
    lines = DECISIONS.read_text(encoding="utf-8").splitlines()
    parts = (line.partition("|") for line in lines if line and not line.startswith("#"))
    return tuple((decision.strip(), reason.strip()) for decision, _, reason in parts)


def remade() -> bytes:
    """The save, made anew."""
    text, where = read_text("shared-enemy")
    with TemporaryDirectory() as folder:
        path = Path(folder) / SHIPPED.name
        match = Match.new(
            text,
            where,
            seats=("human", "human"),
            seed=SEED,
            journal=Journal(path),
            title="Grand bargain",
            clock=lambda: CREATED,
        )
        for decision, reason in decisions():
            match.decide(decision, reason=reason)
        match.close()
        return path.read_bytes()
