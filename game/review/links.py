"""A line of play as the links of a chain: what there is to evaluate, and what comes of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Protocol

from attrs import evolve

from game.review.evaluations import (
    AGAIN,
    CANDIDATES,
    DOUBT,
    NORMAL,
    Evaluated,
    average,
    caution,
    difference,
)
from game.review.evaluator import Evaluator
from game.review.glyphs import Case, Mark, marks_of
from game.review.ruin import WaysOut, no_return
from game.review.step import Step, StepKind, TakenBack
from game.review.swing import Considered, Swing, for_itself
from game.rules import NOBODY, Decision, Phase, Rulebook, State, advance, chances, legal


class PlayedLine(Protocol):
    """A line of play: of a match, or of a walk."""

    @property
    def book(self) -> Rulebook:
        """The rules."""
        ...

    @property
    def states(self) -> Sequence[State]:
        """Every position, the one before the first decision first."""
        ...

    @property
    def decisions(self) -> Sequence[Decision]:
        """Every decision; ``decisions[i]`` was taken in ``states[i]``."""
        ...


class Links:
    """A line of play, link by link."""

    def __init__(self, line: PlayedLine, evaluator: Evaluator) -> None:
        self.book: Rulebook = line.book
        self.line = line
        self.evaluator = evaluator
        self.after = [
            advance(self.book, state, decision)
            for state, decision in zip(line.states, line.decisions, strict=False)
        ]
        """Per decision the position after it, before anybody paid for taking something back."""
        self.links = [
            ply for ply, state in enumerate(line.states[:-1]) if len(legal(self.book, state)) > 1
        ]
        """The plies with a choice."""
        self._ways = WaysOut(line.book)
        self.no_return = no_return(line.book, line.states, line.decisions, self._ways)
        """The ply of the step after which there was no way out of a collapse any more."""
        self._bare: dict[int, list[Step]] = {}
        """By budget every link, without its mark."""
        self._cases: dict[tuple[int, str, int, int, int], Case] = {}
        """What was compared already, by ply, decision, budget, look and doubt."""

    @property
    def most(self) -> int:
        """So many positions are looked at, at the most."""
        return len(list(self.positions())) + CANDIDATES * self.decided

    @property
    def most_again(self) -> int:
        """So many are looked at again, if every second decision seems to have a mark."""
        return (CANDIDATES + 1) * self.decided // 2

    @property
    def decided(self) -> int:
        """So many decisions had a choice."""
        return sum(self.line.states[ply].side != NOBODY for ply in self.links)

    def positions(self) -> Iterator[State]:
        """All that were played, and all that Chance might have drawn."""
        yield from self.line.states
        yield from self.after
        for ply in self.links:
            state = self.line.states[ply]
            for decision, _ in chances(self.book, state):
                yield advance(self.book, state, decision)

    def alternatives(self, budget: int) -> Iterator[State]:
        """Where the most promising decisions lead; it is known of the played positions."""
        for ply in self.links:
            state = self.line.states[ply]
            for decision in self._candidates(state, budget):
                yield advance(self.book, state, decision)

    def closer(self, budget: int) -> Iterator[tuple[Iterator[State], int]]:
        """What is looked at again before marks are given for good, each with how many playouts."""
        passed = (NORMAL, AGAIN * NORMAL, budget) if budget > NORMAL else ()
        for look in (*passed, AGAIN * budget):
            yield self.marked(budget), look

    def marked(self, budget: int) -> Iterator[State]:
        """Where the decisions lead that are compared for marks; all before that is known."""
        passed = (NORMAL, budget) if budget > NORMAL else (budget,)
        for place, link in enumerate(self._steps(budget)):
            if link.side == NOBODY:
                continue
            state, played = self.line.states[link.ply], link.decision
            if any(next(self._seeming(place, each), None) is not None for each in passed):
                for each in passed:
                    for decision in self._options(state, played, each):
                        yield advance(self.book, state, decision)

    def _seeming(self, place: int, budget: int) -> Iterator[Mark]:
        """The marks of what was played that may be given for good."""
        steps = self._steps(budget)
        step, sides = steps[place], self._around(steps, place)
        return self._found(step.ply, step.decision, *sides, budget, budget, caution(budget))

    def looked(self, budget: int) -> bool:
        """Whether everything is known but, maybe, whether its marks stand."""
        if budget > NORMAL and not self.looked(NORMAL):
            return False
        lacks = self.evaluator.lacks
        return not (lacks(self.positions(), budget) or lacks(self.alternatives(budget), budget))

    def settled(self, budget: int) -> bool:
        """Whether it is known, too, of all marks whether they stand."""
        return not any(self.evaluator.lacks(*each) for each in self.closer(budget))

    def worth(self, state: State, budget: int) -> Evaluated:
        """What a position is worth that was evaluated."""
        return self.evaluator.need(state, budget)

    def steps(self, budget: int, *, settled: bool) -> Iterator[Step]:
        """Every link with a choice, of what is known.

        Args:
            budget: playouts for each seed of each position.
            settled: whether only those marks stand that do so when they are looked at again.
        """
        steps = self._steps(budget)
        for place in range(len(steps)):
            yield self._marked(steps, place, budget, settled=settled)

    def _steps(self, budget: int) -> list[Step]:
        """Every link with a choice, without its mark."""
        steps = self._bare.get(budget)
        if steps is None:
            states = self.line.states
            steps = self._bare[budget] = [
                self._draw(ply, budget)
                if states[ply].side == NOBODY
                else self._decision(ply, budget)
                for ply in self.links
            ]
        return steps

    def _candidates(self, state: State, budget: int) -> list[Decision]:
        """The most promising decisions of a position that was evaluated, the best one first."""
        options = {each.text: each for each in legal(self.book, state)}
        found = self.worth(state, budget).candidates
        return [options[text] for text in found if text in options]

    def _draw(self, ply: int, budget: int) -> Step:
        state, decision = self.line.states[ply], self.line.decisions[ply]
        outcomes = tuple(
            Considered(each, self.worth(advance(self.book, state, each), budget), weight)
            for each, weight in chances(self.book, state)
        )
        exact, mean = average((each.evaluated, each.weight) for each in outcomes)
        after = self.worth(self.after[ply], budget)
        before = self.worth(state, budget).worth
        return Step(
            ply=ply,
            side=NOBODY,
            kind=StepKind.LUCK,
            decision=decision,
            worth=before,
            after=after.worth,
            delta=(after.worth[0] - exact[0], after.worth[1] - exact[1]),
            gap=(exact[0] - before[0], exact[1] - before[1]),
            spread=difference(after, mean)[1],
            considered=outcomes,
        )

    def _considered(
        self, state: State, decision: Decision, budget: int, look: int
    ) -> tuple[Considered, ...]:
        """The most promising decisions, with one that has to be among them.

        Args:
            state: the position.
            decision: what has to be among them.
            budget: with how many playouts it was found out which ones are promising.
            look: with how many, what they are worth.
        """
        return tuple(
            Considered(
                each,
                self.worth(advance(self.book, state, each), look),
                for_itself=for_itself(self.book, state.side, each),
            )
            for each in self._options(state, decision, budget)
        )

    def _options(self, state: State, decision: Decision, budget: int) -> list[Decision]:
        """The most promising decisions, with one that has to be among them."""
        found = self._candidates(state, budget)
        return found if decision in found else [*found, decision]

    def _decision(self, ply: int, budget: int) -> Step:
        state, decision = self.line.states[ply], self.line.decisions[ply]
        case = self._case(ply, decision, budget, budget)
        before, after = self.worth(state, budget).worth, case.played.evaluated.worth
        best = case.best.evaluated.worth
        return Step(
            ply=ply,
            side=state.side,
            kind=StepKind.SKILL,
            decision=decision,
            worth=before,
            after=after,
            delta=case.skill.delta,
            gap=(Fraction(best[0] - before[0]), Fraction(best[1] - before[1])),
            spread=case.skill.spread,
            considered=self._considered(state, decision, budget, budget),
            best=case.best.decision,
        )

    def _case(
        self, ply: int, decision: Decision, budget: int, look: int, doubt: int = DOUBT
    ) -> Case:
        """A decision, played or not, with what else was considered."""
        key = ply, decision.text, budget, look, doubt
        found = self._cases.get(key)
        if found is None:
            state = self.line.states[ply]
            considered = self._considered(state, decision, budget, look)
            # What was kept may have been forged, and name nothing that can be done.
            best = next(iter(self._candidates(state, budget)), decision)
            case = _compared(state.side, decision, best, considered, doubt)
            if ply == self.no_return:
                others = (each.decision for each in considered)
                case = evolve(case, ways=self._ways.left(state, decision, others))
            found = self._cases[key] = case
        return found

    def _around(self, steps: list[Step], place: int) -> tuple[Swing | None, Swing | None]:
        """What the decisions before and after one made of the position, if they are the other
        side's.
        """
        other = 1 - steps[place].side
        earlier = (each for each in reversed(steps[:place]) if each.side != NOBODY)
        later = (each for each in steps[place + 1 :] if each.side != NOBODY)
        before, after = (
            Swing(
                each.delta,
                each.spread,
                for_itself=for_itself(self.book, each.side, each.decision),
            )
            if each is not None and each.side == other
            else None
            for each in (next(earlier, None), next(later, None))
        )
        return before, after

    def _marked(self, steps: list[Step], place: int, budget: int, *, settled: bool) -> Step:
        """A step with its mark, which hangs on the steps before and after it."""
        step = steps[place]
        if step.side == NOBODY:
            return step
        mark = self._mark(place, step.decision, budget, settled=settled)
        if mark is None or mark.instead is None:
            return evolve(step, mark=mark)
        instead = mark.instead.decision
        promise = self._mark(place, instead, budget, settled=settled, answered=False)
        if promise is not None and not promise.good:  # it pays, but is nothing to be advised
            return evolve(step, mark=mark)
        return evolve(
            step,
            mark=mark,
            better=tuple(self._line(self.line.states[step.ply], mark.instead)),
            promised=None if promise is None else promise.glyph,
        )

    def _mark(
        self, place: int, decision: Decision, budget: int, *, settled: bool, answered: bool = True
    ) -> Mark | None:
        """The mark of a decision, played or not; if it is settled, the first one that stands at
        both looks, as the closer one finds it.

        Whoever looks for longer than usual leaves a mark that was given for good before where it
        is, as long as the closest look does not speak against it: it takes as much to take
        something back as to say something else.
        """
        steps = self._steps(budget)
        before, after = self._around(steps, place)
        sides = before, after if answered else None
        ply, look = steps[place].ply, AGAIN * budget
        if not settled:
            found = next(self._found(ply, decision, *sides, budget, budget, DOUBT), None)
            return None if found is None else found.at_first
        if budget > NORMAL:
            given = self._mark(place, decision, NORMAL, settled=True, answered=answered)
            if given is not None:
                again = self._found(ply, decision, *sides, NORMAL, look, 0)
                same = next((each for each in again if each.glyph is given.glyph), None)
                if same is not None:
                    return same
        first = {
            one.glyph for one in self._found(ply, decision, *sides, budget, budget, caution(budget))
        }
        if not first:  # then it was not looked at again
            return None
        again = self._found(ply, decision, *sides, budget, look, caution(look))
        return next((each for each in again if each.glyph in first), None)

    def _found(
        self,
        ply: int,
        decision: Decision,
        before: Swing | None,
        after: Swing | None,
        budget: int,
        look: int,
        doubt: int,
    ) -> Iterator[Mark]:
        """The marks that a decision could have at one look, the one that is drawn first.

        Args:
            ply: where it was taken.
            decision: the decision, played or not.
            before: what the last decision made of the position, if it was the other side's.
            after: what the next decision made of it, likewise.
            budget: with how many playouts it was found out what is promising.
            look: with how many, what that is worth.
            doubt: how far differences are in doubt.
        """

        def play(other: Considered) -> Case:
            """Another decision in its place; how that is answered is not known."""
            return evolve(self._case(ply, other.decision, budget, look, doubt), before=before)

        case = self._case(ply, decision, budget, look, doubt)
        return marks_of(evolve(case, before=before, after=after), play)

    def _line(self, state: State, first: Considered) -> Iterator[Decision]:
        """A decision, and what is expected to follow until a turn, a draw or the end."""
        yield first.decision
        state = advance(self.book, state, first.decision)
        expected = list(first.evaluated.line)
        while state.phase not in (Phase.TURN, Phase.DRAW, Phase.EVENT, Phase.END):
            options = {each.text: each for each in legal(self.book, state)}
            forced = next(iter(options)) if len(options) == 1 else ""
            text = forced or (expected.pop(0) if expected else "")
            if text not in options:
                return
            yield options[text]
            state = advance(self.book, state, options[text])

    def taken_back(self, budget: int) -> Iterator[TakenBack]:
        score = self.book.score
        for ply, bare in enumerate(self.after):
            paid = self.line.states[ply + 1]
            if paid == bare:
                continue
            delta = difference(self.worth(paid, budget), self.worth(bare, budget))[0]
            lost = [bare.tracks[each] - paid.tracks[each] for each in score]
            side = 0 if lost[0] else 1
            yield TakenBack(ply + 1, side, lost[side], delta)


def _compared(
    side: int,
    decision: Decision,
    best: Decision,
    considered: tuple[Considered, ...],
    doubt: int,
) -> Case:
    """A decision among what was considered.

    The best one is the best by the search of the position itself, whatever the searches of what it
    leads to make of it: of several doubtful numbers the highest one is too high, and whoever is
    measured by it seems to have lost what nobody could have had.
    """
    played = next(each for each in considered if each.decision == decision)
    first = next(each for each in considered if each.decision == best)
    if first.evaluated.worth == played.evaluated.worth:
        first = played
    others = tuple(each for each in considered if each is not played)
    return Case(side, played, first, others, doubt=doubt)
