"""The shape of a scenario: filling the model from a parsed document, without any coercion.

``cattrs`` dispatches on the types of the model. Each value travels with its place and the log of
its file, so that a hook that refuses it notes the fault and the reading goes on: all faults of
shape are found in one run, and what was read is used only if there are none. ``"12"`` is not 12
here, ``true`` is not 1 and 1.5 is not 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Annotated, Final, Literal, Union, get_args, get_origin

import attrs
import cattrs

from game.scenario.character import Character
from game.scenario.kinds import (
    Many,
    Name,
    Ref,
    Tag,
    Tint,
    Verbatim,
    Whole,
    Words,
)
from game.scenario.lesson import Lesson
from game.scenario.model import Scenario
from game.scenario.reading.located import Hook, Located
from game.scenario.reading.values import (
    read_bool,
    read_choice,
    read_id,
    read_ref,
    read_tint,
    read_verbatim,
    read_whole,
    read_words,
)
from game.scenario.walk import Hint, hints
from game.text import shown
from game.text.names import nearest


def read_shape(located: Located) -> Scenario:
    """The scenario that a document has the shape of; of no use if a fault was noted."""
    scenario: Scenario = CONVERTER.structure(located, Scenario)
    return scenario


def read_character_shape(located: Located) -> Character:
    """The character that a document has the shape of; of no use if a fault was noted."""
    character: Character = CONVERTER.structure(located, Character)
    return character


def read_lesson_shape(located: Located) -> Lesson:
    """The lesson that a document has the shape of; of no use if a fault was noted."""
    lesson: Lesson = CONVERTER.structure(located, Lesson)
    return lesson


# ---------------------------------------------------------------------- lists and tables


def counted(located: Located, bounds: Many) -> bool:
    """Whether a list or table has no more entries than it may; more are not even looked at."""
    value = located.value
    if not isinstance(value, list | dict):
        return True
    count = len(value)
    if not bounds.least <= count <= bounds.most:
        allowed = (
            f"exactly {bounds.least}"
            if bounds.least == bounds.most
            else f"from {bounds.least} to {bounds.most}"
            if bounds.least
            else f"at most {bounds.most}"
        )
        to_do = (
            f"add {bounds.least - count}"
            if count < bounds.least
            else f"take {count - bounds.most} out"
        )
        located.error(
            "wrong-count",
            f"There are {count} entries here." if count != 1 else "There is 1 entry here.",
            f"There have to be {allowed}: {to_do}.",
        )
    elif bounds.once and isinstance(value, list):
        for index, each in enumerate(value):
            if isinstance(each, str) and each in value[:index]:
                located.inside(index, each).error(
                    "repeated-entry",
                    f"{shown(each)} stands in this list already.",
                    "Take one of them out.",
                )
    return count <= bounds.most


def _many(type_: Hint, bounds: Many) -> Hook:
    inner = CONVERTER.get_structure_hook(type_)
    origin: Hint = get_origin(type_)
    kind = list if origin is tuple else dict

    def hook(located: Located, _: object) -> object:
        if isinstance(located.value, kind) and not counted(located, bounds):
            return None
        return inner(located, type_)

    return hook


def _list(type_: Hint) -> Hook:
    """A list of any length, or of just so many entries as the type has."""
    element, *rest = get_args(type_)
    inner = CONVERTER.get_structure_hook(element)
    length = None if rest == [...] else 1 + len(rest)

    def hook(located: Located, _: object) -> object:
        value = located.value
        if not isinstance(value, list):
            located.refuse(f"a list of {length}" if length else _brackets(located, element))
            return None
        if length:
            counted(located, Many(length, length))
        entries = enumerate(value[:length])
        return tuple(inner(located.inside(at, each), element) for at, each in entries)

    return hook


def _brackets(located: Located, element: Hint) -> str:
    """How a list of such elements is written."""
    if not attrs.has(element):
        return "a list in [ ]"
    header = ".".join(step for step in located.path if isinstance(step, str))
    short = " in brackets, [{ … }]; or" if len(located.path) > 1 else ";"
    return f"a list{short} each entry begins with [[{header}]]"


def _table(type_: Hint) -> Hook:
    _, element = get_args(type_)
    inner = CONVERTER.get_structure_hook(element)

    def hook(located: Located, _: object) -> object:
        if not isinstance(located.value, dict):
            located.refuse("a table, { key = value }")
            return None
        return {
            key: inner(located.inside(key, each), element) for key, each in located.value.items()
        }

    return hook


def _class(cls: type) -> Hook:
    """A table with the keys of one class of the model."""
    types = hints(cls)
    inner = {name: CONVERTER.get_structure_hook(hint) for name, hint in types.items()}
    fields = attrs.fields(cls)
    required = tuple(field.name for field in fields if field.default is attrs.NOTHING)

    def hook(located: Located, _: object) -> object:
        given = located.value
        if not isinstance(given, dict):
            located.refuse("a table, { key = value }")
            return None
        whole = keys(located, given, tuple(inner), required, lambda key: _add(located, key, types))
        found = {
            name: read(located.inside(name, given[name]), types[name])
            for name, read in inner.items()
            if name in given
        }
        return cls(**found) if whole else None

    return hook


def keys(
    located: Located,
    given: Mapping[str, object],
    known: tuple[str, ...],
    required: tuple[str, ...],
    add: Callable[[str], str],
) -> bool:
    """Note keys that there are not to be, and keys that there should be.

    Args:
        located: the table.
        given: what stands in it.
        known: the keys that there may be.
        required: those of them that there have to be.
        add: how one that is missing is added.

    Returns:
        Whether all are there that have to be.
    """
    whole = given.keys() >= set(required)
    absent = [key for key in required if key not in given]
    free = [key for key in known if key not in given]
    for key in given:
        if key in known:
            continue
        if located.log.full:
            break
        meant = nearest(key, (*absent, *free, *known))
        located.inside(key, None).error(
            "unknown-key",
            f"{shown(key)} is not a known key here.",
            f"Did you mean {shown(meant)}?" if meant else "Take it out, or write one of these.",
            known=known,
            part="key",
        )
        if meant in absent:
            absent.remove(meant)
    for key in absent:
        located.inside(key, None).error(
            "missing-key", f'The key "{key}" is missing here.', add(key), part="key"
        )
    return whole


def _add(located: Located, key: str, types: Mapping[str, Hint]) -> str:
    """How a key that is missing is added to a table."""
    if located.path:
        braces = located.inline
        return f"Add {key} = in the braces." if braces else f"Add a line that begins with {key} ="
    hint, few = types[key], False
    origin: Hint = get_origin(hint)
    if origin is Annotated:
        hint, bounds = get_args(hint)
        few = isinstance(bounds, Many) and not bounds.least
        origin = get_origin(hint)
    if origin is tuple and attrs.has(get_args(hint)[0]):
        none = f"; or write {key} = [] before the first table, if there are none" if few else ""
        return f"Add entries, each of which begins with [[{key}]]{none}."
    if attrs.has(hint) or origin is Mapping:
        return f"Add a table that begins with [{key}]."
    return f"Add a line that begins with {key} = before the first table."


# ---------------------------------------------------------------------- the converter


def _annotated(type_: Hint) -> Hook:
    inner, kind = get_args(type_)
    match kind:
        case Whole():
            return read_whole(kind)
        case Verbatim():
            return read_verbatim(kind)
        case Words():
            return lambda located, _: read_words(located, kind)
        case Name() | Tag():
            return read_id
        case Ref():
            return read_ref
        case Tint():
            return read_tint
        case Many():
            return _many(inner, kind)
    raise TypeError(f"{type_} says nothing about its kind")


def _optional(type_: Hint) -> Hook:
    """Nothing cannot be written in TOML, so that what is written is of another type.

    If there are two of them one is a table.
    """
    hooks = {
        get_origin(each) is Mapping: (CONVERTER.get_structure_hook(each), each)
        for each in get_args(type_)
        if each is not type(None)
    }

    def hook(located: Located, _: object) -> object:
        table = isinstance(located.value, dict)
        inner, wanted = hooks[table if len(hooks) > 1 else next(iter(hooks))]
        return inner(located, wanted)

    return hook


def _origin(*origins: object) -> Callable[[object], bool]:
    return lambda type_: get_origin(type_) in origins


CONVERTER: Final = cattrs.Converter(detailed_validation=False)
CONVERTER.register_structure_hook(bool, read_bool)
CONVERTER.register_structure_hook_factory(attrs.has, _class)
CONVERTER.register_structure_hook_factory(_origin(Mapping), _table)
CONVERTER.register_structure_hook_factory(_origin(tuple), _list)
CONVERTER.register_structure_hook_factory(_origin(Union, UnionType), _optional)
CONVERTER.register_structure_hook_factory(_origin(Literal), read_choice)
CONVERTER.register_structure_hook_factory(_origin(Annotated), _annotated)
