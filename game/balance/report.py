"""What was found out about a scenario, as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import field

from game.balance.measures.flow import better, lead
from game.balance.properties import Judged, State
from game.balance.series import Seen, Series
from game.balance.store import Origin
from game.interval import Figure, mean
from game.scenario.model import Scenario
from game.value import frozen

STEP: Final = 5
"""So many decisions wide is a step of lengths."""


@frozen
class SeriesPlayed:
    """A play, and how far it is.

    Attributes:
        id: what it is called.
        seats: who played whom.
        variant: the variant of the start; empty for the standard one.
        games: how many matches there are.
        wanted: how many there were to be.
        ends: by the name of an ending how many matches ended so.
        lengths: by how many decisions the sides had to take, in steps of ``STEP``, how many.
        leads: per round, of matches in which one side got more in the end, how many that side
            led then, and how many there are.
        meetings: who met whom: what the first got and what the second, in hundredths.
    """

    id: str
    seats: tuple[str, str]
    variant: str
    games: int
    wanted: int
    ends: Mapping[str, int] = field(factory=dict)
    lengths: Mapping[int, int] = field(factory=dict)
    leads: tuple[tuple[int, int], ...] = ()
    meetings: tuple[Meeting, ...] = ()


@frozen
class Meeting:
    """What two seats came to.

    Attributes:
        first, second: the seats.
        own: what the first got, in hundredths.
        other: what the second got.
        ends: per side of the first seat by the name of an ending how many matches ended so.
    """

    first: str
    second: str
    own: Figure
    other: Figure
    ends: tuple[Mapping[str, int], Mapping[str, int]]


def series_played(
    series: Series, scenario: Scenario, games: Sequence[Seen], wanted: int
) -> SeriesPlayed:
    """What there is of a series, counted for pictures."""
    ends = Counter(game.facts.verdict for game in games)
    lengths = Counter(game.facts.choices // STEP * STEP for game in games)
    told = [game for game in games if better(game)]
    leads = []
    for round_ in range(1, scenario.rounds + 1):
        there = [game for game in told if len(game.facts.scores) >= round_]
        led = sum(lead(scenario, game, round_) == better(game) for game in there)
        leads.append((led, len(there)))
    met: dict[tuple[str, str], list[Seen]] = {}
    for game in games:
        seats = game.facts.seats
        met.setdefault((seats[game.side], seats[1 - game.side]), []).append(game)
    return SeriesPlayed(
        id=series.id,
        seats=series.seats,
        variant=series.variant,
        games=len(games),
        wanted=wanted,
        ends={name: ends[name] for name in scenario.epilogues},
        lengths=dict(sorted(lengths.items())),
        leads=tuple(leads),
        meetings=tuple(_meeting(one, other, some) for (one, other), some in met.items()),
    )


def _meeting(one: str, other: str, games: Sequence[Seen]) -> Meeting:
    ends = [Counter(each.facts.verdict for each in games if each.side == side) for side in (0, 1)]
    return Meeting(
        one,
        other,
        mean([float(each.facts.payoffs[each.side]) for each in games]),
        mean([float(each.facts.payoffs[1 - each.side]) for each in games]),
        (dict(sorted(ends[0].items())), dict(sorted(ends[1].items()))),
    )


@frozen
class BalanceReport:
    """What was found.

    Attributes:
        title: the scenario.
        origin: what exactly was played.
        seed: the first seed.
        series: what was played.
        judged: the properties, in the order of the gate.
        cut: lines of the store that were of no use.
    """

    title: str
    origin: Origin
    seed: int
    series: tuple[SeriesPlayed, ...]
    judged: tuple[Judged, ...]
    cut: int = 0

    @property
    def whole(self) -> bool:
        """Whether all was played that was asked for."""
        return all(each.games == each.wanted for each in self.series)

    def count(self, state: State) -> int:
        """How many properties are in a state."""
        return sum(each.state == state for each in self.judged)

    def of(self, measure: str) -> Iterator[Judged]:
        """The properties with a measure."""
        return (each for each in self.judged if each.asked.measure == measure)

    def plain(self) -> dict[str, Any]:
        """The report for programs."""
        return {
            "scenario": self.origin.scenario,
            "digest": self.origin.digest,
            "rules": self.origin.rules,
            "program": self.origin.program,
            "seed": self.seed,
            "whole": self.whole,
            "series": [
                {
                    "id": each.id,
                    "seats": list(each.seats),
                    "variant": each.variant,
                    "games": each.games,
                    "wanted": each.wanted,
                    "ends": dict(each.ends),
                    "lengths": {str(size): count for size, count in each.lengths.items()},
                    "leads": [list(pair) for pair in each.leads],
                    "meetings": [
                        {
                            "first": met.first,
                            "second": met.second,
                            "payoff": plain_figure(met.own),
                            "against": plain_figure(met.other),
                            "ends": [dict(by_side) for by_side in met.ends],
                        }
                        for met in each.meetings
                    ],
                }
                for each in self.series
            ],
            "properties": [
                {
                    "id": each.asked.id,
                    "about": each.asked.about,
                    "series": each.asked.series,
                    "unit": each.asked.unit,
                    "at_least": each.asked.at_least,
                    "at_most": each.asked.at_most,
                    "state": each.state,
                    "figures": [
                        {"of": item.name, "state": state, **plain_figure(item.figure)}
                        for item, state in each.items
                    ],
                }
                for each in self.judged
            ],
        }


def plain_figure(figure: Figure) -> dict[str, float | int]:
    """A figure for programs, with no more digits than every machine agrees on."""
    return {
        "value": round(figure.value, 6),
        "low": round(figure.low, 6),
        "high": round(figure.high, 6),
        "n": figure.count,
    }
