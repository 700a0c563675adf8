"""What the lines after the first one say.

A decision was taken, or the match was closed; or the players went to another variation, asked
to take something back, wrote a comment. Nothing that was written is ever changed or removed.
"""

from __future__ import annotations

from typing import Annotated, Final

from game.match.intent import ByMaxim, Expected, Intent
from game.match.line import Plain
from game.match.reading import ShapeError, members_of_value, value_of
from game.scenario.character import MOST_LETTERS
from game.scenario.kinds import Many, Verbatim, Whole
from game.text import shown
from game.value import frozen

FORMAT: Final = 2
"""The version of the journal's format that this package writes."""

CHANCE: Final = "chance"
"""Who decides when a headline is drawn."""

LONGEST_REASON: Final = 2000
"""The most characters of the words that go with a decision, and of a comment."""

LONGEST_NAME: Final = 60
"""The most characters of the name of a variation."""


class EventError(ValueError):
    """The members of a line are not those of an event."""


class _Event:
    """An event. Its members in a line are its fields, but for those that have their default."""

    __slots__ = ()

    def plain(self) -> Plain:
        members = members_of_value(self)
        kind = _NAMES.get(type(self))
        return members if kind is None else {"event": kind, **members}


Count = Annotated[int, Whole(0, 1_000_000_000)]
Number = Annotated[int, Whole(-1_000_000_000, 1_000_000_000)]
Id = Annotated[str, Verbatim()]
Called = Annotated[str, Verbatim(LONGEST_NAME)]
Remark = Annotated[str, Verbatim(LONGEST_REASON, lines=True)]


@frozen
class Decided(_Event):
    """Somebody decided.

    Attributes:
        who: the id of the side, or ``CHANCE``.
        decision: the text form of the decision.
        digest: the digest of the position after it.
        reason: why, in the words of a person who decided; mostly empty. Format 1 kept here what
            opponents said, too.
        maxim: by which maxim an opponent decided, if it did.
        expected: what an opponent expected, if it looked ahead.
    """

    who: Id
    decision: Id
    digest: Id
    reason: Remark = ""
    maxim: ByMaxim | None = None
    expected: Expected | None = None

    @property
    def intent(self) -> Intent | None:
        """What an opponent had in mind."""
        return self.maxim or self.expected


@frozen
class Claim:
    """How a match stands when it is put away. Whoever plays it again proves it.

    Attributes:
        round: the round that play is in.
        scores: per side its score.
        over: the line that is played is over.
        verdict: the id of the verdict of the main line, or else of the one that is played; empty
            while neither is over.
        final: per side the final score that belongs to the verdict, objectives included.
    """

    round: Count
    scores: tuple[Number, Number]
    over: bool = False
    verdict: Id = ""
    final: tuple[Number, Number] | None = None


@frozen
class Closed(_Event):
    """The match was put away in good order. Format 1 said nothing of how it stood."""

    claim: Claim | None = None


@frozen
class Brought:
    """A character that sits down in the middle of a match.

    Attributes:
        id: the name of its seat.
        text: its text.
    """

    id: Called
    text: Annotated[str, Verbatim(MOST_LETTERS, lines=True)]


@frozen
class Branched(_Event):
    """A variation begins, and play goes on in it. Its number is the next one.

    Attributes:
        parent: the variation that it leaves.
        ply: after how many decisions.
        seats: per side who plays it.
        name: what the players call it; may be empty.
        by: the id of the side that took its last decision back so; empty for a plain branch.
        price: the points that the side paid for it.
        characters: those that sit down, and were not at the match before.
    """

    parent: Count
    ply: Count
    seats: tuple[Called, Called]
    name: Called = ""
    by: Id = ""
    price: Count = 0
    characters: Annotated[tuple[Brought, ...], Many(0, 2)] = ()


@frozen
class Went(_Event):
    """Play goes on in another variation."""

    variation: Count


@frozen
class Asked(_Event):
    """A side asks to take its last decision back. A branch grants it, all else refuses."""

    by: Id


@frozen
class Refused(_Event):
    """The other side does not let it be taken back."""


@frozen
class Commented(_Event):
    """A comment on a position.

    Attributes:
        variation: where it belongs.
        ply: to the position after so many decisions.
        text: the comment; empty to withdraw the one that stands there.
        by: who wrote it; may be empty.
    """

    variation: Count
    ply: Count
    text: Remark
    by: Called = ""


@frozen
class Named(_Event):
    """A variation is called something else."""

    variation: Count
    name: Called


@frozen
class Promoted(_Event):
    """A variation becomes the main line."""

    variation: Count


Event = Decided | Closed | Branched | Went | Asked | Refused | Commented | Named | Promoted

_KINDS: Final[dict[str, type[Event]]] = {
    "close": Closed,
    "branch": Branched,
    "go": Went,
    "ask": Asked,
    "refuse": Refused,
    "comment": Commented,
    "name": Named,
    "promote": Promoted,
}
_NAMES: Final[dict[type, str]] = {cls: kind for kind, cls in _KINDS.items()}


def event_of(members: Plain) -> Event:
    """The event that members in the present format, without ``n``, ``prev`` and ``v``, describe.

    Raises:
        EventError: they describe none; the message says why.
    """
    rest = dict(members)
    cls: type[Event] = Decided
    if "event" in rest:
        kind = rest.pop("event")
        if not isinstance(kind, str) or kind not in _KINDS:
            raise EventError(
                f"a line of kind {shown(kind)}, which this version of the game does not know"
            )
        cls = _KINDS[kind]
    try:
        event = value_of(rest, cls)
    except ShapeError as error:
        raise EventError(str(error)) from error
    if isinstance(event, Decided) and bool(event.reason) + _meant(event) > 1:
        raise EventError("a decision has one reason: words, a maxim, or what was expected")
    return event


def _meant(event: Decided) -> int:
    return (event.maxim is not None) + (event.expected is not None)
