"""Setting a position up, and playing on from it with each decision's whole effect stated.

    course = Course.at(book, round=1, trust=5)
    course.decide("table:train/enemy", "us_capital 4 to 2", "us spends enemy", then="REPLY ru 1")

A position is at the start of a turn, and whatever is not named is as at the start of the game.
Setting up applies no effects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from game.rules import Rulebook, State, decode, encode, legal, play, start, verdict
from game.rules.verdict import Verdict


def position(
    book: Rulebook,
    *,
    round: int = 1,  # noqa: A002 - the word of the game
    turn: int = 1,
    carried: Iterable[str] = (),
    record: Mapping[str, Iterable[str]] | None = None,
    spent: Mapping[str, Iterable[str]] | None = None,
    used: Mapping[str, int] | None = None,
    wire: str | None = None,
    **tracks: int,
) -> State:
    """A position at the start of the first or the second turn of a round.

    Args:
        book: the rules.
        round: the round.
        turn: 1 or 2; the first turn is the US's in odd rounds and Russia's in even ones.
        carried: motions carried besides those carried at the start.
        record: per side the arguments on its record.
        spent: per side its spent arguments, the longest spent first.
        used: per act how often it was taken before.
        wire: the headline on the wire.
        tracks: the tracks that stand elsewhere than at the start, by id.
    """
    plain: dict[str, Any] = encode(book, start(book))
    first = (round + 1) % 2
    plain["round"], plain["phase"], plain["turn"] = round, "TURN", turn - 1
    plain["side"] = book.side_ids[(first + turn - 1) % 2]
    plain["tracks"] |= tracks
    plain["carried"] += carried
    plain["record"] |= record or {}
    plain["spent"] |= spent or {}
    plain["used"] |= used or {}
    if wire is not None:
        plain["wire"], plain["drawn"] = wire, [wire]
    return decode(book, plain)


def effect(book: Rulebook, before: State, after: State) -> list[str]:
    """Everything that is different between two positions, besides whose decision it is."""
    old, new = encode(book, before), encode(book, after)
    return sorted(_differences(old, new))


def _differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for track, value in new["tracks"].items():
        if value != old["tracks"][track]:
            yield f"{track} {old['tracks'][track]} to {value}"
    for side in new["spent"]:
        was, now = old["spent"][side], new["spent"][side]
        yield from (f"{side} spends {each}" for each in now if each not in was)
        yield from (f"{side} readies {each}" for each in was if each not in now)
        was, now = old["record"][side], new["record"][side]
        yield from (f"{side} records {each}" for each in now if each not in was)
        yield from (f"{side} strikes {each}" for each in was if each not in now)
    yield from (f"carries {each}" for each in new["carried"] if each not in old["carried"])
    for motion, until in new["barred"].items():
        if old["barred"].get(motion) != until:
            yield f"bars {motion} until {until}"
    yield from (f"frees {each}" for each in old["barred"] if each not in new["barred"])
    yield from (f"draws {each}" for each in new["drawn"] if each not in old["drawn"])
    for act, times in new["used"].items():
        if times != old["used"].get(act, 0):
            yield f"uses {act}"
    if new["wire"] != old["wire"]:
        yield f"wire {new['wire'] or 'empty'}"


class Course:
    """A position that is played on."""

    def __init__(self, book: Rulebook, state: State) -> None:
        self.book = book
        self.state = state

    @classmethod
    def at(cls, book: Rulebook, **where: Any) -> Course:
        """Begin at a position; see ``position``."""
        return cls(book, position(book, **where))

    @property
    def next(self) -> str:
        """What is to be decided, by whom, in which round: ``REPLY ru 1``; or ``END``."""
        state = self.state
        if state.phase.value == "END":
            return "END"
        side = "chance" if state.side < 0 else self.book.side_ids[state.side]
        return f"{state.phase.value} {side} {state.round}"

    @property
    def options(self) -> list[str]:
        """The legal decisions, by name."""
        return sorted(each.text for each in legal(self.book, self.state))

    def may(self, beginning: str) -> bool:
        """Whether a decision is legal that begins like this: ``table:train/`` with any backing."""
        return any(option.startswith(beginning) for option in self.options)

    def decide(self, decision: str, *effects: str, then: str) -> None:
        """Take a decision. These must be all its effects, and this what is decided next."""
        before = self.state
        self.state = play(self.book, before, self.book.decision(decision)).state
        assert effect(self.book, before, self.state) == sorted(effects), decision
        assert self.next == then, decision

    def stands(self, expected: str) -> None:
        """These must be all tracks, capitals and scores, and this the wire."""
        plain = encode(self.book, self.state)
        tracks = [f"{name} {value}" for name, value in plain["tracks"].items()]
        assert ", ".join((*tracks, f"wire {plain['wire'] or 'empty'}")) == expected

    @property
    def verdict(self) -> Verdict:
        """The verdict on the game, which must be over."""
        return verdict(self.book, self.state)
