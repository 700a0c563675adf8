"""The end of a game in words: the epilogue, what each side got and missed, and by how little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.review.lines import aftermath
from game.review.payoffs import payoff_range
from game.review.reckoning import Reckoning, reckonings
from game.rules import State
from game.telling.conditions import say_conditions
from game.telling.messages import number
from game.telling.voice import Voice
from game.value import frozen

FLOORS: Final = 3
"""More debates than these are not called little."""
MOTIONS: Final = 2
"""How many motions are named that would have been enough."""


@frozen
class FinalAccount:
    """How a side has done.

    Attributes:
        reckoning: the same as values.
        result: its final score, and how far above or below what it needed that is.
        made_of: what the final score is made of: the score of play first, then its objectives,
            each a sentence; empty after a collapse.
        worth: what the ending is worth to it.
        enough: what alone would have filled the gap, each in a few words; empty if there is none.
    """

    reckoning: Reckoning
    result: str
    made_of: tuple[str, ...]
    worth: str
    enough: str = ""


@frozen
class ScoreCourse:
    """How a side's score went.

    Attributes:
        side: whose it is.
        begun: its score when the game began.
        scores: its score at the end of each round that was played.
        final: the same with its objectives.
        threshold: what it needed.
        label: its name, and its final score.
        sentence: the scores of its rounds in words.
    """

    side: int
    begun: int
    scores: tuple[int, ...]
    final: int
    threshold: int
    label: str
    sentence: str


@frozen
class Ending:
    """How a game ended, as it is told.

    Attributes:
        name: the id of the ending.
        title: what it is called.
        verdict: the same as a sentence.
        paragraphs: what collapsed, the epilogue, and what became of it all.
        sides: how both sides have done.
    """

    name: str
    title: str
    verdict: str
    paragraphs: tuple[str, ...]
    sides: tuple[FinalAccount, FinalAccount]


def ending(voice: Voice, state: State) -> Ending:
    """The ending of a game that is over.

    Raises:
        RulesError: the game is not over.
    """
    result, reckoned = reckonings(voice.book, state)
    epilogue = voice.scenario.epilogues[result.name]
    causes = tuple(
        track.collapse.text
        for track in voice.scenario.tracks
        if track.id in result.collapsed and track.collapse is not None
    )
    after = aftermath(voice.book, state, result.name)
    first, second = (_account(voice, state, each) for each in reckoned)
    return Ending(
        name=result.name,
        title=epilogue.title,
        verdict=voice.say("story.end.verdict", title=epilogue.title),
        paragraphs=(*causes, *epilogue.text.split("\n\n"), *after),
        sides=(first, second),
    )


def score_courses(voice: Voice, states: Sequence[State]) -> tuple[ScoreCourse, ScoreCourse]:
    """How both scores went, round by round, in a game that is over.

    Args:
        voice: who tells it.
        states: every position of it, in order.

    Raises:
        RulesError: the game is not over.
    """
    last = {state.round: state for state in states}
    _, reckoned = reckonings(voice.book, states[-1])
    first, second = (_course(voice, each, states[0], [*last.values()]) for each in reckoned)
    return first, second


def _course(voice: Voice, each: Reckoning, begun: State, ends: Sequence[State]) -> ScoreCourse:
    side, score = each.side, voice.book.score[each.side]
    scores = tuple(state.tracks[score] for state in ends)
    return ScoreCourse(
        side=side,
        begun=begun.tracks[score],
        scores=scores,
        final=each.final,
        threshold=each.threshold,
        label=voice.say("story.end.label", side=voice.side(side), final=each.final),
        sentence=voice.say(
            "story.end.course",
            side=voice.side(side),
            goal=voice.scenario.sides[side].goal,
            scores=voice.items(number(score) for score in scores),
            threshold=each.threshold,
        ),
    )


def _account(voice: Voice, state: State, each: Reckoning) -> FinalAccount:
    name = voice.side(each.side)
    return FinalAccount(
        reckoning=each,
        result=voice.say(
            f"story.end.{_how(each)}",
            side=name,
            final=each.final,
            threshold=each.threshold,
            by=abs(each.final - each.threshold),
        ),
        made_of=tuple(_made_of(voice, each)) if each.counted else (),
        worth=voice.say(
            "story.end.worth",
            side=voice.named(each.side),
            payoff=each.payoff,
            most=payoff_range(voice.scenario)[1],
        ),
        enough=_enough(voice, state, each),
    )


def _enough(voice: Voice, state: State, each: Reckoning) -> str:
    """What alone would have filled the gap; nothing if there is none, or nothing would have."""
    missing = each.threshold - each.final
    if not each.counted or missing <= 0:
        return ""
    book, ways = voice.book, []
    for index, done in each.objectives:
        objective = voice.scenario.objectives[index]
        if not done and objective.points >= missing:
            ways.append(voice.say("story.end.way.objective", name=objective.name))
    floor = voice.scenario.debate.floor
    if floor > 0 and missing <= FLOORS * floor:
        ways.append(voice.say("story.end.way.floor", floors=-(-missing // floor)))
    ways += [
        voice.say("story.end.way.motion", motion=voice.motion(motion))
        for motion, values in enumerate(book.motion_value)
        if dict(values)[book.score[each.side]] >= missing
        and not state.carried & (1 << motion | book.excluded[motion])
    ][:MOTIONS]
    return voice.say("story.end.enough", ways=voice.one_of(ways)) if ways else ""


def _how(each: Reckoning) -> str:
    if not each.counted:
        return "lost"
    if each.succeeds:
        return "reached" if each.final == each.threshold else "passed"
    return "near" if each.near else "missed"


def _made_of(voice: Voice, each: Reckoning) -> Iterator[str]:
    goal = voice.scenario.sides[each.side].goal
    yield voice.say("story.end.played", goal=goal, score=each.score)
    for index, done in each.objectives:
        objective = voice.scenario.objectives[index]
        key = "story.end.met" if done else "story.end.unmet"
        yield voice.say(
            key,
            name=objective.name,
            points=voice.signed(objective.points),
            target=say_conditions(voice, objective.when),
        )
