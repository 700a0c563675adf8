"""What a search has found out, kept so that it can be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from game.opponents.thought import Analysis, Candidate, Worth
from game.rules import NOBODY, Decision, Rulebook, State, chances
from game.value import frozen

# Whoever has others think needs no tree of its own.
if TYPE_CHECKING:
    from game.opponents.search.search_node import SearchNode
    from game.opponents.search.search_tree import SearchTree

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
        liked: what whoever decides makes of it, by what it wants.
    """

    text: str
    visits: int
    worth: Worth
    line: tuple[str, ...]
    liked: float


def branches(tree: SearchTree) -> tuple[Branch, ...]:
    """What a tree says of the decisions at its root, or of what Chance may draw there."""
    root = tree.root
    assert root.decisions is not None  # a tree opens its root at once
    found = []
    for place, decision in enumerate(root.decisions):
        visits = root.visits[place]
        worth = (root.firsts[place], root.seconds[place]) if visits else root.priors[place]
        line = tuple(_line(root.children[place]))
        found.append(Branch(decision.text, visits, worth, line, tree.liked(place)))
    return tuple(found)


def merge(book: Rulebook, state: State, found: Sequence[tuple[Branch, ...]]) -> Analysis:
    """Several trees on the same position as one (G. Chaslot, M. Winands, J. van den Herik,
    "Parallel Monte-Carlo tree search", 2008: root parallelization).

    Args:
        book: the rules.
        state: the position.
        found: per tree what it says, in an order that is always the same.
    """
    side = state.side
    by_text: dict[str, list[Branch]] = {}
    for tree in found:
        for branch in tree:
            by_text.setdefault(branch.text, []).append(branch)
    candidates = []
    liked: dict[str, float] = {}
    for text, same in by_text.items():
        visits = sum(branch.visits for branch in same)
        shares = [branch.visits for branch in same] if visits else [1] * len(same)
        worth = (
            sum(branch.worth[0] * each for branch, each in zip(same, shares, strict=True)),
            sum(branch.worth[1] * each for branch, each in zip(same, shares, strict=True)),
        )
        worth = (worth[0] / sum(shares), worth[1] / sum(shares))
        liked[text] = sum(
            branch.liked * each for branch, each in zip(same, shares, strict=True)
        ) / sum(shares)
        line = max(same, key=lambda branch: branch.visits).line
        candidates.append(
            Candidate(
                book.decisions[text], visits, worth, tuple(book.decisions[each] for each in line)
            )
        )
    playouts = sum(candidate.visits for candidate in candidates)
    if side == NOBODY:
        candidates.sort(key=lambda candidate: -candidate.visits)
        deck = chances(book, state)
        worth = _expected(deck, {each.decision.text: each.worth for each in candidates})
        single = [_expected(deck, {each.text: each.worth for each in tree}) for tree in found]
    else:
        candidates.sort(key=lambda each: (-each.visits, -liked[each.decision.text]))
        worth = candidates[0].worth
        single = [max(tree, key=lambda each: (each.visits, each.liked)).worth for tree in found]
    firsts, seconds = [first for first, _ in single], [second for _, second in single]
    spread = max(firsts) - min(firsts), max(seconds) - min(seconds)
    return Analysis(side, tuple(candidates), playouts, worth, spread, tuple(single))


def _expected(deck: Sequence[tuple[Decision, int]], worths: Mapping[str, Worth]) -> Worth:
    """The mean of what the outcomes of a draw are worth, by weight."""
    first = second = 0.0
    for outcome, weight in deck:
        worth = worths[outcome.text]
        first += weight * worth[0]
        second += weight * worth[1]
    total = sum(weight for _, weight in deck)
    return first / total, second / total


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
