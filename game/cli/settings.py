"""What is set: told, set, and as at first again."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Final

import click

from game.cli.group import LazyGroup
from game.cli.options import json_option
from game.cli.output import glossary, say, values, write
from game.cli.overview import EPILOG, Commands
from game.cli.usage import WrongUsage
from game.settings import Settings, SettingsFile
from game.settings.members import LONGEST_NAME, MEMBERS, checked
from game.settings.settings import ANY_LAYOUT, NO_LAYOUT, PACES
from game.telling.messages import english
from game.telling.settings import say_settings_fault, setting_rows
from game.text import shown
from game.text.names import nearest

COMMANDS: Final[Commands] = {
    "reset": ("game.cli.settings:reset", "Have settings as at first."),
    "set": ("game.cli.settings:set_", "Set something."),
}

_SWITCHES: Final = {"on": True, "off": False}

_KEYS: Final = "keys."
"""What the name of a setting begins with that is the key of something."""


@click.group(cls=LazyGroup, table=COMMANDS, invoke_without_command=True)
@json_option
@click.pass_context
def settings(context: click.Context, as_json: bool) -> int:  # noqa: FBT001 - a flag
    """Tell what is set, or set it. Where it is kept stands below."""
    if context.invoked_subcommand is not None:
        return 0
    file = SettingsFile.usual(os.environ)
    found = file.read()
    if as_json:
        plain = {name: each.plain(getattr(found, name)) for name, each in MEMBERS.items()}
        values({"file": file.where or None, "settings": plain})
    else:
        _print(found, [row.name for row in setting_rows(english(), found)])
        if file.where:
            say("settings.kept", where=file.where)
    return _end(file)


@click.command("set", epilog=EPILOG)
@click.argument("name")
@click.argument("words", metavar="VALUE...", nargs=-1, required=True)
def set_(name: str, words: tuple[str, ...]) -> int:
    """Set something.

    By its name, as `shared-enemy settings` lists it, and what it shall be:
    on or off where it is one of them; two names for names; keys.ID and a key, or several with
    commas between, for the key of something.
    """
    file = SettingsFile.usual(os.environ)
    before = file.read()
    member = name.replace("-", "_") if not name.startswith(_KEYS) else name
    if member.startswith(_KEYS):
        key = _single(name, words)
        keys = {**before.keys, member.removeprefix(_KEYS): key}
        _check_keys(keys, before.keys)
        try:
            checked("keys", keys)
        except ValueError:
            raise WrongUsage(f"{shown(name)} cannot be {shown(key)}: it is too long.") from None
        member = "keys"
        changed = file.change(keys=keys)
    else:
        _check_name(name, member)
        changed = file.change(**{member: _value(name, member, words)})
    _print(changed, [member])
    return _end(file)


@click.command(epilog=EPILOG)
@click.argument("names", metavar="[NAME]...", nargs=-1)
def reset(names: tuple[str, ...]) -> int:
    """Have settings as at first. Those that are named, or all."""
    members = [name.replace("-", "_") for name in names]
    for name, member in zip(names, members, strict=True):
        _check_name(name, member)
    file = SettingsFile.usual(os.environ)
    file.read()
    found = file.reset(*members)
    _print(found, members or [row.name for row in setting_rows(english(), found)])
    return _end(file)


def _print(settings: Settings, names: Sequence[str]) -> None:
    """Settings with how they stand and what they do."""
    words = english().say
    rows = [row for row in setting_rows(english(), settings) if row.name in names]
    glossary(
        (words("cli.column.name"), words("cli.column.about")),
        [(row.name, words("settings.told", value=row.value, about=row.about)) for row in rows],
    )


def _end(file: SettingsFile) -> int:
    """Say what is wrong; the exit code: 1 if something could not be kept or read."""
    for fault in file.faults:
        write(say_settings_fault(english(), fault), err=True)
    return int(bool(file.faults))


def _check_name(name: str, member: str) -> None:
    if member in MEMBERS:
        return
    meant = nearest(member, tuple(MEMBERS))
    hint = f" Did you mean {meant}?" if meant else ""
    raise WrongUsage(f"there is no setting {shown(name)}.{hint} Settings: {', '.join(MEMBERS)}.")


def _single(name: str, words: Sequence[str]) -> str:
    if len(words) != 1:
        raise WrongUsage(f"{shown(name)} takes one value, not {len(words)}.")
    return words[0]


def _value(name: str, member: str, words: Sequence[str]) -> object:
    """What a setting shall be, from words of a command line.

    Raises:
        WrongUsage: it cannot be that; the message says what it can be.
    """
    usual = getattr(Settings(), member)
    if member in ("keys", "last", "seen_notes"):
        other = "use keys.ID, for example keys.table.why" if member == "keys" else "it can be reset"
        raise WrongUsage(f"{shown(name)} is not set by itself; {other}.")
    value: object = list(words) if member == "names" else _single(name, words)
    if isinstance(usual, bool):
        value = _SWITCHES.get(str(value))
    try:
        value = checked(member, value)
        known = _known(member)
        if known and value not in known:
            raise ValueError
    except ValueError:
        raise WrongUsage(
            f"{shown(name)} cannot be {shown(' '.join(words))}: {_can_be(member)}."
        ) from None
    return value


def _known(member: str) -> Sequence[str]:
    """The words that a setting can be; nothing if those are not a few."""
    if member == "theme":
        from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - what only this one needs

        from game.tui.draw.themes import OWN  # noqa: PLC0415 - as above

        return sorted({*BUILTIN_THEMES, *(each.name for each in OWN)})
    if member == "layout":
        from game.tui.layouts import layouts  # noqa: PLC0415 - as above

        return (ANY_LAYOUT, NO_LAYOUT, *layouts())
    return PACES if member == "pace" else ()


def _can_be(member: str) -> str:
    if member == "names":
        return f"it takes two names, of which one may be empty, of at most {LONGEST_NAME} letters"
    return f"it can be {', '.join(_known(member) or _SWITCHES)}"


def _check_keys(keys: Mapping[str, str], before: Mapping[str, str]) -> None:
    """Refuse keys that would not be taken; those that were not taken before are no hindrance.

    Raises:
        WrongUsage: one of them cannot be; the message says why.
    """
    from game.tui.keymap import keymap  # noqa: PLC0415 - the app, for this alone

    known = keymap(before, english())[1]
    faults = [each for each in keymap(keys, english())[1] if each not in known]
    if faults:
        raise WrongUsage(say_settings_fault(english(), faults[-1]))
