"""How whoever sits opposite is going to answer a motion, before it is tabled.

What its lines leave, or a doctrine's maxims, is certain. What a search takes is likely: a search
with fewer playouts is asked, from the position that the motion leads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from attrs import evolve, frozen

from game.opponents import Analysis, Game, Opponent
from game.opponents.character import RedLines
from game.opponents.character_seat import CharacterSeat
from game.opponents.doctrine import DoctrineSeat
from game.opponents.doctrine.observation import observe
from game.opponents.search import LEVELS, Priority, SearchSeat
from game.opponents.thought import Ruling
from game.rules import NOBODY, Decision, Kind, Phase, advance, legal
from game.scenario.character import Character, RedLine

SIGHT: Final = 2
"""The level at which it is looked ahead at most: what is forecast must be there at once."""


_CLOSE: Final = 3.0
"""Hundredths of payoff by which an answer is hardly better than another."""


class Reaction(Enum):
    """How a motion is answered."""

    ACCEPT = "accept"
    ARGUE = "argue"
    REFUSE = "refuse"


REACTIONS: Final = {
    Kind.ACCEPT: Reaction.ACCEPT,
    Kind.REBUT: Reaction.ARGUE,
    Kind.DECLINE: Reaction.REFUSE,
}
"""By the decision that it is."""


@frozen
class Forecast:
    """How a motion is going to be answered.

    Attributes:
        side: the side that answers.
        reaction: how; nothing if there is more than one way and it is not known yet.
        certain: whether it cannot be otherwise.
        barred: how it will not answer in any case, though the rules allow it.
        lines: the lines that leave it no other way, or fewer.
        ruling: the maxim by which it answers, if it goes by maxims.
        close: another answer is worth about as much to it, as far as it looks ahead.
    """

    side: int
    reaction: Reaction | None
    certain: bool = False
    barred: tuple[Reaction, ...] = ()
    lines: tuple[RedLine, ...] = ()
    ruling: Ruling | None = None
    close: bool = False


def answering(game: Game, decision: Decision) -> Game | None:
    """The game in which the other side answers a motion; nothing if a decision tables none.

    Args:
        game: the game before.
        decision: a decision that is legal in it.
    """
    if decision.kind is not Kind.TABLE:
        return None
    then = advance(game.book, game.state, decision)
    if then.phase is not Phase.REPLY:
        return None
    return evolve(game, state=then, history=(*game.history, (game.state, decision)))


def sure(after: Game, opponent: Opponent) -> Forecast | None:
    """What is certain of an answer; nothing if whoever answers cannot be known.

    Args:
        after: the game in which it answers.
        opponent: who answers.
    """
    side = after.state.side
    options = legal(after.book, after.state)
    if isinstance(opponent, DoctrineSeat):
        ruling = opponent.ruling(after)
        reaction = REACTIONS[ruling.decision.kind]
        return Forecast(side, reaction, certain=True, ruling=ruling)
    if not isinstance(opponent, SearchSeat):
        return None
    before = left = _ways(options)
    said: tuple[RedLine, ...] = ()
    if isinstance(opponent, CharacterSeat):
        left, said = _within(after, opponent.character, options)
    barred = tuple(each for each in before if each not in left)
    if len(left) == 1:
        return Forecast(side, left[0], certain=True, barred=barred, lines=said)
    return Forecast(side, None, barred=barred, lines=said)


def _within(
    after: Game, character: Character, options: Sequence[Decision]
) -> tuple[tuple[Reaction, ...], tuple[RedLine, ...]]:
    """What the lines of a character leave, and which of them leave less than there was."""
    side = after.state.side
    lines = RedLines(after.book, character, side)
    ways, said = _ways(options), []
    for place in lines.holding(observe(after.book, after.state, after.history)):
        options = lines.within(after.state, (place,), options)
        if (left := _ways(options)) != ways:
            ways = left
            said.append(character.lines[place])
    return ways, tuple(said)


def _ways(options: Sequence[Decision]) -> tuple[Reaction, ...]:
    return tuple(dict.fromkeys(REACTIONS[each.kind] for each in options))


def forecaster(opponent: Opponent) -> SearchSeat | None:
    """Who looks ahead for one that looks ahead itself: as it would, with fewer playouts, when
    nobody else thinks.
    """
    if isinstance(opponent, CharacterSeat):
        who = opponent.character
        near = evolve(who, sight=min(who.sight, SIGHT))
        return CharacterSeat(near, opponent.seed, opponent.thinker.at(Priority.BACKGROUND))
    if isinstance(opponent, SearchSeat):
        level = LEVELS[min(opponent.level.number, SIGHT) - 1]
        thinker = opponent.thinker.at(Priority.BACKGROUND)
        return SearchSeat(level, opponent.seed, opponent.wants, thinker)
    return None


def likely(known: Forecast, analysis: Analysis) -> Forecast:
    """What is likely of an answer, after what is certain of it."""
    if known.certain:
        return known
    best = analysis.best
    reaction, side = REACTIONS[best.decision.kind], known.side
    others = [
        each.worth[side]
        for each in analysis.candidates
        if each.visits and REACTIONS[each.decision.kind] is not reaction
    ]
    close = bool(others) and best.worth[side] - max(others) <= _CLOSE
    return evolve(known, reaction=reaction, close=close)


def standing_lines(game: Game, side: int) -> tuple[tuple[RedLine, bool], ...]:
    """The lines of whoever plays a side, each with whether it holds as things stand.

    Before the turn of the side; one about a motion on the table holds only once it is there.
    """
    character = game.characters[side]
    if character is None:
        return ()
    if game.state.side == NOBODY or game.state.phase is Phase.END:
        return tuple((each, False) for each in character.lines)
    lines = RedLines(game.book, character, side)
    seen = evolve(observe(game.book, game.state, game.history), side=side)
    holding = lines.holding(seen)
    return tuple((each, place in holding) for place, each in enumerate(character.lines))
