"""What Chance brings and time does: headlines, drifts, values and situations."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.chance import Headline, Situation
from game.telling.changes import say_effects
from game.telling.conditions import say_bounds, say_conditions
from game.telling.messages import number
from game.telling.rulebook.tables import NOTHING, cell, cite, code, codes, heading, heads, table
from game.telling.voice import Voice
from game.text.escape import markdown


def chance(voice: Voice) -> Iterator[str]:
    """The news, and what happens by itself."""
    scenario = voice.scenario
    if scenario.headlines:
        yield heading(voice, "headlines")
        yield table(
            heads(voice, "id date headline weight drawn_while does source"),
            (
                [
                    code(each.id),
                    markdown(each.date),
                    markdown(each.title),
                    number(each.weight),
                    cell(say_conditions(voice, each.when)),
                    _strike(voice, each),
                    cite(voice, each.source),
                ]
                for each in scenario.headlines
            ),
        )
        timed = [
            [
                code(each.id),
                cell(say_bounds(voice, each.from_round, each.until_round)),
                code(each.mood),
                cell(each.text or ""),
                cell(each.short or ""),
                voice.say("rulebook.yes") if each.grave else "",
            ]
            for each in scenario.headlines
            if each.from_round or each.until_round or each.mood or each.text or each.short
        ]
        yield table(heads(voice, "id strikes mood came_of_it called grave"), timed)
    if scenario.drifts:
        yield heading(voice, "drifts")
        yield table(
            heads(voice, "id drift while effects source"),
            (
                [
                    code(each.id),
                    markdown(each.name),
                    cell(say_conditions(voice, each.when)),
                    cell(say_effects(voice, each.effects)),
                    cite(voice, each.source),
                ]
                for each in scenario.drifts
            ),
        )


def _strike(voice: Voice, headline: Headline) -> str:
    if headline.choice is None:
        effects = cell(say_effects(voice, headline.effects))
        return voice.say("rulebook.flash", effects=effects) if headline.flash else effects
    side = next(each for each in voice.scenario.sides if each.id == headline.choice.side)
    first, second = (
        voice.say(
            "rulebook.option",
            name=markdown(option.name),
            effects=cell(say_effects(voice, option.effects)),
        )
        for option in headline.choice.options
    )
    return voice.say("rulebook.choice", side=markdown(side.short), first=first, second=second)


def values(voice: Voice) -> Iterator[str]:
    """What arguments appeal to."""
    scenario = voice.scenario
    if scenario.values:
        yield heading(voice, "values")
        yield table(
            heads(voice, "id value text appealing"),
            (
                [
                    code(value.id),
                    markdown(value.name),
                    cell(value.text),
                    codes(each.id for each in scenario.arguments if each.appeals == value.id),
                ]
                for value in scenario.values
            ),
        )


def situations(voice: Voice) -> Iterator[str]:
    """What may be different from one game to the next."""
    if voice.scenario.situations:
        yield heading(voice, "situations")
        yield table(
            heads(voice, "id situation weight does text source"),
            (
                [
                    code(each.id),
                    markdown(each.name),
                    number(each.weight),
                    voice.items(_differs(voice, each)) or NOTHING,
                    cell(each.text),
                    cite(voice, each.source),
                ]
                for each in voice.scenario.situations
            ),
        )


def _differs(voice: Voice, situation: Situation) -> Iterator[str]:
    if situation.effects:
        yield markdown(say_effects(voice, situation.effects))
    for side in voice.scenario.sides:
        if spent := situation.spent.get(side.id):
            name = markdown(side.short)
            yield voice.say("rulebook.spent", side=name, arguments=codes(spent))
    for motion, until in situation.barred.items():
        yield voice.say("rulebook.barred", motion=code(motion), round=until)
    if situation.mood:
        yield voice.say("rulebook.mood", value=code(situation.mood))
