"""A message is whole, has named places, and is used with just these."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.telling.messages import (
    ALOUD,
    PLACE,
    MessageError,
    Messages,
    aloud,
    english,
    number,
    signed,
)
from tests.house.source import Module, called, modules

KEY = re.compile(r"[a-z_]+(\.[a-z_]+)+")
SAYING = {"say": 0, "worded": 1}
"""By the name of what says a message the place of its key."""

FILE = """
plain = "Round {round}"
braces = "a {b} c"
[turns]
left = { count = "turns", one = "{turns} turn is left", other = "{turns} turns are left" }
"""


@pytest.fixture
def messages(tmp_path: Path) -> Messages:
    (tmp_path / "table.toml").write_text(FILE, encoding="utf-8")
    return Messages(tmp_path, lambda count: "one" if count == 1 else "other")


def test_places_are_filled(messages: Messages) -> None:
    """Numbers get a proper minus sign."""
    assert messages.say("table.plain", round=3) == "Round 3"
    assert messages.say("table.plain", round=-3) == "Round −3"


def test_the_plural_form_is_the_languages(messages: Messages) -> None:
    """It is chosen by the number in the place that the message names."""
    assert messages.say("table.turns.left", turns=1) == "1 turn is left"
    assert messages.say("table.turns.left", turns=0) == "0 turns are left"
    with pytest.raises(MessageError, match="needs a number"):
        messages.say("table.turns.left", turns="two")


@given(st.text())
def test_what_is_filled_in_is_never_a_template(words: str) -> None:
    """A stranger's braces stay what they are."""
    say = english().say("names.headline", date="{title}", title=words)
    assert say == "{title}: " + words


def test_a_missing_message_or_place_is_told(messages: Messages) -> None:
    """Nobody is shown half a sentence."""
    with pytest.raises(MessageError, match=r"no message table\.nothing"):
        messages.say("table.nothing")
    with pytest.raises(MessageError, match="no messages chair"):
        messages.say("chair.leg")
    with pytest.raises(MessageError, match="place b is left empty"):
        messages.say("table.braces", c="x")


def test_numbers_are_set_well() -> None:
    """With signs where they are wanted."""
    assert [signed(each) for each in (2, 0, -1)] == ["+2", "0", "−1"]
    assert [number(each) for each in (2, 0, -1)] == ["2", "0", "−1"]


def test_every_file_of_english_can_be_read() -> None:
    """Every message has a text for each form, and no stray brace."""
    messages = english()
    for key in messages.every_key():
        message = messages.message(key)
        assert "other" in message.forms, key
        for text in message.forms.values():
            assert isinstance(text, str), key
            rest = PLACE.sub("", text)
            assert "{" not in rest, key
            assert "}" not in rest, key


def uses(each: Module) -> Iterator[tuple[ast.Call, str]]:
    """Where a message is said whose key is written out: by ``say``, or in styles by ``worded``."""
    for node in each.nodes:
        if not isinstance(node, ast.Call) or (at := SAYING.get(called(node))) is None:
            continue
        for key in node.args[at : at + 1]:
            if (
                isinstance(key, ast.Constant)
                and isinstance(key.value, str)
                and KEY.fullmatch(key.value)
            ):
                yield node, key.value


def test_every_message_that_is_said_exists_with_its_places() -> None:
    """Of those whose key is written out."""
    faults = []
    for each in modules():
        for node, key in uses(each):
            try:
                places = english().message(key).places
            except MessageError as error:
                faults.append(each.at(node, str(error)))
                continue
            given_places = {word.arg for word in node.keywords if word.arg is not None}
            whole = all(word.arg is not None for word in node.keywords)
            if whole and given_places != places:
                faults.append(each.at(node, f"{key} has the places {sorted(places)}"))
    assert faults == []


def test_no_message_is_there_for_nothing() -> None:
    """Every key is written out somewhere, whole or as the beginning of a family."""
    texts = {
        node.value
        for each in modules()
        for node in each.nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    starts = tuple(text for text in texts if text.endswith(".") and text.count(".") >= 1)
    unused = [
        key
        for key in english().every_key()
        for said in [key.removeprefix(f"{ALOUD}.")]
        if said not in texts and not said.startswith(starts or ("\0",))
    ]
    assert unused == []


def test_what_is_read_aloud_has_the_same_places_or_fewer() -> None:
    """It takes the place of a message, and has words where the message has signs; what would only
    hold up a listener, such as a source, it leaves out.
    """
    other = [key for key in english().every_key() if key.startswith(f"{ALOUD}.")]
    assert other
    for key in other:
        said = key.removeprefix(f"{ALOUD}.")
        assert aloud().message(said) == english().message(key) != english().message(said)
        assert aloud().message(said).places <= english().message(said).places
    for key in english().every_key():
        if key.startswith(("plain.", "story.", "change.", "condition.", "board.", "cause.")):
            for text in aloud().message(key).forms.values():
                assert not set("→≥≤¶=–") & set(text), key


def test_every_binding_of_a_key_names_a_message() -> None:
    """Its words are looked up when they are shown."""
    named = [
        (each, node.args[2])
        for each in modules()
        for node in each.nodes
        if isinstance(node, ast.Call) and called(node) == "Binding" and len(node.args) > 2
    ]
    assert len(named) > 50
    known = english().every_key()
    assert [
        each.at(key, ast.unparse(key))
        for each, key in named
        if not (isinstance(key, ast.Constant) and key.value in known)
    ] == []
