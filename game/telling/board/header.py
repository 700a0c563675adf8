"""When it is, and who decides what."""

from __future__ import annotations

from typing import Final

from game.review.standing import mover
from game.rules import NOBODY, Phase, State
from game.telling.decisions import question
from game.telling.voice import Voice
from game.value import frozen

Seats = tuple[str, str]
"""Per side who sits there, as a person calls it; empty where that goes without saying."""

PEOPLE: Final = (True, True)
"""Two people, per side whether one sits there."""


@frozen
class BoardHeader:
    """When it is, and who decides what.

    Attributes:
        round: the number of the round.
        name: what the scenario calls the round; mostly empty.
        when: the round in words.
        turn: which turn of the round it is, in words.
        side: the side that decides, or ``NOBODY``.
        who: its name with whoever sits there; empty if nobody decides.
        question: what is asked; of whoever is no person, what it is about to do.
        sentence: both.
        over: whether the game is over.
        asks: whether a person is asked; else it is said what comes.
    """

    round: int
    name: str
    when: str
    turn: str
    side: int
    who: str
    question: str
    sentence: str
    over: bool
    asks: bool


def header(
    voice: Voice, state: State, seats: Seats, people: tuple[bool, bool] = PEOPLE
) -> BoardHeader:
    """When it is, and who decides; only a person is asked to."""
    side = state.side
    asks = side != NOBODY and people[side]
    asked = question(voice, state, person=side == NOBODY or asks)
    who = ""
    if side == NOBODY:
        sentence = voice.say("board.asked", question=asked)
    else:
        name, seat = voice.side(side), seats[side]
        who = voice.say("board.seated", side=voice.named(side), seat=seat) if seat else name
        sentence = voice.say("board.asked_of", who=who, question=asked)
    over = state.phase is Phase.END
    return BoardHeader(
        round=state.round,
        name=voice.scenario.round_name(state.round),
        when=voice.say("board.round", round=state.round, rounds=voice.book.rounds),
        turn=voice.say(
            "board.turn_first" if state.turn == 0 else "board.turn_second",
            side=voice.side(mover(state)),
        ),
        side=side,
        who=who,
        question=asked,
        sentence=voice.say("board.over") if over else sentence,
        over=over,
        asks=asks,
    )
