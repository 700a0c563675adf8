"""Every value and every part of a scenario, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from game.scenario.kinds import Name, Ref, Tag, Tint, Whole, Words
from game.scenario.reading.places import Path
from game.value import frozen

Kind = Name | Ref | Tag | Tint | Whole | Words

Part = TypeVar("Part")

Hint = Any
"""A type as annotations give it."""


@frozen
class Leaf:
    """A value that is not made of others.

    Attributes:
        kind: what the model says of it; nothing for true or false and for words from a list.
        value: a string, a whole number or a truth value.
        path: its place; for a key of a table the place of what stands under it.
        key: whether it is a key.
    """

    kind: Kind | None
    value: str | int
    path: Path
    key: bool = False


def walk(thing: object) -> Iterator[Leaf]:
    """Every value of a scenario, or of any other instance of a class of the model, in order."""
    cls: Hint = type(thing)
    return _steps(cls)(thing, ())


_Steps = Callable[[Any, Path], Iterator[Leaf]]


@cache
def _steps(type_: Hint, kind: Kind | None = None) -> _Steps:
    """How to walk over a value of a type of the model; found once for each type."""
    origin: Hint = get_origin(type_)
    inside = get_args(type_)
    if origin is Annotated:
        return _steps(inside[0], inside[1] if isinstance(inside[1], Kind) else None)
    if isinstance(type_, type) and attrs.has(type_):
        return _entry(tuple((name, _steps(hint)) for name, hint in hints(type_).items()))
    if origin is Mapping:
        return _table(_steps(inside[0]), _steps(inside[1]))
    if origin is tuple:
        return _list(_steps(inside[0]))
    if origin in (Union, UnionType):
        others = [each for each in inside if each is not type(None)]
        return _optional({get_origin(each) is Mapping: _steps(each) for each in others})
    return lambda thing, path: iter((Leaf(kind, thing, path),))


def _entry(fields: tuple[tuple[str, _Steps], ...]) -> _Steps:
    def steps(thing: object, path: Path) -> Iterator[Leaf]:
        for name, inner in fields:
            yield from inner(getattr(thing, name), (*path, name))

    return steps


def _table(keys: _Steps, values: _Steps) -> _Steps:
    def steps(thing: Mapping[str, object], path: Path) -> Iterator[Leaf]:
        for key, each in thing.items():
            for leaf in keys(key, (*path, key)):
                yield Leaf(leaf.kind, leaf.value, leaf.path, key=True)
            yield from values(each, (*path, key))

    return steps


def _list(inner: _Steps) -> _Steps:
    def steps(thing: tuple[object, ...], path: Path) -> Iterator[Leaf]:
        for index, each in enumerate(thing):
            yield from inner(each, (*path, index))

    return steps


def _optional(inner: Mapping[bool, _Steps]) -> _Steps:
    """Nothing, or a value of one type, or of one of two of which one is a table."""
    one = next(iter(inner.values())) if len(inner) == 1 else None

    def steps(thing: object, path: Path) -> Iterator[Leaf]:
        if thing is None:
            return iter(())
        return (one or inner[isinstance(thing, Mapping)])(thing, path)

    return steps


def every(cls: type[Part], thing: object) -> Iterator[tuple[Path, Part]]:
    """Every instance of a class of the model inside a thing, with its place."""
    whole: Hint = type(thing)
    wanted: Hint = cls
    way = _way(whole, wanted)
    return iter(()) if way is None else way(thing, ())


_Way = Callable[[Any, Path], Iterator[tuple[Path, Any]]]


@cache
def _way(type_: Hint, cls: type) -> _Way | None:
    """How to reach the instances of a class in a value of a type; nothing if it can hold none."""
    if type_ is cls:
        return lambda thing, path: iter([(path, thing)])
    if isinstance(type_, type) and attrs.has(type_):
        ways = {name: _way(hint, cls) for name, hint in hints(type_).items()}
        fields = tuple((name, way) for name, way in ways.items() if way is not None)
        return (lambda thing, path: _in_fields(fields, thing, path)) if fields else None
    origin: Hint = get_origin(type_)
    inside = [each for each in get_args(type_) if each is not type(None)]
    if origin in (Annotated, Union, UnionType):
        return _way(inside[0], cls)
    inner = _way(inside[-1] if origin is Mapping else inside[0], cls) if inside else None
    return None if inner is None else (lambda thing, path: _in_entries(inner, thing, path))


def _in_fields(
    fields: Iterable[tuple[str, _Way]], thing: object, path: Path
) -> Iterator[tuple[Path, Any]]:
    for name, way in fields:
        value = getattr(thing, name)
        if value is not None:
            yield from way(value, (*path, name))


def _in_entries(
    inner: _Way, thing: tuple[object, ...] | Mapping[str, object], path: Path
) -> Iterator[tuple[Path, Any]]:
    for step, each in thing.items() if isinstance(thing, Mapping) else enumerate(thing):
        yield from inner(each, (*path, step))


@cache
def hints(cls: type) -> Mapping[str, Any]:
    """The types of a class's fields, kinds included."""
    return get_type_hints(cls, include_extras=True)
