"""Filling the model from a parsed document without any coercion.

``cattrs`` dispatches on the types of the model and builds its classes. Each value travels with
its path and the page of its file, so that a hook that refuses it can note the fault, return a
stand-in and let the reading go on: all faults of a file are found in one run. ``"12"`` is not
12 here, ``true`` is not 1 and 1.5 is not 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn

from game.scenario.kinds import COLORS, SPELLING, Many, Name, Ref, Tag, Tint, Whole, Words
from game.scenario.reading.fault_log import spelt
from game.scenario.reading.located import NOTHING, Spot
from game.text import faulty, shown
from game.text.names import nearest
from game.text.paragraphs import blank, folded

Hook = Callable[[Any, Any], Any]

_DIGITS: Final = re.compile(r"-?[0-9]{1,9}")
_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")


# ---------------------------------------------------------------------- single values


def _whole(bounds: Whole) -> Hook:
    def hook(spot: Spot, _: object) -> int:
        value = spot.value
        if not isinstance(value, int) or isinstance(value, bool):
            digits = isinstance(value, str) and _DIGITS.fullmatch(value)
            plain = f"a whole number without quotes: {value}" if digits else "a whole number"
            spot.refuse(plain)
            return 0
        if not bounds.least <= value <= bounds.most:
            spot.page.error(
                spot.path,
                "out-of-range",
                f"{shown(value)} is out of range.",
                f"Write a number from {bounds.least} to {bounds.most}.",
            )
        return value

    return hook


def _bool(spot: Spot, _: object) -> bool:
    if not isinstance(spot.value, bool):
        spot.refuse("true or false without quotes")
        return False
    return spot.value


def _words(kind: Words) -> Hook:
    def hook(spot: Spot, _: object) -> str:
        value = spot.value
        if not isinstance(value, str):
            spot.refuse("a text in quotes")
            return ""
        if flaw := faulty(value, lines=kind.lines):
            spot.page.error(
                spot.path,
                "bad-text",
                f"{shown(value)} holds {flaw}.",
                "Write it on one line." if value[flaw.at] == "\n" else "Take it out.",
                letter=flaw.at,
            )
            return value
        text = folded(value, paragraphs=kind.paragraphs)
        if blank(text):
            spot.page.error(
                spot.path,
                "no-text",
                f"{shown(value)} has nothing to read in it.",
                "Write what is to be read here.",
            )
        elif len(text) > kind.most:
            spot.page.error(
                spot.path,
                "long-text",
                f"{shown(value, 24)} has {len(text)} characters.",
                f"Shorten it: there is room for {kind.most}.",
            )
        return text

    return hook


def _id(spot: Spot, _: object) -> str:
    value = spot.value
    if not isinstance(value, str):
        spot.refuse("an id in quotes")
        return ""
    if not SPELLING.fullmatch(value):
        plain = re.sub(r"[^a-z0-9_-]+", "-", value.casefold()).strip("-_")[:40]
        spot.page.error(
            spot.path,
            "bad-id",
            f"{shown(value)} cannot be an id.",
            (f'Write "{plain}"? ' if SPELLING.fullmatch(plain) else "")
            + "An id has up to 40 of the characters a-z, 0-9, _ and -, and begins with a letter.",
        )
    return value


def _ref(spot: Spot, _: object) -> str:
    """Whether there is such an id is asked when the whole document has been read."""
    if not isinstance(spot.value, str):
        spot.refuse("an id in quotes")
        return ""
    return spot.value


def _tint(spot: Spot, _: object) -> str:
    value = spot.value
    if not isinstance(value, str):
        spot.refuse("a colour in quotes")
        return ""
    if value not in COLORS and not _HEX.fullmatch(value):
        _unknown(spot, value, "colour", (*COLORS, "#rrggbb"))
    return value


def _unknown(spot: Spot, value: str, what: str, known: tuple[str, ...]) -> None:
    meant = nearest(value, known)
    spot.page.error(
        spot.path,
        f"unknown-{what}",
        f"{shown(value)} is not a known {what}.",
        f"Did you mean {shown(meant)}?" if meant else "Write one of these.",
        known=known,
    )


def _choice(type_: object) -> Hook:
    known = get_args(type_)

    def hook(spot: Spot, _: object) -> object:
        if not isinstance(spot.value, str):
            spot.refuse("a word in quotes")
        elif spot.value not in known:
            _unknown(spot, spot.value, "word", known)
        return spot.value if spot.value in known else known[0]

    return hook


# ---------------------------------------------------------------------- lists and tables


def counted(spot: Spot, bounds: Many, container: type = list) -> bool:
    """Whether a list or table has a fitting number of entries; more are not even looked at."""
    value = spot.value
    if not isinstance(value, list | dict) or not isinstance(value, container):
        return True
    if not bounds.least <= len(value) <= bounds.most:
        allowed = (
            f"exactly {bounds.least}"
            if bounds.least == bounds.most
            else f"from {bounds.least} to {bounds.most}"
            if bounds.least
            else f"at most {bounds.most}"
        )
        spot.page.error(
            spot.path,
            "wrong-count",
            f"There are {len(value)} entries here."
            if len(value) != 1
            else "There is 1 entry here.",
            f"There have to be {allowed}: {_missing(len(value), bounds)}.",
        )
    elif bounds.once and isinstance(value, list):
        for index, each in enumerate(value):
            if isinstance(each, str) and each in value[:index]:
                spot.page.error(
                    (*spot.path, index),
                    "repeated-entry",
                    f"{shown(each)} stands in this list already.",
                    "Take one of them out.",
                )
    return len(value) <= bounds.most


def _missing(count: int, bounds: Many) -> str:
    """What to do about a number of entries that does not fit."""
    if count < bounds.least:
        return f"add {bounds.least - count}"
    return f"take {count - bounds.most} out"


def _many(inner: Hook, type_: object, bounds: Many) -> Hook:
    container = list if get_origin(type_) is tuple else dict

    def hook(spot: Spot, _: object) -> object:
        if not counted(spot, bounds, container):
            spot = Spot(NOTHING, spot.path, spot.page)
        return inner(spot, type_)

    return hook


def _list(element: Hook, type_: object) -> Hook:
    tables = isinstance(type_, type) and attrs.has(type_)

    def hook(spot: Spot, _: object) -> tuple[object, ...]:
        if not isinstance(spot.value, list):
            steps = ".".join(step for step in spot.path if isinstance(step, str))
            short = " in brackets, [{ … }]" if len(spot.path) > 1 else ""
            spot.refuse(
                f"a list{short}; {'or ' if short else ''}each entry begins with [[{steps}]]"
                if tables
                else "a list in [ ]"
            )
            return ()
        return tuple(
            element(spot.inside(index, each), type_) for index, each in enumerate(spot.value)
        )

    return hook


def _pair(element: Hook, type_: object, length: int) -> Hook:
    """A list with a fixed number of entries; missing ones are stood in for."""

    def hook(spot: Spot, _: object) -> tuple[object, ...]:
        values: list[object] = []
        if not isinstance(spot.value, list):
            spot.refuse(f"a list of {length}")
        elif counted(spot, Many(length, length)) or spot.value:
            values = spot.value[:length]
        values += [NOTHING] * (length - len(values))
        return tuple(element(spot.inside(index, each), type_) for index, each in enumerate(values))

    return hook


def _table(element: Hook, type_: object) -> Hook:
    def hook(spot: Spot, _: object) -> dict[str, object]:
        if not isinstance(spot.value, dict):
            spot.refuse("a table, { key = value }")
            return {}
        return {key: element(spot.inside(key, each), type_) for key, each in spot.value.items()}

    return hook


def _entry(cls: type, build: Hook) -> Hook:
    """A table with the keys of one class of the model."""
    fields = attrs.fields(cls)
    known = tuple(field.name for field in fields)
    required = tuple(field.name for field in fields if field.default is attrs.NOTHING)

    def hook(spot: Spot, _: object) -> object:
        given: Mapping[str, object] = {}
        if isinstance(spot.value, dict):
            given = spot.value
            keys(spot, given, known, required)
        else:
            spot.refuse("a table, { key = value }")
        found = {key: spot.inside(key, given[key]) for key in known if key in given}
        for key in required:
            found.setdefault(key, spot.inside(key, NOTHING))
        return build(found, cls)

    return hook


def keys(
    spot: Spot,
    given: Mapping[str, object],
    known: tuple[str, ...],
    required: tuple[str, ...],
    tables: Container[str] = (),
) -> None:
    """Note keys that there are not to be, and keys that there should be.

    Args:
        spot: the table.
        given: what stands in it.
        known: the keys that there may be.
        required: those of them that there have to be.
        tables: those that are written as tables of their own.
    """
    absent = [key for key in required if key not in given]
    free = [key for key in known if key not in given]
    for key in given:
        if key in known:
            continue
        if spot.page.full:
            break
        meant = nearest(key, (*absent, *free, *known))
        spot.page.error(
            (*spot.path, key),
            "unknown-key",
            f"{shown(key)} is not a known key here.",
            f"Did you mean {shown(meant)}?" if meant else "Take it out, or write one of these.",
            known=known,
            part="key",
        )
        if meant not in given:
            spot.page.broken.add((*spot.path, meant))
        if meant in absent:
            absent.remove(meant)
    for key in absent:
        spot.page.error(
            (*spot.path, key),
            "missing-key",
            f'The key "{key}" is missing here.',
            f"Add [{spelt((*spot.path, key))}]."
            if key in tables
            else f"Add a line that begins with {key} =",
            part="key",
        )


# ---------------------------------------------------------------------- the converter


def _annotated(type_: object) -> Hook:
    inner, *kinds = get_args(type_)
    for kind in kinds:
        if isinstance(kind, Whole):
            return _whole(kind)
        if isinstance(kind, Words):
            return _words(kind)
        if isinstance(kind, Name | Tag):
            return _id
        if isinstance(kind, Ref):
            return _ref
        if isinstance(kind, Tint):
            return _tint
        if isinstance(kind, Many):
            return _many(CONVERTER.get_structure_hook(inner), inner, kind)
    raise TypeError(f"{type_} says nothing about its kind")


def _optional(type_: object) -> Hook:
    """Nothing can be written in TOML, so that what is written is of another type.

    If there are two of them one is a table.
    """
    hooks = {
        get_origin(each) is Mapping: (CONVERTER.get_structure_hook(each), each)
        for each in get_args(type_)
        if each is not type(None)
    }

    def hook(spot: Spot, _: object) -> object:
        table = isinstance(spot.value, dict)
        inner, wanted = hooks[table if len(hooks) > 1 else next(iter(hooks))]
        return inner(spot, wanted)

    return hook


def _tuple(type_: object) -> Hook:
    element, *rest = get_args(type_)
    hook = CONVERTER.get_structure_hook(element)
    return _list(hook, element) if rest == [...] else _pair(hook, element, 1 + len(rest))


def _mapping(type_: object) -> Hook:
    _, element = get_args(type_)
    return _table(CONVERTER.get_structure_hook(element), element)


def _class(type_: type) -> Hook:
    attrs.resolve_types(type_, include_extras=True)
    return _entry(type_, make_dict_structure_fn(type_, CONVERTER, _cattrs_forbid_extra_keys=True))


def _origin(*origins: object) -> Callable[[object], bool]:
    return lambda type_: get_origin(type_) in origins


CONVERTER: Final = cattrs.Converter(detailed_validation=False, forbid_extra_keys=True)
CONVERTER.register_structure_hook(bool, _bool)
CONVERTER.register_structure_hook_factory(attrs.has, _class)
CONVERTER.register_structure_hook_factory(_origin(Mapping), _mapping)
CONVERTER.register_structure_hook_factory(_origin(tuple), _tuple)
CONVERTER.register_structure_hook_factory(_origin(Union, UnionType), _optional)
CONVERTER.register_structure_hook_factory(_origin(Literal), _choice)
CONVERTER.register_structure_hook_factory(_origin(Annotated), _annotated)
