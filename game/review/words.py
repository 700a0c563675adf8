"""Names, numbers and decisions in words, for what opponents answer."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules import Decision, Kind, Rulebook, State

MINUS = "−"


def signed(number: int) -> str:
    """A number with its sign, typographically: +2, −1, 0."""
    return f"+{number}" if number > 0 else plain(number)


def plain(number: int) -> str:
    """A number with a proper minus sign."""
    return f"{MINUS}{-number}" if number < 0 else str(number)


def track_name(book: Rulebook, track: str) -> str:
    """The name of a track: a shared one's own, or a side's capital or score in its words."""
    index = book.track(track)
    if index < book.shared:
        return book.scenario.tracks[index].name
    side = book.scenario.sides[(index - book.shared) % 2]
    return f"{side.short} {'capital' if index in book.capital else side.goal_short}"


def say_decision(book: Rulebook, state: State, decision: Decision) -> str:
    """A decision as it is taken in a position, without saying by whom."""
    scenario, kind, subject = book.scenario, decision.kind, decision.subject
    match kind:
        case Kind.SITUATION:
            return scenario.situations[subject].name
        case Kind.DRAW:
            if subject < 0:
                return "No headline is left to draw"
            headline = scenario.headlines[subject]
            return f"{headline.date}: {headline.title}"
        case Kind.CHOOSE:
            choice = scenario.headlines[state.wire].choice
            return choice.options[subject].name if choice else decision.text
        case Kind.CONSULT:
            return "Consult at home"
        case Kind.ACT:
            return scenario.acts[subject].name
        case Kind.TABLE:
            backing = scenario.arguments[decision.backing].name
            return f"Table “{scenario.motions[subject].name}”, backed by {backing}"
        case Kind.REBUT:
            return f"Rebut with {scenario.arguments[subject].name}"
        case Kind.REJOIN:
            return f"Rejoin with {scenario.arguments[subject].name}"
        case _:
            return _SIMPLE[kind]


_SIMPLE = {
    Kind.ACCEPT: "Accept without a word",
    Kind.DECLINE: "Decline",
    Kind.STOP: "Stop, and leave the floor",
    Kind.YIELD: "Yield: let the motion pass",
    Kind.WALK_OUT: "Walk out: the motion fails",
    Kind.CONCEDE: "Concede: let the motion pass",
    Kind.WITHDRAW: "Withdraw: the motion fails",
}


def listed(names: Iterable[str], last: str = "or") -> str:
    """Names as a person lists them: ``A, B or C``."""
    *most, end = names
    return f"{', '.join(most)} {last} {end}" if most else end
