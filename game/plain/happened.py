"""What happened, in lines: decisions with what they changed and why, and the end of the game."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from game.match import Comment, Match, Timeline
from game.review.turning_points import turning_points, weightiest
from game.rules import Phase, State
from game.telling.changes import Told
from game.telling.ending import ending
from game.telling.transcript import Passage, say_round, transcript
from game.telling.turning_points import say_moment, say_turn
from game.telling.voice import Voice

Notes = Mapping[int, Sequence[str]]
"""Lines that are told at a position, by the number of decisions before it."""

MATTERED = 3
"""How many of the decisions that mattered are told at the end."""

_NO_NOTES: Notes = MappingProxyType({})


def round_of(voice: Voice, line: Timeline, only: int) -> Iterator[str]:
    """Every decision of one round; nothing if it has not come so far."""
    passages = [each for each in transcript(voice, line) if each.round == only]
    if passages:
        yield say_round(voice, only)
    for each in passages:
        yield from _passage(voice, each)


def story(voice: Voice, line: Timeline, since: int = 0, notes: Notes = _NO_NOTES) -> Iterator[str]:
    """Every decision of a line of play from a place on; a heading opens each round."""
    if not since:
        yield from notes.get(0, ())
        yield from _heading(voice, line.states[0])
    for passage in transcript(voice, line)[since:]:
        yield from _passage(voice, passage)
        yield from notes.get(passage.ply, ())
        after = line.states[passage.ply]
        if after.round != passage.round and after.phase is not Phase.END:
            yield from _heading(voice, after)


def _heading(voice: Voice, state: State) -> Iterator[str]:
    """A round is announced as soon as it begins."""
    yield ""
    yield say_round(voice, state.round)


def _passage(voice: Voice, passage: Passage) -> Iterator[str]:
    yield from (each for each in (passage.sentence, passage.speech) if each)
    heard = passage.heard
    inside = passage.reason.split("\n") if passage.reason else []
    inside += [each.sentence for each in heard.quotes]
    inside += _changes(voice, passage, passage.own)
    inside += [each.sentence for each in heard.remarks]
    inside += _changes(voice, passage, passage.later)
    yield from (f"  {each}" for each in inside)


def _changes(voice: Voice, passage: Passage, told: Iterable[Told]) -> Iterator[str]:
    changes = (_change(voice, passage, it) for it in told)
    return (voice.say("story.changed", change=each) for each in changes if each)


def _change(voice: Voice, passage: Passage, it: Told) -> str:
    """What a cause brought about, without what was said just now: the cause, or that it begins."""
    if it.why != passage.words:
        return it.sentence
    begins = voice.say("change.situation")
    told = voice.items(each for each in it.changes if each != begins)
    return f"{told[:1].upper()}{told[1:]}"  # nothing stands before it


def notes(voice: Voice, match: Match, variation: int) -> Notes:
    """The moments of a variation that mattered, and the comments on its positions."""
    line = match.tree.variations[variation].timeline
    found: dict[int, list[str]] = {}
    for point in turning_points(line.book, line.states, line.consequences):
        told = voice.say("story.turned", turn=say_turn(voice, point.turn))
        found.setdefault(point.ply, []).append(f"  {told}")
    for ply in range(len(line.states)):
        if comment := match.tree.comment(variation, ply):
            found.setdefault(ply, []).extend(said(voice, comment))
    return found


def said(voice: Voice, comment: Comment) -> Iterator[str]:
    """A comment in lines."""
    first, *more = comment.text.split("\n")
    if comment.by:
        shorts = {each.short: each.name for each in voice.scenario.sides}
        by = shorts.get(comment.by, comment.by)
        first = voice.say("story.comment_by", by=by, text=first)
    else:
        first = voice.say("story.comment", text=first)
    yield f"  {first}"
    yield from (f"    {line}" for line in more)


def outcome(voice: Voice, line: Timeline, reviewed: Sequence[str] = ()) -> Iterator[str]:
    """The verdict on a game that is over: the epilogue, both sides, and what mattered most.

    Args:
        voice: who tells it.
        line: the line of play.
        reviewed: what mattered most by its review, a line each; nothing if there is none.
    """
    end = ending(voice, line.state)
    yield ""
    yield end.verdict
    yield from end.paragraphs
    for side in end.sides:
        yield side.result
        yield from (f"  {each}" for each in side.made_of)
        if side.enough:
            yield f"  {side.enough}"
        yield f"  {side.worth}"
    if any(side.made_of for side in end.sides):
        yield voice.say("story.end.worth_is")
    points = weightiest(turning_points(line.book, line.states, line.consequences), MATTERED)
    if points:
        yield voice.say("story.end.mattered")
    for each in points:
        moment = say_moment(voice, line.states, line.decisions, each)
        told = voice.say("story.end.mattered_when", round=each.round, moment=moment)
        yield f"  {told}"
    if reviewed:
        yield voice.say("story.end.reviewed")
        yield from (f"  {each}" for each in reviewed)
