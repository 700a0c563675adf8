"""The lines of a character, compiled for one side of a rulebook: what they leave to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from attrs import evolve

from game.opponents.character.roles import clause_of, tag_of, tracks_of
from game.opponents.doctrine.compiled import QUESTIONS
from game.opponents.doctrine.deeds import recalls
from game.opponents.doctrine.gain import Gain, fits, gain
from game.opponents.doctrine.observation import Observation, stands
from game.rules import Decision, Kind, Phase, Rulebook, State, holds, silence_price
from game.scenario.character import Character, RedLine
from game.scenario.doctrine import Question, Wish

_ALL: Final[tuple[Question, ...]] = get_args(Question)
_PHASES: Final[Mapping[Question, Phase]] = {asked: phase for phase, asked in QUESTIONS.items()}

Key = tuple[Decision, int, int]
"""A decision, the motion on the table or the headline on the wire, and the price of silence: what
a decision brings depends on nothing else.
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
        self._known: dict[Key, bool] = {}

    def fits(self, state: State, decision: Decision) -> bool:
        debate, silence = state.debate, 0
        about = state.wire if debate is None else debate.motion
        if decision.kind is Kind.ACCEPT:
            silence = silence_price(self._book, state)
        key = (decision, about, silence)
        found = self._known.get(key)
        if found is None:
            brings = gain(self._book, state, decision)
            found = fits(self._book, self._wish, decision, brings) and all(
                self._moved(brings, tracks, sign) for tracks, sign in self._moves
            )
            self._known[key] = found
        return found

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


class _Line:
    """One line, compiled."""

    def __init__(self, book: Rulebook, line: RedLine, side: int) -> None:
        self._book = book
        self._line = line
        self._clause = clause_of(book, line.when, side)
        self.never = line.never is not None
        self.pattern = _Pattern(book, line.never or line.always or Wish(), side)
        self.phases = frozenset(_PHASES[each] for each in line.asked or _ALL)

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
        return all(stands(self._book, seen, each) for each in line.standing) and all(
            recalls(each, seen.done, seen.side, state.round) for each in line.conduct
        )


class RedLines:
    """The lines of a character on one side.

    Args:
        book: the rules.
        character: the character.
        side: the side that it plays.
    """

    def __init__(self, book: Rulebook, character: Character, side: int) -> None:
        self._lines = tuple(_Line(book, line, side) for line in character.lines)

    def __len__(self) -> int:
        return len(self._lines)

    def holding(self, seen: Observation) -> tuple[int, ...]:
        """The places of the lines whose conditions hold."""
        return tuple(place for place, line in enumerate(self._lines) if line.holds(seen))

    def within(
        self, state: State, holding: Sequence[int], options: Sequence[Decision]
    ) -> Sequence[Decision]:
        """What the lines leave of decisions. One that would leave nothing gives way.

        Args:
            state: the position.
            holding: the lines whose conditions held when the turn began.
            options: decisions that are legal.
        """
        for place in holding:
            line = self._lines[place]
            if state.phase in line.phases:
                fits, never = line.pattern.fits, line.never
                options = [each for each in options if fits(state, each) is not never] or options
        return options

    def broken(self, state: State, holding: Sequence[int], decision: Decision) -> tuple[int, ...]:
        """The places of the lines that forbid a decision by itself."""
        return tuple(
            place
            for place in holding
            if state.phase in self._lines[place].phases
            and self._lines[place].pattern.fits(state, decision) is self._lines[place].never
        )
