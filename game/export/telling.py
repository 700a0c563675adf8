"""Sentences about a whole match that more than one export tells, without any markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.export.game import Game
from game.export.outline import Exchange, Round, Step
from game.review.ending import Reckoning, ending
from game.review.words import listed, plain, question, side_name, signed, track_name
from game.rules import NOBODY, Kind, Phase
from game.rules.debate import floor_holder, standing

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
    said = f"{side_name(game.book, floor_holder(debate))} holds the floor"
    fallen = f"; {listed(falls, 'and')} {'fall' if falls[1:] else 'falls'}" if falls else ""
    return f"{said}. {listed(stands, 'and')} {'stand' if stands[1:] else 'stands'}{fallen}."


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
        ("Scenario", scenario.title),
        ("Start", variants.get(header.variant or "", "Standard")),
        ("Begun", header.created.replace("T", " ").replace("Z", " UTC")),
        ("Seed", str(header.seed)),
        ("Decisions", str(len(game.decisions))),
        ("Head code", game.head_code),
    )
    return tuple((label, words) for label, words in pairs if words)


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
    """The tracks as a table by rounds names them, scores first: pairs of a name and an index."""
    book = game.book
    order = (*book.score, *range(book.shared), *book.capital)
    return tuple((track_name(book, book.track_ids[index]), index) for index in order)


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
