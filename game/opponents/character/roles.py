"""What a role is in a scenario: the tracks that play it, from one of the sides."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from game.rules import ENDLESS, Clause, Rulebook
from game.scenario.character import EXEMPT
from game.scenario.terms import Condition

Bounds = tuple[tuple[int, int], ...]
"""Least and most."""


def tracks_of(book: Rulebook, name: str, side: int) -> tuple[int, ...]:
    """The tracks that a name or a role stands for; none if the scenario has none such."""
    match name:
        case "@gate":
            return (book.gate,)
        case "@ceiling":
            return (book.ceiling,)
        case "@danger":
            return tuple(track for track, _ in book.collapses)
        case "@own":
            return (book.score[side],)
        case "@other":
            return (book.score[1 - side],)
    return (book.track_ids.index(name),) if name in book.track_ids else ()


def tag_of(book: Rulebook, name: str) -> str:
    """The tag that a name or a role stands for."""
    return book.scenario.ladder.exempt if name == EXEMPT else name


def clause_of(
    book: Rulebook, conditions: tuple[Condition, ...], side: int
) -> tuple[Clause, Bounds] | None:
    """Conditions as the rules read them, and bounds of the highest danger; nothing if one of them
    is about what the scenario does not have.
    """
    plain, dangers = [], []
    for each in conditions:
        if each.track == "@danger":
            least = -ENDLESS if each.at_least is None else each.at_least
            dangers.append((least, ENDLESS if each.at_most is None else each.at_most))
            continue
        if each.track is not None:
            found = tracks_of(book, each.track, side)
            if not found:
                return None
            each = evolve(each, track=book.track_ids[found[0]])  # noqa: PLW2901 - the same one
        if each.tag is not None:
            each = evolve(each, tag=tag_of(book, each.tag))  # noqa: PLW2901
        if each.carried is not None and each.carried not in book.motion_ids:
            return None
        plain.append(each)
    if dangers and not book.collapses:
        return None
    return book.clause(plain), tuple(dangers)


def values_of(book: Rulebook, wanted: Mapping[str, int], side: int) -> tuple[tuple[int, int], ...]:
    """What is wanted of tracks, by their place."""
    found: dict[int, int] = {}
    for name, amount in wanted.items():
        for track in tracks_of(book, name, side):
            found[track] = found.get(track, 0) + amount
    return tuple((track, amount) for track, amount in found.items() if amount)
