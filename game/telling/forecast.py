"""What can be counted on, in words: how a motion is going to be answered, and who sits there."""

from __future__ import annotations

from collections.abc import Iterator

from game.opponents import Game
from game.review.forecast import Forecast, standing_lines
from game.scenario.character import Character, RedLine
from game.telling.intents import say_maxim
from game.telling.opponents import Sitter, how_hard
from game.telling.voice import Voice


def say_forecast(voice: Voice, it: Forecast, who: str = "") -> str:
    """How a motion is going to be answered, with what makes that certain; and how likely the rest
    is. Empty if nothing can be said.

    Args:
        voice: who tells it.
        it: the forecast.
        who: what whoever answers is called; the short name of its side if nothing is said.
    """
    side = who or voice.side_short(it.side)
    ways = "_".join(each.value for each in it.ways)
    told = []
    if it.certain:
        told.append(voice.say(f"forecast.certain.{ways}", side=side))
    else:
        told += [voice.say(f"forecast.never.{each.value}", side=side) for each in it.barred]
    told += [voice.say("forecast.line", line=each.say) for each in it.lines]
    if it.ruling is not None:
        reason = say_maxim(voice, it.ruling.doctrine, it.ruling.rule)
        told.append(voice.say("forecast.maxim", reason=reason))
    if not it.certain and ways:
        kind = "likely" if len(it.ways) == 1 else "may"
        told.append(voice.say(f"forecast.{kind}.{ways}", side=side))
    told += [voice.say("forecast.depends")] if it.depends else []
    return voice.say("names.list.space").join(told)


def say_lines(voice: Voice, game: Game, side: int) -> tuple[str, ...]:
    """The lines of whoever plays a side, each a sentence, with whether it holds just now."""
    return tuple(
        voice.say("forecast.now" if holds and _waits(line) else "forecast.later", line=line.say)
        for line, holds in standing_lines(game, side)
    )


def _waits(line: RedLine) -> bool:
    """Whether a line does not hold always."""
    return bool(line.when or line.conduct or line.standing)


def partners(voice: Voice, game: Game) -> Iterator[tuple[int, Sitter, tuple[str, ...]]]:
    """Per side that a character plays who it is, and its lines as they stand."""
    for side, character in enumerate(game.characters):
        if character is not None:
            yield side, sitter(voice, character), say_lines(voice, game, side)


def sitter(voice: Voice, character: Character) -> Sitter:
    """A character as it is told."""
    return Sitter(
        character.id,
        character.name,
        character.stance.removesuffix("."),
        character.about.strip(),
        character.face,
        how_hard(voice.messages, character.id, voice.scenario.id),
        tuple(line.say for line in character.lines),
    )
