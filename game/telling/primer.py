"""The game in a page, with the numbers and names of a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from game.telling.conditions import say_conditions
from game.telling.voice import Voice
from game.value import frozen


@frozen
class PrimerRule:
    """One thing to know.

    Attributes:
        title: a few words.
        text: what they mean.
        sentence: both.
    """

    title: str
    text: str
    sentence: str


def primer(voice: Voice) -> tuple[PrimerRule, ...]:
    """What somebody has to know before the first turn."""
    return tuple(
        PrimerRule(title, text, voice.say("primer.rule", title=title, text=text))
        for title, text in _rules(voice)
    )


def _rules(voice: Voice) -> Iterator[tuple[str, str]]:
    scenario, space = voice.scenario, voice.say("names.list.space")
    first, second = scenario.sides
    yield voice.say("primer.end.title"), space.join(_end(voice))
    consult = scenario.consult
    yield (
        voice.say("primer.turn.title"),
        voice.say("primer.turn.text", capital=consult.capital, arguments=consult.arguments),
    )
    yield voice.say("primer.debate.title"), space.join(_debate(voice))
    yield voice.say("primer.spent.title"), space.join(_spent(voice))
    yield voice.say("primer.ladder.title"), space.join(_ladder(voice))
    if scenario.mood.floor or scenario.mood.answers:
        yield voice.say("primer.hour.title"), space.join(_hour(voice))
    yield voice.say("primer.wire.title"), voice.say("primer.wire.text")
    yield (
        voice.say("primer.starts.title"),
        voice.say("primer.starts.text", first=first.name, second=second.name),
    )


def _end(voice: Voice) -> Iterator[str]:
    """Without a track that can end the game nothing is said of that."""
    scenario = voice.scenario
    goals = voice.say("names.list.semicolon").join(
        voice.say("primer.end.goal", side=side.name, threshold=side.threshold, goal=side.goal)
        for side in scenario.sides
    )
    yield voice.say("primer.end.text", rounds=scenario.rounds, goals=goals)
    if scenario.payoff.thaw_within:
        yield voice.say("primer.end.near", within=scenario.payoff.thaw_within)
    ends = [
        voice.say("primer.end.limit", track=track.name, at=track.collapse.at)
        for track in scenario.tracks
        if track.collapse is not None
    ]
    if ends:
        yield voice.say("primer.end.collapse", tracks=voice.one_of(ends))


def _debate(voice: Voice) -> Iterator[str]:
    scenario = voice.scenario
    debate, silence = scenario.debate, scenario.silence
    yield voice.say(
        "primer.debate.text",
        silence=voice.signed(debate.silence),
        longest=debate.longest,
        floor=voice.signed(debate.floor),
    )
    if silence.answer:
        yield voice.say("primer.debate.answer")
    if silence.when:
        when = say_conditions(voice, silence.when)
        yield voice.say("primer.debate.silence", conditions=when)
    if debate.walk_out_floor:
        yield voice.say("primer.debate.walk_out")


def _spent(voice: Voice) -> Iterator[str]:
    scenario = voice.scenario
    if scenario.recover:
        yield voice.say("primer.spent.recover", arguments=scenario.recover)
    else:
        yield voice.say("primer.spent.text")
    contradiction = voice.signed(scenario.debate.contradiction)
    yield voice.say("primer.spent.contradiction", price=contradiction)


def _ladder(voice: Voice) -> Iterator[str]:
    ladder = voice.scenario.ladder
    yield voice.say(
        "primer.ladder.text",
        gate=voice.track(ladder.gate),
        ceiling=voice.track(ladder.ceiling),
        name=ladder.ceiling_name,
        exempt=voice.tag(ladder.exempt),
    )
    if any(motion.excludes for motion in voice.scenario.motions):
        yield voice.say("primer.ladder.forks")


def _hour(voice: Voice) -> Iterator[str]:
    mood = voice.scenario.mood
    yield voice.say("primer.hour.text")
    if mood.floor:
        yield voice.say("primer.hour.floor", bonus=voice.signed(mood.floor))
    if mood.answers:
        yield voice.say("primer.hour.answers")
