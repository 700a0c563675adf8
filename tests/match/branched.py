"""Saves with everything in them that a match can hold, one of each shipped scenario.

They were written once, under rules 3, and are never made again: whatever the rules become, these
games mean what they meant. ``list.txt`` beside them says what that is.
"""

from __future__ import annotations

from pathlib import Path

from game.match import Journal, Match
from game.match.chance import draw64
from game.match.verifying import verify
from game.rules import digest
from tests.match.games import MOMENT

FOLDER = Path(__file__).parent / "golden" / "rules-3"
LIST = FOLDER / "list.txt"


def paths() -> list[Path]:
    """The saves, by name."""
    return sorted(FOLDER.glob("*.jsonl"))


def described(path: Path) -> str:
    """What a save means: its head code, and of each variation where it leaves and how it ends."""
    report = verify(path)
    assert report.good, str(report)
    match = Match.open(path, read_only=True)
    lines = [
        f"{line.parent}@{line.ply}{line.by and f' by {line.by} for {line.price}'}"
        f" {len(line.timeline.decisions)} {digest(match.book, line.timeline.state)}"
        for line in match.tree.variations
    ]
    verdict = match.verdict.name if match.verdict else "in-progress"
    comments = len(match.tree.comments)
    return f"{path.stem} {report.code} {verdict}, {comments} comments: {'; '.join(lines)}"


def write(path: Path, text: str, seed: int, variant: str | None = None) -> None:
    """Play a game with a branch, a decision taken back, and comments, and keep it."""
    match = Match.new(
        text,
        seats=("human", "human"),
        seed=seed,
        variant=variant,
        title=f"Golden {seed}",
        names=("Anna", "Борис"),
        journal=Journal(path),
        clock=lambda: MOMENT,
    )
    drawn = 0

    def on(most: int) -> None:
        nonlocal drawn
        for _ in range(most):
            if match.over:
                return
            options = match.legal()
            if len(options) > 1 and options[-1].text == "consult":
                options = options[:-1]
            match.decide(options[draw64(seed, drawn) % len(options)])
            drawn += 1

    on(12)
    side = match.state.side
    on(1)
    if match.tree.timeline.own(side) is not None:
        match.ask_back(side)
        match.take_back(side, price=1)
    match.comment(5, "Here it began.", by="Anna")
    on(8)
    match.branch(9, name="Another way")
    on(100)
    match.comment(9, "Что было бы, если бы.", by="Борис")
    match.go(0)
    on(100)
    match.name(0, "As it was")
    match.close()
