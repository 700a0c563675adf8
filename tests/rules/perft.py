"""How many ways there are to go on: the number of decision sequences of each length.

``perft.txt`` holds, for some positions, the counts to a depth and, for the last one, how they
divide over the first decision::

    position opening turn
    from standard: draw:kerry
    counts 22 132 1020
    divide
      consult 61
      ...

``from`` names a start and the decisions that lead to the position, or a golden game and how many
of its decisions are played. The number of counts is the depth. A position is added by writing its
first two lines and as many zeros as ``counts`` as its depth, and regenerating.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, frozen

from game.rules import Rulebook, State, advance, legal, play, start
from tests.books import rulebook
from tests.rules import golden

FILE = Path(__file__).with_name("perft.txt")


@frozen
class Count:
    """A position by how it is reached, and what was counted from it."""

    name: str
    origin: str
    counts: tuple[int, ...]
    divide: dict[str, int]


def perft(book: Rulebook, state: State, depth: int) -> int:
    """The number of sequences of just so many decisions; a game that ends before gives none."""
    options = legal(book, state)
    if depth == 1:
        return len(options)
    return sum(perft(book, advance(book, state, each), depth - 1) for each in options)


def divided(book: Rulebook, state: State, depth: int) -> dict[str, int]:
    """The count by first decision, sorted by name."""
    options = sorted(legal(book, state), key=str)
    if depth == 1:
        return {each.text: 1 for each in options}
    return {each.text: perft(book, advance(book, state, each), depth - 1) for each in options}


def position(origin: str) -> tuple[Rulebook, State]:
    """The position that a ``from`` line names.

    Raises:
        RulesError: a decision on the way there is not legal (any more).
    """
    begin, _, path = origin.partition(": ")
    if begin.startswith("game "):
        games = {game.name: game for game in golden.read(golden.FILE.read_text(encoding="utf-8"))}
        game = games[begin.removeprefix("game ")]
        book, decisions = game.book, game.decisions[: int(path)]
    else:
        book, decisions = rulebook(None if begin == golden.STANDARD else begin), (*path.split(),)
    state = start(book)
    for text in decisions:
        state = play(book, state, book.decision(text)).state
    return book, state


def counted(known: Count) -> Count:
    """The same position, counted now."""
    book, state = position(known.origin)
    depth = len(known.counts)
    divide = divided(book, state, depth)
    counts = (*(perft(book, state, each) for each in range(1, depth)), sum(divide.values()))
    return evolve(known, counts=counts, divide=divide)


def differences(kept: Count, now: Count) -> Iterator[str]:
    """How a count differs, depth by depth and first decision by first decision."""
    for depth, (was, found) in enumerate(zip(kept.counts, now.counts, strict=True), start=1):
        if was != found:
            yield f"depth {depth}: {was}, now {found}"
    for text in sorted({*kept.divide, *now.divide}):
        was, found = kept.divide.get(text, 0), now.divide.get(text, 0)
        if was != found:
            yield f"{text}: {was}, now {found}"


def read(text: str) -> list[Count]:
    """The counts in a text."""
    found = []
    for block in text.strip().split("\n\n"):
        name, origin, counts, *rest = block.splitlines()
        divide = dict(line.split() for line in rest[1:])
        found.append(
            Count(
                name.removeprefix("position "),
                origin.removeprefix("from "),
                tuple(int(each) for each in counts.removeprefix("counts ").split()),
                {text: int(number) for text, number in divide.items()},
            )
        )
    return found


def write(counts: Iterable[Count]) -> str:
    """The text of counts."""
    blocks = []
    for each in counts:
        lines = [
            f"position {each.name}",
            f"from {each.origin}",
            "counts " + " ".join(map(str, each.counts)),
            "divide",
            *(f"  {text} {number}" for text, number in each.divide.items()),
        ]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)
