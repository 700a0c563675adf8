"""An opponent, asked: why did you do that, why did you refuse, what would change your mind, what
do you think I want?

A doctrine answers with the maxim that decided; a search with what it found out. Both answer
truly. What they know of the other side's aims is what the rules say of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.match.timeline import Timeline
from game.opponents import Game, Insight, Opponent, Option, Ruling, Thought
from game.opponents.doctrine.creed import QUESTIONS
from game.review.words import listed, plain, say_decision, signed
from game.rules import Decision, Kind, Rulebook, State
from game.rules.conditions import holds
from game.rules.verdict import met
from game.scenario.doctrine import Doctrine, Maxim
from game.scenario.phrases import condition

REFUSALS = (Kind.DECLINE, Kind.WALK_OUT, Kind.WITHDRAW)
"""The decisions by which a motion fails."""

MOST = 3
"""How many alternatives are told at most."""


@frozen
class Said:
    """A question, and what the opponent says to it."""

    question: str
    answer: str


@frozen
class Recalled:
    """A decision that an opponent has taken, and the game as it was shown it."""

    game: Game
    opponent: Opponent
    decision: Decision

    def thought(self) -> Thought | None:
        """What stood behind the decision: the opponent thinks of it once more.

        Nothing if it cannot tell, or would decide otherwise now.
        """
        answer = self.opponent.choose(self.game)
        return answer.thought if answer.decision == self.decision else None


def recall(line: Timeline, opponents: Mapping[int, Opponent]) -> Recalled | None:
    """The last decision of an opponent in a line of play, if any has decided.

    Args:
        line: the line of play.
        opponents: who sits there, by side; people are not among them.
    """
    for place in range(len(line.decisions) - 1, -1, -1):
        opponent = opponents.get(line.states[place].side)
        if opponent is not None:
            past = tuple(zip(line.states[:place], line.decisions[:place], strict=True))
            game = Game(line.book, line.states[place], past)
            return Recalled(game, opponent, line.decisions[place])
    return None


def answers(game: Game, thought: Thought) -> tuple[Said, ...]:
    """What an opponent says to the questions it can be asked about its decision in ``game``."""
    book, state = game.book, game.state
    decision = thought.best.decision if isinstance(thought, Insight) else thought.decision
    said = [Said("Why did you do that?", why(game, thought))]
    if decision.kind in REFUSALS:
        said.append(Said("Why did you refuse?", refusal(state.side, decision, thought)))
    said.append(Said("What would change your mind?", change(game, thought)))
    said.append(Said("What do you think I want?", aims(book, state, 1 - state.side)))
    return tuple(said)


def why(game: Game, thought: Thought) -> str:
    """Why the decision was taken, in a sentence or two."""
    book, state = game.book, game.state
    if isinstance(thought, Ruling):
        return thought.reason
    best = thought.best
    if not thought.playouts:
        return "There was nothing else to do."
    words = say_decision(book, state, best.decision)
    return f"{words}: {_worth(book, state.side, best)}{_line(book, state, best)}"


def brief(game: Game, thought: Thought | None) -> str:
    """What is said with a decision at the table: a maxim's reason, or what a search expects."""
    if isinstance(thought, Ruling):
        return thought.reason
    if thought is None or not thought.playouts:
        return ""
    return f"I looked ahead {thought.playouts} times. {why(game, thought)}"


def refusal(side: int, decision: Decision, thought: Thought) -> str:
    """Why a motion was made to fail."""
    if isinstance(thought, Ruling):
        return thought.reason
    passing = next(
        (
            each
            for each in thought.options
            if each.decision.kind in (Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)
        ),
        None,
    )
    best = thought.option(decision) or thought.best
    if passing is None:
        return "I saw nothing better."
    own = _less(best, passing, side)
    other = _less(best, passing, 1 - side)
    return (
        f"To let it pass I expected {own} for myself and {other} for you, in hundredths of what a "
        "game is worth."
    )


def change(game: Game, thought: Thought) -> str:
    """What would have had to be otherwise for another decision."""
    book, state = game.book, game.state
    if isinstance(thought, Ruling):
        return _other_maxims(game, thought)
    rivals = [each for each in thought.options[1:] if each.visits][:MOST]
    if not rivals:
        return "Nothing: I had no other choice worth a look."
    parts = [
        f"{say_decision(book, state, each.decision)} "
        f"({_less(thought.best, each, state.side)} for me)"
        for each in rivals
    ]
    return f"Something that makes one of these better for me: {'; '.join(parts)}."


def aims(book: Rulebook, state: State, side: int) -> str:
    """What the rules say that a side wants now: points, objectives, motions that pay."""
    scenario, entry = book.scenario, book.scenario.sides[side]
    short = book.threshold[side] - state.tracks[book.score[side]]
    wish = f"{short} more {entry.goal_short}" if short > 0 else f"to keep your {entry.goal_short}"
    open_ = [
        objective.name
        for objective, done in zip(scenario.objectives, met(book, state), strict=True)
        if objective.side == entry.id and not done
    ]
    paying = sorted(
        (
            (-motion.value.get(entry.id, 0), motion.name)
            for index, motion in enumerate(scenario.motions)
            if not state.carried >> index & 1 and motion.value.get(entry.id, 0) > 0
        ),
    )[:MOST]
    words = f"You want {wish}."
    if paying:
        names = [f"“{name}” ({signed(-value)})" for value, name in paying]
        words += f" Most would come of {listed(names)}."
    if open_:
        words += f" At the end it would count for you if this held: {listed(open_, 'and')}."
    return words


def _worth(book: Rulebook, side: int, option: Option) -> str:
    own, other = (round(option.worth[each]) for each in (side, 1 - side))
    mine, yours = (book.scenario.sides[each].short for each in (side, 1 - side))
    return f"I expect it to be worth {plain(own)} to {mine} and {plain(other)} to {yours}, of 100."


def _less(best: Option, other: Option, side: int) -> str:
    by = round(other.worth[side] - best.worth[side])
    return f"{abs(by)} {'more' if by > 0 else 'less'}" if by else "as much"


def _line(book: Rulebook, state: State, option: Option) -> str:
    kinds = [each for each in option.line if each.kind is not Kind.DRAW][:2]
    if not kinds:
        return ""
    # What stands on the wire later is not known here: only decisions that need no position.
    steps = [say_decision(book, state, each) for each in kinds if each.kind is not Kind.CHOOSE]
    return f" After it I expect: {', then: '.join(steps)}." if steps else ""


def _other_maxims(game: Game, ruling: Ruling) -> str:
    doctrine = _doctrine(game, ruling)
    question = QUESTIONS[game.state.phase]
    parts = [
        f"if {listed(missing, 'and')}: “{maxim.reason}”"
        for maxim in doctrine.rules[: ruling.rule]
        if (not maxim.asked or question in maxim.asked) and (missing := _missing(game, maxim))
    ]
    if not parts:
        return "Nothing that I go by comes before this."
    return f"I would go by something else {'; or '.join(parts[:MOST])}"


def _missing(game: Game, maxim: Maxim) -> list[str]:
    """The conditions on the position that did not hold."""
    book, state = game.book, game.state
    return [
        condition(game.book.scenario, each)
        for each, atom in zip(maxim.when, book.clause(maxim.when), strict=True)
        if not holds((atom,), state.tracks, state.carried, state.round)
    ]


def _doctrine(game: Game, ruling: Ruling) -> Doctrine:
    return next(each for each in game.book.scenario.doctrines if each.id == ruling.doctrine)
