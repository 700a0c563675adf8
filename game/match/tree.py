"""The variations of a match: every line of play that was tried, none of them ever lost.

Variation 0 is the one that the match began with. A further one begins like its parent and goes
its own way after some decision: because a player took a decision back, or because somebody
wanted to see what else might have come of it.
"""

from __future__ import annotations

from attrs import define, field, fields

from game.match.company import Company
from game.match.event import (
    CHANCE,
    Asked,
    Branched,
    Claim,
    Closed,
    Commented,
    Decided,
    Event,
    Named,
    Promoted,
    Refused,
    Went,
)
from game.match.header import Header, seat_fault
from game.match.timeline import Timeline
from game.rules import Phase, Verdict, verdict
from game.text import shown
from game.value import frozen

MOST = 1000
"""The most variations of a match."""

HIGHEST_PRICE = 10
"""The highest price of taking something back, in points of score."""


@frozen
class Comment:
    """A comment on the position of a variation after ``ply`` decisions."""

    variation: int
    ply: int
    text: str
    by: str = ""


@define
class Variation:
    """One line of play.

    Attributes:
        number: its place among all.
        timeline: everything that happens in it, what it shares with its parent included.
        seats: per side who plays it.
        parent: the variation that it leaves, or -1.
        ply: after how many decisions it leaves it.
        name: what the players call it; may be empty.
        by: the id of the side that began it by taking something back; empty otherwise.
        price: what the side paid for that.
    """

    number: int
    timeline: Timeline
    seats: tuple[str, str]
    parent: int = -1
    ply: int = 0
    name: str = ""
    by: str = ""
    price: int = 0


@define
class Tree:
    """All variations, the one that is played now, and the comments."""

    variations: list[Variation]
    current: int = 0
    main: int = 0
    asked: str | None = None
    """The id of the side that has asked to take something back, until it is answered."""
    company: Company | None = field(default=None, kw_only=True, eq=False)
    """Who is a character."""
    _comments: dict[tuple[int, int], Comment] = field(factory=dict)
    """An empty one stands where a line of play no longer has what it shared with its parent."""

    @classmethod
    def begin(cls, timeline: Timeline, header: Header) -> Tree:
        """A match with one line of play."""
        tree = cls([], company=Company(header, timeline.book.scenario))
        tree._seat(timeline, header.seats)
        tree.variations.append(Variation(0, timeline, header.seats))
        return tree

    def _seat(self, timeline: Timeline, seats: tuple[str, str]) -> None:
        if self.company is not None:
            timeline.sitting = self.company.sitting(seats)

    @property
    def variation(self) -> Variation:
        """The variation that is played now."""
        return self.variations[self.current]

    @property
    def timeline(self) -> Timeline:
        """What happens in it."""
        return self.variation.timeline

    def ordered(self) -> tuple[tuple[Variation, int], ...]:
        """All variations, each below the one that it leaves, and how deep it lies."""
        below: dict[int, list[Variation]] = {}
        for each in self.variations:
            below.setdefault(each.parent, []).append(each)
        found: list[tuple[Variation, int]] = []
        waiting = [(self.variations[0], 0)]
        while waiting:
            variation, depth = waiting.pop()
            found.append((variation, depth))
            children = below.get(variation.number, [])
            waiting += ((child, depth + 1) for child in reversed(children))
        return tuple(found)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All comments, by variation and ply."""
        return tuple(
            self._comments[place] for place in sorted(self._comments) if self._comments[place].text
        )

    def comment(self, variation: int, ply: int) -> Comment | None:
        """The comment on a position; a variation shares those of what it shares with its parent."""
        while True:
            if found := self._comments.get((variation, ply)):
                return found if found.text else None
            line = self.variations[variation]
            if line.parent < 0 or ply > line.ply:
                return None
            variation = line.parent

    def take(self, event: Event) -> str | None:
        """Take up an event that is no decision.

        Returns:
            Why it cannot be, in which case nothing has changed; nothing if all is well.
        """
        if (fault := self.fault(event)) is not None:
            return fault
        match event:
            case Branched():
                self._branch(event)
            case Went(variation):
                self.current = variation
            case Asked(by):
                self.asked = by
                return None
            case Commented():
                self._note(event)
                return None
            case Named(variation, name):
                self.variations[variation].name = name
                return None
            case Promoted(variation):
                self.main = variation
                return None
            case Closed():
                return None
        self.asked = None
        return None

    def _branch(self, event: Branched) -> None:
        timeline = self.variations[event.parent].timeline.fork(event.ply)
        if event.price:
            timeline.pay(timeline.book.side_ids.index(event.by), event.price)
        if self.company is not None:
            self.company.bring(event.characters)
        self._seat(timeline, event.seats)
        self.current = len(self.variations)
        self.variations.append(
            Variation(
                self.current,
                timeline,
                event.seats,
                event.parent,
                event.ply,
                event.name,
                event.by,
                event.price,
            )
        )

    def _note(self, event: Commented) -> None:
        place = (event.variation, event.ply)
        if event.text:
            self._comments[place] = Comment(*place, event.text, event.by)
        elif (shared := self.comment(*place)) is not None:
            if shared.variation == event.variation:
                del self._comments[place]
            else:
                self._comments[place] = Comment(*place, "")

    def claim(self) -> Claim:
        """How the match stands."""
        line = self.timeline
        book, state = line.book, line.state
        ending = _ending(self.variations[self.main].timeline) or _ending(line)
        return Claim(
            round=state.round,
            scores=(state.tracks[book.score[0]], state.tracks[book.score[1]]),
            over=state.phase is Phase.END,
            verdict="" if ending is None else ending.name,
            final=None if ending is None else ending.final,
        )

    # ------------------------------------------------------------------ what cannot be

    def fault(self, event: Event) -> str | None:
        """Why an event cannot be taken up; nothing if it can."""
        match event:
            case Branched():
                return self._branch_fault(event)
            case Went(variation) | Named(variation, _) | Promoted(variation):
                return self._number_fault(variation)
            case Commented(variation, ply, _, _):
                return self._number_fault(variation) or self._ply_fault(variation, ply)
            case Asked(by):
                return self._back_fault(by)
            case Refused():
                return None if self.asked else "nobody has asked to take anything back"
            case Closed(claim):
                return None if claim is None else self._claim_fault(claim)
            case Decided():
                return None

    def _claim_fault(self, claim: Claim) -> str | None:
        """What is wrong with how the match is said to stand."""
        true = self.claim()
        for each in fields(Claim):
            said, right = getattr(claim, each.name), getattr(true, each.name)
            if said != right:
                return (
                    f"it was put away with the claim that {each.name} is {_claimed(said)}, "
                    f"and it is {_claimed(right)}"
                )
        return None

    def _number_fault(self, variation: int) -> str | None:
        most = len(self.variations) - 1
        return None if variation <= most else f"there is no variation {variation}, only 0 to {most}"

    def _ply_fault(self, variation: int, ply: int) -> str | None:
        most = len(self.variations[variation].timeline.decisions)
        if ply <= most:
            return None
        return f"variation {variation} has {most} decision{'s' * (most != 1)}, not {ply}"

    def _branch_fault(self, event: Branched) -> str | None:
        fault = self._number_fault(event.parent) or self._ply_fault(event.parent, event.ply)
        if fault is None and len(self.variations) >= MOST:
            fault = f"a match has {MOST} variations at most"
        if fault is None:
            fault = next((found for seat in event.seats if (found := seat_fault(seat))), None)
        if fault is None and event.by:
            fault = self._back_fault(event.by)
            if fault is None and (event.parent, event.ply) != (self.current, self._own(event.by)):
                fault = "a side takes back its own last decision, no other"
        if fault is None and (event.price > HIGHEST_PRICE or (event.price and not event.by)):
            fault = f"a price of {event.price} cannot be paid here"
        return fault

    def _own(self, by: str) -> int | None:
        return self.timeline.own(self.timeline.book.side_ids.index(by))

    def _back_fault(self, by: str) -> str | None:
        """Why a side cannot take its last decision back."""
        if by == CHANCE or by not in self.timeline.book.side_ids:
            return f"{shown(by)} is no side"
        if self._own(by) is None:
            return (
                "nothing can be taken back across a headline that was drawn, or before the first "
                "decision; branch from an earlier position instead"
            )
        return None


def _ending(line: Timeline) -> Verdict | None:
    """How a line of play ended, if it did."""
    return verdict(line.book, line.state) if line.state.phase is Phase.END else None


def _claimed(value: object) -> str:
    """A value of a claim, as a message names it."""
    if isinstance(value, tuple):
        return " and ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "none" if value in ("", None) else shown(value)
