"""A scenario as a rulebook in Markdown, for authors and for players who like to read."""

from __future__ import annotations

from collections.abc import Iterator

from game.telling.rulebook.chance import chance, situations, values
from game.telling.rulebook.characters import character_sheet, characters
from game.telling.rulebook.moves import acts, arguments, motions
from game.telling.rulebook.numbers import numbers
from game.telling.rulebook.said import aftermath, doctrines, lines, press
from game.telling.rulebook.stage import endings, ladder, sides, starts, tracks
from game.telling.rulebook.tables import entry, heading, paragraphs
from game.telling.voice import Voice
from game.text.escape import markdown

__all__ = ["character_sheet", "rulebook"]


def rulebook(voice: Voice) -> str:
    """The whole scenario as Markdown. What its author wrote is shown, never interpreted."""
    return "\n\n".join(part for part in _parts(voice) if part) + "\n"


def _parts(voice: Voice) -> Iterator[str]:
    scenario = voice.scenario
    yield f"# {markdown(scenario.title)}"
    yield markdown(scenario.summary)
    yield paragraphs(scenario.opening)
    for part in (sides, tracks, ladder, numbers, motions, acts, arguments, chance, _rounds):
        yield from part(voice)
    for part in (values, situations, lines, press, endings, aftermath, starts):
        yield from part(voice)
    for part in (doctrines, characters):
        yield from part(voice)
    yield heading(voice, "source")
    title, note = markdown(scenario.source.title), markdown(scenario.source.note)
    yield voice.say("rulebook.source", title=title, note=note)
    for each in scenario.source.paragraphs:
        yield entry(voice, voice.cite((each.cite,)), each.text)


def _rounds(voice: Voice) -> Iterator[str]:
    """What the rounds are called."""
    names = voice.scenario.round_names
    if names:
        yield heading(voice, "rounds")
        yield "\n".join(f"{place}. {markdown(name)}" for place, name in enumerate(names, 1))
