"""A review as it is kept in a file: everything that was found out, and what it was found out about.

The file is made of lines, each an object of JSON in ASCII: the first one says which line of play
of which match was looked at and how, the last one how many lines there are and the hash of all of
them, and each one between what a position is worth, or what could be reached from it. What the
steps of a review are, and its marks, is worked out anew from that whenever it is read.

The hash guards against accidents. Whoever forges a file can be answered by a new review only.
"""

from __future__ import annotations

import hashlib
import json
import re
from enum import Enum
from typing import Any, Final, NoReturn

from attrs import Factory, asdict, define

from game.match import Header, Timeline
from game.match.header import GAME
from game.match.line import MOST_DIGITS, canonical
from game.review.evaluations import (
    PICKING,
    VALUING,
    VERSION,
    Evaluated,
    Evaluations,
    Millipoints,
)
from game.review.reachable import Effort, JointPlay
from game.rules import Rule, What
from game.value import frozen

FORMAT: Final = 1
"""The version of the format of such files."""

KIND: Final = "reviewed"
"""What tells such a file from a save."""

_DIGEST: Final = re.compile(r"[0-9a-f]{16}")
_LARGEST: Final = 10**6
_MOST: Final = 64
"""The most seeds, ends, candidates or decisions of a line."""


@frozen
class Subject:
    """What a review is about, and how it is made. Files about anything else do not fit.

    Attributes:
        scenario: the digest of the scenario's text.
        variant: the id of the variant of its start, or nothing.
        seed: what Chance draws from.
        rules: the version of the rules.
        evaluator: the version of the evaluation.
        line: the digest of the decisions and of the prices of taking something back.
    """

    scenario: str
    variant: str | None
    seed: int
    rules: int
    evaluator: int
    line: str

    @classmethod
    def of(cls, header: Header, line: Timeline) -> Subject:
        """A line of play of a match, for the evaluation that this package has."""
        told = hashlib.sha256()
        for decision, found in zip(line.decisions, line.consequences, strict=True):
            prices = [
                f" {each.side} {-each.amount}"
                for each in found
                if each.what is What.TRACK and each.cause.rule is Rule.TAKE_BACK
            ]
            told.update(f"{decision.text}{''.join(prices)}\n".encode())
        return cls(
            header.sha256, header.variant, header.seed, header.rules, VERSION, told.hexdigest()
        )


@frozen
class Way:
    """What was found to be reachable from a position, without what follows from the rules.

    Attributes:
        digest: of the position.
        effort: how much was played.
        plays: what both could reach together, by weight.
        searched: what its decisions are worth if each then wants its own.
    """

    digest: str
    effort: Effort
    plays: tuple[JointPlay, ...]
    searched: tuple[Millipoints, ...]


class Fit(Enum):
    """Whether a file fits what is to be reviewed."""

    NONE = "none"
    """There is none."""
    GOOD = "good"
    PLAYED_ON = "played_on"
    """It is about another line of play of the match. What its positions are worth holds."""
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    """It is about another match."""
    OLDER = "older"
    """It was made by another evaluation, or by other rules."""
    NEWER = "newer"
    """It was made by a later version of the game."""
    UNREADABLE = "unreadable"

    @property
    def holds(self) -> bool:
        """Whether what stands in the file is used."""
        return self in (Fit.GOOD, Fit.PLAYED_ON)


@define
class Findings:
    """All that was found out about a match.

    Attributes:
        evaluations: what positions are worth.
        ways: what could be reached, by position and effort.
    """

    evaluations: Evaluations = Factory(Evaluations)
    ways: dict[tuple[str, Effort], Way] = Factory(dict)

    def __len__(self) -> int:
        return len(self.evaluations) + len(self.ways)

    def add(self, other: Findings) -> None:
        """Take up what somebody else has found out."""
        for budget, each in other.evaluations:
            self.evaluations.add(budget, each)
        self.ways.update(other.ways)


class StrangeFileError(ValueError):
    """A file is no review that can be used.

    Attributes:
        fit: why.
        line: the line that is not as it should be, from 1; 0 if it is the file as a whole.
    """

    def __init__(self, fit: Fit, line: int = 0) -> None:
        super().__init__(fit.value, line)
        self.fit = fit
        self.line = line


# ---------------------------------------------------------------------- writing


def encoded(subject: Subject, known: Findings) -> bytes:
    """The bytes of a file. What is known in any order is written in the same order."""
    lines = [_written({"format": FORMAT, "game": GAME, "kind": KIND, **asdict(subject)})]
    for budget, each in known.evaluations:
        lines.append(_written({"budget": budget, **asdict(each)}))
    for _, way in sorted(known.ways.items(), key=lambda each: (each[0][0], _size(each[1]))):
        plays = [[each.weight, each.ends] for each in way.plays]
        lines.append(
            _written(
                {
                    "continuations": way.effort.continuations,
                    "digest": way.digest,
                    "playouts": way.effort.playouts,
                    "plays": plays,
                    "searched": way.searched,
                }
            )
        )
    data = b"".join(lines)
    end = {"lines": len(lines), "sha256": hashlib.sha256(data).hexdigest()}
    return data + _written(end)


def _size(way: Way) -> tuple[int, int]:
    return way.effort.continuations, way.effort.playouts


def _written(members: dict[str, Any]) -> bytes:
    return canonical(members) + b"\n"


# ---------------------------------------------------------------------- reading


def decoded(data: bytes, subject: Subject) -> tuple[Fit, Findings]:
    """What a file says, and whether it is about this line of play or another one of the match.

    Raises:
        StrangeFileError: it is damaged, or about something else.
    """
    *lines, tail = data.split(b"\n")
    if tail or len(lines) < 2:
        raise StrangeFileError(Fit.DAMAGED, len(lines) + 1)
    _check_version(_members(lines[0], 1))
    end = _members(lines[-1], len(lines))
    body = data[: -len(lines[-1]) - 1]
    whole = {"lines": len(lines) - 1, "sha256": hashlib.sha256(body).hexdigest()}
    if end != whole:
        raise StrangeFileError(Fit.DAMAGED, len(lines))
    fit = _fit(_members(lines[0], 1), subject)
    known = Findings()
    for number, line in enumerate(lines[1:-1], 2):
        members = _members(line, number)
        if "plays" in members:
            way = _Reader(members, number).way()
            known.ways[way.digest, way.effort] = way
        else:
            known.evaluations.add(*_Reader(members, number).evaluated())
    return fit, known


def _check_version(first: dict[str, Any]) -> None:
    """Raise if the file is of another kind, or of a later format: its end may be another one."""
    if first.get("game") != GAME or first.get("kind") != KIND:
        raise StrangeFileError(Fit.DAMAGED, 1)
    version = first.get("format")
    if type(version) is int and version > FORMAT:
        raise StrangeFileError(Fit.NEWER, 1)


def _fit(first: dict[str, Any], subject: Subject) -> Fit:
    mine: dict[str, Any] = {"format": FORMAT, "game": GAME, "kind": KIND, **asdict(subject)}
    if first.keys() != mine.keys() or any(
        type(first[name]) is not type(mine[name]) for name in mine if name != "variant"
    ):
        raise StrangeFileError(Fit.DAMAGED, 1)
    differ = {name for name in mine if first[name] != mine[name]}
    if differ & {"scenario", "variant", "seed"}:
        raise StrangeFileError(Fit.FOREIGN, 1)
    if first["evaluator"] > subject.evaluator or first["rules"] > subject.rules:
        raise StrangeFileError(Fit.NEWER, 1)
    if differ & {"evaluator", "rules", "format"}:
        raise StrangeFileError(Fit.OLDER, 1)
    return Fit.PLAYED_ON if differ else Fit.GOOD


def _members(line: bytes, number: int) -> dict[str, Any]:
    try:
        members = json.loads(line, parse_int=_whole, parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError):
        members = None
    if not isinstance(members, dict):
        raise StrangeFileError(Fit.DAMAGED, number)
    return members


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _refuse(number: str) -> NoReturn:
    raise ValueError(f"{number} is no integer")


@frozen
class _Reader:
    """The members of a line, read strictly: nothing is coerced, missing or too much."""

    members: dict[str, Any]
    number: int

    def evaluated(self) -> tuple[int, Evaluated]:
        """What a position is worth, and with which budget that was found."""
        self._need({"budget", "digest", "seeds", "picks", "candidates", "line"})
        seeds, picks = self._worths("seeds", least=1), self._worths("picks", least=1)
        self._check(len(seeds) in (1, len(VALUING)) and len(picks) in (1, len(PICKING)))
        return self._count("budget"), Evaluated(
            self._digest(),
            seeds,
            picks,
            self._texts("candidates"),
            self._texts("line"),
        )

    def way(self) -> Way:
        """What could be reached from a position."""
        self._need({"digest", "continuations", "playouts", "plays", "searched"})
        effort = Effort(self._count("continuations"), self._count("playouts"))
        plays = []
        for each in self._list(self.members["plays"], least=1):
            self._check(isinstance(each, list) and len(each) == 2)
            self._check(type(each[0]) is int and 0 <= each[0] <= 100)
            ends = tuple(map(self._pair, self._list(each[1], least=1)))
            plays.append(JointPlay(each[0], ends))
        return Way(self._digest(), effort, tuple(plays), self._worths("searched"))

    def _need(self, names: set[str]) -> None:
        self._check(self.members.keys() == names)

    def _check(self, good: bool) -> None:  # noqa: FBT001 - what is asked
        if not good:
            raise StrangeFileError(Fit.DAMAGED, self.number)

    def _count(self, name: str) -> int:
        found = self.members[name]
        self._check(type(found) is int and 1 <= found <= _LARGEST)
        return int(found)

    def _digest(self) -> str:
        found = self.members["digest"]
        self._check(isinstance(found, str) and _DIGEST.fullmatch(found) is not None)
        return str(found)

    def _worths(self, name: str, least: int = 0) -> tuple[Millipoints, ...]:
        return tuple(map(self._pair, self._list(self.members[name], least=least)))

    def _texts(self, name: str) -> tuple[str, ...]:
        found = self._list(self.members[name])
        self._check(all(isinstance(each, str) for each in found))
        return tuple(found)

    def _list(self, value: object, least: int = 0) -> list[Any]:
        self._check(isinstance(value, list) and least <= len(value) <= _MOST)
        assert isinstance(value, list)  # it was checked
        return value

    def _pair(self, value: object) -> Millipoints:
        self._check(isinstance(value, list) and len(value) == 2)
        assert isinstance(value, list)  # it was checked
        first, second = value
        for each in value:
            self._check(type(each) is int and abs(each) <= _LARGEST)
        return first, second
