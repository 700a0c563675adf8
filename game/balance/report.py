"""What was found out about a scenario, as values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from game.balance.interval import Figure
from game.balance.properties import Judged, State
from game.balance.store import Origin

STATES: Final[tuple[State, ...]] = ("holds", "fails", "undecided", "told")


@frozen
class SeriesPlayed:
    """A play, and how far it is.

    Attributes:
        id: what it is called.
        seats: who played whom.
        variant: the variant of the start; empty for the standard one.
        games: how many matches there are.
        wanted: how many there were to be.
    """

    id: str
    seats: tuple[str, str]
    variant: str
    games: int
    wanted: int


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
