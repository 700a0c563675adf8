"""What the lines after the first one say.

A decision was taken, or the match was closed; or the players went to another variation, asked
to take something back, wrote a comment. Nothing that was written is ever changed or removed.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from attrs import NOTHING, Attribute, field, fields, frozen

from game.match.line import Plain
from game.match.trouble import all_quoted
from game.text import faulty, shown

FORMAT: Final = 1
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
    KIND: ClassVar[str]

    def plain(self) -> Plain:
        members: Plain = {"event": self.KIND} if self.KIND else {}
        for each in _fields(type(self)):
            value = getattr(self, each.name)
            if value != each.default:
                members[_member(each)] = list(value) if isinstance(value, tuple) else value
        return members


@frozen
class Decided(_Event):
    """Somebody decided.

    Attributes:
        who: the id of the side, or ``CHANCE``.
        decision: the text form of the decision.
        digest: the digest of the position after it.
        reason: why, in the words of whoever decided; mostly empty.
    """

    KIND = ""
    who: str
    decision: str
    digest: str = field(metadata={"member": "s"})
    reason: str = field(default="", metadata={"longest": LONGEST_REASON})


@frozen
class Closed(_Event):
    """The match was put away in good order."""

    KIND = "close"


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
    """

    KIND = "branch"
    parent: int = field(metadata={"member": "from"})
    ply: int
    seats: tuple[str, str]
    name: str = field(default="", metadata={"longest": LONGEST_NAME})
    by: str = ""
    price: int = 0


@frozen
class Went(_Event):
    """Play goes on in another variation."""

    KIND = "go"
    variation: int = field(metadata={"member": "line"})


@frozen
class Asked(_Event):
    """A side asks to take its last decision back. A branch grants it, all else refuses."""

    KIND = "ask"
    by: str


@frozen
class Refused(_Event):
    """The other side does not let it be taken back."""

    KIND = "refuse"


@frozen
class Commented(_Event):
    """A comment on a position.

    Attributes:
        variation: where it belongs.
        ply: to the position after so many decisions.
        text: the comment; empty to withdraw the one that stands there.
        by: who wrote it; may be empty.
    """

    KIND = "comment"
    variation: int = field(metadata={"member": "line"})
    ply: int
    text: str = field(metadata={"longest": LONGEST_REASON})
    by: str = field(default="", metadata={"longest": LONGEST_NAME})


@frozen
class Named(_Event):
    """A variation is called something else."""

    KIND = "name"
    variation: int = field(metadata={"member": "line"})
    name: str = field(metadata={"longest": LONGEST_NAME})


@frozen
class Promoted(_Event):
    """A variation becomes the main line."""

    KIND = "promote"
    variation: int = field(metadata={"member": "line"})


Event = Decided | Closed | Branched | Went | Asked | Refused | Commented | Named | Promoted

_KINDS: Final[dict[str, type[Event]]] = {
    each.KIND: each for each in (Closed, Branched, Went, Asked, Refused, Commented, Named, Promoted)
}


def event_of(members: Plain) -> Event:
    """The event that members in the present format, without ``n``, ``prev`` and ``v``, describe.

    Raises:
        EventError: they describe none; the message says why.
    """
    rest = dict(members)
    if "event" not in rest:
        return _made(Decided, rest)
    kind = rest.pop("event")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise EventError(
            f"a line of kind {shown(kind)}, which this version of the game does not know"
        )
    return _made(_KINDS[kind], rest)


def _fields(kind: type[Any]) -> tuple[Attribute[Any], ...]:
    found: tuple[Attribute[Any], ...] = fields(kind)
    return found


def _member(about: Attribute[Any]) -> str:
    """What a field is called in a line."""
    return str(about.metadata.get("member", about.name))


def _shape(kind: type[Any]) -> tuple[dict[str, Attribute[Any]], frozenset[str]]:
    """The fields of an event by their names in a line, and which of them must be there."""
    known = {_member(each): each for each in _fields(kind)}
    return known, frozenset(name for name, each in known.items() if each.default is NOTHING)


_SHAPES: Final = {kind: _shape(kind) for kind in (Decided, *_KINDS.values())}


def _made(kind: type[Event], members: Plain) -> Event:
    known, needed = _SHAPES[kind]
    if wrong := (members.keys() - known.keys()) | (needed - members.keys()):
        raise EventError(f"missing or unknown members: {all_quoted(sorted(wrong))}")
    values: dict[str, Any] = {
        each.name: _value(each, name, members[name])
        for name, each in known.items()
        if name in members
    }
    return kind(**values)


def _value(about: Attribute[Any], name: str, value: object) -> object:
    """A member's value, checked against the type of its field, which stands there as text."""
    kind = str(about.type)
    if kind == "int":
        # A truth value is a number to Python.
        if type(value) is not int or value < 0:
            raise EventError(f"{name} is not a whole number from 0 on")
        return value
    if kind == "str":
        return _text(name, value, about.metadata.get("longest"))
    if not isinstance(value, list) or len(value) != 2:
        raise EventError(f"{name} is not a pair of texts")
    return tuple(_text(name, each, LONGEST_NAME) for each in value)


def _text(name: str, value: object, longest: int | None) -> str:
    if not isinstance(value, str):
        raise EventError(f"{name} is not a text")
    if longest is not None:
        if len(value) > longest:
            raise EventError(f"the {name} has more than {longest} characters")
        if flaw := faulty(value, lines=longest == LONGEST_REASON):
            raise EventError(f"the {name} contains {flaw}")
    return value
