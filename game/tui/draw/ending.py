"""The verdict, drawn: the epilogue, what each side got and missed, and what mattered most."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.review.turning_points import TurningPoint, weightiest
from game.rules import State
from game.telling.ending import FinalAccount, ending, score_courses
from game.telling.turning_points import say_turn
from game.telling.voice import Voice
from game.tui.draw.styles import BAD, DIM, GOOD, STRONG, lines, say, side_style

MATTERED = 3
"""How many of the decisions that mattered are told."""


def draw_ending(
    voice: Voice,
    states: Sequence[State],
    points: Sequence[TurningPoint],
    *,
    play_on: bool = False,
    reviewed: Sequence[str] = (),
) -> Content:
    """The whole ending of a game that is over.

    Args:
        voice: who tells it.
        states: every position of it.
        points: its turning points.
        play_on: whether one can play on from one of them.
        reviewed: what mattered most by its review, a line each; nothing if there is none.
    """
    end = ending(voice, states[-1])
    first, *others = end.paragraphs
    rows = [say((end.title, f"{STRONG} underline")), say(first), say("")]
    for side, account in enumerate(end.sides):
        rows += _result(voice, side, account)
    rows.append(say(""))
    if points:
        rows.append(say((voice.say("story.end.mattered"), STRONG)))
    for each in weightiest(points, MATTERED):
        turn = say_turn(voice, each.turn)
        told = voice.say("story.end.mattered_when", round=each.round, turn=turn)
        rows.append(say("  ", ("◆ ", STRONG), told))
    if play_on:
        heaviest = say_turn(voice, weightiest(points, 1)[0].turn)
        rows.append(say("  ", (voice.say("story.end.play_on", turn=heaviest), DIM)))
    if reviewed:
        rows += [say(""), say((voice.say("story.end.reviewed"), STRONG))]
        rows += [say("  ", ("◆ ", STRONG), each) for each in reviewed]
    for paragraph in others:
        rows += [say(""), say(paragraph)]
    for side, account in enumerate(end.sides):
        rows += [*([say("")] if account.made_of or not side else []), *_account(voice, account)]
    if any(account.made_of for account in end.sides):
        rows += [say(""), say((voice.say("story.end.worth_is"), DIM))]
    rows.append(say(""))
    for course in score_courses(voice, states):
        bars = (course.bars, side_style(voice.book, course.side))
        rows.append(say(bars, "  ", course.sentence))
    return lines(rows)


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
        mark = ("✓ ", GOOD) if done else ("✗ ", BAD)
        rows.append(say("  ", mark, (sentence, "" if done else DIM)))
    rows.append(say("    ", (account.worth, DIM)))
    return rows
