"""A misspelt key is named, with the key that was meant."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import attrs
import pytest

from game.scenario import Scenario
from game.scenario.reading.fault_log import FaultLog
from game.scenario.walk import Hint
from tests.examples import LONG
from tests.scenario.full import FULL
from tests.scenario.pen import Path
from tests.scenario.plant import nodes
from tests.scenario.trials import faults


def schema_keys() -> Iterator[tuple[str, str, Path]]:
    """Class and name of each key of the format, and a place where the document has it."""
    found: set[tuple[Hint, str]] = set()
    for node in nodes(tomllib.loads(FULL)):
        if attrs.has(node.type_):
            for key in node.value:
                if (node.type_, key) not in found:
                    found.add((node.type_, key))
                    yield node.type_.__name__, key, (*node.path, key)


PAGE = FaultLog(FULL, "a.toml")
KEYS = tuple(schema_keys())


def test_every_key_of_the_format_is_tried() -> None:
    classes: set[Hint] = {Scenario}
    wanted = set()
    for node in nodes(tomllib.loads(FULL)):
        if attrs.has(node.type_):
            classes.add(node.type_)
    for cls in classes:
        wanted |= {(cls.__name__, field.name) for field in attrs.fields(cls)}
    assert {(cls, key) for cls, key, _ in KEYS} == wanted
    assert len(wanted) > 130


def misspellings(key: str) -> Iterator[str]:
    """A letter lost, doubled, swapped with the next one, another one; case and hyphens."""
    middle = len(key) // 2
    yield key[:middle] + key[middle + 1 :] + ("" if len(key) > 2 else "x")
    yield key[: middle + 1] + key[middle:]
    yield key + "s"
    yield key.capitalize()
    if len(key) > 3:
        yield key[:1] + key[2] + key[1] + key[3:]
        yield key[:middle] + "q" + key[middle + 1 :]
    if "_" in key:
        yield key.replace("_", "-")


@pytest.mark.parametrize(("cls", "key", "path"), KEYS, ids=lambda value: str(value)[:40])
def test_a_misspelt_key_is_named_with_the_right_one(cls: str, key: str, path: Path) -> None:
    start, end = PAGE.span(path, "key")
    line, column, _ = PAGE.locate(start)
    ways = [wrong for wrong in misspellings(key) if wrong != key]
    # In the suite one way for each key, in turn; all of them for each in the long form.
    turn = KEYS.index((cls, key, path)) % len(ways)
    for wrong in ways if LONG else ways[turn : turn + 1]:
        written = FULL[start:end]
        header = written.startswith("[")
        found = faults(
            FULL[:start] + (wrong.join(written.rsplit(key, 1)) if header else wrong) + FULL[end:]
        )
        unknown = [fault for fault in found if fault.code == "unknown-key"]
        assert [(fault.line, fault.column) for fault in unknown] == [(line, column)], wrong
        assert unknown[0].message.startswith(f'"{wrong}" '), wrong
        assert unknown[0].hint == f'Did you mean "{key}"?', wrong
