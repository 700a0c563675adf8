"""How hard opponents are, measured by what the two weakest searches come to against them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import hypot
from typing import Final

from game.balance.measures.characters import ahead
from game.balance.measures.measure import Sample
from game.balance.series import Seen, Series
from game.interval import Figure
from game.opponents.hardness import Hardness, HardnessTable
from game.scenario.model import Scenario
from game.value import frozen

BEGINNERS: Final = ("search:1", "search:2")
"""Who stands for whoever plays against an opponent."""

BOUNDS: Final = (
    (Hardness.FIRST_GAME, -10),
    (Hardness.EASY, -20),
    (Hardness.FAIR, -35),
    (Hardness.HARD, -45),
)
"""By a word the least edge with which an opponent is so; with less it is very hard."""


@frozen
class HardnessFound:
    """How hard a seat was found to be.

    Attributes:
        seat: the seat.
        edges: of each of ``BEGINNERS`` how much more it gets than the seat; by pairs of matches.
        games: how many matches there were.
    """

    seat: str
    edges: tuple[Figure, ...]
    games: int

    @property
    def edge(self) -> Figure:
        """The mean of the edges; of nothing if one is of a single pair, which has no spread."""
        parts = len(self.edges)
        if not all(each.count > 1 for each in self.edges):
            return Figure(0.0, 0.0, 0.0, 0)
        value = sum(each.value for each in self.edges) / parts
        reach = hypot(*(each.high - each.value for each in self.edges)) / parts
        return Figure(value, value - reach, value + reach, sum(e.count for e in self.edges))

    @property
    def word(self) -> Hardness:
        """How hard it is."""
        return word(self.edge.value)


def word(edge: float) -> Hardness:
    """How hard it is to play against whom beginners have such an edge over.

    >>> word(-9.9), word(-50)
    (<Hardness.FIRST_GAME: 'first_game'>, <Hardness.VERY_HARD: 'very_hard'>)
    """
    return next((each for each, least in BOUNDS if edge >= least), Hardness.VERY_HARD)


def hardness_series(seats: Sequence[str]) -> tuple[Series, ...]:
    """What has to be played to find out how hard some seats are."""
    return tuple(
        Series(f"{beginner} {seat}", (beginner, seat), swap=True)
        for seat in seats
        for beginner in BEGINNERS
    )


def hardness_found(
    scenario: Scenario, seat: str, matches: Sequence[Sequence[Seen]]
) -> HardnessFound:
    """How hard a seat is.

    Args:
        scenario: what was played.
        seat: the seat.
        matches: of each of ``BEGINNERS`` those against the seat.
    """
    nothing = Figure(0.0, 0.0, 0.0, 0)
    edges = []
    for some in matches:
        items = ahead(Sample(scenario, some))
        edges.append(items[0].figure if items else nothing)
    return HardnessFound(seat, tuple(edges), sum(map(len, matches)))


def with_found(
    known: HardnessTable, scenario: str, found: Sequence[HardnessFound], *, usual: bool
) -> HardnessTable:
    """A table with what was found of a scenario; all else in it stays.

    Args:
        known: the table so far.
        scenario: the id of the scenario.
        found: what was found; seats with too few matches are left as they are.
        usual: it holds in every scenario of which nothing else is said.
    """
    fresh = [each for each in found if each.edge.count]
    place = "" if usual else scenario
    words = {**known.words.get(place, {}), **{each.seat: each.word for each in fresh}}
    figures = {**known.figures.get(scenario, {}), **{each.seat: _row(each) for each in fresh}}
    return HardnessTable({**known.words, place: words}, {**known.figures, scenario: figures})


def _row(each: HardnessFound) -> Mapping[str, float]:
    edges = {f"edge_{place}": round(edge.value, 1) for place, edge in enumerate(each.edges, 1)}
    edge = each.edge
    return {
        "edge": round(edge.value, 1),
        "low": round(edge.low, 1),
        "high": round(edge.high, 1),
        "n": each.games,
        **edges,
    }


def table_text(known: HardnessTable, scenario: str, games: int, seed: int) -> str:
    """A table as the text of its file.

    Args:
        known: the table.
        scenario: the scenario that was measured last.
        games: so many matches a pair.
        seed: the first seed.
    """
    bounds = ", ".join(f"{each.value} from {least} on" for each, least in BOUNDS)
    comment = f"""\
# How hard each opponent is for whoever plays against it, by the name of its seat. No character: the
# lists pass over this file. Written by
#   shared-enemy balance hardness {scenario} --games {games} --seed {seed} --write FILE
#
# A seat is as hard as the edge of {" and ".join(BEGINNERS)} over it is low: their payoff less its
# own, in hundredths, the mean of both, from either side. It is
# {bounds}, else {Hardness.VERY_HARD.value}.
# What has no figures below is an estimate.
"""
    parts = [comment]
    for name in sorted(known.words):
        rows = known.words[name]
        order = sorted(rows, key=lambda seat: (list(Hardness).index(rows[seat]), seat))
        head = f"[scenarios.{_key(name)}]" if name else "[hard]"
        lines = [f'{_key(seat)} = "{rows[seat].value}"' for seat in order]
        parts.append("\n".join([head, *lines, ""]))
    for name in sorted(known.figures):
        figures = known.figures[name]
        if not figures:
            continue
        head = f"[figures.{_key(name)}]"
        lines = [f"{_key(seat)} = {_inline(figures[seat])}" for seat in sorted(figures)]
        parts.append("\n".join([head, *lines, ""]))
    return "\n".join(parts)


def _inline(row: Mapping[str, float]) -> str:
    return "{ " + ", ".join(f"{key} = {value:g}" for key, value in row.items()) + " }"


def _key(name: str) -> str:
    """A name as a key of TOML."""
    plain = name.replace("_", "").replace("-", "")
    if plain.isascii() and plain.isalnum():
        return name
    # What JSON spells by two halves of a character TOML does not, nor does it take a delete.
    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
