"""A match as exports see it: what was decided, every position, and what changed.

A value, so that any line of decisions can be exported, played to its end or not, whether or not
it is the one that a save is at.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from game.export.errors import ExportError
from game.match import HUMAN, Header, Match
from game.match.timeline import Timeline
from game.rules import Consequence, Decision, Phase, Rulebook, State, Verdict, verdict
from game.scenario import Scenario
from game.scenario.text import shown

_NO_COMMENTS: Mapping[int, str] = MappingProxyType({})


@frozen
class Game:
    """One line of decisions.

    Attributes:
        book: the rules.
        header: who played, from which seed, and when.
        states: every position, the one before the first decision first.
        decisions: every decision, Chance's included; ``decisions[i]`` was taken in ``states[i]``.
        consequences: per decision what it changed.
        reasons: per decision why, in the words of whoever decided; mostly empty.
        head_code: what stands for everything up to the last decision; may be empty.
        comments: remarks by position, which is the number of decisions before it.
    """

    book: Rulebook = field(repr=False)
    header: Header
    states: tuple[State, ...] = field(repr=False)
    decisions: tuple[Decision, ...] = field(repr=False)
    consequences: tuple[tuple[Consequence, ...], ...] = field(repr=False)
    reasons: tuple[str, ...] = field(repr=False)
    head_code: str = ""
    comments: Mapping[int, str] = field(default=_NO_COMMENTS, repr=False)

    @classmethod
    def of(cls, match: Match | Game) -> Game:
        """A match as it stands now."""
        if isinstance(match, Game):
            return match
        return cls(
            book=match.book,
            header=match.header,
            states=tuple(match.states),
            decisions=tuple(match.decisions),
            consequences=tuple(match.consequences),
            reasons=tuple(match.reasons),
            head_code=match.head_code,
        )

    @classmethod
    def along(cls, header: Header, timeline: Timeline) -> Game:
        """A timeline, such as a line of play beside the one that a save is at."""
        return cls(
            book=timeline.book,
            header=header,
            states=tuple(timeline.states),
            decisions=tuple(timeline.decisions),
            consequences=tuple(timeline.consequences),
            reasons=tuple(timeline.reasons),
        )

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self.book.scenario

    @property
    def state(self) -> State:
        """The last position."""
        return self.states[-1]

    @property
    def over(self) -> bool:
        """Whether the game was played to its end."""
        return self.state.phase is Phase.END

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, or nothing while the game goes on."""
        return verdict(self.book, self.state) if self.over else None

    @property
    def title(self) -> str:
        """What the players call the match, or the scenario's title."""
        return self.header.title or self.scenario.title

    def place(self, at: int | None) -> int:
        """A position by the number of decisions before it; the last one if nothing is said.

        Raises:
            ExportError: there is no such position.
        """
        last = len(self.decisions)
        if at is None:
            return last
        if not 0 <= at <= last:
            raise ExportError(f"the match has no position {at}: they are 0 to {last}")
        return at

    def side(self, name: str | None) -> int:
        """A side by its id; the first one if nothing is said.

        Raises:
            ExportError: there is no such side.
        """
        known = self.book.side_ids
        if name is None:
            return 0
        if name not in known:
            raise ExportError(f"there is no side {shown(name)}: they are {' and '.join(known)}")
        return known.index(name)

    def seat(self, side: int) -> str:
        """Who plays a side, as a person calls it."""
        name, seat = self.header.names[side], self.header.seats[side]
        who = "a person" if seat == HUMAN else seat
        return f"{name} ({who})" if name else who
