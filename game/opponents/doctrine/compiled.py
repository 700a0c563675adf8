"""A doctrine at work: which of its maxims decides, and for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from game.opponents.doctrine.deeds import Done, deeds, recalls
from game.opponents.doctrine.gain import Gain, fits, gain, preference, worth
from game.opponents.seat import Game
from game.opponents.thought import Ruling
from game.rules import Clause, Decision, Kind, Phase, Rulebook, State, holds, legal, ready
from game.scenario.doctrine import Doctrine, Question, Standing

QUESTIONS: Final[Mapping[Phase, Question]] = {
    Phase.EVENT: "headline",
    Phase.TURN: "turn",
    Phase.REPLY: "reply",
    Phase.FLOOR: "floor",
    Phase.YIELD: "yield",
    Phase.CONCEDE: "concede",
}


@frozen
class Observation:
    """What a doctrine goes by: the position and the deeds when the turn began.

    A debate is one turn. Reading its conditions once keeps a doctrine from changing its mind
    half-way because of what is said meanwhile.
    """

    state: State
    done: tuple[Done, ...]
    side: int
    motion: int


class CompiledDoctrine:
    """A doctrine, compiled for a rulebook."""

    def __init__(self, book: Rulebook, doctrine: Doctrine) -> None:
        self.book = book
        self.doctrine = doctrine
        self._clauses: tuple[Clause, ...] = tuple(book.clause(rule.when) for rule in doctrine.rules)

    def decide(self, game: Game, *, without: frozenset[int] = frozenset()) -> Ruling:
        """The decision of the side that is asked, as this doctrine takes it.

        Args:
            game: what is to be decided.
            without: places of maxims to pass over, to see what would be done without them.

        Raises:
            ValueError: the doctrine has no rule for the case; a checked scenario always has.
        """
        book, state = self.book, game.state
        options = [(each, gain(book, state, each)) for each in self._options(state)]
        seen = self.observe(game)
        for rule in self.open_rules(seen, QUESTIONS[state.phase]):
            if rule in without:
                continue
            found = self._grant(state, options, rule)
            if found is not None:
                return found
        raise ValueError(
            f'the doctrine "{self.doctrine.id}" has no rule for {state.phase.value}; '
            "its last rule has to fit every case"
        )

    def observe(self, game: Game) -> Observation:
        """What the doctrine goes by in this position."""
        state, past = game.state, game.history
        side = state.side
        motion = -1
        if state.debate is not None:
            motion = state.debate.motion
            for index in range(len(past) - 1, -1, -1):
                if past[index][1].kind is Kind.TABLE:
                    state, past = past[index][0], past[:index]
                    break
        return Observation(state, deeds(self.book, past), side, motion)

    def open_rules(self, seen: Observation, question: Question) -> Iterator[int]:
        """The places of the maxims that speak to a question and whose conditions hold."""
        for index, rule in enumerate(self.doctrine.rules):
            if (not rule.asked or question in rule.asked) and self.applies(seen, index):
                yield index

    def applies(self, seen: Observation, rule: int) -> bool:
        """Whether all conditions of a maxim hold."""
        maxim, state = self.doctrine.rules[rule], seen.state
        return (
            holds(self._clauses[rule], state.tracks, state.carried, state.round)
            and all(self.stands(seen, each) for each in maxim.standing)
            and all(recalls(each, seen.done, seen.side, state.round) for each in maxim.conduct)
        )

    def stands(self, seen: Observation, standing: Standing) -> bool:
        """Whether a condition on how the sides stand holds."""
        value = self.measure(seen, standing)
        return (
            value is not None
            and (standing.at_least is None or value >= standing.at_least)
            and (standing.at_most is None or value <= standing.at_most)
        )

    def measure(self, seen: Observation, standing: Standing) -> int | None:
        """The number that a condition on how the sides stand is about; nothing without one."""
        book, state, side = self.book, seen.state, seen.side
        other = 1 - side
        short = [state.tracks[book.score[each]] - book.threshold[each] for each in (0, 1)]
        match standing.of:
            case "own":
                return short[side]
            case "other":
                return short[other]
            case "lead":
                return short[side] - short[other]
            case "own_capital":
                return state.tracks[book.capital[side]]
            case "other_capital":
                return state.tracks[book.capital[other]]
            case "own_ready":
                return ready(book, state, side).bit_count()
            case "other_ready":
                return ready(book, state, other).bit_count()
            case "motion_own" | "motion_other":
                if seen.motion < 0:
                    return None
                whose = side if standing.of == "motion_own" else other
                return book.motion_value[seen.motion][whose][1]

    def _options(self, state: State) -> tuple[Decision, ...]:
        """What can be decided without contradicting what the side said in the same debate."""
        book, debate = self.book, state.debate
        options = legal(book, state)
        if debate is None:
            return options
        own = debate.chain[(state.side != debate.speaker) :: 2]
        said = sum(1 << argument for argument in set(own))
        unsaid = 0
        for argument in own:
            unsaid |= book.argument_contradicts[argument]
        return tuple(
            each
            for each in options
            if each.kind is not Kind.REJOIN
            or not (unsaid >> each.subject & 1 or book.argument_contradicts[each.subject] & said)
        )

    def _grant(
        self, state: State, options: list[tuple[Decision, Gain]], rule: int
    ) -> Ruling | None:
        """The best decision that fits a maxim's first wish that any decision fits."""
        book, maxim = self.book, self.doctrine.rules[rule]
        for place, wish in enumerate(maxim.prefer):
            fitting = [pair for pair in options if fits(book, wish, *pair)]
            if fitting:
                decision, _ = max(
                    fitting,
                    key=lambda pair: (
                        preference(wish, pair[1]),
                        worth(book, state, self.doctrine.weights, *pair),
                    ),
                )
                return Ruling(decision, self.doctrine.id, rule, place)
        return None
