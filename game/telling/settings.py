"""Settings in words: what each is, and what is wrong with some."""

from __future__ import annotations

from game.settings import SettingsFault, Trouble
from game.telling.messages import Messages


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
        case Trouble.CLASH:
            key, other = fault.found, fault.why
            return messages.say("settings.fault.clash", name=fault.member, key=key, other=other)
