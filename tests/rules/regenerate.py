"""Rewrite the kept texts after a change of the rules, and say what changed.

    python -m tests.rules.regenerate            rewrite golden.txt and perft.txt
    python -m tests.rules.regenerate --check    say what would change, and write nothing

The golden games keep their decisions. From the first one on that is not legal any more, a game is
played anew by the first legal decision by name; the lines below say where. Look at the changes
(``git diff`` shows them line by line) and commit them with the change that brought them about.
Exit code: 0, or 1 with ``--check`` if something would change.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from game.rules import RulesError
from tests.rules import golden, perft
from tests.rules.golden import Game

SHOWN = 5
"""Differences shown of each game and count; the rest are only counted."""


def games() -> tuple[str, list[str]]:
    """The new text of the golden games, and what is different."""
    kept = golden.read(golden.FILE.read_text(encoding="utf-8"))
    now = [golden.played(each.book, each.name, each.variant, each.decisions) for each in kept]
    said = []
    for was, becomes in zip(kept, now, strict=True):
        said += _cut(f"game {was.name}", list(game_differences(was, becomes)))
    return golden.write(now), said


def game_differences(was: Game, now: Game) -> Iterator[str]:
    """How a golden game differs, decision by decision and at its end."""
    if was.start != now.start:
        yield "it starts differently"
    for number, (old, new) in enumerate(zip(was.entries, now.entries, strict=False), start=1):
        if old.decision != new.decision:
            yield f"decision {number}, {old.decision}: not legal now, played anew from here on"
            break
        for each in golden.differences(old, new):
            yield f"decision {number}, {old.decision}: {each}"
    if was.ending != now.ending:
        yield f"its end was {was.ending}, now {now.ending}"


def counts() -> tuple[str, list[str]]:
    """The new text of the counts, and what is different."""
    kept = perft.read(perft.FILE.read_text(encoding="utf-8"))
    now, said = [], []
    for was in kept:
        try:
            becomes = perft.counted(was)
        except RulesError as error:
            said.append(f"{was.name}: not counted, change its `from` line by hand: {error}")
            becomes = was
        said += _cut(was.name, list(perft.differences(was, becomes)))
        now.append(becomes)
    return perft.write(now), said


def _cut(title: str, differences: list[str]) -> list[str]:
    said = [f"{title}: {each}" for each in differences[:SHOWN]]
    if more := len(differences) - len(said):
        said.append(f"{title}: and {more} more")
    return said


def main(arguments: list[str]) -> int:
    """Regenerate, or with ``--check`` only say what would change."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    changed = False
    # The games first: counts may begin in the middle of one.
    for file, renew in ((golden.FILE, games), (perft.FILE, counts)):
        text, said = renew()
        if not said and text == file.read_text(encoding="utf-8"):
            print(f"{file.name}: nothing changed")
            continue
        changed = True
        print("\n".join((f"{file.name}: changed", *(f"  {each}" for each in said))))
        if not arguments:
            file.write_text(text, encoding="utf-8", newline="\n")
    return int(changed and bool(arguments))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
