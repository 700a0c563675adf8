"""What an opponent can answer for: its last decision, and what it would have taken instead.

A doctrine answers with its maxims, a search with what it found out. Both answer truly. What they
know of the other side's aims is what the rules say of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from attrs import evolve

from game.match import HUMAN, Variation
from game.match.intent import Intent
from game.opponents import Analysis, Answer, Candidate, Game, Opponent, Ruling
from game.opponents.doctrine.compiled import QUESTIONS, CompiledDoctrine
from game.opponents.doctrine.deeds import recalls
from game.opponents.doctrine.observation import Observation, observe, stands
from game.opponents.search import Evaluation
from game.review.asked import game_of
from game.review.course import course
from game.review.intents import intent_of
from game.rules import NOBODY, Decision, Kind, Phase, Rulebook, State, holds, met
from game.scenario.doctrine import Conduct, Maxim, Standing
from game.scenario.terms import Condition
from game.value import frozen

MOST_POINTS: Final = 12
"""Above so many points of score no price is named."""

MOST: Final = 3
"""How many alternatives are told at most."""


@frozen
class Recalled:
    """A decision that an opponent has taken, the game as it was shown it, and why.

    Attributes:
        game: the game.
        opponent: who decided; nothing if whoever did sits there no more, or cannot be asked.
        decision: the decision.
        reason: why, in words, if the journal has words.
        intent: what the opponent had in mind, if the journal has that.
    """

    game: Game
    opponent: Opponent | None
    decision: Decision
    reason: str
    intent: Intent | None

    @property
    def place(self) -> int:
        """How many decisions came before it."""
        return len(self.game.history)

    def repeats(self, answer: Answer) -> bool:
        """Whether an answer to the same game is the one that was given at the table."""
        return (
            answer.decision == self.decision
            and not self.reason
            and intent_of(answer) == self.intent
        )


def places(line: Variation) -> tuple[int, ...]:
    """Of which decisions of a line of play an opponent can be asked: after how many others each
    was taken.
    """
    states = line.timeline.states[:-1]
    return tuple(
        place
        for place, state in enumerate(states)
        if state.side != NOBODY and line.seats[state.side] != HUMAN
    )


def recall(
    line: Variation, opponents: Mapping[int, Opponent], before: int | None = None
) -> Recalled | None:
    """The last decision of an opponent in a line of play, if any has decided.

    Args:
        line: the line of play.
        opponents: who sits there, by side; people are not among them.
        before: only the first so many decisions are looked at; all of them if it is not said.
    """
    timeline = line.timeline
    end = len(timeline.decisions) if before is None else before
    found = [place for place in places(line) if place < end]
    if not found:
        return None
    place = found[-1]
    side = timeline.states[place].side
    # Before play went on from here, somebody else may have sat there.
    same = timeline.deciders[place] is timeline.sitting[side]
    return Recalled(
        game_of(line, place),
        opponents.get(side) if same else None,
        timeline.decisions[place],
        timeline.reasons[place],
        timeline.intents[place],
    )


# ---------------------------------------------------------------------- other maxims


@frozen
class Waiting:
    """A maxim that comes before the one that decided, and what it waited for.

    Attributes:
        rule: its place among the doctrine's rules.
        missing: what did not hold; nothing if only a way to do so was missing.
    """

    rule: int
    missing: tuple[Condition | Conduct | Standing, ...]


def waiting(game: Game, ruling: Ruling) -> tuple[Waiting, ...]:
    """The first of the maxims that come before the one that decided."""
    doctrine = next(each for each in game.book.scenario.doctrines if each.id == ruling.doctrine)
    compiled, question = CompiledDoctrine(game.book, doctrine), QUESTIONS[game.state.phase]
    seen = observe(game.book, game.state, game.history)
    return tuple(
        Waiting(place, _missing(compiled, seen, maxim))
        for place, maxim in enumerate(doctrine.rules[: ruling.rule])
        if not maxim.asked or question in maxim.asked
    )[:MOST]


def _missing(
    compiled: CompiledDoctrine, seen: Observation, maxim: Maxim
) -> tuple[Condition | Conduct | Standing, ...]:
    book, state = compiled.book, seen.state
    return (
        *(
            each
            for each, atom in zip(maxim.when, book.clause(maxim.when), strict=True)
            if not holds((atom,), state.tracks, state.carried, state.round)
        ),
        *(each for each in maxim.conduct if not recalls(each, seen.done, seen.side, state.round)),
        *(each for each in maxim.standing if not stands(book, seen, each)),
    )


# ---------------------------------------------------------------------- other decisions


class Price(Enum):
    """What another decision would have taken, besides points of score."""

    NOTHING = 0
    """It is worth as much."""
    TOO_HIGH = -1
    """Nothing that could be given."""


@frozen
class Rival:
    """Another decision, and for how many points of score it would have been taken."""

    decision: Decision
    price: int | Price


def rivals(game: Game, analysis: Analysis) -> tuple[Rival, ...]:
    """The next best decisions, those about the same thing told once."""
    found: dict[tuple[Kind, int], Candidate] = {}
    for each in analysis.candidates:
        if each.visits:
            found.setdefault((each.decision.kind, each.decision.subject), each)
    return tuple(
        Rival(each.decision, _price(game, analysis.best, each))
        for each in tuple(found.values())[1 : MOST + 1]
    )


def _price(game: Game, best: Candidate, rival: Candidate) -> int | Price:
    """At what price for itself a side would have taken another decision, which is to follow."""
    book, side = game.book, game.state.side
    behind = best.worth[side] - rival.worth[side]
    if behind < 1:
        return Price.NOTHING
    end = course(book, game.state, rival.decision, rival.line).end
    if end.phase is not Phase.END:
        worth, track = Evaluation(book), book.score[side]
        before = worth(end)[side]
        for more in range(1, MOST_POINTS + 1):
            tracks = list(end.tracks)
            tracks[track] += more
            if worth(evolve(end, tracks=tuple(tracks)))[side] - before >= behind:
                return more
    return Price.TOO_HIGH


# ---------------------------------------------------------------------- what a side wants


@frozen
class Aims:
    """What the rules say that a side wants now.

    Attributes:
        side: the side.
        short: how many points of score it lacks; none or less if it has enough.
        motions: the open motions that pay it most, the best first.
        objectives: its objectives that are not met, by their places.
    """

    side: int
    short: int
    motions: tuple[int, ...]
    objectives: tuple[int, ...]


def aims(book: Rulebook, state: State, side: int) -> Aims:
    """What the rules say that a side wants now."""
    scenario, entry = book.scenario, book.scenario.sides[side]
    paying = sorted(
        (
            (-motion.value.get(entry.id, 0), motion.name, index)
            for index, motion in enumerate(scenario.motions)
            if not state.carried >> index & 1 and motion.value.get(entry.id, 0) > 0
        ),
    )
    return Aims(
        side,
        book.threshold[side] - state.tracks[book.score[side]],
        tuple(index for _, _, index in paying[:MOST]),
        tuple(
            index
            for index, done in enumerate(met(book, state))
            if scenario.objectives[index].side == entry.id and not done
        ),
    )
