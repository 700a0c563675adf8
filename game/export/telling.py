"""Sentences about a whole match that more than one export tells, without any markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.export.escape import told_apart
from game.export.game import Game
from game.export.outline import Exchange, Round, Step
from game.match.tree import Comment
from game.review.ending import Reckoning, ending
from game.review.moments import Moment, moments
from game.review.words import listed, plain, question, side_name, signed, track_name
from game.rules import NOBODY, Kind, Phase
from game.rules.debate import floor_holder, standing

BY_ROUND: Final = "After round"
"""What the first column of a table by rounds is called."""

_DOES: Final = {
    Kind.CHOOSE: "answers the headline",
    Kind.CONSULT: "consults at home",
    Kind.ACT: "acts alone",
    Kind.TABLE: "tables the motion",
    Kind.ACCEPT: "accepts without a word",
    Kind.DECLINE: "declines",
    Kind.REBUT: "rebuts",
    Kind.REJOIN: "rejoins",
    Kind.STOP: "leaves the floor",
    Kind.YIELD: "yields: the motion passes",
    Kind.WALK_OUT: "walks out: the motion fails",
    Kind.CONCEDE: "concedes: the motion passes",
    Kind.WITHDRAW: "withdraws: the motion fails",
}


def does(game: Game, *steps: Step) -> str:
    """What a side does, without a full stop: ``Russia leaves the floor, then yields: ...``."""
    return (
        f"{side_name(game.book, steps[0].side)} {', then '.join(_DOES[one.kind] for one in steps)}"
    )


def role(place: int) -> str:
    """What the argument at a place of a debate is called."""
    return ("claim", "rebuttal")[place] if place < 2 else "rejoinder"


def outcome(exchange: Exchange) -> str:
    """How a debate came out, in a word or two."""
    if exchange.carried:
        return "carried"
    return "failed" if exchange.failed else "on the table"


def floor(game: Game, exchange: Exchange) -> str:
    """Who holds the floor, and which arguments stand; two sentences at most."""
    debate, arguments = exchange.debate, game.scenario.arguments
    stands: list[str] = []
    falls: list[str] = []
    for argument, up in zip(debate.chain, standing(debate), strict=True):
        (stands if up else falls).append(arguments[argument].name)
    # Nobody holds it before there is a reply.
    holder = f"{side_name(game.book, floor_holder(debate))} holds the floor. "
    said = holder if debate.chain[1:] else ""
    fallen = f"; {listed(falls, 'and')} {'fall' if falls[1:] else 'falls'}" if falls else ""
    return f"{said}{listed(stands, 'and')} {'stand' if stands[1:] else 'stands'}{fallen}."


def result(game: Game) -> str:
    """How the match ended or stands, in a sentence."""
    book, state = game.book, game.state
    if not game.over:
        who = "" if state.side == NOBODY else f"{side_name(book, state.side)}: "
        return f"In progress, round {state.round} of {book.rounds}. {who}{question(state)}."
    end = ending(book, state)
    scores = (
        f"{side.name} {plain(each.final)} of {each.threshold}"
        for side, each in zip(game.scenario.sides, end.sides, strict=True)
    )
    return f"{end.title} in round {state.round}. {', '.join(scores)}."


def facts(game: Game) -> tuple[tuple[str, str], ...]:
    """What is known about a match besides its course: pairs of a label and what it says."""
    header, scenario = game.header, game.scenario
    variants = {each.id: each.name for each in scenario.variants}
    pairs = (
        *((side.name, game.seat(number)) for number, side in enumerate(scenario.sides)),
        ("Variation", _line(game)),
        ("Scenario", scenario.title),
        ("Start", variants.get(header.variant or "", "Standard")),
        ("Begun", header.created.replace("T", " ").replace("Z", " UTC")),
        ("Seed", str(header.seed)),
        ("Decisions", str(len(game.decisions))),
        ("Head code", game.head_code),
    )
    return tuple((label, words) for label, words in pairs if words)


def _line(game: Game) -> str:
    """Which of several lines of play is told; empty if there is only one."""
    if len(game.lines) < 2:
        return ""
    line = game.lines[game.variation]
    name = f", {line.name}" if line.name else ""
    start = ", the first" if line.parent < 0 else f", from {line.parent} after decision {line.ply}"
    return f"{line.number}{name}{start}; there are 0 to {len(game.lines) - 1}"


def remarks(step: Step) -> tuple[tuple[str, str], ...]:
    """What goes with a decision: pairs of a label and the words of whoever wrote them."""
    why = (("Why", step.reason),) if step.reason else ()
    return (*why, *comment(step.comment))


def comment(remark: Comment | None) -> tuple[tuple[str, str], ...]:
    """A comment as a pair of a label and its words; nothing if there is none."""
    if remark is None:
        return ()
    return ((f"Comment by {remark.by}" if remark.by else "Comment", remark.text),)


def turning_points(game: Game) -> tuple[Moment, ...]:
    """The moments of the game that mattered."""
    return moments(game.book, game.states, game.consequences)


def reckoning(each: Reckoning, *, counted: bool) -> tuple[tuple[str, str], ...]:
    """A side's way to its final score: pairs of a label and a number, or of a label and a mark.

    Args:
        each: the reckoning.
        counted: objectives count, for the game did not collapse.
    """
    rows = [("When play ended", plain(each.score))]
    if counted:
        rows += [
            (name, signed(points) if met else "not met") for name, points, met in each.objectives
        ]
    rows += [("Final score", plain(each.final)), ("Needed", plain(each.threshold))]
    if each.succeeds:
        rows.append(("Threshold", "reached"))
    else:
        rows.append(("Threshold", "missed" if counted else "all is lost"))
    rows.append(("Worth", f"{each.payoff // 100}.{each.payoff % 100:02} of 1"))
    return tuple(rows)


def numbers(game: Game) -> tuple[tuple[str, int], ...]:
    """The tracks as a table by rounds names them, scores first: pairs of a name and an index.

    The names differ from each other and from ``BY_ROUND``.
    """
    book = game.book
    order = (*book.score, *range(book.shared), *book.capital)
    names = (track_name(book, book.track_ids[index]) for index in order)
    return tuple(zip(told_apart(names, taken=(BY_ROUND,)), order, strict=True))


def standings(game: Game, rounds: Sequence[Round]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """All tracks at the start and after every round: pairs of a label and the tracks."""
    rows = [("Start", game.states[0].tracks), *((str(one.number), one.tracks) for one in rounds)]
    if not game.over:
        rows[-1] = ("Now", rows[-1][1])
    return tuple(rows)


def asks(game: Game, at: int) -> str:
    """Whose decision it is in a position, and which."""
    book, state = game.book, game.states[at]
    if state.phase is Phase.END:
        return "The game is over."
    return (
        question(state) + "."
        if state.side == NOBODY
        else f"{side_name(book, state.side)}: {question(state)}."
    )
