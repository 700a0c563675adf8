"""Characters as part of a rulebook, and one alone: its stance, its lines, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.character import Character
from game.telling.messages import Messages
from game.telling.rulebook.tables import cell, code, heading
from game.telling.voice import Voice
from game.text.escape import markdown


def character_sheet(messages: Messages, character: Character) -> str:
    """A character as Markdown. What its author wrote is shown, never interpreted."""
    return "\n\n".join(part for part in _parts(messages, character, "#") if part) + "\n"


def characters(voice: Voice) -> Iterator[str]:
    """The characters of a scenario."""
    if voice.scenario.characters:
        yield heading(voice, "characters")
    for each in voice.scenario.characters:
        yield from _parts(voice.messages, each, "###")


def _parts(messages: Messages, character: Character, level: str) -> Iterator[str]:
    say = messages.say
    yield f"{level} " + say("rulebook.named", name=markdown(character.name), id=code(character.id))
    yield say("rulebook.stands_for", stance=cell(character.stance), about=cell(character.about))
    attention = [say(f"rulebook.overlooks.{each}") for each in character.attention.overlooks]
    yield say(
        "rulebook.sits_there",
        face=cell(character.face),
        sight=character.sight,
        attention=say("names.list.comma").join(attention) or say("rulebook.overlooks.nothing"),
    )
    yield "\n".join(f"- {code(line.id)}: {cell(line.say)}" for line in character.lines)
    said: dict[str, list[str]] = {}
    for each in character.says:
        text = cell(each.text)
        text = say(f"rulebook.seat.{each.side}", text=text) if each.side else text
        text = say("rulebook.seat.grave", text=text) if each.grave else text
        said.setdefault(each.on, []).append(text)
    yield "\n".join(
        f"- {say('rulebook.on_occasion', occasion=code(occasion), texts=' / '.join(texts))}"
        for occasion, texts in said.items()
    )
