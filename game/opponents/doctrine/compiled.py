"""A doctrine at work: which of its maxims decides, and for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.opponents.doctrine.deeds import recalls
from game.opponents.doctrine.gain import Gain, fits, gain, preference, worth
from game.opponents.doctrine.observation import Observation, observe, stands
from game.opponents.seat import Game
from game.opponents.thought import Ruling
from game.rules import Clause, Decision, Kind, Phase, Rulebook, State, holds, legal
from game.scenario.doctrine import Doctrine, Question

QUESTIONS: Final[Mapping[Phase, Question]] = {
    Phase.EVENT: "headline",
    Phase.TURN: "turn",
    Phase.REPLY: "reply",
    Phase.FLOOR: "floor",
    Phase.YIELD: "yield",
    Phase.CONCEDE: "concede",
}


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
        seen = observe(book, game.state, game.history)
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
            and all(stands(self.book, seen, each) for each in maxim.standing)
            and all(recalls(each, seen.done, seen.side, state.round) for each in maxim.conduct)
        )

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
