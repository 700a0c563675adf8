"""The variations of a match in lines, and two of them beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from game.match import Match
from game.match.tree import Variation
from game.review.compare import DEEPEST, Row, compare
from game.review.words import plain, track_name
from game.rules import Phase, Rulebook, verdict


def variations(match: Match) -> Iterator[str]:
    """Every variation, below the one that it leaves."""
    for each, depth in match.tree.ordered():
        yield f"{'  ' * min(depth, DEEPEST)}{heading(match, each)}. {stands(match.book, each)}"


def heading(match: Match, variation: Variation) -> str:
    """What a variation is: its number and name, where it begins, and who plays it."""
    tree, sides = match.tree, match.scenario.sides
    words = [f"{variation.number}{f' “{variation.name}”' if variation.name else ''}"]
    if variation.number == tree.main:
        words.append("the main line")
    if variation.number == tree.current:
        words.append("played now")
    if variation.parent >= 0:
        words.append(f"leaves {variation.parent} after decision {variation.ply}")
    if variation.by:
        side = sides[match.book.side_ids.index(variation.by)].short
        price = f" for {variation.price}" if variation.price else ""
        words.append(f"{side} took its decision back{price}")
    if variation.seats != match.header.seats:
        words.append(" against ".join(variation.seats))
    return ", ".join(words)


def stands(book: Rulebook, variation: Variation) -> str:
    """How far a variation has come, and how it ended or stands."""
    timeline = variation.timeline
    state = timeline.state
    count = len(timeline.decisions)
    if state.phase is Phase.END:
        end = verdict(book, state)
        first, second = (plain(final) for final in end.final)
        title = book.scenario.epilogues[end.name].title
        return f"{count} decisions. Verdict: {title}, {first} to {second}."
    first, second = (plain(state.tracks[index]) for index in book.score)
    return f"{count} decisions, round {state.round} of {book.rounds}, {first} to {second}."


def comparison(match: Match, one: int, other: int) -> Iterator[str]:
    """Two variations side by side: where they part, the tracks round by round, the verdicts."""
    book = match.book
    pair = [match.tree.variations[number] for number in (one, other)]
    first, second = ((each.timeline.decisions, each.timeline.states) for each in pair)
    found = compare(book, first, second)
    yield f"Variations {one} and {other} share {_decisions(found.shared)}."
    for row in found.rows:
        yield from _round(book, row, (one, other))
    for each in pair:
        yield f"Variation {each.number}: {stands(book, each)}"


def _decisions(count: int) -> str:
    return f"{count} decision{'' if count == 1 else 's'}"


def _round(book: Rulebook, row: Row, numbers: tuple[int, int]) -> Iterator[str]:
    """What differs at the end of a round."""
    for number, values in zip(numbers, zip(*row.tracks, strict=True), strict=True):
        if values[0] is None:
            yield f"Round {row.round}: only variation {sum(numbers) - number} came so far."
            return
    differing = [
        f"{track_name(book, track)} {plain(one)} and {plain(other)}"
        for track, (one, other) in zip(book.track_ids, row.tracks, strict=True)
        if one is not None and other is not None and one != other
    ]
    yield f"Round {row.round}: {', '.join(differing) if differing else 'no difference'}."
