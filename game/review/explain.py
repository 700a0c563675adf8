"""An opponent, asked: why did you do that, why did you refuse, what would change your mind, what
do you think I want?

A doctrine answers with the maxim that decided; a search with what it found out. Both answer
truly. What they know of the other side's aims is what the rules say of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from game.match import Variation
from game.opponents import Analysis, Answer, Candidate, Game, Opponent, Ruling, Thought
from game.opponents.search import Evaluation
from game.review.asked import game_of
from game.review.course import course, doing, prospects
from game.review.maxims import other_maxims
from game.review.words import listed, plain, signed
from game.rules import Decision, Kind, Phase, Rulebook, State, met

REFUSALS = (Kind.DECLINE, Kind.WALK_OUT, Kind.WITHDRAW)
"""The decisions by which a motion fails."""

PASSING = (Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)
"""The decisions by which it is carried."""

MOST_POINTS = 12
"""Above so many points of score no price is named."""

MOST = 3
"""How many alternatives are told at most."""


@frozen
class AnsweredQuestion:
    """A question, and what the opponent says to it."""

    question: str
    answer: str


@frozen
class Recalled:
    """A decision that an opponent has taken, the game as it was shown it, and what it said."""

    game: Game
    opponent: Opponent
    decision: Decision
    said: str

    def repeats(self, answer: Answer) -> bool:
        """Whether an answer to the same game is the one that was given at the table."""
        said = answer.reason or brief(self.game, answer.thought)
        return answer.decision == self.decision and said == self.said


def recall(line: Variation, opponents: Mapping[int, Opponent]) -> Recalled | None:
    """The last decision of an opponent in a line of play, if any has decided.

    Args:
        line: the line of play.
        opponents: who sits there, by side; people are not among them.
    """
    timeline = line.timeline
    for place in range(len(timeline.decisions) - 1, -1, -1):
        opponent = opponents.get(timeline.states[place].side)
        if opponent is not None:
            decision, reason = timeline.decisions[place], timeline.reasons[place]
            return Recalled(game_of(line, place), opponent, decision, reason)
    return None


def answers(game: Game, thought: Thought) -> tuple[AnsweredQuestion, ...]:
    """What an opponent says to the questions it can be asked about its decision in ``game``."""
    decision = thought.best.decision if isinstance(thought, Analysis) else thought.decision
    said = [AnsweredQuestion("Why did you do that?", why(game, thought))]
    if decision.kind in REFUSALS:
        said.append(AnsweredQuestion("Why did you refuse?", refusal(game, thought)))
    said.append(AnsweredQuestion("What would change your mind?", change(game, thought)))
    said.append(
        AnsweredQuestion(
            "What do you think I want?", aims(game.book, game.state, 1 - game.state.side)
        )
    )
    return tuple(said)


def why(game: Game, thought: Thought) -> str:
    """Why the decision was taken."""
    if isinstance(thought, Ruling):
        return thought.reason
    if not thought.playouts:
        return "There was nothing else to do."
    side = game.state.side
    looked = f"I looked at {thought.playouts} lines of play."
    return f"{looked} {_expected(game, thought.best)} {prospects(thought.best, side)}"


def brief(game: Game, thought: Thought | None) -> str:
    """What is said with a decision at the table: a maxim's reason, or what a search expects."""
    if isinstance(thought, Ruling):
        return thought.reason
    if thought is None or not thought.playouts:
        return ""
    if thought.best.decision.kind in REFUSALS:
        return refusal(game, thought)
    return _expected(game, thought.best)


def refusal(game: Game, thought: Thought) -> str:
    """Why a motion was made to fail."""
    if isinstance(thought, Ruling):
        return thought.reason
    best, side = thought.best, game.state.side
    passing = next((each for each in thought.candidates if each.decision.kind in PASSING), None)
    if passing is None:
        return "I saw nothing better."
    effects = course(game.book, game.state, passing).effects
    means = f"To let it pass means {effects}. " if effects else ""
    if_passed, if_not = (
        [plain(round(each.worth[whose])) for whose in (side, 1 - side)] for each in (passing, best)
    )
    return (
        f"{means}It would leave me at {if_passed[0]} of 100 and you at {if_passed[1]}; as it is I "
        f"put us at {if_not[0]} and {if_not[1]}."
    )


def change(game: Game, thought: Thought) -> str:
    """What would have had to be otherwise for another decision."""
    if isinstance(thought, Ruling):
        return other_maxims(game, thought)
    by_price: dict[str, list[str]] = {}
    for each in _rivals(thought):
        words = doing(game.book, game.state, each.decision)
        by_price.setdefault(_price(game, thought.best, each), []).append(words)
    if not by_price:
        return "Nothing: I had no other choice worth a look."
    parts = [f"{price} {listed(words)}" for price, words in by_price.items()]
    return f"{_sentence('; '.join(parts))}."


def aims(book: Rulebook, state: State, side: int) -> str:
    """What the rules say that a side wants now: points, objectives, motions that pay."""
    scenario, entry = book.scenario, book.scenario.sides[side]
    short = book.threshold[side] - state.tracks[book.score[side]]
    wish = _points(short, entry.goal_short) if short > 0 else f"to keep your {entry.goal_short}"
    open_ = [
        f"“{objective.name}”"
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
        words += f" At the end {listed(open_, 'and')} would count for you, too."
    return words


def _expected(game: Game, option: Candidate) -> str:
    """How a search expects its decision to go on, in sentences."""
    way = course(game.book, game.state, option)
    told = []
    if way.steps:
        told.append(f"I expect that {way.steps}{': ' if way.effects else ''}{way.effects}.")
    elif way.effects:
        told.append(f"It means {way.effects}.")
    if way.later:
        told.append(f"Next I expect that {way.later}.")
    return " ".join(told) or "I see no quick gain, and nothing better."


def _rivals(thought: Analysis) -> tuple[Candidate, ...]:
    """The next best options, those about the same thing told once."""
    found: dict[tuple[Kind, int], Candidate] = {}
    for each in thought.candidates:
        if each.visits:
            found.setdefault((each.decision.kind, each.decision.subject), each)
    return tuple(found.values())[1 : MOST + 1]


def _price(game: Game, best: Candidate, rival: Candidate) -> str:
    """At what price for itself a side would have taken another option, which is to follow."""
    book, side = game.book, game.state.side
    behind = best.worth[side] - rival.worth[side]
    if behind < 1:
        return "I might as well"
    end = course(book, game.state, rival).end
    if end.phase is not Phase.END:
        worth, track = Evaluation(book), book.score[side]
        before = worth(end)[side]
        for more in range(1, MOST_POINTS + 1):
            tracks = list(end.tracks)
            tracks[track] += more
            if worth(evolve(end, tracks=tuple(tracks)))[side] - before >= behind:
                goal = book.scenario.sides[side].goal_short
                return f"for about {_points(more, goal)} I would"
    return "nothing you could give would make me"


def _points(more: int, goal: str) -> str:
    return f"{more} more {'point' if more == 1 else 'points'} of {goal}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
