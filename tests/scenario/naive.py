"""A second reading of scenarios, which checks nothing: only good ones may be given to it.

``python -m tests.scenario.naive`` writes anew which changed scenarios are accepted.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from game.scenario import Scenario, ScenarioError, parse
from game.scenario.kinds import Words
from tests.scenario.mutants import mutant

FILE: Final = Path(__file__).with_name("accepted.txt")
FROZEN: Final = Path(__file__).parents[1] / "match" / "small.toml"
"""A scenario that does not change when the shipped ones do."""

TRIED: Final = 240


def naive(text: str) -> Scenario:
    """The scenario of a text, as the types of the model say it."""
    scenario: Scenario = _value(Scenario, tomllib.loads(text))
    return scenario


def _value(hint: Any, value: Any) -> Any:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _text(inside[1], value) if isinstance(inside[1], Words) else _value(inside[0], value)
    if origin in (Union, UnionType):
        tables = [each for each in inside if get_origin(each) is Mapping]
        others = [each for each in inside if each is not type(None) and each not in tables]
        return _value((tables if tables and isinstance(value, dict) else others)[0], value)
    if origin is tuple:
        return tuple(_value(inside[0], each) for each in value)
    if origin is Mapping:
        return {key: _value(inside[1], each) for key, each in value.items()}
    if attrs.has(hint):
        types = get_type_hints(hint, include_extras=True)
        return hint(**{key: _value(types[key], each) for key, each in value.items()})
    return value


def _text(kind: Words, value: str) -> str:
    """The lines of each paragraph on one."""
    between = "\n\n" if kind.paragraphs else " "
    parts = re.split(r"\n *\n[ \n]*", re.sub(r"^[ \n]*|[ \n]*$", "", value))
    return between.join(re.sub(r" *\n *", " ", part) for part in parts)


def changed() -> Iterator[tuple[int, str]]:
    """The frozen scenario with blind changes, by number."""
    text = FROZEN.read_text(encoding="utf-8")
    for seed in range(TRIED):
        yield seed, mutant(Random(f"frozen {seed}"), text)


def accepted() -> str:
    """The numbers of those that are accepted."""
    return " ".join(str(seed) for seed, text in changed() if _accepted(text)) + "\n"


def _accepted(text: str) -> bool:
    try:
        parse(text, "a.toml")
    except ScenarioError:
        return False
    return True


if __name__ == "__main__":
    FILE.write_text(accepted(), encoding="utf-8")
