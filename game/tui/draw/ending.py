"""The verdict, drawn: the epilogue, what each side got and missed, and what mattered most."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from game.review.turning_points import TurningPoint, weightiest
from game.rules import Decision, State
from game.telling.ending import FinalAccount, ScoreCourse, ending, score_courses
from game.telling.layout.cells import DIM as FAINT
from game.telling.layout.cells import SIDES, Row
from game.telling.layout.curves import CurveScale, SideCurve, curve_rows
from game.telling.messages import number
from game.telling.turning_points import say_moment
from game.telling.voice import Voice
from game.tui.draw.styles import BAD, DIM, GOOD, STRONG, lines, say, side_style, styled

LEAST, MOST = 4, 10
"""How many rows the curves take at least and at most."""
SHARE = 5
"""Of how many rows they take one."""
WIDEST = 100
"""How many cells they take at most."""
MATTERED = 3
"""How many of the decisions that mattered are told."""


def draw_ending(
    voice: Voice,
    states: Sequence[State],
    decisions: Sequence[Decision],
    points: Sequence[TurningPoint],
    size: tuple[int, int],
    *,
    play_on: bool = False,
    reviewed: Sequence[str] = (),
) -> Content:
    """The whole ending of a game that is over.

    Args:
        voice: who tells it.
        states: every position of it.
        decisions: every decision.
        points: its turning points.
        size: how many cells and rows there are for it until one has to turn a page.
        play_on: whether one can play on from one of them.
        reviewed: what mattered most by its review, a line each; nothing if there is none.
    """
    end = ending(voice, states[-1])
    first, *others = end.paragraphs
    courses = score_courses(voice, states)
    colors = [side.color for side in voice.scenario.sides]
    width, high = size
    curves = _curves(voice, courses, min(width, WIDEST), min(max(high // SHARE, LEAST), MOST))
    rows = [say((end.title, f"{STRONG} underline")), say(first), say("")]
    rows += styled(curves, colors)
    for side, account in enumerate(end.sides):
        rows += _result(voice, side, account)
    rows.append(say(""))
    moment = partial(say_moment, voice, states, decisions)
    told = [
        voice.say("story.end.mattered_when", round=each.round, moment=moment(each))
        for each in weightiest(points, MATTERED)
    ]
    rows += _mattered(voice.say("story.end.mattered"), told)
    if play_on:
        (heaviest,) = weightiest(points, 1)
        words = voice.say("story.end.play_on", round=heaviest.round)
        rows.append(say("  ", (words, DIM)))
    rows += _mattered(voice.say("story.end.reviewed"), reviewed)
    for paragraph in others:
        rows += [say(""), say(paragraph)]
    for side, account in enumerate(end.sides):
        rows += [*([say("")] if account.made_of or not side else []), *_account(voice, account)]
    if any(account.made_of for account in end.sides):
        rows += [say(""), say((voice.say("story.end.worth_is"), DIM))]
    rows.append(say(""))
    rows += [say(course.sentence) for course in courses]
    return lines(rows)


def _mattered(title: str, told: Sequence[str]) -> list[Content]:
    """What mattered most, below a title; no row if nothing did."""
    rows = [say((title, STRONG))] if told else []
    return [*rows, *(say("  ", ("◆ ", STRONG), each) for each in told)]


def _curves(voice: Voice, courses: Sequence[ScoreCourse], width: int, high: int) -> list[Row]:
    """Both scores from the beginning to the end, and what was needed as lines across."""
    one, other = (
        SideCurve(
            tuple(enumerate((course.begun, *course.scores, course.final))),
            course.label,
        )
        for course in courses
    )
    last = len(courses[0].scores) + 1
    needed = [course.threshold for course in courses]
    every = [much for curve in (one, other) for _, much in curve.points]
    low, top = min(0, *every), max(*needed, *every)
    looks = [FAINT] * 2 if needed[0] == needed[1] else SIDES
    scale = CurveScale(
        low=low,
        high=max(top, low + 1),
        numbers=tuple((much, number(much)) for much in (*needed, low)),
        last=last,
        across=tuple(zip(needed, looks, strict=True)),
        names=(
            *((each, number(each)) for each in range(1, last)),
            (last, voice.say("story.end.over")),
        ),
        about=voice.say("story.end.round"),
    )
    return curve_rows((one, other), scale, width, high)


def _result(voice: Voice, side: int, account: FinalAccount) -> list[Content]:
    """How a side has done, and what alone would have been enough."""
    sign = ("✓ ", f"bold {GOOD}") if account.reckoning.succeeds else ("✗ ", BAD)
    rows = [say(sign, (account.result, side_style(voice.book, side)))]
    return [*rows, say("    ", account.enough)] if account.enough else rows


def _account(voice: Voice, account: FinalAccount) -> list[Content]:
    """What the score of a side is made of, and what the ending is worth to it."""
    reckoning = account.reckoning
    if not account.made_of:
        return [say((account.worth, DIM))]
    side = reckoning.side
    rows = [say((voice.side(side), side_style(voice.book, side)))]
    played, *objectives = account.made_of
    rows.append(say("    ", played))
    for sentence, (_, done) in zip(objectives, reckoning.objectives, strict=True):
        mark = ("✓ ", GOOD) if done else ("✗ ", DIM)
        rows.append(say("  ", mark, (sentence, "" if done else DIM)))
    rows.append(say("    ", (account.worth, DIM)))
    return rows
