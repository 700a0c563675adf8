"""How often what is said of an answer before a motion is tabled comes true."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from attrs import frozen

from game.interval import Figure, ratio
from game.match.timeline import begin
from game.opponents import Game, Opponent, opponent
from game.review.forecast import REACTIONS, Forecast, Reaction, answering, foresee, whichever
from game.rules import NOBODY, Decision, Kind, Phase, Rulebook, State, legal, play
from game.scenario.cast import cast

LEVELS: Final = ("search:2", "search:4")
"""The levels that play beside the cast."""

HIGHEST: Final = "search:6"
"""Who is only asked, as it thinks long; it looks further than whoever forecasts its answer."""

EQUALS: Final = ("search:2", "search:2")
"""Who plays the games in which it is asked."""

KINDS: Final = ("will not", "will", "is likely to", "may")
"""How what is said begins."""

FIRST: Final = 8000
"""The first seed. What is called likely was settled on seeds below 1000."""


@frozen
class Told:
    """What was said of an answer, and whether it came true.

    Attributes:
        who: who answers.
        said: what was said, in a few words.
        came: whether the answer was so; where more than one were named, whether it was among them.
        whole: whether the argument behind the motion was yet to be chosen.
    """

    who: str
    said: str
    came: bool
    whole: bool


def pairs() -> tuple[tuple[str, str], ...]:
    """Everybody with everybody else, once: each of the cast, and levels."""
    return tuple(combinations([*(each.id for each in cast()), *LEVELS], 2))


def game(book: Rulebook, names: tuple[str, str], seed: int) -> tuple[Told, ...]:
    """What is said in a game of two, each of the other."""
    return tuple(
        told
        for shown, motion, seats in _motions(book, names, seed)
        for told in _told(shown, motion, seats[1 - shown.state.side], names[1 - shown.state.side])
    )


def highest(book: Rulebook, seed: int, every: int) -> tuple[Told, ...]:
    """What is said of the highest level in a game of equals, of each so many-th motion."""
    seat = _seat(book, HIGHEST, seed)
    return tuple(
        told
        for shown, motion, _ in list(_motions(book, EQUALS, seed))[::every]
        for told in _told(shown, motion, seat, HIGHEST)
    )


def _motions(
    book: Rulebook, names: tuple[str, str], seed: int
) -> Iterator[tuple[Game, Decision, Sequence[Opponent]]]:
    """The motions of a game, each where it is tabled, with another that could have been instead;
    and who plays.
    """
    known = {each.id: each for each in cast()}
    sitting = known.get(names[0]), known.get(names[1])
    seats = [_seat(book, name, 2 * seed + side) for side, name in enumerate(names)]
    line, past = begin(book, seed), list[tuple[State, Decision]]()
    pick = random.Random(seed)  # noqa: S311 - what is looked at
    while line.state.phase is not Phase.END:
        state = line.state
        if state.side == NOBODY:
            decision = line.draw()
        else:
            shown = Game(book, state, tuple(past), names, sitting)
            decision = seats[state.side].choose(shown).decision
            motions = [each for each in legal(book, state) if each.kind is Kind.TABLE]
            others = [each for each in motions if each.subject != decision.subject]
            if decision in motions:
                yield shown, decision, seats
            if others:
                yield shown, pick.choice(others), seats
        past.append((state, decision))
        played = play(book, state, decision)
        line.extend(decision, played.state, played.consequences)


def _seat(book: Rulebook, name: str, seed: int) -> Opponent:
    seat = opponent(name, seed=seed, scenario=book.scenario)
    assert seat is not None  # no person sits there
    return seat


def _told(before: Game, motion: Decision, seat: Opponent, who: str) -> Iterator[Told]:
    """What is said of a motion with its argument, and before that is chosen."""
    same = [
        (each, after)
        for each in legal(before.book, before.state)
        if (each.kind, each.subject) == (motion.kind, motion.subject)
        and (after := answering(before, each)) is not None
    ]
    found = [(each, after, foresee(after, seat)) for each, after in same]
    for each, after, known in found:
        if each == motion and known is not None:
            reaction = REACTIONS[seat.choose(after).decision.kind]
            yield from _came(who, known, reaction, whole=False)
            every = whichever([known for _, _, known in found if known is not None])
            yield from _came(who, every, reaction, whole=True)


def _came(who: str, known: Forecast, reaction: Reaction, *, whole: bool) -> Iterator[Told]:
    for each in known.barred:
        yield Told(who, f"will not {each.value}", each is not reaction, whole)
    kind = "will" if known.certain else "is likely to" if len(known.ways) == 1 else "may"
    ways = " or ".join(each.value for each in known.ways)
    yield Told(who, f"{kind} {ways}", reaction in known.ways, whole)


def figures(games: Sequence[Sequence[Told]]) -> Mapping[tuple[bool, str, str], tuple[int, Figure]]:
    """How often each thing was said and how often it came true, the games being independent.

    By whether the argument was yet to be chosen, by who answers, and by what was said. Of all
    together, where nobody is named, by each thing that was said, and of everybody by its kind.
    """
    counted: dict[tuple[bool, str, str], dict[int, tuple[int, int]]] = {}
    for number, told in enumerate(games):
        for each in told:
            kind = next(kind for kind in KINDS if each.said.startswith(kind))
            for who, said in ((each.who, kind), ("", kind), ("", each.said)):
                of = counted.setdefault((each.whole, who, said), {})
                hits, tries = of.get(number, (0, 0))
                of[number] = hits + each.came, tries + 1
    return {
        key: (
            sum(tries for _, tries in of.values()),
            ratio([hits for hits, _ in of.values()], [tries for _, tries in of.values()]),
        )
        for key, of in sorted(counted.items())
    }
