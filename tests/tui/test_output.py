"""Writing to a terminal that takes its time: nothing waits, nothing piles up, nothing is torn."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tui import output
from game.tui.output import Output

LARGE = "\x1b[31mword\x1b[0m " * 20_000
"""More than any terminal takes without reading."""


@contextmanager
def terminal() -> Iterator[tuple[int, TextIO]]:
    """A terminal's end that reads, and the end that is written to."""
    reads, writes = pty.openpty()
    tty.setraw(writes)
    try:
        with os.fdopen(writes, "w", encoding="utf-8", closefd=False) as file:
            yield reads, file
    finally:
        for handle in (reads, writes):
            with contextlib.suppress(OSError):
                os.close(handle)


@contextmanager
def writing(file: TextIO) -> Iterator[tuple[Output, threading.Event]]:
    """An output at work, and what says that it is free again."""
    free = threading.Event()
    out = Output(file, free.set)
    out.start()
    try:
        yield out, free
    finally:
        out.forget()
        out.stop()


def read_until(reads: int, end: bytes) -> bytes:
    """Everything up to an end."""
    seen = b""
    while not seen.endswith(end):
        seen += os.read(reads, 1 << 16)
    return seen


def test_everything_is_written_in_its_order() -> None:
    """Codes and frames, of any size."""
    with terminal() as (reads, file), writing(file) as (out, _):
        out.write("first ")
        with out.frame():
            out.write("a ")
            out.write("frame ")
        with out.frame():
            pass
        out.write("last é")
        assert read_until(reads, "é".encode()).decode() == "first a frame last é"


def test_what_a_terminal_takes_at_once_is_there_at_once() -> None:
    """No thread has to come first; the rest of what is too much is left to it."""
    with terminal() as (reads, file):
        out = Output(file, lambda: None)
        with out.frame():
            out.write("a frame")
        assert os.read(reads, 100) == b"a frame"
        assert out.turn()
        out.write(LARGE)
        assert not out.turn()
        out.write("END")
        out.start()
        assert read_until(reads, b"END").decode() == LARGE + "END"
        out.stop()


def test_a_frame_has_its_turn_when_all_before_it_is_written() -> None:
    """Not before; and then it is told."""
    with terminal() as (reads, file), writing(file) as (out, free):
        with out.frame():
            out.write(LARGE + "END")
        assert not out.turn()
        assert not free.is_set()
        read_until(reads, b"END")
        free.wait()
        assert out.turn()


def test_what_another_thread_writes_is_no_part_of_a_frame() -> None:
    """It must arrive, even if the frame is forgotten."""
    with terminal() as (reads, file), writing(file) as (out, _):
        with out.frame():
            out.write(LARGE)
        with out.frame():
            out.write("never seen")
            other = threading.Thread(target=out.write, args=("mode",))
            other.start()
            other.join()
        out.forget()
        out.write("END")
        seen = read_until(reads, b"END")
        assert b"mode" in seen
        assert b"never" not in seen


@given(st.integers(0, 3000))
def test_a_frame_that_is_forgotten_ends_between_two_sequences(taken: int) -> None:
    """However much of it has been read: the codes after it are read as codes."""
    with terminal() as (reads, file), writing(file) as (out, _):
        with out.frame():
            out.write(LARGE)
        select.select([reads], [], [])  # it is being sent
        seen = os.read(reads, taken) if taken else b""
        out.forget()
        out.write("\x1b[?1049lEND")
        seen += read_until(reads, b"END")
        assert len(seen) < len(LARGE)
        assert seen.endswith(b"\x1b[0m\x1b[?2026l\x1b[?1049lEND")
        assert not re.search(rb"\x1b[^\[]|\x1b\[[^a-zA-Z]*\x1b", seen)


def test_a_terminal_that_takes_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The output ends without it."""
    monkeypatch.setattr(output, "GRACE", 0.01)
    with terminal() as (_, file):
        out = Output(file, lambda: None)
        out.start()
        out.write(LARGE)
        out.stop()
        assert not out.is_alive() or out._given_up


def test_a_terminal_that_reads_again_too_late_is_left_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Half a frame was sent: what it has not read is taken back, and the codes come after it."""
    monkeypatch.setattr(output, "GRACE", 0.01)
    with terminal() as (reads, file):
        out = Output(file, lambda: None)
        out.start()
        with out.frame():
            out.write(LARGE)
        seen = os.read(reads, 1000)
        out.write("\x1b[?1049lEND")
        out.stop()
        seen += read_until(reads, b"END")
        assert seen.endswith(b"\x18\x1b[0m\x1b[?2026l\x1b[?1049lEND")
        assert len(seen) < len(LARGE)


def test_a_terminal_that_is_gone_takes_everything() -> None:
    """And says nothing."""
    with terminal() as (reads, file), writing(file) as (out, free):
        os.close(reads)
        out.write(LARGE)
        if not out.turn():
            free.wait()
        assert out.turn()


def test_what_is_no_terminal_is_written_to_as_well() -> None:
    """A pipe cannot be opened anew."""
    reads, writes = os.pipe()
    with os.fdopen(writes, "w", encoding="ascii") as file, writing(file) as (out, _):
        out.write("● END")
        assert read_until(reads, b"END") == b"* END"
    os.close(reads)
