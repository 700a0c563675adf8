"""Why each number is what it is, in lines."""

from __future__ import annotations

from game.review import Account
from game.telling.changes import say_cause
from game.telling.messages import signed
from game.telling.voice import Voice
from game.value import frozen


@frozen
class ChainLine:
    """What moved a number: by how much, why, with the ¶ behind it, and when."""

    amount: int
    by: str
    why: str
    when: str


@frozen
class NumberChain:
    """A number with everything that its value is made of.

    Attributes:
        title: what it is called, and its value.
        start: what it began with.
        lines: what has moved it since.
    """

    title: str
    start: str
    lines: tuple[ChainLine, ...]


def chain(voice: Voice, account: Account) -> NumberChain:
    """An account in words."""
    track = voice.track(voice.book.track_ids[account.track])
    return NumberChain(
        title=voice.say("why.title", track=track, value=account.value),
        start=voice.say("why.start", value=account.start),
        lines=tuple(
            ChainLine(
                move.amount,
                signed(move.amount),
                voice.cited(say_cause(voice, move.cause), move.cause.source),
                voice.say("why.round", round=move.round),
            )
            for move in account.moves
        ),
    )
