"""How a side behaves, as ways of answering the questions that a match keeps asking it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.opponents.doctrine.deeds import act_deeds
from game.opponents.doctrine.gain import gain
from game.rules import Decision, Kind, Rulebook, State, legal

QUESTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "turn": ("table", "consult", "press", "calm", "act"),
    "tabled": ("own", "even", "other"),
    "reply": ("accept", "rebut", "decline"),
    "floor": ("rejoin", "stop"),
    "beaten": ("yield", "walk_out"),
    "stopped": ("concede", "withdraw"),
    "headline": ("gain", "level", "forgo"),
}
"""What a side is asked, and the ways of answering.

What it does with a turn, where an act is pressing or calming as for doctrines, and else an ``act``;
whom the motions that it tables bring more; its reply to a motion; whether it goes on when it could
stop; what it does as the one who was answered last, with the other's motion or its own; and whether
it takes the option of a headline that brings it more points.
"""

WAYS: Final = tuple(f"{question}:{way}" for question, ways in QUESTIONS.items() for way in ways)
"""Every way by the name under which it is counted, in the order of the questions."""

_ASKED: Final = {
    way: question
    for question in ("reply", "floor", "beaten", "stopped")
    for way in QUESTIONS[question]
}
"""By a kind of decision the question that it answers, where kinds are the ways of answering."""


def ways_of(book: Rulebook, state: State, decision: Decision) -> Iterator[str]:
    """The ways of behaving that a decision of a side is; none of ``WAYS`` twice."""
    kind = decision.kind
    if kind.value in _ASKED:
        yield f"{_ASKED[kind.value]}:{kind.value}"
    elif kind is Kind.CONSULT:
        yield "turn:consult"
    elif kind is Kind.ACT:
        yield f"turn:{_act(book, decision)}"
    elif kind is Kind.TABLE:
        brings = gain(book, state, decision)
        yield "turn:table"
        yield f"tabled:{_more(brings.own - brings.other, ('own', 'even', 'other'))}"
    elif kind is Kind.CHOOSE:
        taken = gain(book, state, decision).own
        left = max(
            (gain(book, state, each).own for each in legal(book, state) if each != decision),
            default=taken,
        )
        yield f"headline:{_more(taken - left, ('gain', 'level', 'forgo'))}"


def _act(book: Rulebook, decision: Decision) -> str:
    done = act_deeds(book, decision.subject)
    return "press" if "pressed" in done else "calm" if "calmed" in done else "act"


def _more(difference: int, words: tuple[str, str, str]) -> str:
    return words[0] if difference > 0 else words[2] if difference < 0 else words[1]
