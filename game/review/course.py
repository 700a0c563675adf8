"""What a search expects of a decision, in words: who does what next, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from game.opponents import Candidate
from game.review.words import listed, plain, say_decision, signed, track_name
from game.rules import Consequence, Decision, Kind, Phase, Rule, Rulebook, State, What, play

_OPEN: Final = (Phase.REPLY, Phase.FLOOR, Phase.YIELD, Phase.CONCEDE)
"""The phases in which a motion is on the table."""

_OF_ITSELF: Final = (Rule.TABLE, Rule.DRAW, Rule.HEADLINE, Rule.DRIFT, Rule.INCOME, Rule.CLOCK)
"""What happens anyway, or is seen at once."""

_DOING: Final = {
    Kind.CONSULT: "consult at home",
    Kind.ACCEPT: "accept without a word",
    Kind.DECLINE: "decline",
    Kind.STOP: "stop",
    Kind.YIELD: "let it pass",
    Kind.WALK_OUT: "walk out",
    Kind.CONCEDE: "let it pass",
    Kind.WITHDRAW: "withdraw it",
}


@frozen
class Course:
    """How an candidate is expected to go on.

    Attributes:
        steps: what is said and done until the motion on the table is settled, such as ``you stop
            and let it pass``; may be empty.
        effects: what comes of the candidate and these steps, such as ``Trust +1``; may be empty.
        later: the next thing that is done after that; may be empty.
        end: the position in which the steps end.
        settled: whether no motion is on the table there.
    """

    steps: str
    effects: str
    later: str
    end: State
    settled: bool


def course(book: Rulebook, state: State, candidate: Candidate) -> Course:
    """How an candidate of the side that decides in a position is expected to go on."""
    side = state.side
    end, found = play(book, state, candidate.decision)
    steps: list[tuple[int, str]] = []
    line = list(candidate.line)
    while line and end.phase in _OPEN:
        decision = line.pop(0)
        steps.append((end.side, doing(book, end, decision)))
        end, more = play(book, end, decision)
        found += more
    return Course(
        _told(steps, side),
        _effects(book, found),
        _later(book, end, line, side),
        end,
        end.phase not in _OPEN,
    )


def doing(book: Rulebook, state: State, decision: Decision) -> str:
    """A decision as somebody does it, without saying who: ``rebut with Grievance``."""
    words = say_decision(book, state, decision)
    match decision.kind:
        case Kind.ACT:
            return f"take the act “{words}”"
        case Kind.CHOOSE:
            return f"choose “{words}”"
        case Kind.TABLE:
            return f"table “{book.scenario.motions[decision.subject].name}”"
        case Kind.REBUT | Kind.REJOIN:
            return words[:1].lower() + words[1:]
        case kind:
            return _DOING[kind]


def prospects(candidate: Candidate, side: int) -> str:
    """What an candidate is expected to be worth to both sides in the end."""
    own, other = (plain(round(candidate.worth[each])) for each in (side, 1 - side))
    return f"I put my prospects at {own} of 100, yours at {other}."


def _told(steps: Iterable[tuple[int, str]], side: int) -> str:
    parts: list[str] = []
    last = None
    for who, words in steps:
        if who == last:
            parts[-1] += f" and {words}"
        else:
            parts.append(f"{'I' if who == side else 'you'} {words}")
        last = who
    return listed(parts, "and") if parts else ""


def _effects(book: Rulebook, found: Iterable[Consequence]) -> str:
    """The sum of what happened to each track, capital left out unless it was the aim."""
    sums: dict[str, int] = {}
    for each in found:
        rule = each.cause.rule
        if each.what is not What.TRACK or rule in _OF_ITSELF:
            continue
        if book.track(each.subject) in book.capital and rule is not Rule.CONSULT:
            continue
        sums[each.subject] = sums.get(each.subject, 0) + each.after - each.before
    return ", ".join(f"{track_name(book, name)} {signed(by)}" for name, by in sums.items() if by)


def _later(book: Rulebook, state: State, line: list[Decision], side: int) -> str:
    for decision in line:
        if state.phase in (Phase.TURN, Phase.EVENT):
            return _told([(state.side, doing(book, state, decision))], side)
        state = play(book, state, decision).state
    return ""
