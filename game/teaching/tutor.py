"""How far somebody is in a lesson: what was tried, what is to be said of it, whether it is over.

All of it follows from the match, so that a lesson that is taken up again stands where it stood.
"""

from __future__ import annotations

from game.match import Match, Timeline
from game.rules import Phase, Rule, RulesError, What, holds
from game.scenario.lesson import Happening, Instead, Lesson, LessonStep
from game.scenario.lessons import lesson
from game.text import shown
from game.value import frozen

_RULES = {
    "headline": (Rule.HEADLINE, Rule.CHOICE_A, Rule.CHOICE_B),
    "act": (Rule.ACT,),
}
"""The rules that go by one word of a lesson; any other goes by its own."""


@frozen
class Lecture:
    """Something that is said to the learner.

    Attributes:
        text: the words of the lesson.
        step: the step that was done by what happened; nothing if it is an answer to something else.
    """

    text: str
    step: LessonStep | None = None


class Tutor:
    """Follows the match of a lesson. Steps that were done in any line of play are done.

    Args:
        lesson: the lesson.
        match: its match.

    Raises:
        RulesError: the match is of a scenario without something that the lesson names.
    """

    def __init__(self, lesson: Lesson, match: Match) -> None:
        self.lesson = lesson
        self._match = match
        book = match.book
        asked: list[LessonStep | Instead] = list(lesson.steps)
        asked += [each for step in lesson.steps for each in step.instead]
        try:
            self._learner = book.side_ids.index(lesson.learner)
            self._clauses = {id(each): book.clause(each.when) for each in asked}
            self._end = book.clause(lesson.end.when)
        except (LookupError, ValueError):
            raise RulesError(
                f"the lesson {shown(lesson.id)} is about another scenario than this match"
            ) from None
        self._done: set[str] = set()
        self._answered: set[int] = set()
        self._heard: dict[int, int] = {}
        self._begin = self._opening()
        self.free = False
        """The learner plays on for its own sake."""
        self.hear()
        line = match.tree.timeline
        self.free = any(
            self._over_at(line, ply) and line.states[ply].side == self._learner
            for ply in range(self._begin, len(line.decisions))
        )

    def _opening(self) -> int:
        """After how many decisions the learner begins."""
        line, left = self._match.tree.variations[0].timeline, list(self.lesson.opening)
        for ply, decision in enumerate(line.decisions):
            if line.states[ply].phase is Phase.DRAW:
                continue
            if not left or decision.text != left.pop(0):
                return ply
        return len(line.decisions)

    # ------------------------------------------------------------------ what is to be seen

    @property
    def steps(self) -> tuple[tuple[LessonStep, bool], ...]:
        """Every step, and whether it is done."""
        return tuple((each, each.id in self._done) for each in self.lesson.steps)

    @property
    def step(self) -> LessonStep | None:
        """What is to be tried now; nothing if all was."""
        return next((each for each, done in self.steps if not done), None)

    @property
    def tried(self) -> bool:
        """Whether all that there is to try was tried."""
        return self.step is None

    @property
    def untouched(self) -> bool:
        """Whether the learner has decided nothing yet."""
        tree = self._match.tree
        return len(tree.variations) == 1 and len(tree.timeline.decisions) <= self._begin

    @property
    def over(self) -> bool:
        """Whether the lesson has come to its end in the line that is played."""
        return self.over_after(len(self._match.decisions))

    def over_after(self, decisions: int) -> bool:
        """Whether it had come to its end there after so many decisions."""
        return self._over_at(self._match.tree.timeline, decisions)

    @property
    def reached(self) -> bool:
        """Whether it has come to its end in any line of play."""
        return any(
            self._over_at(each.timeline, len(each.timeline.decisions))
            for each in self._match.tree.variations
        )

    def _over_at(self, line: Timeline, ply: int) -> bool:
        state = line.states[ply]
        if state.phase is Phase.END:
            return True
        if state.phase is Phase.DRAW or ply < self._begin:
            return False
        if state.round > self.lesson.end.after_round:
            return True
        return bool(self._end) and holds(self._end, state.tracks, state.carried, state.round)

    # ------------------------------------------------------------------ what has happened

    def hear(self, told: int | None = None) -> tuple[Lecture, ...]:
        """What is to be said of all that has happened since this was asked last.

        Args:
            told: how many decisions of the line that is played are told, with all that came of
                them; each of them if it is not given.
        """
        said: list[Lecture] = []
        for each in self._match.tree.variations:
            line = each.timeline
            first = self._heard.get(each.number, max(self._begin, each.ply))
            end = len(line.decisions)
            if told is not None and each.number == self._match.tree.current:
                end = max(first, min(told, end))
            for ply in range(first, end):
                said += self._of(line, ply)
            self._heard[each.number] = end
        return tuple(said)

    def _of(self, line: Timeline, ply: int) -> list[Lecture]:
        """What is to be said of a decision."""
        before = self.step
        done = [each for each in self.lesson.steps if each.id not in self._done]
        done = [each for each in done if self._holds(each, line, ply)]
        self._done.update(each.id for each in done)
        if done or before is None:
            return [Lecture(each.said, each) for each in done]
        for other in before.instead:
            if id(other) not in self._answered and self._holds(other, line, ply):
                self._answered.add(id(other))
                return [Lecture(other.said)]
        return []

    def _holds(self, it: LessonStep | Instead, line: Timeline, ply: int) -> bool:
        state = line.states[ply + 1]
        if not holds(self._clauses[id(it)], state.tracks, state.carried, state.round):
            return False
        return not it.happens or any(self._happens(each, line, ply) for each in it.happens)

    def _happens(self, it: Happening, line: Timeline, ply: int) -> bool:
        decision, side = line.decisions[ply], line.states[ply].side
        book = line.book
        whose = None
        if it.by is not None:
            whose = self._learner if it.by == "learner" else 1 - self._learner
        if it.way is not None:
            if decision.kind.value != it.way or (whose is not None and side != whose):
                return False
            if it.motion is not None and _motion(line, ply) != it.motion:
                return False
        if it.argument is not None and it.argument not in _argued(line, ply):
            return False
        if it.rule is None:
            return True
        rules = _RULES.get(it.rule) or (Rule(it.rule),)
        return any(
            each.cause.rule in rules
            and (it.motion is None or it.way is not None or each.cause.subject == it.motion)
            and (whose is None or it.way is not None or each.side == book.side_ids[whose])
            for each in line.consequences[ply]
        )


def tutor_of(match: Match) -> Tutor | None:
    """What follows the lesson that a match is; nothing if it is none.

    Raises:
        ScenarioError: its file is gone, or has faults.
        RulesError: it does not fit the match.
    """
    name = match.header.lesson
    return Tutor(lesson(name), match) if name else None


def _motion(line: Timeline, ply: int) -> str:
    """The motion that a decision tables or is about; empty if it is about none."""
    debate = line.states[ply].debate or line.states[ply + 1].debate
    return "" if debate is None else line.book.motion_ids[debate.motion]


def _argued(line: Timeline, ply: int) -> set[str]:
    """The argument that was played."""
    return {
        each.subject
        for each in line.consequences[ply]
        if each.what is What.SPENT and each.cause.rule is Rule.ARGUE
    }
