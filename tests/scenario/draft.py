"""The part of JSON Schema (draft 7) that the schema of scenarios uses, read word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
}
_SAID = {"$schema", "$comment", "title", "description", "definitions"}


def breaches(schema: Any, value: Any, root: Any = None) -> Iterator[str]:
    """How a value breaks a schema, keyword by keyword."""
    root = schema if root is None else root
    for keyword, wanted in schema.items():
        if keyword not in _SAID:
            rule = _RULES[keyword]  # a keyword that is not known here is an error
            yield from (f"{keyword}: {said}" for said in rule(wanted, value, schema, root))


def _reference(wanted: str, value: Any, _: Any, root: Any) -> Iterator[str]:
    yield from breaches(root["definitions"][wanted.removeprefix("#/definitions/")], value, root)


def _type(wanted: str, value: Any, *_: Any) -> Iterator[str]:
    fits = isinstance(value, _TYPES[wanted]) and (wanted == "boolean") == isinstance(value, bool)
    if not fits:
        yield f"{value!r} is no {wanted}"


def _all_of(wanted: Any, value: Any, _: Any, root: Any) -> Iterator[str]:
    for each in wanted:
        yield from breaches(each, value, root)


def _any_of(wanted: Any, value: Any, _: Any, root: Any) -> Iterator[str]:
    if all(any(True for _ in breaches(each, value, root)) for each in wanted):
        yield f"{value!r} is none of them"


def _properties(wanted: Any, value: Any, _: Any, root: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key in wanted.keys() & value.keys():
            yield from breaches(wanted[key], value[key], root)


def _other_properties(wanted: Any, value: Any, schema: Any, root: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key in value.keys() - schema.get("properties", {}).keys():
            if wanted is False:
                yield f"{key!r}"
            else:
                yield from breaches(wanted, value[key], root)


def _names(wanted: Any, value: Any, _: Any, root: Any) -> Iterator[str]:
    for key in value if isinstance(value, dict) else ():
        yield from breaches(wanted, key, root)


def _items(wanted: Any, value: Any, _: Any, root: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else ():
        yield from breaches(wanted, each, root)


def _required(wanted: list[str], value: Any, *_: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (key for key in wanted if key not in value)


def _size(kind: type, value: Any) -> int:
    """What a bound is about: a number itself, of anything else its length."""
    return int(value) if kind is int else len(value)


def _least_of(kind: type) -> Any:
    def rule(wanted: int, value: Any, *_: Any) -> Iterator[str]:
        if isinstance(value, kind) and _size(kind, value) < wanted:
            yield f"{value!r} is less than {wanted}"

    return rule


def _most_of(kind: type) -> Any:
    def rule(wanted: int, value: Any, *_: Any) -> Iterator[str]:
        if isinstance(value, kind) and _size(kind, value) > wanted:
            yield f"{value!r} is more than {wanted}"

    return rule


def _pattern(wanted: str, value: Any, *_: Any) -> Iterator[str]:
    if isinstance(value, str) and not re.search(wanted, value):
        yield f"{value!r} does not match"


def _one_of(wanted: list[Any], value: Any, *_: Any) -> Iterator[str]:
    if value not in wanted:
        yield f"{value!r} is none of {wanted}"


def _once(wanted: bool, value: Any, *_: Any) -> Iterator[str]:  # noqa: FBT001 - JSON has it so
    if wanted and isinstance(value, list) and any(value.count(each) > 1 for each in value):
        yield f"{value!r} repeats itself"


_RULES: dict[str, Any] = {
    "$ref": _reference,
    "type": _type,
    "allOf": _all_of,
    "anyOf": _any_of,
    "properties": _properties,
    "additionalProperties": _other_properties,
    "propertyNames": _names,
    "items": _items,
    "required": _required,
    "minimum": _least_of(int),
    "maximum": _most_of(int),
    "maxLength": _most_of(str),
    "minItems": _least_of(list),
    "maxItems": _most_of(list),
    "minProperties": _least_of(dict),
    "maxProperties": _most_of(dict),
    "pattern": _pattern,
    "enum": _one_of,
    "const": lambda wanted, value, *_: _one_of([wanted], value),
    "uniqueItems": _once,
}
