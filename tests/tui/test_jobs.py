"""The app on terminals that are slow, old, small in name, or taken away and given back."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from tests.examples import LONG
from tests.tui.driving import library, new_match
from tests.tui.jobs import STOPPED
from tests.tui.ptys import Terminal, on_terminal

PLAY = ("-m", "game", "play", "--seed", "7", "--save", "kept")
OPENINGS = (b"\x1b[?1049h", b"\x1b[?2048$p", b"\x1b[1;1H")
"""What the app writes, one after the other, while its first screen opens."""
COMMANDS = (("play",), ("resume", "kept"), ("replay", "kept"))


def begin(terminal: Terminal) -> None:
    """From the situation to the first choice."""
    terminal.wait_for("Begin")
    terminal.type(b"\r")
    terminal.wait(lambda: whole(terminal), "the table")


def whole(terminal: Terminal) -> bool:
    """Whether the table is there, all of it, and nothing above it."""
    rows = terminal.text.splitlines()
    starts = {row[1:].strip()[:10].strip() for row in rows}
    there = {"US goals", "RU recogni", "Table a mo"} <= starts
    # One row at most has nothing in it.
    painted = sum(map(bool, rows)) >= len(rows) - 1
    return there and "Round 1 of" in rows[0] and rows[-1].endswith("q Leave") and painted


def marked(terminal: Terminal) -> tuple[int, str]:
    """Which row below its head the selection is on, and what stands beside the head about it."""
    rows = terminal.text.splitlines()
    head = next(number for number, row in enumerate(rows) if "Table a motion" in row)
    return terminal.cursor[1] - head, rows[head].partition("Table a motion")[2].strip()


def test_a_program_that_was_stopped_comes_back_whole(tmp_path: Path) -> None:
    """As often as one likes, whether it could put the terminal in order before or not."""
    with on_terminal("-m", "tests.tui.jobs", *PLAY, folder=tmp_path) as terminal:
        begin(terminal)
        found = re.search(rb"It is (\d+)\.", terminal.sent)
        assert found is not None
        for turn, how in enumerate(("a key", "SIGTSTP", "SIGSTOP", "SIGSTOP", "a key")):
            before = len(terminal.sent)
            if how == "a key":
                terminal.type(b"\x1a")
            else:
                os.kill(int(found[1]), signal.Signals[how])
            said = STOPPED.format(how != "SIGSTOP").encode()
            terminal.wait(lambda: said in terminal.sent[before:], "that it has stopped")  # noqa: B023 - called at once
            if how != "SIGSTOP":
                assert b"\x1b[?1049l" in terminal.sent[before:]
            terminal.wipe()
            assert not terminal.text.strip()
            asleep = len(terminal.sent)
            terminal.type(b"\n")
            # Taking the terminal again, it drops what was typed before; only then are keys for it.
            terminal.wait(lambda: OPENINGS[0] in terminal.sent[asleep:], "the terminal taken")  # noqa: B023 - as above
            here, there = (1, 2) if turn % 2 == 0 else (2, 1)
            terminal.wait(  # it is all there when the cursor is where it belongs
                lambda: whole(terminal) and marked(terminal)[0] == here,  # noqa: B023 - as above
                "the table, whole",
            )
            name = marked(terminal)[1]
            terminal.type((b"\x1b[B", b"\x1b[A")[turn % 2])
            # Another change is no answer, and what was not read by the next stop is dropped.
            terminal.wait(
                lambda: marked(terminal)[0] == there and marked(terminal)[1] != name,  # noqa: B023 - as above
                "an answer to a key",
            )
        terminal.type(b"\x11")
        assert terminal.end() == 0
        assert terminal.restored


def below(terminal: Terminal) -> int:
    """How many rows of a page there are below those in view; it is painted last."""
    found = re.search(r"PgDn: (\d+) more", terminal.text)
    return -1 if found is None else int(found[1])


def test_a_page_that_is_read_stops_with_the_program_and_is_there_again(tmp_path: Path) -> None:
    """By the same key as everywhere, and at the same place."""
    with on_terminal("-m", "tests.tui.jobs", *PLAY, folder=tmp_path) as terminal:
        begin(terminal)
        terminal.type(b"?")
        terminal.wait(lambda: "Table a mo" not in terminal.text and below(terminal) > 0, "help")
        first = below(terminal)
        terminal.type(b"\x1b[6~")
        terminal.wait(lambda: 0 < below(terminal) < first, "the next page")
        page, before = terminal.text, len(terminal.sent)
        terminal.type(b"\x1a")
        said = STOPPED.format("True").encode()
        terminal.wait(lambda: said in terminal.sent[before:], "that it has stopped")
        terminal.wipe()
        asleep = len(terminal.sent)
        terminal.type(b"\n")
        terminal.wait(lambda: OPENINGS[0] in terminal.sent[asleep:], "the terminal taken")
        terminal.wait(lambda: terminal.text == page, "the page as it was")
        terminal.type(b"\x03")
        assert terminal.end() == 0
        assert terminal.restored


@pytest.mark.parametrize("command", COMMANDS)
def test_a_signal_while_the_first_screen_opens_is_heeded(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    """At whichever moment it comes, the exit code names it and the terminal is as it was."""
    match = new_match(None)
    match.save_as(library(tmp_path).create("kept"))
    match.close()
    # A new match at every moment, each of the others at one; the long form has all of them.
    turn = COMMANDS.index(command)
    for written in OPENINGS[turn : turn + 1] if turn and not LONG else OPENINGS:
        with on_terminal("-m", "game", *command, folder=tmp_path) as terminal:
            terminal.wait(lambda: written in terminal.sent, f"{written!r}")  # noqa: B023 - called at once
            assert terminal.kill(signal.SIGTERM) == 143
            assert terminal.restored
    assert not list((tmp_path / "state").rglob("crash-*"))


def test_a_terminal_that_reads_slowly_is_sent_the_newest_only_and_is_left_at_once(
    tmp_path: Path,
) -> None:
    """For each key it reads less than half of what the key changes; in the end it is right.

    At least at one of three times: where others have the processor, the terminal may be the
    quicker one.
    """
    keys, sent = 24, list[int]()
    with on_terminal(*PLAY, folder=tmp_path) as terminal:
        begin(terminal)
        for _ in range(3):
            before = len(terminal.sent)
            for _ in range(keys):
                terminal.type_only(b"?")
                terminal.read(0.01, 512)
            terminal.wait(lambda: whole(terminal), "the table as it was")
            sent.append(len(terminal.sent) - before)
        assert min(sent) < 3000 * keys
        terminal.type(b"t")
        terminal.wait_for("What has happened")
        # Keys that close a page, open two, and leave, in one write: leaving at once is no fault.
        terminal.type(b"qt?\x11")
        assert terminal.end() == 0
        assert terminal.restored


def test_a_terminal_that_reads_nothing_is_left(tmp_path: Path) -> None:
    """Keys are heard, and the app ends; what has not been read by then is not waited for."""
    with on_terminal(*PLAY, folder=tmp_path) as terminal:
        begin(terminal)
        for _ in range(40):
            terminal.type_only(b"?")
        terminal.type_only(b"\x11")
        assert terminal.program.wait() == 0
        terminal.end()
        assert terminal.restored


def test_the_size_is_the_terminals_own(tmp_path: Path) -> None:
    """Whatever the environment says, at the start and later."""
    with on_terminal(*PLAY, folder=tmp_path, COLUMNS="40", LINES="10") as terminal:
        begin(terminal)
        terminal.resize(60, 20)
        terminal.wait_for("here are 60x20")
        terminal.resize(80, 24)
        terminal.wait(lambda: whole(terminal), "the table")


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "koi8-r"}]
)
def test_signs_that_an_encoding_lacks_are_told_apart(tmp_path: Path, env: dict[str, str]) -> None:
    """Carried, open and closed motions, whose turn it is, and the goals: no two look alike."""
    with on_terminal(*PLAY, folder=tmp_path, size=(80, 24), **env) as terminal:
        begin(terminal)
        for seen in (
            "> United States",
            ">US goals",
            "****oooo",
            "+ Intelligence",
            "o Train",
            ". Charter",
        ):
            terminal.wait(lambda: seen in terminal.text.replace("\ufffd", "."), seen)  # noqa: B023 - called at once
        board = terminal.text
    assert "?" not in board.replace("? Help", "").replace("Why?", "")
