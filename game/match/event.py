"""What the lines after the first one say: a decision was taken, or the match was closed."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from game.match.line import Plain
from game.scenario.text import faulty

FORMAT: Final = 1
"""The version of the journal's format that this package writes."""

CHANCE: Final = "chance"
"""Who decides when a headline is drawn."""

LONGEST_REASON: Final = 2000
"""The most characters of the words that go with a decision."""


class EventError(ValueError):
    """The members of a line are not those of an event."""


@frozen
class Decided:
    """Somebody decided.

    Attributes:
        who: the id of the side, or ``CHANCE``.
        decision: the text form of the decision.
        digest: the digest of the position after it.
        reason: why, in the words of whoever decided; mostly empty.
    """

    who: str
    decision: str
    digest: str
    reason: str = ""

    def plain(self) -> Plain:
        members: Plain = {"decision": self.decision, "s": self.digest, "who": self.who}
        if self.reason:
            members["reason"] = self.reason
        return members


@frozen
class Closed:
    """The match was put away in good order."""

    def plain(self) -> Plain:
        return {"event": "close"}


Event = Decided | Closed


def event_of(members: Plain) -> Event:
    """The event that members in the present format, without ``n``, ``prev`` and ``v``, describe.

    Raises:
        EventError: they describe none; the message says why.
    """
    if "event" in members:
        if members == {"event": "close"}:
            return Closed()
        kind = members["event"]
        raise EventError(f"a line of kind {kind!a}, which this version of the game does not know")
    expected = {"decision", "s", "who"}
    if set(members) - {"reason"} != expected:
        wrong = ", ".join(sorted(map(ascii, set(members) - {"reason"} ^ expected)))
        raise EventError(f"missing or unknown members: {wrong}")
    for name, value in members.items():
        if not isinstance(value, str):
            raise EventError(f"{name} is not a text")
    reason = members.get("reason", "")
    if len(reason) > LONGEST_REASON:
        raise EventError(f"a reason of more than {LONGEST_REASON} characters")
    if flaw := faulty(reason, lines=True):
        raise EventError(f"the reason contains {flaw}")
    return Decided(members["who"], members["decision"], members["s"], reason)
