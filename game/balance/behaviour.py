"""How a side behaves, as ways of answering the questions that a match keeps asking it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.opponents.doctrine.deeds import Done, act_deeds, recalls
from game.opponents.doctrine.gain import gain
from game.rules import Decision, Kind, Rulebook, State, legal
from game.scenario.doctrine import Conduct

_TURN: Final = ("table", "consult", "press", "calm", "act")
_REPLY: Final = ("accept", "rebut", "decline")
_FLOOR: Final = ("rejoin", "stop")

QUESTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "turn": _TURN,
    "danger": _TURN,
    "tabled": ("own", "even", "other"),
    "reply": _REPLY,
    "paid": _REPLY,
    "floor": _FLOOR,
    "insisted": _FLOOR,
    "beaten": ("yield", "walk_out"),
    "stopped": ("concede", "withdraw"),
    "headline": ("gain", "level", "forgo"),
}
"""What a side is asked, and the ways of answering.

What it does with a turn, where an act is pressing or calming as for doctrines, and else an ``act``;
the same while a ``danger`` is near; whom the motions that it tables bring more; its reply to a
motion that brings it nothing, and to one for which it would be ``paid`` a point or more; whether it
goes on when it could stop, and the same where the other side has just ``insisted``; what it does as
the one who was answered last, with the other's motion or its own; and whether it takes the option
of a headline that brings it more points.
"""

WAYS: Final = tuple(f"{question}:{way}" for question, ways in QUESTIONS.items() for way in ways)
"""Every way by the name under which it is counted, in the order of the questions."""

NEAR: Final = 4
"""A danger is near if so many steps or fewer lead to what ends the game."""

_INSISTED: Final = Conduct(by="other", deed="rejoined", rounds=2, at_least=1)
"""The other side went on with a debate in this round or the last."""

_ASKED: Final = {way: question for question in ("beaten", "stopped") for way in QUESTIONS[question]}
"""By a kind of decision the question that it answers, where kinds are the ways of answering."""


def ways_of(
    book: Rulebook, state: State, decision: Decision, done: tuple[Done, ...]
) -> Iterator[str]:
    """The ways of behaving that a decision of a side is; none of ``WAYS`` twice.

    Args:
        book: the rules.
        state: the position.
        decision: what was decided there.
        done: the deeds of the game so far, in their order.
    """
    kind = decision.kind
    if kind.value in _ASKED:
        yield f"{_ASKED[kind.value]}:{kind.value}"
    elif kind.value in _REPLY:
        yield f"{'paid' if _pays(book, state) else 'reply'}:{kind.value}"
    elif kind.value in _FLOOR:
        insisted = recalls(_INSISTED, done, state.side, state.round)
        yield f"{'insisted' if insisted else 'floor'}:{kind.value}"
    elif kind is Kind.CHOOSE:
        taken = gain(book, state, decision).own
        left = max(
            (gain(book, state, each).own for each in legal(book, state) if each != decision),
            default=taken,
        )
        yield f"headline:{_more(taken - left, ('gain', 'level', 'forgo'))}"
    else:
        yield f"{'danger' if _near(book, state) else 'turn'}:{_turn(book, decision)}"
        if kind is Kind.TABLE:
            brings = gain(book, state, decision)
            yield f"tabled:{_more(brings.own - brings.other, ('own', 'even', 'other'))}"


def _near(book: Rulebook, state: State) -> bool:
    return any(at - state.tracks[track] <= NEAR for track, at in book.collapses)


def _pays(book: Rulebook, state: State) -> bool:
    signed = next(each for each in legal(book, state) if each.kind is Kind.ACCEPT)
    return gain(book, state, signed).own > 0


def _turn(book: Rulebook, decision: Decision) -> str:
    if decision.kind is not Kind.ACT:
        return str(decision.kind.value)
    done = act_deeds(book, decision.subject)
    return "press" if "pressed" in done else "calm" if "calmed" in done else "act"


def _more(difference: int, words: tuple[str, str, str]) -> str:
    return words[0] if difference > 0 else words[2] if difference < 0 else words[1]
