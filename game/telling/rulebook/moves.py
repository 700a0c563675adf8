"""What can be done: motions, acts, arguments, and which of these answers which."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Argument, Motion
from game.telling.changes import say_effects
from game.telling.conditions import say_conditions
from game.telling.messages import number, signed
from game.telling.rulebook.tables import (
    NOTHING,
    cell,
    cite,
    code,
    codes,
    entry,
    heading,
    heads,
    table,
)
from game.telling.voice import Voice
from game.text.escape import markdown


def motions(voice: Voice) -> Iterator[str]:
    """The joint steps."""
    scenario = voice.scenario
    yield heading(voice, "motions")
    # A side may be called as another column is.
    values = [voice.say("rulebook.for", side=markdown(side.short)) for side in scenario.sides]
    yield table(
        [
            *heads(voice, "id motion tier tags cost needs"),
            *values,
            *heads(voice, "carried source"),
        ],
        (_motion(voice, motion) for motion in scenario.motions),
    )
    yield table(
        heads(voice, "id text"), ([code(each.id), cell(each.text)] for each in scenario.motions)
    )
    yield from _forks(voice)


def _motion(voice: Voice, motion: Motion) -> list[str]:
    needs = cell(say_conditions(voice, motion.needs))
    return [
        code(motion.id),
        markdown(motion.name),
        number(motion.tier),
        codes(motion.tags),
        number(motion.cost),
        voice.say("rulebook.at_the_start") if motion.carried_at_start else needs,
        *(signed(motion.value.get(side.id, 0)) for side in voice.scenario.sides),
        cell(say_effects(voice, motion.effects)),
        cite(voice, motion.source),
    ]


def _forks(voice: Voice) -> Iterator[str]:
    """Forks, backings, and the word of a third party."""
    third = voice.scenario.voice
    rows = [
        [
            code(each.id),
            codes(each.excludes),
            codes(each.backs),
            voice.say("rulebook.yes") if each.of_the_time else NOTHING,
            cell(each.voice or ""),
        ]
        for each in voice.scenario.motions
        if each.excludes or each.backs or each.of_the_time or each.voice
    ]
    if rows:
        yield heading(voice, "forks", 3)
        yield voice.say("rulebook.forks")
        yield table([*heads(voice, "id excludes backed_by of_the_time"), _says(voice)], rows)
    if third is not None:
        yield entry(voice, third.name, third.about)


def _says(voice: Voice) -> str:
    """What stands above the words of the third party."""
    third = voice.scenario.voice
    name = markdown(third.name) if third else voice.say("rulebook.third_party")
    return voice.say("rulebook.says", name=name)


def acts(voice: Voice) -> Iterator[str]:
    """What a side does alone."""
    scenario = voice.scenario
    shorts = {side.id: markdown(side.short) for side in scenario.sides}
    answered = any(act.voice for act in scenario.acts)
    if scenario.acts:
        yield heading(voice, "acts")
        yield table(
            [
                *heads(voice, "id act side cost step effects contradicts text source"),
                *([_says(voice)] if answered else []),
            ],
            (
                [
                    code(act.id),
                    markdown(act.name),
                    shorts[act.side],
                    number(act.cost),
                    number(act.step),
                    cell(say_effects(voice, act.effects)),
                    codes(act.contradicts),
                    cell(act.text),
                    cite(voice, act.source),
                    *([cell(act.voice or "")] if answered else []),
                ]
                for act in scenario.acts
            ),
        )


def arguments(voice: Voice) -> Iterator[str]:
    """The kinds of reason, and which answers which."""
    scenario = voice.scenario
    shorts = {side.id: markdown(side.short) for side in scenario.sides}
    yield heading(voice, "arguments")
    yield table(
        heads(voice, "id argument held_by supports contradicts case source"),
        (
            [
                code(argument.id),
                markdown(argument.name),
                voice.items(shorts[side] for side in argument.held_by),
                codes(argument.supports),
                codes(argument.contradicts),
                _case(voice, argument),
                cite(voice, argument.source),
            ]
            for argument in scenario.arguments
        ),
    )
    attacks = [
        [code(argument.id), code(attack.target), cell(say_conditions(voice, attack.when))]
        for argument in scenario.arguments
        for attack in argument.attacks
    ]
    if attacks:
        yield heading(voice, "attacks", 3)
        yield voice.say("rulebook.attacks")
        yield _graph(voice)
        yield table(heads(voice, "argument answers while"), attacks)


def _case(voice: Voice, argument: Argument) -> str:
    """The words of an argument; by side if the sides say it in words of their own."""
    if isinstance(argument.case, str):
        return cell(argument.case)
    return voice.say("names.list.space").join(
        voice.say("rulebook.case", side=markdown(side.short), words=cell(argument.case[side.id]))
        for side in voice.scenario.sides
        if side.id in argument.case
    )


def _graph(voice: Voice) -> str:
    """Who attacks whom, as a square."""
    every = voice.scenario.arguments
    marks = {
        argument.id: {each.target: "○" if each.when else "●" for each in argument.attacks}
        for argument in every
    }
    return table(
        ["", *(code(argument.id) for argument in every)],
        ([code(one.id), *(marks[one.id].get(other.id, " ") for other in every)] for one in every),
    )
