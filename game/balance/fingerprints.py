"""How each character behaves, by partner, and whether they can be told apart by it.

Whoever tells them apart is a multinomial naive Bayes (McCallum and Nigam, "A comparison of event
models for naive Bayes text classification", 1998) over ways of behaving, given who plays opposite.
It learns from the matches on one half of the seeds and is asked about those on the other, and the
other way round, so that it never sees what it is asked about; both sides of a seed are in one half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import log
from typing import Final

from game.balance.behaviour import QUESTIONS, WAYS
from game.balance.facts import Facts
from game.interval import Figure, ratio, share
from game.value import frozen

SAMPLE: Final = 10
"""So many games of one character are to be enough."""

_EVEN: Final = 5.0
"""So many decisions weigh as much as the belief that every way is as likely as any other."""

_USUAL: Final = 20.0
"""So many weigh as much as the belief that a seat behaves with one partner as with all."""


_KEYS: Final = {
    question: tuple(f"{question}:{way}" for way in ways) for question, ways in QUESTIONS.items()
}


@frozen
class GamePlayed:
    """A match as one of its seats played it.

    Attributes:
        seat: the seat.
        partner: who played opposite.
        seed: of the match.
        ways: by a way of behaving how many of its decisions were so.
    """

    seat: str
    partner: str
    seed: int
    ways: Mapping[str, int]


def played(matches: Sequence[Facts]) -> list[GamePlayed]:
    """Matches as each seat played them, in the order of their seeds, so that partners alternate.

    Who plays against itself counts once, on either side in turn: what both sides of one match do
    hangs together.
    """
    found = []
    for facts in matches:
        for side in (0, 1):
            seat, partner = facts.seats[side], facts.seats[1 - side]
            if seat != partner or side == facts.seed // 2 % 2:
                found.append(GamePlayed(seat, partner, facts.seed, facts.ways[side]))
    return sorted(found, key=lambda each: (each.seed, each.seat, each.partner))


class Classifier:
    """Who plays, by what it has learned of some seats."""

    def __init__(self, games: Sequence[GamePlayed]) -> None:
        counts: dict[tuple[str, str], Counter[str]] = {}
        for each in games:
            for partner in (each.partner, ""):  # nobody by name stands for all of them
                counts.setdefault((each.seat, partner), Counter()).update(each.ways)
        even = {way: 1 / len(QUESTIONS[way.partition(":")[0]]) for way in WAYS}
        usual = {
            seat: _shares(found, even, _EVEN)
            for (seat, partner), found in counts.items()
            if not partner
        }
        self._usual = {seat: _logs(shares) for seat, shares in usual.items()}
        self._with = {
            (seat, partner): _logs(_shares(found, usual[seat], _USUAL))
            for (seat, partner), found in counts.items()
            if partner
        }

    def likelihood(self, sample: Sequence[GamePlayed], seat: str) -> float:
        """The logarithm of how likely a seat would behave as in a sample of games."""
        return sum(
            count * known[way]
            for each in sample
            for known in (self._with.get((seat, each.partner), self._usual[seat]),)
            for way, count in each.ways.items()
        )


def _shares(
    counted: Mapping[str, int], belief: Mapping[str, float], weight: float
) -> dict[str, float]:
    """Of each question the shares of its ways, where a belief weighs as so many decisions."""
    found = {}
    for keys in _KEYS.values():
        total = sum(counted.get(key, 0) for key in keys) + weight
        for key in keys:
            found[key] = (counted.get(key, 0) + weight * belief[key]) / total
    return found


def _logs(shares: Mapping[str, float]) -> dict[str, float]:
    return {key: log(share) for key, share in shares.items()}


@frozen
class Verdicts:
    """What was said of samples of games.

    Attributes:
        named: by who played and whom the classifier named, of all seats, how many samples.
        pairs: by two seats in their order, of the samples of both, how many were given to the one
            of the two who played them, and how many there were.
    """

    named: Mapping[tuple[str, str], int]
    pairs: Mapping[tuple[str, str], tuple[int, int]]

    def apart(self, pair: tuple[str, str]) -> Figure:
        """How often two are told from each other."""
        return share(*self.pairs[pair])

    @property
    def least(self) -> tuple[str, str] | None:
        """The two that are told apart least often."""
        asked = [pair for pair, (_, count) in self.pairs.items() if count]
        return min(asked, key=lambda pair: self.apart(pair).value, default=None)

    def right(self, seat: str) -> Figure:
        """How often a seat is named among all, where it played."""
        asked = sum(count for (played, _), count in self.named.items() if played == seat)
        return share(self.named.get((seat, seat), 0), asked)

    def mistaken(self, seat: str) -> list[tuple[str, int]]:
        """For whom a seat is taken instead, and how often, the most frequent first."""
        others = [
            (name, count) for (played, name), count in self.named.items() if played == seat != name
        ]
        return sorted(others, key=lambda each: (-each[1], each[0]))

    @property
    def whole(self) -> Figure:
        """How often the one who played is named among all."""
        right = sum(count for (seat, name), count in self.named.items() if seat == name)
        return share(right, sum(self.named.values()))


def verdicts(games: Sequence[GamePlayed], size: int = SAMPLE) -> Verdicts:
    """Let a classifier say of samples of games who played them."""
    seats = sorted({each.seat for each in games})
    pairs = {pair: [0, 0] for pair in combinations(seats, 2)}
    named: Counter[tuple[str, str]] = Counter()
    for half in (0, 1):
        learned = [each for each in games if each.seed % 2 == half]
        asked = [each for each in games if each.seed % 2 != half]
        judge = Classifier(learned)
        known = [seat for seat in seats if any(each.seat == seat for each in learned)]
        for seat in known:
            for sample in _samples([each for each in asked if each.seat == seat], size):
                likely = {other: judge.likelihood(sample, other) for other in known}
                named[seat, max(known, key=lambda name: likely[name])] += 1
                for other in known:
                    if other != seat:
                        pair = pairs[min(seat, other), max(seat, other)]
                        pair[0] += likely[seat] > likely[other]
                        pair[1] += 1
    return Verdicts(named, {pair: (right, asked) for pair, (right, asked) in pairs.items()})


def _samples(games: Sequence[GamePlayed], size: int) -> Iterator[Sequence[GamePlayed]]:
    """Samples that share no game; games too few for one are left out."""
    for first in range(0, len(games) - size + 1, size):
        yield games[first : first + size]


@frozen
class Fingerprint:
    """How a seat behaves.

    Attributes:
        seat: the seat.
        partner: with whom; empty for all of them together.
        games: in how many matches.
        shares: by way of behaving its share among the ways of answering the same question.
    """

    seat: str
    partner: str
    games: int
    shares: Mapping[str, Figure]


def fingerprint(games: Sequence[GamePlayed], seat: str, partner: str = "") -> Fingerprint:
    """How a seat behaves, with one partner or with all."""
    kept = [each for each in games if each.seat == seat and partner in ("", each.partner)]
    shares = {}
    for keys in _KEYS.values():
        asked = [sum(each.ways.get(key, 0) for key in keys) for each in kept]
        for key in keys:
            shares[key] = ratio([each.ways.get(key, 0) for each in kept], asked)
    return Fingerprint(seat, partner, len(kept), shares)


def distance(one: Fingerprint, other: Fingerprint) -> float:
    """How differently two behave: of the questions both were asked, the mean part of the answers
    in which they differ, from 0 to 1.
    """
    parts = []
    for keys in _KEYS.values():
        if one.shares[keys[0]].count and other.shares[keys[0]].count:
            apart = sum(abs(one.shares[key].value - other.shares[key].value) for key in keys)
            parts.append(apart / 2)
    return sum(parts) / len(parts) if parts else 0.0


def in_order(prints: Sequence[Fingerprint]) -> tuple[Fingerprint, ...]:
    """An order in which alike ones stand together: each is put where the way from one to the next
    grows least, and the whole is turned so that the first by name is nearer to its top.
    """
    order: list[Fingerprint] = []
    for each in prints:
        ways = [[*order[:place], each, *order[place:]] for place in range(len(order) + 1)]
        order = min(ways, key=_length)
    first = min(order, key=lambda each: each.seat, default=None)
    if first is not None and order.index(first) * 2 >= len(order):
        order.reverse()
    return tuple(order)


def _length(order: Sequence[Fingerprint]) -> float:
    return sum(distance(one, other) for one, other in pairwise(order))


@frozen
class CastPrints:
    """What was found out about how a cast behaves.

    Attributes:
        rows: the seats, alike ones together.
        by_partner: by seat how it behaves with each partner, partners in the order of the rows.
        verdicts: whether they are told apart.
        games: from how many matches.
    """

    rows: tuple[Fingerprint, ...]
    by_partner: Mapping[str, tuple[Fingerprint, ...]]
    verdicts: Verdicts
    games: int


def cast_prints(matches: Sequence[Facts]) -> CastPrints:
    """How those who met in some matches behave."""
    games = played(matches)
    seats = sorted({each.seat for each in games})
    rows = in_order([fingerprint(games, seat) for seat in seats])
    met = {(each.seat, each.partner) for each in games}
    by_partner = {
        one.seat: tuple(
            fingerprint(games, one.seat, other.seat)
            for other in rows
            if (one.seat, other.seat) in met
        )
        for one in rows
    }
    return CastPrints(rows, by_partner, verdicts(games), len(matches))
