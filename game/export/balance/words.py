"""Figures and bounds in words."""

from __future__ import annotations

from typing import Final

from game.balance.measures import Unit
from game.balance.properties import Property
from game.interval import Figure
from game.telling.messages import MINUS, english

_DIGITS: Final = {"share": 1, "number": 2, "bits": 2, "points": 1}


def amount(value: float, unit: Unit) -> str:
    """A number of a unit, without the unit."""
    scaled = value * 100 if unit == "share" else value
    return f"{scaled:.{_DIGITS[unit]}f}".replace("-", MINUS)


def figure_words(figure: Figure, unit: Unit) -> str:
    """An estimate with its interval: ``62.0 % (55.1 to 68.4)``."""
    if not figure.count:
        return english().say("balance.nothing")
    return english().say(
        "balance.figure",
        value=with_unit(amount(figure.value, unit), unit),
        low=amount(figure.low, unit),
        high=amount(figure.high, unit),
    )


def with_unit(value: str, unit: Unit) -> str:
    """A number and what it counts."""
    match unit:
        case "share":
            return english().say("balance.percent", value=value)
        case "points":
            return english().say("balance.points", value=value)
        case "bits":
            return english().say("balance.bits", value=value)
        case "number":
            return value


def bounds(each: Property) -> str:
    """Between which values a property holds; empty if it is only told."""
    low, high = each.at_least, each.at_most
    if low is not None and high is not None:
        return english().say("balance.between", low=f"{low:g}", high=_bound(high, each.unit))
    if low is not None:
        return english().say("balance.at_least", low=_bound(low, each.unit))
    if high is not None:
        return english().say("balance.at_most", high=_bound(high, each.unit))
    return ""


def _bound(value: float, unit: Unit) -> str:
    return with_unit(f"{value:g}".replace("-", MINUS), unit)
