"""One digest of everything that the rules say in some random games, printed.

python -m tests.rules.digests
"""

from __future__ import annotations

import hashlib

from game.rules import Rulebook, digest, legal, play, start, verdict
from tests.books import shipped
from tests.rules.games import TASTES, game, other_numbers


def lines() -> list[str]:
    """A digest for each game: the positions, the order of the legal sets, the consequences."""
    found = []
    for taste in sorted(TASTES):
        for seed in range(4):
            book = Rulebook(other_numbers(shipped(), seed) if seed else shipped())
            heard, state = hashlib.sha256(), start(book)
            for before, decision, after in game(book, seed, taste):
                consequences = play(book, before, decision).consequences
                options = [each.text for each in legal(book, before)]
                heard.update(repr((digest(book, after), options, consequences)).encode())
                state = after
            heard.update(repr(verdict(book, state)).encode())
            found.append(f"{taste} {seed} {heard.hexdigest()}")
    return found


if __name__ == "__main__":
    print("\n".join(lines()))
