"""Faults are reported where they are."""

from __future__ import annotations

import copy
import tomllib
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from game.scenario import parse
from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.places import letters, places
from tests.examples import examples
from tests.scenario.documents import valid
from tests.scenario.pen import write
from tests.scenario.plant import WAYS
from tests.scenario.trials import faults, planted_fault, raw_character

randoms = st.builds(Random, st.integers(0, 2**32 - 1))


@given(randoms)
@examples(20)
def test_every_key_and_value_is_found_where_it_was_written(random: Random) -> None:
    written = write(random, valid(random))
    page = FaultLog(written.text, "a.toml")
    found = places(page.text)
    values = {path: page.locate(place.value[0])[:2] for path, place in found.items()}
    keys = {path: page.locate(place.key[0])[:2] for path, place in found.items()}
    assert values == written.values
    assert keys == written.keys


@given(randoms)
@examples(20)
def test_a_valid_document_in_any_style_is_read_as_the_same_scenario(random: Random) -> None:
    data = valid(random)
    scenarios = [parse(write(random, data).text, "a.toml") for _ in range(2)]
    assert scenarios[0] == scenarios[1]
    assert [motion.id for motion in scenarios[0].motions] == [
        each["id"] for each in data["motions"]
    ]


@given(randoms)
@examples(60)
def test_a_planted_fault_is_reported_at_its_line_and_column(random: Random) -> None:
    planted_fault(random)


@given(randoms)
@examples(20)
def test_a_character_that_nobody_sees_is_reported_where_it_is(random: Random) -> None:
    raw_character(random)


def test_every_way_to_go_wrong_is_tried() -> None:
    """The generator of faults reaches each of its kinds."""
    tried = set()
    for seed in range(40):
        random = Random(seed)
        data = valid(random)
        tried |= {name for name, way in WAYS.items() if way(random, valid(random)) and data}
        if tried == set(WAYS):
            break
    assert tried == set(WAYS)


def test_two_hundred_faults_are_told_and_then_no_more() -> None:
    text = "".join(f"k{number} = 1\n" for number in range(300))
    found = faults(text)
    assert len(found) == 200
    assert len({fault.path for fault in found}) == 200


def test_all_faults_of_shape_are_told_in_one_run_and_then_all_of_sense() -> None:
    random = Random(3)
    data = valid(random)
    data["ladder"]["gate"] = "nowhere"
    data["payoff"]["laurels"] = 7
    data["motions"][0]["tier"] = 20
    good = copy.deepcopy(data)
    data["rounds"] = "ten"
    data["income"] = -1
    data["title"] = ""
    del data["debate"]["bar"]
    data["extra"] = 1
    codes = sorted(fault.code for fault in faults(write(random, data).text))
    assert codes == ["missing-key", "no-text", "out-of-range", "unknown-key", "wrong-type"]
    codes = sorted(fault.code for fault in faults(write(random, good).text))
    assert codes == ["odd-laurels", "unknown-tier", "unknown-track"]


def test_faults_come_in_the_order_of_the_file() -> None:
    random = Random(5)
    data = valid(random)
    for motion in data["motions"]:
        motion["cost"] = -1
    for side in data["sides"]:
        side["color"] = "mauve"
    found = faults(write(random, data).text)
    assert [(f.line, f.column) for f in found] == sorted((f.line, f.column) for f in found)
    assert len(found) == len(data["motions"]) + 2


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r"), max_size=40))
def test_the_letters_of_a_written_string_are_the_string(text: str) -> None:
    escaped = "".join(f"\\U{ord(letter):08x}" if ord(letter) % 3 else letter for letter in text)
    token = f'"{escaped}"'
    try:
        value = tomllib.loads(f"a = {token}")["a"]
    except tomllib.TOMLDecodeError:
        return
    found = list(letters(token))
    assert "".join(letter for _, letter in found) == value
    assert all(token[at] in ("\\", letter) for at, letter in found)
