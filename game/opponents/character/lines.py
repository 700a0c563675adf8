"""The lines of a character, compiled for one side of a rulebook: what they leave to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, get_args

from attrs import evolve

from game.opponents.character.roles import clause_of, tag_of, tracks_of
from game.opponents.doctrine.compiled import QUESTIONS
from game.opponents.doctrine.deeds import recalls
from game.opponents.doctrine.gain import Gain, fits, gain
from game.opponents.doctrine.observation import Observation, stands
from game.rules import Decision, Phase, Rulebook, State, holds, silence_price
from game.scenario.character import Character, RedLine
from game.scenario.doctrine import WAYS, Question, Way, Wish

_ALL: Final[tuple[Question, ...]] = get_args(Question)
_PHASES: Final[Mapping[Question, Phase]] = {asked: phase for phase, asked in QUESTIONS.items()}

_OPEN: Final[Mapping[Way, Phase]] = {
    way: _PHASES[asked] for asked, ways in WAYS.items() for way in ways
}
"""Where each way of deciding is open."""

About = tuple[int, int]
"""The motion on the table or the headline on the wire, and the price of silence: what a decision
brings depends on nothing else.
"""


class _Pattern:
    """Which decisions of a side fit a wish that may name roles."""

    def __init__(self, book: Rulebook, wish: Wish, side: int) -> None:
        self._book = book
        self._side = side
        tags = tuple(tag_of(book, each) for each in wish.tags)
        self._wish = evolve(wish, tags=tags, raises=None, lowers=None)
        self._moves = tuple(
            (tracks_of(book, name, side), sign)
            for name, sign in ((wish.raises, 1), (wish.lowers, -1))
            if name is not None
        )
        self._known: dict[About, dict[str, bool]] = {}
        """By what it is about, and by the text of a decision, whether it fits."""

    def fits(self, state: State, decision: Decision) -> bool:
        return bool(self.fitting(state, (decision,), about(self._book, state)))

    def fitting(
        self, state: State, options: Sequence[Decision], about: About, *, wanted: bool = True
    ) -> list[Decision]:
        """Those of the decisions of a position that fit, or that do not if these are wanted."""
        known = self._known.setdefault(about, {})
        found = []
        for decision in options:
            it_fits = known.get(decision.text)
            if it_fits is None:
                it_fits = known[decision.text] = self._look(state, decision)
            if it_fits is wanted:
                found.append(decision)
        return found

    def _look(self, state: State, decision: Decision) -> bool:
        brings = gain(self._book, state, decision)
        return fits(self._book, self._wish, decision, brings) and all(
            self._moved(brings, tracks, sign) for tracks, sign in self._moves
        )

    def _moved(self, brings: Gain, tracks: tuple[int, ...], sign: int) -> bool:
        """Whether one of some tracks goes up or down."""
        by = dict.fromkeys(tracks, 0)
        for track, amount in brings.tracks:
            if track in by:
                by[track] += amount
        scores = self._book.score
        by |= {
            track: brings.own if track == scores[self._side] else brings.other
            for track in scores
            if track in by
        }
        return any(sign * amount > 0 for amount in by.values())


def about(book: Rulebook, state: State) -> About:
    """What the decisions of a position are about."""
    debate, phase = state.debate, state.phase
    if debate is None:
        return (state.wire if phase is Phase.EVENT else -1, 0)
    return (debate.motion, silence_price(book, state) if phase is Phase.REPLY else 0)


class _Line:
    """One line, compiled.

    Attributes:
        never: whether it forbids what fits the pattern; else it forbids the rest.
        pattern: the pattern.
        phases: where it is asked.
        matters: where it is asked and can change what is left: if nothing fits, it gives way.
    """

    def __init__(self, book: Rulebook, line: RedLine, side: int) -> None:
        self._book = book
        self._line = line
        self._clause = clause_of(book, line.when, side)
        self.never = line.never is not None
        self.pattern = _Pattern(book, line.never or line.always or Wish(), side)
        self.phases = frozenset(_PHASES[each] for each in line.asked or _ALL)
        ways = (line.never or line.always or Wish()).ways
        open_ = {_OPEN[way] for way in ways}
        self.matters = self.phases & open_ if ways else self.phases

    def holds(self, seen: Observation) -> bool:
        """Whether its conditions hold."""
        if self._clause is None:
            return False
        (clause, dangers), state, line = self._clause, seen.state, self._line
        if not holds(clause, state.tracks, state.carried, state.round):
            return False
        if dangers:
            worst = max(state.tracks[track] for track, _ in self._book.collapses)
            if not all(least <= worst <= most for least, most in dangers):
                return False
        for standing in line.standing:
            if not stands(self._book, seen, standing):
                return False
        return all(recalls(each, seen.done, seen.side, state.round) for each in line.conduct)


class RedLines:
    """The lines of a character on one side.

    Args:
        book: the rules.
        character: the character.
        side: the side that it plays.
    """

    def __init__(self, book: Rulebook, character: Character, side: int) -> None:
        self._book = book
        self._lines = tuple(_Line(book, line, side) for line in character.lines)
        self.mattering = {
            phase: tuple([at for at, line in enumerate(self._lines) if phase in line.matters])
            for phase in Phase
        }
        """By phase the places of the lines that can change what is left to decide in it."""

    def __len__(self) -> int:
        return len(self._lines)

    def holding(self, seen: Observation, among: Iterable[int] | None = None) -> tuple[int, ...]:
        """The places of the lines whose conditions hold, of all or among some."""
        lines = self._lines
        places = range(len(lines)) if among is None else among
        return tuple([place for place in places if lines[place].holds(seen)])

    def within(
        self, state: State, holding: Sequence[int], options: Sequence[Decision]
    ) -> Sequence[Decision]:
        """What the lines leave of decisions. One that would leave nothing gives way.

        Args:
            state: the position.
            holding: the lines whose conditions held when the turn began.
            options: decisions that are legal.
        """
        lines, phase = self._lines, state.phase
        asked = [lines[place] for place in holding if phase in lines[place].phases]
        if asked:
            topic = about(self._book, state)
            for line in asked:
                left = line.pattern.fitting(state, options, topic, wanted=not line.never)
                options = left or options
        return options

    def broken(self, state: State, holding: Sequence[int], decision: Decision) -> tuple[int, ...]:
        """The places of the lines that forbid a decision by itself."""
        return tuple(
            place
            for place in holding
            if state.phase in self._lines[place].phases
            and self._lines[place].pattern.fits(state, decision) is self._lines[place].never
        )
