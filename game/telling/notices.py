"""What is said of saves: that one was recovered or moved, and what verifying one has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.match.notices import Moved, Recovered, Unclosed
from game.telling.messages import Messages

if TYPE_CHECKING:
    from game.match import Report


def say_notice(messages: Messages, notice: Recovered | Unclosed | Moved) -> str:
    """What is to be known of a save that is well, in sentences."""
    match notice:
        case Recovered():
            return messages.say("notice.recovered", aside=notice.aside)
        case Unclosed():
            return messages.say("notice.unclosed", decisions=notice.decisions, code=notice.code)
        case Moved():
            return messages.say("notice.moved", why=notice.why, where=notice.where)


def say_report(messages: Messages, report: Report) -> str:
    """What verifying a save has found, without a full stop."""
    where, decisions = str(report.where), report.decisions
    if report.line is not None:
        return messages.say(
            "notice.damaged", where=where, line=report.line, what=report.what, decisions=decisions
        )
    if report.torn:
        return messages.say("notice.torn", where=where, bytes=report.torn, decisions=decisions)
    key = "notice.good_closed" if report.closed else "notice.good"
    return messages.say(key, where=where, decisions=decisions, code=report.code)
