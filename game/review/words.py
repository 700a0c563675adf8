"""The game in words: decisions, consequences with their causes, and what stands in the way.

Everything that a person reads about a position, in the app, in plain mode and in exports, is
said here once. The names come from the scenario, the sentences around them from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from game.rules import (
    NOBODY,
    Bar,
    Cause,
    Consequence,
    Decision,
    Kind,
    Phase,
    Reason,
    Rule,
    Rulebook,
    State,
    What,
)

MINUS = "−"


def signed(number: int) -> str:
    """A number with its sign, typographically: +2, −1, 0."""
    return f"+{number}" if number > 0 else plain(number)


def plain(number: int) -> str:
    """A number with a proper minus sign."""
    return f"{MINUS}{-number}" if number < 0 else str(number)


def side_name(book: Rulebook, side: int) -> str:
    """The full name of a side; of Chance if it is nobody."""
    return "Chance" if side == NOBODY else book.scenario.sides[side].name


def track_name(book: Rulebook, track: str) -> str:
    """The name of a track: a shared one's own, or a side's capital or score in its words."""
    index = book.track(track)
    if index < book.shared:
        return book.scenario.tracks[index].name
    side = book.scenario.sides[(index - book.shared) % 2]
    return f"{side.short} {'capital' if index in book.capital else side.goal_short}"


def cite(source: tuple[str, ...]) -> str:
    """Paragraphs of the source, such as ``¶5`` or ``¶7c, 7d``; empty if there are none."""
    return f"¶{', '.join(source)}" if source else ""


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

_QUESTIONS = {
    Phase.DRAW: "Chance draws a headline",
    Phase.EVENT: "answer the headline",
    Phase.TURN: "take your turn",
    Phase.REPLY: "reply to the motion",
    Phase.FLOOR: "answer the last argument",
    Phase.YIELD: "yield, or walk out",
    Phase.CONCEDE: "concede, or withdraw",
    Phase.END: "the game is over",
}


def question(state: State) -> str:
    """What is asked of the side that decides."""
    return _QUESTIONS[state.phase]


def say_reason(book: Rulebook, reason: Reason) -> str:
    """What stands in the way, with its numbers: ``needs trust 3, it is 2``."""
    needed, actual = reason.needed, reason.actual
    limit = f"at most {needed}" if reason.at_most else str(needed)
    match reason.bar:
        case Bar.PHASE:
            return "not now"
        case Bar.SIDE:
            return "belongs to the other side"
        case Bar.CARRIED:
            return "carried"
        case Bar.EXCLUDED:
            name = book.scenario.motions[book.motion(reason.subject)].name
            return f"closed: “{name}” is carried"
        case Bar.BARRED:
            return f"barred until the end of round {needed}"
        case Bar.GATE | Bar.CEILING | Bar.NEED_TRACK:
            name = track_name(book, reason.subject).lower()
            return f"needs {name} {limit}, it is {plain(actual)}"
        case Bar.NEED_MOTION:
            return f"needs “{book.scenario.motions[book.motion(reason.subject)].short}” carried"
        case Bar.NEED_TAG:
            about = f" tagged {reason.subject}" if reason.subject else ""
            return f"needs {limit} carried{about}, there are {actual}"
        case Bar.NEED_ROUND:
            return "not in this round"
        case Bar.CAPITAL:
            return f"costs {needed}, you have {actual}"
        case Bar.SPENT:
            return "spent until you consult"
        case Bar.SUPPORT:
            return "does not support this motion"
        case Bar.NO_SUPPORT:
            return "no argument you have ready supports it"
        case Bar.ATTACK:
            return f"does not attack {_argument(book, reason.subject)}"
        case Bar.LONGEST:
            return f"{needed} arguments end a debate"
        case Bar.MOOD:
            return f"does not speak to the hour: {_value(book, reason.subject)}"
        case Bar.DECK:
            return "cannot be drawn now"


def say_change(book: Rulebook, change: Consequence) -> str:
    """One change in words and numbers; empty if it says nothing to a person."""
    side = book.scenario.sides[book.side_ids.index(change.side)].short if change.side else ""
    match change.what:
        case What.TRACK:
            name = track_name(book, change.subject)
            if change.before == change.after:
                return f"{name} stays at {plain(change.after)}"
            return f"{name} {plain(change.before)} → {plain(change.after)}"
        case What.SPENT:
            name = _argument(book, change.subject)
            return f"{side}: {name} {'is spent' if change.after else 'is ready again'}"
        case What.RECORD:
            name = _argument(book, change.subject)
            return f"{side}: {name} {'goes on the record' if change.after else 'is struck'}"
        case What.BARRED:
            until = f"barred until the end of round {change.after}"
            if change.cause.rule is Rule.SITUATION:
                return f"“{book.scenario.motions[book.motion(change.subject)].name}” is {until}"
            return until
        case What.ROUND:
            return f"round {change.after} begins"
        case What.CARRIED:
            return "carried"
        case What.SITUATION:
            return "so the game begins"
        case What.MOOD:
            name = _value(book, change.subject)
            return f"the hour speaks to {name}" if change.after else f"and no more to {name}"
        case What.COLLAPSE:
            return "collapse"
        case What.DRAWN:
            flash = book.headline_flash[book.headline_ids.index(change.subject)]
            return "strikes at once" if flash else "goes on the wire"
        case What.USED:
            return ""


def say_cause(book: Rulebook, cause: Cause) -> str:
    """Why something changed, without the citation, and without what the change itself says."""
    name = _entry_name(book, cause)
    match cause.rule:
        case Rule.TABLE:
            return f"Tabling “{name}”"
        case Rule.ARGUE:
            return "Spoken"
        case Rule.STAND:
            return "Left standing"
        case Rule.CONTRADICTION:
            return f"{name} contradicts the own record"
        case Rule.CARRY:
            return f"“{name}”"
        case Rule.SILENCE:
            return f"Accepting “{name}” without a word looks weak at home"
        case Rule.FLOOR:
            return f"Holding the floor on “{name}”"
        case Rule.MOOD:
            return f"Speaking to the hour on “{name}”"
        case Rule.DECLINE:
            return f"Declining “{name}”"
        case Rule.WALK_OUT:
            return f"Walking out on “{name}”"
        case Rule.WITHDRAW:
            return f"Withdrawing “{name}”"
        case Rule.ACT_COST:
            return f"The price of: {name}"
        case Rule.CONSULT:
            return "Consulting at home"
        case Rule.DRAW:
            return f"Chance draws: {name}"
        case Rule.RECOVER:
            return "Time passes"
        case Rule.INCOME:
            return "Income at the close"
        case Rule.TAKE_BACK:
            return "The price of taking a decision back"
        case Rule.CLOCK:
            return "The clock"
        case Rule.COLLAPSE:
            return name
        case Rule.SITUATION:
            return name
        case Rule.ACT | Rule.HEADLINE | Rule.CHOICE_A | Rule.CHOICE_B | Rule.DRIFT:
            return name


@frozen
class Told:
    """What one cause brought about: why, the ¶ behind it, and the changes in words."""

    why: str
    source: str
    changes: tuple[str, ...]

    def __str__(self) -> str:
        cited = f" ({self.source})" if self.source else ""
        return f"{self.why}{cited}: {', '.join(self.changes)}"


def tell(book: Rulebook, consequences: tuple[Consequence, ...]) -> tuple[Told, ...]:
    """Consequences as sentences, one for each cause, in the order in which they happened."""
    groups: list[tuple[Cause, list[str]]] = []
    for each in consequences:
        words = say_change(book, each)
        if not words:
            continue
        if groups and groups[-1][0] == each.cause:
            groups[-1][1].append(words)
        else:
            groups.append((each.cause, [words]))
    return tuple(
        Told(say_cause(book, cause), cite(cause.source), tuple(words)) for cause, words in groups
    )


def say_effects(book: Rulebook, effects: Mapping[str, int]) -> str:
    """Effects as amounts: ``Trust +1, US goals +2``."""
    return ", ".join(f"{track_name(book, name)} {signed(by)}" for name, by in effects.items())


def listed(names: Iterable[str], last: str = "or") -> str:
    """Names as a person lists them: ``A, B or C``."""
    *most, end = names
    return f"{', '.join(most)} {last} {end}" if most else end


def _argument(book: Rulebook, name: str) -> str:
    return book.scenario.arguments[book.argument(name)].name


def _value(book: Rulebook, name: str) -> str:
    return book.scenario.values[book.hour.value_ids.index(name)].name


def _entry_name(book: Rulebook, cause: Cause) -> str:
    scenario, name = book.scenario, cause.subject
    match cause.rule:
        case Rule.ARGUE | Rule.STAND:
            return _argument(book, name)
        case Rule.CONTRADICTION:
            if name in book.argument_ids:
                return _argument(book, name)
            return scenario.acts[book.act_ids.index(name)].name
        case Rule.ACT | Rule.ACT_COST:
            return scenario.acts[book.act_ids.index(name)].name
        case Rule.DRAW | Rule.HEADLINE:
            headline = scenario.headlines[book.headline_ids.index(name)]
            return f"{headline.date}: {headline.title}"
        case Rule.CHOICE_A | Rule.CHOICE_B:
            headline = scenario.headlines[book.headline_ids.index(name)]
            option = int(cause.rule is Rule.CHOICE_B)
            answer = headline.choice.options[option].name if headline.choice else ""
            return f"{headline.title} – {answer}"
        case Rule.DRIFT:
            return next(drift.name for drift in scenario.drifts if drift.id == name)
        case Rule.COLLAPSE:
            index = book.track(name)
            collapse = scenario.tracks[index].collapse
            return collapse.text if collapse else name
        case Rule.SITUATION:
            return scenario.situations[book.hour.situation_ids.index(name)].name
        case Rule.CONSULT | Rule.INCOME | Rule.RECOVER | Rule.CLOCK | Rule.TAKE_BACK:
            return ""
        case _:
            return scenario.motions[book.motion(name)].name
