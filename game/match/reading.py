"""Reading the members of a line into values, as strictly as a scenario is read.

Nothing is coerced, no member may be missing or unknown, and what does not fit is told with its
place in the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import fields, has

from game.match.line import Plain
from game.match.trouble import brief

if TYPE_CHECKING:
    from game.scenario.reading.faults import Fault

_Value = TypeVar("_Value")

_KEYS: Final = ("unknown-key", "missing-key")
_ABOUT_A_VALUE: Final = ("bad-text", "long-text", "out-of-range")
"""Faults whose message begins with the value."""

_MOST_NAMED: Final = 3


class ShapeError(ValueError):
    """Members are not those of the value; the message says where and why."""


def value_of(members: Plain, cls: type[_Value]) -> _Value:
    """The value that members describe.

    Raises:
        ShapeError: they describe none.
    """
    # What reads is not for who writes only.
    from game.scenario.reading.fault_log import FaultLog  # noqa: PLC0415
    from game.scenario.reading.located import Located  # noqa: PLC0415
    from game.scenario.reading.shape import CONVERTER  # noqa: PLC0415

    log = FaultLog("", "")
    value: _Value = CONVERTER.structure(Located(members, (), log), cls)
    if log.faults:
        raise ShapeError(_told(log.faults))
    return value


def members_of_value(value: Any) -> Plain:  # noqa: ANN401 - an instance of any class of attrs
    """The members that describe a value: its fields, but for those that have their default."""
    return {
        each.name: _plain(found)
        for each in fields(type(value))
        if (found := getattr(value, each.name)) != each.default
    }


def _plain(value: Any) -> object:  # noqa: ANN401 - whatever a field holds
    if has(type(value)):
        return members_of_value(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _told(faults: list[Fault]) -> str:
    """What is wrong, in a sentence or two: all wrong members, or else the first fault."""
    if wrong := sorted(fault.path for fault in faults if fault.code in _KEYS):
        more = f", and {len(wrong) - _MOST_NAMED} more" if len(wrong) > _MOST_NAMED else ""
        return brief(f"missing or unknown members: {', '.join(wrong[:_MOST_NAMED])}{more}")
    first = faults[0]
    place = f"the {first.path}" if first.code in _ABOUT_A_VALUE else f"{first.path}:"
    return brief(f"{place} {first.message} {first.hint}")
