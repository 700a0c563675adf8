"""Many contests, in this process or on several cores, as blocks that depend on nothing else."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import lru_cache
from typing import Final

from game.balance.contest import compete
from game.balance.facts import Facts
from game.balance.pool import as_done
from game.balance.series import Block
from game.opponents.search import Alone
from game.rules import Rulebook
from game.scenario import parse
from game.scenario.model import Scenario

Played = tuple[Facts, ...]
"""What is kept of the matches of a block, in the order of its contests."""

_BOOKS: Final = 4
"""So many rulebooks a process keeps, with what their thinkers remember."""


class Runner:
    """Plays blocks of one scenario, and gives each as it is done.

    Args:
        text: the scenario as it is written.
        name: what it is called in messages.
        jobs: how many processes; this one alone for 1.
    """

    def __init__(self, text: str, name: str, jobs: int = 1) -> None:
        self._text = text
        self._name = name
        self._jobs = jobs

    def run(self, tasks: Sequence[Block]) -> Generator[tuple[int, Played], None, None]:
        """Play blocks; each comes with its place among them, in any order."""
        calls = [(self._text, self._name, block) for block in tasks]
        if self._jobs == 1 or len(tasks) < 2:
            for place, call in enumerate(calls):
                yield place, play_block(*call)
            return
        yield from as_done(play_block, calls, self._jobs)


def play_block(text: str, name: str, block: Block) -> Played:
    """Play a block: a pure function of the scenario and the block, in whatever process."""
    played = []
    for contest in block.contests:
        book, thinker = _book(text, name, contest.variant)
        played.append(compete(book, contest, thinker))
    return tuple(played)


@lru_cache(_BOOKS)
def _scenario(text: str, name: str) -> Scenario:
    return parse(text, name)


@lru_cache(_BOOKS)
def _book(text: str, name: str, variant: str) -> tuple[Rulebook, Alone]:
    return Rulebook(_scenario(text, name), variant or None), Alone()
