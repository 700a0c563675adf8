"""The JSON Schema accepts what the reader accepts, and names every key."""

from __future__ import annotations

import json
import tomllib
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.schema import about, described, schema
from game.authoring.starter import starter
from game.scenario import Scenario, read_text
from game.scenario.catalogue import ids
from game.text import faulty
from tests.examples import examples
from tests.scenario.documents import valid
from tests.scenario.draft import breaches
from tests.scenario.plant import nodes, plant

SCHEMA = schema()
SHAPE = {
    *("wrong-type", "out-of-range", "unknown-key", "missing-key", "wrong-count", "no-text"),
    *("unknown-colour", "unknown-word", "repeated-entry"),
}
"""Faults that a single value shows, so that the schema can know them."""

CLASSES = sorted(
    {node.type_ for node in nodes(valid(Random(1))) if attrs.has(node.type_)} | {Scenario},
    key=lambda cls: str(cls.__name__),
)


@pytest.mark.parametrize("name", [*ids(), "the starter"])
def test_the_schema_accepts_the_shipped_scenarios(name: str) -> None:
    text = starter("two-towns") if name == "the starter" else read_text(name)[0]
    assert list(breaches(SCHEMA, tomllib.loads(text))) == []


@given(st.builds(Random, st.integers(0, 2**32 - 1)))
@examples(25)
def test_the_schema_accepts_what_the_reader_accepts(random: Random) -> None:
    assert list(breaches(SCHEMA, valid(random))) == []


@given(st.builds(Random, st.integers(0, 2**32 - 1)))
@examples(40)
def test_the_schema_refuses_the_shapes_that_the_reader_refuses(random: Random) -> None:
    planted = plant(random, valid(random))
    found = list(breaches(SCHEMA, planted.data))
    if planted.code in SHAPE and planted.data_shows():
        assert found, planted.code
    if planted.code.startswith("unknown-") and planted.code not in SHAPE:
        assert not found, found  # whether an id exists is asked of the whole file


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_key_is_described(cls: type) -> None:
    says = described(cls)
    assert set(says) == {field.name for field in attrs.fields(cls)}
    for sentence in [about(cls), *says.values()]:
        assert sentence
        assert sentence[0].isupper() or not sentence[0].isalpha()
        assert faulty(sentence) is None


def test_the_schema_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["properties"]["format"]["const"] == 1
