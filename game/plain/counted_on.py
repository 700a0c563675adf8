"""What can be counted on: how a motion would be answered, and who sits there with which lines."""

from __future__ import annotations

from collections.abc import Iterator

from game.opponents import Analysis, Game, Opponent, OpponentError
from game.review.forecast import Forecast, answering, forecaster, likely, sure
from game.rules import Decision
from game.telling.forecast import partners, say_forecast
from game.telling.voice import Voice


def foretold(voice: Voice, game: Game, decision: Decision, opponent: Opponent) -> Iterator[str]:
    """How whoever sits opposite would answer a motion; nothing if a decision tables none."""
    after = answering(game, decision)
    found = None if after is None else sure(after, opponent)
    if after is not None and found is not None:
        sitting = game.characters[after.state.side]
        name = voice.side(after.state.side) if sitting is None else sitting.name
        told = say_forecast(voice, _likely(found, after, opponent), name)
        yield from (line for line in told if line)


def _likely(found: Forecast, after: Game, opponent: Opponent) -> Forecast:
    who = None if found.certain else forecaster(opponent)
    if who is None:
        return found
    try:
        thought = who.choose(after).thought
    except OpponentError:
        return found  # what is certain is said in any case
    return likely(found, thought) if isinstance(thought, Analysis) else found


def who(voice: Voice, game: Game, *, whole: bool = False) -> Iterator[str]:
    """The characters at the table with their lines, and if it is to be whole all about them."""
    for side, sitter, kept in partners(voice, game):
        title = sitter.title
        if sitter.hard:
            title = voice.say("setup.chosen", name=title, hard=sitter.hard)
        sits = voice.say("forecast.sits", side=voice.side(side), title=title)
        yield voice.say("opponent.told.sentence", words=sits)
        about = (sitter.face, sitter.stance) if whole else (sitter.stance,)
        yield from (voice.say("opponent.told.sentence", words=each) for each in about if each)
        yield voice.say("forecast.lines")
        yield from (f"  {each}" for each in kept)
        if whole:
            yield sitter.about
