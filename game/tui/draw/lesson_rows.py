"""Lessons as rows: what is in sight during one, its pages, and how it is told in a list."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.scenario.lesson import Lesson
from game.teaching.marks import Headway, LessonMark
from game.teaching.tutor import Tutor
from game.telling.messages import Messages
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, GOOD, STRONG, lines, say, worded


def draw_aside(words: Messages, tutor: Tutor, said: Sequence[str], told: int) -> list[Content]:
    """The goal, what was said since the learner decided last, and what to try now.

    Args:
        words: the messages.
        tutor: what follows the lesson.
        said: what was said.
        told: how many decisions are told, with all that came of them.
    """
    lesson, step = tutor.lesson, tutor.step
    rows = [say((words.say("lesson.goal", place=lesson.place, goal=lesson.goal), STRONG))]
    rows += [say((each, GOOD)) for each in said]
    if tutor.over_after(told):
        return [*rows, say((words.say("lesson.over"), STRONG))]
    if step is None:
        return [*rows, say((words.say("lesson.tried"), STRONG))]
    return [*rows, say((words.say("lesson.task", task=step.task), STRONG))]


def draw_begin(voice: Voice, tutor: Tutor) -> tuple[Content, Content]:
    """How things stand when a lesson begins."""
    lesson = tutor.lesson
    title = say((voice.say("lesson.begins", place=lesson.place, name=lesson.name), STRONG))
    rows = [say((lesson.goal, STRONG)), say("")]
    for paragraph in lesson.situation.split("\n\n"):
        rows += [say(paragraph), say("")]
    return title, lines(rows[:-1])


def draw_page(words: Messages, tutor: Tutor) -> tuple[str, Content]:
    """All that there is to try, with what is done of it; and what was said of that."""
    lesson = tutor.lesson
    title = words.say("lesson.begins", place=lesson.place, name=lesson.name)
    rows = [say((lesson.goal, STRONG)), say(""), *draw_steps(words, tutor)]
    rows += [say(""), say((words.say("lesson.now"), STRONG))]
    for paragraph in lesson.situation.split("\n\n"):
        rows += [say(paragraph), say("")]
    return title, lines(rows[:-1])


def draw_steps(words: Messages, tutor: Tutor) -> list[Content]:
    """The steps of a lesson, those that are done with what was said of them."""
    rows = [say((words.say("lesson.page_steps"), STRONG))]
    for step, done in tutor.steps:
        key = "lesson.step_done" if done else "lesson.step_open"
        rows.append(say((words.say(key, task=step.task), GOOD if done else "")))
        rows += [say("  ", (step.said, DIM))] if done else []
    return rows


def draw_learnt(words: Messages, tutor: Tutor) -> Content:
    """What was learnt, and what was tried."""
    rows = [say("  • ", each) for each in tutor.lesson.learnt]
    tried = [row for row in draw_steps(words, tutor) if not row.plain.startswith("  ")]
    return lines([*rows, say(""), *tried])


def draw_lesson(words: Messages, lesson: Lesson, mark: LessonMark) -> Content:
    """What a lesson is about, and what Enter does."""
    way = "resume" if mark.save else "again" if mark.mark is Headway.DONE else "begin"
    rows = [say((lesson.about, STRONG)), say(""), say(lesson.goal), say("")]
    return lines([*rows, say((words.say(f"lesson.about.{way}"), DIM))])


def draw_row(words: Messages, lesson: Lesson, mark: LessonMark) -> Content:
    """A lesson on one row."""
    style = {Headway.NEW: DIM, Headway.BEGUN: STRONG, Headway.DONE: GOOD}[mark.mark]
    name = worded(words, "lesson.row", STRONG, place=lesson.place, name=(lesson.name, STRONG))
    minutes = words.say("lesson.minutes", minutes=lesson.minutes)
    told = words.say(f"lesson.mark.{mark.mark.value}")
    return say(name.pad_right(max(1, 46 - name.cell_length)), (f"{told:<8}", style), (minutes, DIM))
