"""A JSON Schema of scenarios, made from the model, for editors that check TOML as it is typed.

The schema says what each key means, of what kind its value is and how much room it has. What only
the whole file can tell, such as whether an id exists, is left to ``check``.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import attrs

from game.scenario.character import Character
from game.scenario.kinds import COLORS, SPELLING, Many, Name, Ref, Tag, Tint, Verbatim, Whole, Words
from game.scenario.lesson import Lesson
from game.scenario.model import FORMAT, Scenario
from game.scenario.walk import Hint, hints

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The dialect that TOML language servers understand."""

Schema = dict[str, Any]
"""A JSON Schema as plain data."""

_ENTRY: Final = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)
_REFERS: Final[Mapping[str, str]] = {
    "side": "The id of a side.",
    "track": "The id of a track; in a character also @gate, @ceiling, @danger, @own, @other.",
    "number": "The id of a track, or <side>_capital or <side>_score; in a character also a role.",
    "motion": "The id of a motion.",
    "tag": "A tag that some motion bears; in a character also @exempt.",
    "argument": "The id of an argument.",
    "value": "The id of a value.",
    "ending": "bargain, thaw, frozen, collapse, or <side>_alone.",
}


def schema() -> Schema:
    """The schema of a scenario, as plain data that ``json`` can write."""
    found = _whole(Scenario, "Scenario of Shared Enemy")
    found["properties"]["format"] |= {"const": FORMAT}
    return found


def character_schema() -> Schema:
    """The schema of a character in a file of its own."""
    return _whole(Character, "Character of Shared Enemy")


def lesson_schema() -> Schema:
    """The schema of a lesson in a file of its own."""
    return _whole(Lesson, "Lesson of Shared Enemy")


def _whole(cls: type, title: str) -> Schema:
    """The schema of a file that holds an instance of a class."""
    definitions: dict[str, Schema] = {}
    _class(cls, definitions)
    whole = definitions.pop(cls.__name__)
    definitions = dict(sorted(definitions.items()))
    return {"$schema": DIALECT, "title": title, **whole, "definitions": definitions}


def described(cls: type) -> Mapping[str, str]:
    """What the docstring of a class of the model says of each of its keys."""
    text = inspect.getdoc(cls) or ""
    _, _, listed = text.partition("Attributes:\n")
    return {name: _sentence(said) for name, said in _ENTRY.findall(listed)}


def about(cls: type) -> str:
    """What the docstring of a class of the model says of the whole."""
    return (inspect.getdoc(cls) or "").partition("\n\n")[0].replace("\n", " ")


def _sentence(said: str) -> str:
    """A description as a sentence of one line: "what it costs." becomes "What it costs."."""
    line = " ".join(said.replace("``", "").split())
    return line[:1].upper() + line[1:].rstrip(",;") + ("" if line[-1] in ".,;" else ".")


def _class(cls: type, definitions: dict[str, Schema]) -> Schema:
    """A reference to the definition of a class, which is added if it is not there."""
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # so that a class may hold itself
        says = described(cls)
        fields = attrs.fields(cls)
        definitions[cls.__name__] = {
            "description": about(cls),
            "type": "object",
            "additionalProperties": False,
            "required": [field.name for field in fields if field.default is attrs.NOTHING],
            "properties": {
                name: {"description": says[name], **_value(hint, definitions)}
                for name, hint in hints(cls).items()
            },
        }
    return {"allOf": [{"$ref": f"#/definitions/{cls.__name__}"}]}


def _value(hint: Hint, definitions: dict[str, Schema]) -> Schema:
    """The schema of a value."""
    origin: Hint = get_origin(hint)
    inside = get_args(hint)
    if origin is Annotated:
        return _marked(inside[0], inside[1], definitions)
    if isinstance(hint, type) and attrs.has(hint):
        return _class(hint, definitions)
    if origin is Mapping:
        return _table(inside[0], _value(inside[1], definitions))
    if origin is tuple:
        items = _value(inside[0], definitions)
        length = {} if inside[-1] is ... else {"minItems": len(inside), "maxItems": len(inside)}
        return {"type": "array", "items": items, **length}
    if origin is Literal:
        return {"enum": list(inside)}
    if origin in (Union, UnionType):
        values = [_value(each, definitions) for each in inside if each is not type(None)]
        return values[0] if len(values) == 1 else {"anyOf": values}
    return {"type": "boolean"}


def _table(key: Hint, value: Schema) -> Schema:
    names = _value(key, {})
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


def _marked(hint: Hint, kind: object, definitions: dict[str, Schema]) -> Schema:
    """The schema of a value of which the model says more than its type."""
    match kind:
        case Whole(least, most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case Words(most, lines, _):
            # Of a text over several lines the reader counts what is left when it is folded.
            text = {"type": "string", "pattern": r"\S"}
            return text if lines else text | {"maxLength": most}
        case Verbatim(most):
            return {"type": "string"} if most is None else {"type": "string", "maxLength": most}
        case Name() | Tag():
            return {"type": "string", "pattern": f"^{SPELLING.pattern}$"}
        case Tint():
            names = "|".join(COLORS)
            return {"type": "string", "pattern": f"^(?:{names}|#[0-9a-fA-F]{{6}})$"}
        case Ref(to):
            return {"type": "string", "$comment": _REFERS[to]}
        case Many(least, most, once):
            value = _value(hint, definitions)
            size = ("minItems", "maxItems")
            if value["type"] == "object":
                size = ("minProperties", "maxProperties")
            return value | {size[0]: least, size[1]: most} | ({"uniqueItems": True} if once else {})
    raise TypeError(f"{kind!r} is no kind of value")
