"""The recording: a terminal that plays it shows every position of the match in turn."""

from __future__ import annotations

import json
import re

import pyte
import pytest
from hypothesis import example, given

from game.export import ExportedGame, ExportError, export
from game.export.frames import HEIGHT, WIDTH, frame
from game.match import Match
from game.telling.layout.cells import length, text
from game.telling.transcript import say_round
from game.text.cells import cells
from tests.examples import examples
from tests.export.games import PAYLOADS, matches, payloads, planted, well

SAFE = re.compile(r"\x1b\[(?:[0-9;]*m|H|2J|\?25[lh])")
"""What a recording sends besides words: looks, home, clear, and the cursor off and on."""


def read(recording: str) -> tuple[dict[str, object], list[tuple[float, str, str]]]:
    head, *rows = (json.loads(row) for row in recording.splitlines())
    return head, [(row[0], row[1], row[2]) for row in rows]


@given(matches)
@examples(15)
def test_the_recording_is_as_the_format_has_it(match: Match) -> None:
    """A head with the size, then events whose times never go back; a marker for each round."""
    head, events = read(export(match, "asciinema"))
    assert head["version"] == 2
    assert head["width"] == WIDTH
    assert head["height"] >= HEIGHT  # type: ignore[operator] # it is read from JSON
    times = [time for time, _, _ in events]
    assert times == sorted(times)
    assert times[0] == 0
    assert {kind for _, kind, _ in events} == {"o", "m"}
    rounds = [data for _, kind, data in events if kind == "m"]
    assert rounds == [
        say_round(ExportedGame.of(match).voice, number)
        for number in range(1, match.state.round + 1)
    ]
    frames = [data for _, kind, data in events if kind == "o"]
    assert len(frames) == len(match.states) + 2


def test_a_terminal_shows_every_position() -> None:
    """What stands on the screen after each event is the frame of the position, cell by cell."""
    game = ExportedGame.of(well())
    head, events = read(export(game, "asciinema"))
    screen = pyte.Screen(WIDTH, int(str(head["height"])))
    stream = pyte.Stream(screen)
    at = -1
    for _, kind, data in events:
        if kind != "o":
            continue
        stream.feed(data)
        if 0 <= at < len(game.states):
            board = [text(row) for row in frame(game, at)]
            assert [row.rstrip() for row in screen.display[: len(board)]] == [
                row.rstrip() for row in board
            ]
        at += 1
    assert not screen.cursor.hidden


@given(payloads)
@examples(6)
@example("".join(PAYLOADS))
def test_rows_are_as_wide_as_the_terminal(payload: str) -> None:
    """Whatever is written on them, and no word of it is a command to the terminal."""
    game = planted(payload)
    for at in range(0, len(game.states), 4):
        rows = frame(game, at)
        assert {length(row) for row in rows} == {WIDTH}
        assert len(rows) >= HEIGHT
    _, events = read(export(game, "asciinema"))
    for _, kind, data in events:
        words = SAFE.sub("", data) if kind == "o" else data
        assert "\x1b" not in words
        assert all(row.isprintable() for row in words.split("\r\n"))


def test_the_pace_can_be_set() -> None:
    """A constant pace, or more time for more to read."""
    _, events = read(export(well(), "asciinema", pace=500, reading=0))
    frames = [time for time, kind, _ in events if kind == "o"][1:]
    assert frames == [index / 2 for index in range(len(well().states) + 1)]
    _, slower = read(export(well(), "asciinema", pace=500, reading=10))
    assert slower[-1][0] > events[-1][0]


@pytest.mark.parametrize("option", ["pace", "reading"])
@pytest.mark.parametrize("value", [-1, 60_001])
def test_a_time_out_of_range_is_refused(option: str, value: int) -> None:
    """The message says which times there are."""
    with pytest.raises(ExportError, match=f"^{option} {value} is out of range: 0 to 60000"):
        export(well(), "asciinema", **{option: value})


def test_wide_characters_take_two_cells() -> None:
    """And marks that stand on others take none."""
    assert (cells("ab"), cells("漢字"), cells("e\u0301")) == (2, 4, 1)
