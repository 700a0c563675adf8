"""Parts of what is long, for whoever names one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from game.plain.unclear import UnclearError
from game.review.standing import mover
from game.rules import NOBODY, State
from game.telling.arguments import hand_lines, map_lines
from game.telling.board import Board
from game.telling.glossary import glossary, own_words
from game.telling.position import debate, gauges, ladder, news, of_party, rung
from game.telling.voice import Voice
from game.text import shown

EVERYTHING: Final = "all"
"""The word for all of it, where a part is told if nothing is named."""


def part_of_table(voice: Voice, seen: Board, state: State, wanted: str) -> Iterator[str]:
    """One part of the table: the numbers, the ladder or one tier of it, a side, the debate.

    Raises:
        UnclearError: there is no such part.
    """
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "numbers": lambda: gauges(voice, seen),
        "ladder": lambda: ladder(voice, seen, mover(state)),
        "news": lambda: news(voice, seen),
    }
    if (exchange := seen.debate) is not None:
        parts["debate"] = lambda: debate(voice, exchange)
    for each in seen.ladder.rungs:
        parts[f"tier {each.number}"] = lambda each=each: rung(voice, each)  # type: ignore[misc]
    known = list(parts)
    for party in seen.parties:
        side = voice.scenario.sides[party.side]
        known.append(party.name)
        for name in (party.name, side.id, side.short):
            parts[name.casefold()] = lambda party=party: of_party(voice, party)  # type: ignore[misc]
    found = parts.get(wanted.casefold())
    if found is None:
        raise UnclearError(
            voice.say("plain.part.unknown", name=shown(wanted), known=voice.items(known))
        )
    yield from found()


def some_arguments(voice: Voice, state: State, seen: Board, wanted: str) -> Iterator[str]:
    """The hand of the side that decides in short, an argument by its name, or everything.

    Raises:
        UnclearError: there is no such argument.
    """
    if wanted.casefold() == EVERYTHING:
        yield from map_lines(voice, state, seen)
    elif wanted:
        found = list(map_lines(voice, state, seen, wanted))
        if not found:
            raise UnclearError(voice.say("plain.part.no_argument", name=shown(wanted)))
        yield from found
    else:
        sides = (0, 1) if state.side == NOBODY else (state.side,)
        for side in sides:
            yield from hand_lines(voice, state, seen, side)
        yield voice.say("plain.part.arguments")


def some_words(voice: Voice, wanted: str) -> list[str]:
    """What the words of the game mean that have something in their name; nothing if none has."""
    words = (*glossary(voice), *own_words(voice))
    return [each.sentence for each in words if wanted.casefold() in each.name.casefold()]
