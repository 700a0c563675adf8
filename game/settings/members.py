"""Members of the file of settings: from JSON, strictly one by one, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from game.settings.settings import PACES, LastSetup, Pace, Settings
from game.settings.trouble import SettingsFault, Trouble
from game.text import faulty, shown

LONGEST_NAME: Final = 60
"""The most characters of a player's name."""

LONGEST: Final = 200
"""The most characters of any other text."""

MOST: Final = 1000
"""The most members of a list or table."""


class _WrongError(ValueError):
    """A member has a value that means nothing."""


class Member(NamedTuple):
    """A member: how it is read from plain values, and made one."""

    read: Callable[[object], Any]
    plain: Callable[[Any], object] = lambda value: value


def _text(value: object, longest: int = LONGEST) -> str:
    if not isinstance(value, str) or len(value) > longest or faulty(value):
        raise _WrongError
    return value


def _name(value: object) -> str:
    return _text(value, LONGEST_NAME).strip()


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongError
    return value


def _pace(value: object) -> Pace:
    found = [each for each in PACES if each == value]
    if not found:
        raise _WrongError
    return found[0]


def _names(value: object) -> tuple[str, str]:
    match value:
        case [one, two]:
            return _name(one), _name(two)
    raise _WrongError


def _list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST:
        raise _WrongError
    return tuple(dict.fromkeys(map(_text, value)))


def _table(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or len(value) > MOST:
        raise _WrongError
    return MappingProxyType({_text(name): _text(each) for name, each in value.items()})


def _last(value: object) -> LastSetup:
    match value:
        case {"scenario": scenario, "variant": variant, "seats": [one, two]}:
            start = None if variant is None else _text(variant)
            return LastSetup(_text(scenario), start, (_text(one), _text(two)))
    raise _WrongError


def _plain_last(last: LastSetup | None) -> object:
    if last is None:
        return None
    return {"scenario": last.scenario, "seats": list(last.seats), "variant": last.variant}


MEMBERS: Final[Mapping[str, Member]] = {
    "theme": Member(_text),
    "high_contrast": Member(_switch),
    "pace": Member(_pace),
    "reduced_motion": Member(_switch),
    "bell": Member(_switch),
    "notes": Member(_switch),
    "seen_notes": Member(_list, list),
    "names": Member(_names, list),
    "layout": Member(_text),
    "keys": Member(_table, dict),
    "last": Member(_last, _plain_last),
}
"""By name all members; another name is kept as it is, and means nothing."""


def settings_of(
    members: Mapping[str, object], where: str
) -> tuple[Settings, tuple[SettingsFault, ...]]:
    """Settings from the members of a file, and what is wrong with some of them.

    Args:
        members: what the file holds.
        where: the file, as messages name it.
    """
    found: dict[str, Any] = {}
    wrong: list[tuple[str, object]] = []
    for name, member in MEMBERS.items():
        if name not in members:
            continue
        value = members[name]
        if name == "keys" and isinstance(value, dict):
            value, bad = _sound(value)
            # One of them is told: there may be very many.
            wrong += ((f"{name}.{shown(key)[1:-1]}", bad[key]) for key in list(bad)[:1])
        try:
            found[name] = member.read(value)
        except _WrongError:
            wrong.append((name, value))
    faults = (
        SettingsFault(Trouble.WRONG, where, member=name, found=shown(value))
        for name, value in wrong
    )
    return Settings(**found), tuple(faults)


def _sound(table: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    """What of a table means something, and what does not: one wrong key costs no other."""
    good: dict[str, object] = {}
    bad: dict[str, object] = {}
    for name, value in table.items():
        try:
            _table({name: value})
        except _WrongError:
            bad[name] = value
        else:
            good[name] = value
    return good, bad


def changed(members: Mapping[str, object], settings: Mapping[str, Any]) -> dict[str, object]:
    """Members with some of them set; what holds anyway needs no member.

    Args:
        members: what the file holds.
        settings: by name what is set now.
    """
    usual = Settings()
    together = dict(members)
    for name, value in settings.items():
        if value == getattr(usual, name):
            together.pop(name, None)
        else:
            together[name] = MEMBERS[name].plain(value)
    return together


def checked(name: str, value: object) -> object:
    """What a member is that somebody wants to set.

    Raises:
        ValueError: it cannot be that.
    """
    return MEMBERS[name].read(value)
