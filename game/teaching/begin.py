"""Beginning the match of a lesson: what comes before the learner's first decision is played."""

from __future__ import annotations

from collections.abc import Iterator

from game.match import HUMAN, Journal, Library, Match
from game.match.names import LONGEST
from game.opponents import SeatError, opponent
from game.rules import RulesError, holds
from game.scenario.catalogue import load, read_text
from game.scenario.lesson import Lesson
from game.scenario.lessons import lesson, lesson_text
from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.faults import Fault, ScenarioError
from game.scenario.reading.finding import Finding
from game.text import shown
from game.text.names import nearest

PREFIX = "lesson"
"""What the names of the saves of lessons begin with."""

_SOME = 12
"""So many decisions are named where one of them was meant."""


def begin_lesson(name: str, library: Library) -> Match:
    """Begin a lesson that ships with the game, as a new save.

    Raises:
        ScenarioError: there is no such lesson, or its file has faults.
        SaveError: the save cannot be written.
    """
    taught = lesson(name)
    log = FaultLog(*lesson_text(name))
    log.errors(faults_in_play(taught))
    log.close()
    return opened_lesson(taught, library.create(title=save_title(name)))


def save_title(name: str) -> str:
    """Of what the name of a lesson's save is made."""
    return f"{PREFIX}-{name}"[:LONGEST]


def opened_lesson(taught: Lesson, journal: Journal | None = None) -> Match:
    """The match of a lesson, where the learner begins.

    Raises:
        RulesError: a decision of the opening cannot be played.
        SaveError: the save cannot be written.
    """
    match = _begun(taught, journal)
    for decision in taught.opening:
        match.decide(decision)
    return match


def _begun(taught: Lesson, journal: Journal | None = None) -> Match:
    text, where = read_text(taught.scenario)
    sides = [side.id for side in load(taught.scenario).sides]
    seats = [HUMAN if side == taught.learner else taught.opposite for side in sides]
    return Match.new(
        text,
        where,
        seats=(seats[0], seats[1]),
        seed=taught.seed,
        variant=taught.variant,
        journal=journal,
        lesson=taught.id,
    )


def check_lesson_text(text: str, where: str) -> tuple[Fault, ...]:
    """All faults of a lesson's text: of how it is written, or else of how it is played."""
    from game.scenario.reading.read_lesson import read_lesson  # noqa: PLC0415 - what reads, late

    log = FaultLog(text, where)
    try:
        taught = read_lesson(log)
    except ScenarioError as error:
        return error.faults
    log.errors(faults_in_play(taught))
    return log.in_order()


def faults_in_play(taught: Lesson) -> Iterator[Finding]:
    """What is wrong with a lesson that only play can tell."""
    scenario = load(taught.scenario)
    try:
        sits = opponent(taught.opposite, seed=taught.seed, scenario=scenario)
    except SeatError as error:
        yield Finding(("opposite",), "lesson-seat", f"{error}", "Write one of them.")
        return
    if sits is None:
        yield Finding(
            ("opposite",),
            "lesson-seat",
            "Nobody sits opposite the learner.",
            "Name an opponent, such as a character.",
        )
        return
    match = _begun(taught)
    for index, decision in enumerate(taught.opening):
        try:
            match.decide(decision)
        except RulesError as error:
            yield _unplayable(match, ("opening", index), decision, error)
            return
    book, state = match.book, match.state
    if match.who() != taught.learner:
        yield Finding(
            ("opening",),
            "lesson-turn",
            f"When the opening is over it is not {shown(taught.learner)} that decides.",
            "Add a decision of the other side, or take the last ones out.",
        )
    end = taught.end
    over = end.when and holds(book.clause(end.when), state.tracks, state.carried, state.round)
    if state.round > end.after_round or over:
        yield Finding(
            ("end",),
            "lesson-over",
            "The lesson is over before the learner has decided anything.",
            "Let it end later, or let the opening be shorter.",
        )
    for index, step in enumerate(taught.steps):
        clause = book.clause(step.when)
        if not step.happens and holds(clause, state.tracks, state.carried, state.round):
            yield Finding(
                ("steps", index, "when"),
                "step-done",
                "This holds from the start, so that there is nothing to try.",
                "Ask for something that is still to come.",
            )


def _unplayable(
    match: Match, path: tuple[str | int, ...], decision: str, error: RulesError
) -> Finding:
    """A decision of the opening that cannot be taken, with those that can."""
    known = [each.text for each in match.legal()]
    meant = nearest(decision, known)
    who = match.who() or "nobody"
    return Finding(
        path,
        "opening-unplayable",
        f"In round {match.state.round}, where {shown(who)} decides, this cannot be played: "
        f"{error}.",
        f"Did you mean {shown(meant)}?" if meant else "Write one of these.",
        known=tuple(known[:_SOME]),
    )
