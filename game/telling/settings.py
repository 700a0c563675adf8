"""Settings in words: what each is and how it stands, and what is wrong with some."""

from __future__ import annotations

from typing import Final

from game.settings import Settings, SettingsFault, Trouble
from game.settings.settings import ANY_LAYOUT, NO_LAYOUT
from game.telling.messages import Messages
from game.value import frozen

OWN_THEMES: Final = ("shared-enemy-dark", "shared-enemy-light", "shared-enemy-contrast")
"""The themes of the game, which have names; others are called what their makers call them."""


@frozen
class SettingRow:
    """A setting as a list has it.

    Attributes:
        name: the member of ``Settings``.
        title: what people call it.
        value: how it stands.
        about: what it does.
    """

    name: str
    title: str
    value: str
    about: str


def setting_rows(messages: Messages, settings: Settings) -> tuple[SettingRow, ...]:
    """All settings, in the order in which they are shown."""
    return tuple(
        SettingRow(
            name,
            messages.say(f"settings.title.{name}"),
            _value(messages, settings, name),
            messages.say(f"settings.about.{name}"),
        )
        for name in (
            "theme",
            "high_contrast",
            "pace",
            "reduced_motion",
            "bell",
            "notes",
            "seen_notes",
            "names",
            "layout",
            "keys",
            "last",
        )
    )


def _value(messages: Messages, settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    match name:
        case "theme":
            return settings.theme
        case "pace":
            return messages.say(f"settings.pace.{value}")
        case "layout":
            known = value in (ANY_LAYOUT, NO_LAYOUT)
            return messages.say(f"settings.layout.{value}") if known else settings.layout
        case "names":
            if not any(settings.names):
                return messages.say("settings.no_names")
            one, two = (each or messages.say("settings.no_name") for each in settings.names)
            return messages.say("settings.names", one=one, two=two)
        case "seen_notes" | "keys" if not value:
            return messages.say(f"settings.no_{name}")
        case "seen_notes" | "keys":
            return messages.say(f"settings.{name}", number=len(value))
        case "last":
            return settings.last.scenario if settings.last else messages.say("settings.no_last")
    return messages.say("settings.on" if value else "settings.off")


def say_theme(messages: Messages, theme: str) -> str:
    """What people call a theme; it is set by its id."""
    return messages.say(f"settings.theme.{theme}") if theme in OWN_THEMES else theme


def say_settings_fault(messages: Messages, fault: SettingsFault) -> str:
    """What is wrong with settings, and what to do about it."""
    where, why = fault.where, fault.why
    match fault.trouble:
        case Trouble.BROKEN:
            return messages.say("settings.fault.broken", where=where, aside=fault.aside)
        case Trouble.IN_THE_WAY:
            return messages.say("settings.fault.in_the_way", where=where, why=why)
        case Trouble.UNREADABLE:
            return messages.say("settings.fault.unreadable", where=where, why=why)
        case Trouble.UNWRITABLE:
            return messages.say("settings.fault.unwritable", where=where, why=why)
        case Trouble.NO_PLACE:
            return messages.say("settings.fault.no_place")
        case Trouble.WRONG:
            found = fault.found
            return messages.say("settings.fault.wrong", where=where, name=fault.member, found=found)
        case Trouble.UNKNOWN_KEY:
            if not fault.found:
                return messages.say("settings.fault.unknown_key", name=fault.member)
            near = fault.found
            return messages.say("settings.fault.misspelt_key", name=fault.member, near=near)
        case Trouble.NO_KEY:
            return messages.say("settings.fault.no_key", name=fault.member, key=fault.found)
        case Trouble.CLASH:
            key, other = fault.found, fault.why
            return messages.say("settings.fault.clash", name=fault.member, key=key, other=other)
