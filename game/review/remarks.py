"""What characters say at the table: which of their sentences belong to what was decided.

The choice is the same for the same game, and nothing is drawn. In a debate the scenario's lines
speak instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from zlib import crc32

from attrs import define, field

from game.match import Timeline
from game.review.occasions import Occasion, is_turn, of_decision, of_ending, of_past
from game.rules import NOBODY, Decision, Phase, Rulebook, State
from game.scenario.character import Character, Saying
from game.scenario.character import Occasion as Name
from game.value import frozen

APART: Final = 10
"""No sentence is said twice within so many."""

GAP: Final = re.compile(r"\{([a-z_]+)\}")
"""How a gap is written."""

_AT_ONCE: Final[tuple[Name, ...]] = ("opening", "pressed", "made_good", "slighted")
"""Occasions that are spoken of whatever was spoken of in the turn before."""

_ACTS: Final[tuple[Name, ...]] = ("acts_hard", "acts_soft")
_OF_THEIRS: Final[tuple[Name, ...]] = ("pressed", "made_good", "slighted")
"""What the other side has done; said with an act of one's own, it would seem to be said of that."""


@frozen
class Utterance:
    """What a character says.

    Attributes:
        side: the side that it plays.
        character: who speaks.
        saying: the place of what is said among all that it says.
        occasion: what it is about.
        missing: the points of score that the side lacks; none or less if it has enough.
        their_last: what the other side did last, and in which position.
    """

    side: int
    character: Character
    saying: int
    occasion: Occasion
    missing: int
    their_last: tuple[State, Decision] | None

    @property
    def said(self) -> Saying:
        """The sentence, with its gaps."""
        return self.character.says[self.saying]


def decided_in_character(line: Timeline, place: int) -> bool:
    """Whether a character took a decision; then it says what it says, and no other reason."""
    return place < len(line.deciders) and line.deciders[place] is not None


def remarks(line: Timeline) -> tuple[tuple[Utterance, ...], ...]:
    """Per decision of a line of play what characters say with it: whoever takes it, and when it
    ends the game everybody who plays.
    """
    table = _Hearing(line)
    return tuple(tuple(table.hear(place)) for place in range(len(line.decisions)))


@define
class _Speaker:
    """A side, as far as it has spoken.

    Attributes:
        spoken: who spoke, by id, and which of its sentences it was, in order.
        turn: after how many decisions its last turn began.
        lately: what it spoke of in that turn.
    """

    spoken: list[tuple[str, int]] = field(factory=list)
    turn: int | None = None
    lately: Name | None = None


class _Hearing:
    """Listens to a line of play from its beginning."""

    def __init__(self, line: Timeline) -> None:
        self._line = line
        self._speakers = (_Speaker(), _Speaker())
        self._spoken: list[tuple[str, int]] = []
        first = line.decisions[0].text if line.decisions else ""
        self._turned = crc32(first.encode())
        """What is said first differs from game to game."""

    def hear(self, place: int) -> Iterator[Utterance]:
        """What is said with a decision."""
        line, state = self._line, self._line.states[place]
        if state.side != NOBODY:
            who = line.deciders[place] if place < len(line.deciders) else None
            if who is not None and (said := self._decided(place, who)) is not None:
                yield said
            if is_turn(state):
                self._speakers[state.side].turn = place
        if place + 1 == len(line.decisions) and line.state.phase is Phase.END:
            for side, sitting in enumerate(line.sitting):
                if sitting is not None:
                    occasion = of_ending(line, side, sitting)
                    if (last := self._say(side, sitting, occasion, place + 1)) is not None:
                        yield last

    def _decided(self, place: int, who: Character) -> Utterance | None:
        line, state = self._line, self._line.states[place]
        speaker = self._speakers[state.side]
        own = of_decision(line.book, state, line.decisions[place])
        found = [] if own is None else [own]
        if is_turn(state):
            past = list(of_past(line, place, speaker.turn))
            if speaker.lately is not None:  # of what happened it spoke the last time
                past = [each for each in past if each.name in _AT_ONCE]
            if own is not None and own.name in _ACTS:
                past = [each for each in past if each.name not in _OF_THEIRS]
            found = [*(each for each in past if each.name != speaker.lately), *found]
        for occasion in found:
            said = self._say(state.side, who, occasion, place)
            if said is not None:
                if is_turn(state):
                    speaker.lately = None if occasion is own else occasion.name
                return said
        return None

    def _say(self, side: int, who: Character, occasion: Occasion, place: int) -> Utterance | None:
        """The sentence that was not said for longest; nothing if all of them were said lately."""
        line, speaker = self._line, self._speakers[side]
        found = Utterance(
            side,
            who,
            -1,
            occasion,
            _missing(line.book, line.states[place], side),
            _last_of(line, 1 - side, place),
        )
        seat = ("first", "second")[side]
        fitting = [
            number
            for number, each in enumerate(who.says)
            if each.on == occasion.name
            and each.side in (None, seat)
            and each.grave == _grave(line.book, occasion)
            and all(_filled(found, gap) for gap in GAP.findall(each.text))
        ]
        lately = {*speaker.spoken[-APART:], *self._spoken[-APART:]}
        last = {number: at for at, (name, number) in enumerate(speaker.spoken) if name == who.id}
        turns = [fitting[(each + self._turned) % len(fitting)] for each in range(len(fitting))]
        fresh = [number for number in turns if (who.id, number) not in lately]
        if not fresh:
            return None
        number = min(fresh, key=lambda each: last.get(each, -1))
        speaker.spoken.append((who.id, number))
        self._spoken.append((who.id, number))
        return Utterance(side, who, number, occasion, found.missing, found.their_last)


def _filled(remark: Utterance, gap: str) -> bool:
    """Whether there is something to fill into a gap."""
    match gap:
        case "missing":
            return remark.missing > 0
        case "motion":
            return remark.occasion.motion >= 0
        case "argument":
            return remark.occasion.argument >= 0
        case "headline":
            return remark.occasion.headline >= 0
        case "their_last":
            return remark.their_last is not None
    return True


def _grave(book: Rulebook, occasion: Occasion) -> bool:
    """Whether it is news in which people have died."""
    return occasion.headline >= 0 and book.scenario.headlines[occasion.headline].grave


def _missing(book: Rulebook, state: State, side: int) -> int:
    return book.threshold[side] - state.tracks[book.score[side]]


def _last_of(line: Timeline, side: int, place: int) -> tuple[State, Decision] | None:
    """The last decision of a side before a place."""
    for each in range(place - 1, -1, -1):
        if line.states[each].side == side:
            return line.states[each], line.decisions[each]
    return None
