"""What a terminal sends, read: keys are keys, and nothing else breaks or stops the reading."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from game.tui.terminal import LONGEST_PASTE, PATIENCE, Keyboard


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time, for what waits for silence."""
    clock = Clock()
    monkeypatch.setattr("game.tui.terminal.time.monotonic", clock)
    return clock


def keys(messages: Iterable[Message]) -> list[str]:
    """The names of the keys among some events."""
    return [each.key for each in messages if isinstance(each, events.Key)]


def pasted(messages: Iterable[Message]) -> list[str]:
    """The texts that were pasted."""
    return [each.text for each in messages if isinstance(each, events.Paste)]


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[1114112u",
        "\x1b[99999999999u",
        "\x1b[97:65;2u",
        "\x1b[97;1:3u",
        "\x1b[57441;2;1114112u",
        "\x1b[<0;1;1M\x1b[48;0;0;0;0t\x1b[<0;3;3M",
    ],
)
def test_a_sequence_that_makes_no_sense_is_no_key(sequence: str) -> None:
    """And the key after it is read as it should be."""
    keyboard = Keyboard()
    assert keys(keyboard.feed(sequence)) == []
    assert keys(keyboard.feed("j")) == ["j"]


def test_keys_and_pastes_are_read() -> None:
    """Letters, arrows, and a text in brackets."""
    keyboard = Keyboard()
    assert keys(keyboard.feed("j\x1b[A\r?")) == ["j", "up", "enter", "question_mark"]
    assert pasted(keyboard.feed("\x1b[200~two\nlines\x1b[201~")) == ["two\nlines"]
    assert keys(keyboard.feed("q")) == ["q"]


def test_a_paste_that_never_ends_is_over_after_a_silence(clock: Clock) -> None:
    """What was pasted is a paste, and keys are keys again."""
    keyboard = Keyboard()
    assert list(keyboard.feed("\x1b[200~some text")) == []
    clock.now += PATIENCE / 2
    assert pasted(keyboard.tick()) == []
    clock.now += PATIENCE
    assert pasted(keyboard.tick()) == ["some text"]
    assert list(keyboard.tick()) == []
    assert keys(keyboard.feed("q")) == ["q"]


def test_the_start_of_a_paste_that_was_no_paste_is_forgotten(clock: Clock) -> None:
    """A start that arrives in pieces is keys; the silence after it ends nothing twice."""
    keyboard = Keyboard()
    list(keyboard.feed("\x1b[200~\x1b[201~"))
    clock.now += 2 * PATIENCE
    assert list(keyboard.tick()) == []


def test_of_a_paste_without_bounds_the_rest_is_dropped(clock: Clock) -> None:
    """None of it is taken for keys, up to its end."""
    keyboard = Keyboard()
    text = "q" * 1000
    taken = pasted(keyboard.feed("\x1b[200~"))
    seen: list[str] = []
    for _ in range(3 * LONGEST_PASTE // len(text)):
        messages = list(keyboard.feed(text))
        taken += pasted(messages)
        seen += keys(messages)
    assert seen == []
    (only,) = taken
    assert LONGEST_PASTE <= len(only) <= LONGEST_PASTE + len(text)
    assert keys(keyboard.feed("qqq\x1b[20")) == []
    assert keys(keyboard.feed("1~j")) == ["j"]


TOKENS = st.sampled_from(
    [
        *("\x1b", "[", "O", "<", ";", ":", "~", "u", "M", "m", "t", "R", "q", "\r", "\x7f", "?"),
        *("0", "1", "9", "48", "200", "201", "1114112", "99999999999999999999", "-1", "$y", "I"),
        *("\x1b[200~", "\x1b[201~", "\x1b[48;", "\x1b[<0;", "\x1b[?2048;1$y", "\x1b[13u", "\ud800"),
    ]
)


@given(st.lists(st.lists(TOKENS | st.characters(), max_size=12).map("".join), max_size=20))
def test_no_text_stops_the_reading(pieces: list[str]) -> None:
    """Whatever comes in whatever pieces: after a silence the next key is read as that key."""
    keyboard = Keyboard()
    for piece in pieces:
        if piece:
            for message in keyboard.feed(piece):
                assert isinstance(message, Message)
        list(keyboard.tick())
    keyboard._heard -= PATIENCE
    if keyboard._timeout_time is not None:
        keyboard._timeout_time = 0.0
    list(keyboard.tick())
    list(keyboard.tick())
    assert keys(keyboard.feed("j")) == ["j"]
