"""Sides, tracks and the ladder; where a game begins and how it ends."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scale, Track, Variant
from game.telling.conditions import say_bounds, say_conditions
from game.telling.messages import number, signed
from game.telling.rulebook.tables import NOTHING, cell, cite, code, entry, heading, heads, table
from game.telling.voice import Voice
from game.text.escape import markdown


def sides(voice: Voice) -> Iterator[str]:
    """The two sides."""
    scenario = voice.scenario
    yield heading(voice, "sides")
    yield table(
        heads(voice, "id side collects threshold capital score"),
        (
            [
                code(side.id),
                markdown(side.name),
                markdown(side.goal),
                number(side.threshold),
                _scale(voice, side.capital),
                _scale(voice, side.score),
            ]
            for side in scenario.sides
        ),
    )
    yield from (entry(voice, side.name, side.about) for side in scenario.sides)


def _scale(voice: Voice, scale: Scale) -> str:
    return voice.say("rulebook.scale", start=scale.start, least=scale.min, most=scale.max)


def tracks(voice: Voice) -> Iterator[str]:
    """The numbers that both share, and where they begin."""
    scenario = voice.scenario
    variants = [voice.say("rulebook.start", name=markdown(each.name)) for each in scenario.variants]
    yield heading(voice, "tracks")
    yield table(
        [
            *heads(voice, "id track start"),
            *variants,
            *heads(voice, "range danger collapse source"),
        ],
        (_track(voice, track) for track in scenario.tracks),
    )
    yield from (entry(voice, track.name, track.about) for track in scenario.tracks)


def _track(voice: Voice, track: Track) -> list[str]:
    name, subject = markdown(track.name), markdown(track.subject)
    starts = [each.start.get(track.id, track.start) for each in voice.scenario.variants]
    danger, end = track.danger, track.collapse
    return [
        code(track.id),
        voice.say("rulebook.track", name=name, subject=subject),
        number(track.start),
        *map(number, starts),
        voice.say("condition.between", least=track.min, most=track.max),
        voice.say(
            "rulebook.danger",
            limits=say_bounds(voice, danger.at_least, danger.at_most),
            text=cell(danger.text),
        )
        if danger
        else NOTHING,
        voice.say("rulebook.collapse", at=end.at) if end else NOTHING,
        cite(voice, track.source),
    ]


def ladder(voice: Voice) -> Iterator[str]:
    """What opens and closes the tiers."""
    it = voice.scenario.ladder
    yield heading(voice, "ladder")
    yield voice.say(
        "rulebook.ceiling",
        name=markdown(it.ceiling_name),
        about=markdown(it.ceiling_about),
        tag=code(it.exempt),
    )
    yield table(
        [
            *heads(voice, "tier name"),
            voice.say("rulebook.gate", track=code(it.gate)),
            voice.say("rulebook.below", track=code(it.ceiling)),
        ],
        (
            [number(place), markdown(tier.name), number(tier.gate), number(tier.ceiling)]
            for place, tier in enumerate(it.tiers, 1)
        ),
    )


def endings(voice: Voice) -> Iterator[str]:
    """Points at the end, and how each ending is told."""
    scenario = voice.scenario
    shorts = {side.id: markdown(side.short) for side in scenario.sides}
    if scenario.objectives:
        yield heading(voice, "objectives")
        yield table(
            heads(voice, "id side objective at_the_end points source"),
            (
                [
                    code(each.id),
                    shorts[each.side],
                    markdown(each.name),
                    cell(say_conditions(voice, each.when)),
                    signed(each.points),
                    cite(voice, each.source),
                ]
                for each in scenario.objectives
            ),
        )
    yield heading(voice, "endings")
    for name, epilogue in scenario.epilogues.items():
        title = voice.say("rulebook.named", name=markdown(epilogue.title), id=code(name))
        yield f"### {title}"
        yield from map(markdown, epilogue.text.split("\n\n"))
    for track in scenario.tracks:
        if track.collapse is not None:
            name = voice.say("rulebook.reached", track=track.name, at=track.collapse.at)
            yield entry(voice, name, track.collapse.text)


def starts(voice: Voice) -> Iterator[str]:
    """Other starts."""
    if voice.scenario.variants:
        yield heading(voice, "starts")
        yield table(
            heads(voice, "id start differs about"),
            (
                [code(each.id), markdown(each.name), _differences(each), cell(each.about)]
                for each in voice.scenario.variants
            ),
        )


def _differences(variant: Variant) -> str:
    return ", ".join(f"{code(name)} {number(at)}" for name, at in variant.start.items()) or NOTHING
