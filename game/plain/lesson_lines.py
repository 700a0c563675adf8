"""A lesson in lines: how it begins, what is said of what happens, what to try, what was learnt."""

from __future__ import annotations

from game.match import Match
from game.rules import RulesError
from game.scenario import ScenarioError
from game.scenario.lessons import lesson_after
from game.teaching.tutor import Tutor, tutor_of
from game.telling.board import Board
from game.telling.board.quiet import quiet
from game.telling.voice import Voice


class LessonLines:
    """Tells the lesson that a match is; of any other match there is nothing to tell.

    Args:
        voice: who tells it.
        match: the match.
    """

    def __init__(self, voice: Voice, match: Match) -> None:
        self._say = voice.say
        self._tutor: Tutor | None = None
        self._gone = ""
        if not match.read_only:
            try:
                self._tutor = tutor_of(match)
            except (ScenarioError, RulesError) as error:
                self._gone = self._say("lesson.gone", why=str(error))

    @property
    def _lesson(self) -> Tutor | None:
        return None if self._tutor is None or self._tutor.free else self._tutor

    @property
    def teaches(self) -> bool:
        """Whether there is something left to teach."""
        return self._lesson is not None

    def shown(self, table: Board) -> Board:
        """The table with the parts that the lesson shows unasked."""
        parts = None if self._lesson is None else self._lesson.lesson.board
        return table if parts is None else quiet(table, parts)

    def goal(self) -> list[str]:
        """What is to be learnt, for whoever comes back to it."""
        if (tutor := self._lesson) is None:
            return []
        return [self._say("lesson.goal", place=tutor.lesson.place, goal=tutor.lesson.goal)]

    def opening(self) -> list[str]:
        """How it begins; nothing if it is no lesson."""
        if (tutor := self._lesson) is None:
            return [self._gone] if self._gone else []
        lesson = tutor.lesson
        title = self._say("lesson.begins", place=lesson.place, name=lesson.name)
        goal = self._say("lesson.plain.goal", goal=lesson.goal)
        return [title, goal, *lesson.situation.split("\n\n")]

    def heard(self) -> list[str]:
        """What is said of all that has happened since this was asked last."""
        if (tutor := self._lesson) is None:
            return []
        told = [self._say("lesson.plain.said", text=each.text) for each in tutor.hear()]
        return [*told, *self._end(tutor)] if tutor.over else told

    def _end(self, tutor: Tutor) -> list[str]:
        """What was learnt; from here on play is free."""
        tutor.free = True
        left = [step.task for step, done in tutor.steps if not done]
        rows = [self._say("lesson.plain.over", name=tutor.lesson.name), *tutor.lesson.learnt]
        rows += [self._say("lesson.plain.left", task=each) for each in left]
        rows.append(self._say("lesson.plain.free"))
        after = lesson_after(tutor.lesson)
        if after is not None:
            rows.append(self._say("lesson.plain.next", name=after.name, id=after.id))
        return rows

    def task(self) -> list[str]:
        """What to try now."""
        if (tutor := self._lesson) is None:
            return []
        if tutor.step is None:
            return [self._say("lesson.plain.tried")]
        return [self._say("lesson.plain.task", task=tutor.step.task)]
