"""The words of the game, each in a sentence or two, and those that a scenario adds."""

from __future__ import annotations

from collections.abc import Iterator

from game.telling.voice import Voice
from game.value import frozen


@frozen
class GlossaryWord:
    """A word and what it means.

    Attributes:
        name: the word.
        about: what it means.
        sentence: both.
    """

    name: str
    about: str
    sentence: str


def glossary(voice: Voice) -> tuple[GlossaryWord, ...]:
    """The words of the game, with the numbers of a scenario, in the order of the alphabet.

    What a scenario does without is left out.
    """
    said = (
        _word(voice, voice.say(f"glossary.{name}.name"), about) for name, about in _words(voice)
    )
    return tuple(sorted(said, key=lambda each: each.name.casefold()))


def own_words(voice: Voice) -> tuple[GlossaryWord, ...]:
    """The words that only the scenario has: what is collected, tracks, the ceiling, values."""
    return tuple(_word(voice, name, about) for name, about in _own(voice))


def glossary_lines(voice: Voice) -> Iterator[str]:
    """All of them in lines."""
    yield from (each.sentence for each in glossary(voice))
    yield voice.say("glossary.own", scenario=voice.scenario.title)
    yield from (each.sentence for each in own_words(voice))


def _word(voice: Voice, name: str, about: str) -> GlossaryWord:
    return GlossaryWord(name, about, voice.say("glossary.word", name=name, about=about))


PLAIN = (
    *("act", "backing", "barred", "bargain", "branch", "carried", "close", "consult", "drift"),
    *("flash", "frozen", "hand", "headline", "margin", "motion", "objective", "overlap"),
    *("paragraph", "playout", "rebuttal", "record", "seed", "spent", "tag", "track", "walk_out"),
    "wire",
)
"""Words that mean the same in every scenario; the names of messages."""


def _words(voice: Voice) -> Iterator[tuple[str, str]]:
    scenario, say = voice.scenario, voice.say
    debate, ladder, payoff = scenario.debate, scenario.ladder, scenario.payoff
    gate, ceiling = voice.track(ladder.gate), voice.track(ladder.ceiling)
    for name in PLAIN:
        yield name, say(f"glossary.{name}.about")
    consult = scenario.consult.capital
    yield "capital", say("glossary.capital.about", income=scenario.income, consult=consult)
    yield "ceiling", say("glossary.ceiling.about", track=ceiling, exempt=voice.tag(ladder.exempt))
    price = voice.signed(debate.contradiction)
    yield "contradiction", say("glossary.contradiction.about", price=price)
    floor = say("glossary.floor.about", floor=voice.signed(debate.floor))
    yield "floor", f"{floor} {say('glossary.floor.walk_out')}" if debate.walk_out_floor else floor
    yield "tier", say("glossary.tier.about", gate=gate, ceiling=ceiling)
    if debate.silence:
        yield "silence", say("glossary.silence.about", price=voice.signed(debate.silence))
    if any(track.collapse for track in scenario.tracks):
        yield "collapse", say("glossary.collapse.about")
    if any(motion.excludes for motion in scenario.motions):
        yield "fork", say("glossary.fork.about")
    if scenario.mood.floor or scenario.mood.answers:
        yield "hour", say("glossary.hour.about")
    if payoff.laurels:
        yield "laurels", say("glossary.laurels.about")
    if payoff.thaw_within:
        yield "thaw", say("glossary.thaw.about", within=payoff.thaw_within)


def _own(voice: Voice) -> Iterator[tuple[str, str]]:
    scenario = voice.scenario
    for number, side in enumerate(scenario.sides):
        about = voice.say("glossary.goal", side=voice.named(number), threshold=side.threshold)
        yield side.goal, about
    for track in scenario.tracks:
        yield track.name, track.about
    yield scenario.ladder.ceiling_name, scenario.ladder.ceiling_about
    for value in scenario.values:
        yield value.name, value.text
