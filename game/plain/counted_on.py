"""What can be counted on: how a motion would be answered, and who sits there with which lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.opponents import Game, Opponent, OpponentError
from game.review.forecast import Forecast, answering, foresee, sure, whichever
from game.rules import Decision
from game.telling.forecast import partners, say_forecast
from game.telling.voice import Voice


def foretold(voice: Voice, game: Game, decisions: Sequence[Decision], opponent: Opponent) -> str:
    """How whoever sits opposite would answer a motion; empty if decisions table none.

    Args:
        voice: who tells it.
        game: the game before.
        decisions: the motion with the argument behind it, or with each that can be.
        opponent: who answers.
    """
    known = [found for each in decisions if (found := _forecast(game, each, opponent))]
    if not known or len(known) < len(decisions):
        return ""
    found = whichever(known)
    sitting = game.characters[found.side]
    return say_forecast(voice, found, voice.side(found.side) if sitting is None else sitting.name)


def _forecast(game: Game, decision: Decision, opponent: Opponent) -> Forecast | None:
    after = answering(game, decision)
    if after is None:
        return None
    try:
        return foresee(after, opponent)
    except OpponentError:
        return sure(after, opponent)  # what is certain is said in any case


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
