"""What a search has found out, kept so that it can be told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from game.opponents.search.search_tree import SearchNode, SearchTree
from game.opponents.thought import Analysis, Candidate, Worth
from game.rules import Rulebook

LONGEST: Final = 12
"""So many decisions of a line are kept."""

FEWEST: Final = 3
"""A line ends where fewer playouts went on."""


@frozen
class Branch:
    """What one tree says of one decision; it travels between processes.

    Attributes:
        text: the decision.
        visits: how many playouts tried it.
        worth: per side what came of them; of an untried one what was thought of it.
        line: what was tried most after it, decision by decision.
    """

    text: str
    visits: int
    worth: Worth
    line: tuple[str, ...]


def branches(tree: SearchTree) -> tuple[Branch, ...]:
    """What a tree says of the decisions at its root."""
    root = tree.root
    assert root.decisions is not None  # a tree opens its root at once
    found = []
    for place, decision in enumerate(root.decisions):
        visits = root.visits[place]
        worth = (root.firsts[place], root.seconds[place]) if visits else root.priors[place]
        found.append(Branch(decision.text, visits, worth, tuple(_line(root.children[place]))))
    return tuple(found)


def merge(book: Rulebook, side: int, found: Sequence[tuple[Branch, ...]]) -> Analysis:
    """Several trees on the same position as one (G. Chaslot, M. Winands, J. van den Herik,
    "Parallel Monte-Carlo tree search", 2008: root parallelization).

    Args:
        book: the rules.
        side: the side that decides.
        found: per tree what it says, in an order that is always the same.
    """
    by_text: dict[str, list[Branch]] = {}
    for tree in found:
        for branch in tree:
            by_text.setdefault(branch.text, []).append(branch)
    candidates = []
    for text, same in by_text.items():
        visits = sum(branch.visits for branch in same)
        shares = [branch.visits for branch in same] if visits else [1] * len(same)
        worth = (
            sum(branch.worth[0] * each for branch, each in zip(same, shares, strict=True)),
            sum(branch.worth[1] * each for branch, each in zip(same, shares, strict=True)),
        )
        worth = (worth[0] / sum(shares), worth[1] / sum(shares))
        line = max(same, key=lambda branch: branch.visits).line
        candidates.append(
            Candidate(
                book.decisions[text], visits, worth, tuple(book.decisions[each] for each in line)
            )
        )
    candidates.sort(key=lambda candidate: (-candidate.visits, -candidate.worth[side]))
    return Analysis(side, tuple(candidates), sum(candidate.visits for candidate in candidates))


def _line(node: SearchNode | None) -> list[str]:
    """What was tried most from a node on."""
    found: list[str] = []
    while node is not None and node.decisions and len(found) < LONGEST:
        place = node.visits.index(max(node.visits))
        if node.visits[place] < FEWEST:
            break
        found.append(node.decisions[place].text)
        node = node.children[place]
    return found
