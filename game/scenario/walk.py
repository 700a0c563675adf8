"""Every single value of a scenario, with its kind and its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from game.scenario.kinds import Name, Ref, Tag, Tint, Whole, Words
from game.scenario.lines import Path

Kind = Name | Ref | Tag | Tint | Whole | Words


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
    return _walk(thing, type(thing), ())


@cache
def hints(cls: type) -> Mapping[str, Any]:
    """The types of a class's fields, kinds included."""
    return get_type_hints(cls, include_extras=True)


def _walk(thing: object, type_: object, path: Path, kind: Kind | None = None) -> Iterator[Leaf]:
    origin, inside = get_origin(type_), get_args(type_)
    if thing is None:
        return
    if origin is Annotated:
        kind = inside[1] if isinstance(inside[1], Kind) else None
        yield from _walk(thing, inside[0], path, kind)
    elif isinstance(type_, type) and attrs.has(type_):
        for name, hint in hints(type_).items():
            yield from _walk(getattr(thing, name), hint, (*path, name))
    elif isinstance(thing, Mapping):
        for key, each in thing.items():
            yield from (
                Leaf(leaf.kind, leaf.value, leaf.path, key=True)
                for leaf in _walk(key, inside[0], (*path, key))
            )
            yield from _walk(each, inside[1], (*path, key))
    elif isinstance(thing, tuple):
        for index, each in enumerate(thing):
            yield from _walk(each, inside[0], (*path, index))
    elif type(None) in inside:
        (other,) = (each for each in inside if each is not type(None))
        yield from _walk(thing, other, path)
    elif isinstance(thing, str | int):
        yield Leaf(kind, thing, path)
