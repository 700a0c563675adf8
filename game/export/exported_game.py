"""A match as exports see it: what was decided, every position, and what changed.

A value, so that any line of decisions can be exported, played to its end or not, whether or not
it is the one that a save is at.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import field

from game.export.errors import ExportError, among
from game.match import HUMAN, Comment, Header, Intent, Match, Timeline
from game.rules import Consequence, Decision, Phase, Rulebook, State, Verdict, verdict
from game.scenario import Scenario
from game.scenario.character import Character
from game.telling.voice import Voice
from game.text import shown
from game.value import frozen

if TYPE_CHECKING:
    from game.review.lines import SpokenLine
    from game.telling.debate import Heard

_NO_COMMENTS: Mapping[int, Comment] = MappingProxyType({})


@frozen
class ExportedLine:
    """One of the lines of play of a match.

    Attributes:
        number: its place among all, from 0.
        parent: the number of the one that it leaves, or -1.
        ply: after how many decisions it leaves it.
        name: what the players call it; may be empty.
        by: the id of the side that began it by taking something back; empty otherwise.
        price: what the side paid for that.
        main: it is the main line.
        decisions: all its decisions, as saves write them.
    """

    number: int
    parent: int
    ply: int
    name: str
    by: str
    price: int
    main: bool
    decisions: tuple[str, ...] = field(repr=False)


@frozen
class ExportedGame:
    """One line of decisions.

    Attributes:
        book: the rules.
        header: what was fixed before the first decision: names, seed, when it began.
        seats: per side who sits there.
        states: every position, the one before the first decision first.
        decisions: every decision, Chance's included; ``decisions[i]`` was taken in ``states[i]``.
        consequences: per decision what it changed.
        reasons: per decision why, in the words of whoever decided; mostly empty.
        intents: per decision what an opponent had in mind; nothing of people.
        head_code: what stands for everything that happened in the match; may be empty.
        comments: comments by position, which is the number of decisions before it.
        variation: the number of this line among those of the match.
        lines: every line of the match, or none if it is not known whether there are others.
        sitting: per side the character that plays it, if one does.
        deciders: per decision the character that took it, if one did.
    """

    book: Rulebook = field(repr=False)
    header: Header
    seats: tuple[str, str]
    states: tuple[State, ...] = field(repr=False)
    decisions: tuple[Decision, ...] = field(repr=False)
    consequences: tuple[tuple[Consequence, ...], ...] = field(repr=False)
    reasons: tuple[str, ...] = field(repr=False)
    intents: tuple[Intent | None, ...] = field(repr=False)
    head_code: str = ""
    comments: Mapping[int, Comment] = field(default=_NO_COMMENTS, repr=False)
    variation: int = 0
    lines: tuple[ExportedLine, ...] = ()
    sitting: tuple[Character | None, Character | None] = field(default=(None, None), repr=False)
    deciders: tuple[Character | None, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, match: Match | ExportedGame, variation: int | None = None) -> ExportedGame:
        """A line of play of a match: the one of a number, or the one that is played now.

        Raises:
            ExportError: there is no such line.
        """
        if isinstance(match, ExportedGame):
            if variation not in (None, match.variation):
                raise ExportError(
                    f"only variation {match.variation} is known here, not {variation}"
                )
            return match
        tree = match.tree
        number = tree.current if variation is None else variation
        if not 0 <= number < len(tree.variations):
            last = len(tree.variations) - 1
            raise ExportError(f"the match has no variation {number}: {among(0, last)}")
        chosen = tree.variations[number]
        places = range(len(chosen.timeline.states))
        found = ((place, tree.comment(number, place)) for place in places)
        return cls.along(
            match.header,
            chosen.timeline,
            seats=chosen.seats,
            head_code=match.head_code,
            comments={place: comment for place, comment in found if comment is not None},
            variation=number,
            lines=tuple(
                ExportedLine(
                    each.number,
                    each.parent,
                    each.ply,
                    each.name,
                    each.by,
                    each.price,
                    each.number == tree.main,
                    tuple(decision.text for decision in each.timeline.decisions),
                )
                for each in tree.variations
            ),
        )

    @classmethod
    def along(
        cls,
        header: Header,
        timeline: Timeline,
        *,
        seats: tuple[str, str] | None = None,
        head_code: str = "",
        comments: Mapping[int, Comment] = _NO_COMMENTS,
        variation: int = 0,
        lines: tuple[ExportedLine, ...] = (),
    ) -> ExportedGame:
        """A timeline as it is now; the seats are those of the header if no others are given."""
        return cls(
            book=timeline.book,
            header=header,
            seats=header.seats if seats is None else seats,
            states=tuple(timeline.states),
            decisions=tuple(timeline.decisions),
            consequences=tuple(timeline.consequences),
            reasons=tuple(timeline.reasons),
            intents=tuple(timeline.intents),
            head_code=head_code,
            comments=comments,
            variation=variation,
            lines=lines,
            sitting=timeline.sitting,
            deciders=tuple(timeline.deciders),
        )

    @cached_property
    def voice(self) -> Voice:
        """Who tells it."""
        return Voice(self.book)

    @cached_property
    def why(self) -> tuple[str, ...]:
        """Per decision why it was taken or what was said with it, in a sentence or more; mostly
        empty.
        """
        line = Timeline(
            self.book,
            self.header.seed,
            [*self.states],
            [*self.decisions],
            [*self.consequences],
            [*self.reasons],
            [*self.intents],
            sitting=self.sitting,
            deciders=[*self.deciders],
        )
        from game.telling.remarks import whys  # noqa: PLC0415 - a review tells none

        return whys(self.voice, line)

    @cached_property
    def said(self) -> tuple[SpokenLine | None, ...]:
        """Per decision what was said with it."""
        from game.review.lines import spoken  # noqa: PLC0415 - a review repeats nothing

        return spoken(self.book, self.states, self.decisions)

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """Per decision what is heard with it."""
        from game.telling.debate import heard  # noqa: PLC0415 - as above

        return heard(self.voice, self.states, self.decisions, self.consequences, self.said)

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
            raise ExportError(f"the match has no position {at}: {among(0, last)}")
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
            raise ExportError(f"there is no side {shown(name)}: choose {' or '.join(known)}")
        return known.index(name)

    def seat(self, side: int) -> str:
        """Who plays a side, as a person calls it."""
        name, seat = self.header.names[side], self.seats[side]
        who = self.voice.say("export.person") if seat == HUMAN else seat
        return self.voice.say("export.seat", name=name, who=who) if name else who
