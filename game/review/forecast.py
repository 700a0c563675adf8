"""How whoever sits opposite is going to answer a motion, before it is tabled.

What its lines leave, or a doctrine's maxims, is certain. Of a search the very search is asked, from
the position that the motion leads to, but with other draws than its own: nobody knows those before.
What it hardly prefers to something else is not called likely. How often each comes true measures
``python -m bench forecasts``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import evolve

from game.rules import NOBODY, Decision, Kind, Phase, advance, legal
from game.scenario.character import Character, RedLine
from game.value import frozen

if TYPE_CHECKING:
    from game.opponents import Analysis, Game, Opponent, Ruling
    from game.opponents.search import SearchSeat

SIGHT: Final = 5
"""The level at which it is looked ahead at most: what is forecast must be there soon."""

LIKELY: Final = 0.6
"""Such a share of what a search tries has to begin with an answer that is called likely."""


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
        ways: how, as far as that can be known: one way, or more that may as well be taken; none if
            nobody has looked ahead yet.
        certain: whether it cannot be otherwise.
        barred: how it will not answer in any case, though the rules allow it.
        lines: the lines that leave it no other way, or fewer.
        ruling: the maxim by which it answers, if it goes by maxims.
        depends: whether it is another one for other arguments behind the motion.
    """

    side: int
    ways: tuple[Reaction, ...] = ()
    certain: bool = False
    barred: tuple[Reaction, ...] = ()
    lines: tuple[RedLine, ...] = ()
    ruling: Ruling | None = None
    depends: bool = False


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
    # Whoever may sit there is not imported before somebody does.
    from game.opponents.character_seat import CharacterSeat  # noqa: PLC0415 - as said
    from game.opponents.doctrine import DoctrineSeat  # noqa: PLC0415 - as said
    from game.opponents.search import SearchSeat  # noqa: PLC0415 - as said

    side = after.state.side
    options = legal(after.book, after.state)
    if isinstance(opponent, DoctrineSeat):
        ruling = opponent.ruling(after)
        reaction = REACTIONS[ruling.decision.kind]
        return Forecast(side, (reaction,), certain=True, ruling=ruling)
    if not isinstance(opponent, SearchSeat):
        return None
    before = left = _ways(options)
    said: tuple[RedLine, ...] = ()
    if isinstance(opponent, CharacterSeat):
        left, said = _within(after, opponent.character, options)
    barred = tuple(each for each in before if each not in left)
    if len(left) == 1:
        return Forecast(side, left, certain=True, barred=barred, lines=said)
    return Forecast(side, barred=barred, lines=said)


def _within(
    after: Game, character: Character, options: Sequence[Decision]
) -> tuple[tuple[Reaction, ...], tuple[RedLine, ...]]:
    """What the lines of a character leave, and which of them leave less than there was."""
    from game.opponents.character import RedLines  # noqa: PLC0415 - not before a motion is looked at
    from game.opponents.doctrine.observation import observe  # noqa: PLC0415 - likewise

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
    """Who looks ahead for one that looks ahead itself: as it does, when nobody else thinks, and
    with draws of its own.
    """
    from game.opponents.character_seat import CharacterSeat  # noqa: PLC0415 - as above
    from game.opponents.search import LEVELS, Priority, SearchSeat  # noqa: PLC0415 - as above

    if isinstance(opponent, CharacterSeat):
        return CharacterSeat(
            opponent.character, ~opponent.seed, opponent.thinker.at(Priority.BACKGROUND)
        )
    if isinstance(opponent, SearchSeat):
        level = LEVELS[min(opponent.level.number, SIGHT) - 1]
        thinker = opponent.thinker.at(Priority.BACKGROUND)
        return SearchSeat(level, ~opponent.seed, opponent.wants, thinker)
    return None


def likely(known: Forecast, analysis: Analysis) -> Forecast:
    """What is likely of an answer, after what is certain of it."""
    if known.certain:
        return known
    tried: Counter[Reaction] = Counter()
    for each in analysis.candidates:
        tried[REACTIONS[each.decision.kind]] += each.visits
    best = REACTIONS[analysis.best.decision.kind]
    if tried[best] >= LIKELY * tried.total():
        return evolve(known, ways=(best,))
    other = max((each for each in tried if each is not best), key=lambda each: tried[each])
    return evolve(known, ways=_in_order({best, other}))


def foresee(after: Game, opponent: Opponent) -> Forecast | None:
    """What can be known of an answer: what is certain, else what is likely after a look ahead.

    Args:
        after: the game in which it answers.
        opponent: who answers.

    Raises:
        OpponentError: it was to be looked ahead, and nobody could.
    """
    from game.opponents import Analysis  # noqa: PLC0415 - as above

    known = sure(after, opponent)
    who = None if known is None or known.certain else forecaster(opponent)
    if known is None or who is None:
        return known
    thought = who.choose(after).thought
    return likely(known, thought) if isinstance(thought, Analysis) else known


def whichever(found: Sequence[Forecast]) -> Forecast:
    """What can be known of the answer to a motion before the argument behind it is chosen.

    Args:
        found: the forecast for each argument that can be, at least one.
    """
    first = found[0]
    barred = tuple(way for way in first.barred if all(way in each.barred for each in found))
    lines = tuple(line for line in first.lines if all(line in each.lines for each in found))
    known = all(each.ways for each in found)
    ways = _in_order({way for each in found for way in each.ways}) if known else ()
    return Forecast(
        first.side,
        ways,
        certain=len(ways) == 1 and all(each.certain for each in found),
        barred=barred,
        lines=lines,
        ruling=first.ruling if all(each.ruling == first.ruling for each in found) else None,
        depends=known and any(each.ways != first.ways for each in found),
    )


def _in_order(ways: Collection[Reaction]) -> tuple[Reaction, ...]:
    return tuple(each for each in Reaction if each in ways)


def standing_lines(game: Game, side: int) -> tuple[tuple[RedLine, bool], ...]:
    """The lines of whoever plays a side, each with whether it holds as things stand.

    Before the turn of the side; one about a motion on the table holds only once it is there.
    """
    character = game.characters[side]
    if character is None:
        return ()
    if game.state.side == NOBODY or game.state.phase is Phase.END:
        return tuple((each, False) for each in character.lines)
    from game.opponents.character import RedLines  # noqa: PLC0415 - some have no lines
    from game.opponents.doctrine.observation import observe  # noqa: PLC0415 - likewise

    lines = RedLines(game.book, character, side)
    seen = evolve(observe(game.book, game.state, game.history), side=side)
    holding = lines.holding(seen)
    return tuple((each, place in holding) for place, each in enumerate(character.lines))
