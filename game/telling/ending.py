"""The end of a game in words: the epilogue, what each side got and missed, and by how little."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from game.review.lines import aftermath
from game.review.reckoning import Reckoning, reckonings
from game.rules import State
from game.telling.conditions import say_conditions
from game.telling.voice import Voice


@frozen
class FinalAccount:
    """How a side has done.

    Attributes:
        reckoning: the same as values.
        result: its final score, and how far above or below what it needed that is.
        made_of: what the final score is made of: the score of play first, then its objectives,
            each a sentence; empty after a collapse.
        worth: what the ending is worth to it.
    """

    reckoning: Reckoning
    result: str
    made_of: tuple[str, ...]
    worth: str


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
    first, second = (_account(voice, each) for each in reckoned)
    return Ending(
        name=result.name,
        title=epilogue.title,
        verdict=voice.say("story.end.verdict", title=epilogue.title),
        paragraphs=(*causes, *epilogue.text.split("\n\n"), *after),
        sides=(first, second),
    )


def _account(voice: Voice, each: Reckoning) -> FinalAccount:
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
        worth=voice.say("story.end.worth", side=name, payoff=each.payoff),
    )


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
