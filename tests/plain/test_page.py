"""Lines reach every kind of output, and every kind of input is survived."""

from __future__ import annotations

import io
import signal
from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.plain import PlainGame, Stopped, Stopping, Streams
from game.plain.page import LONGEST
from tests.examples import examples
from tests.plain.paper import fresh


def streams(data: bytes = b"", encoding: str = "utf-8") -> tuple[Streams, io.BytesIO]:
    source = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    sink = io.BytesIO()
    return Streams(source, io.TextIOWrapper(sink, encoding=encoding)), sink


def test_no_control_character_is_ever_written() -> None:
    page, sink = streams()
    page.write(["one\x1b[2J two\x07", "three\u202e"])
    assert sink.getvalue() == b"one[2J two\nthree\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_what_an_output_cannot_write_is_spelt(encoding: str) -> None:
    page, sink = streams(encoding=encoding)
    page.write(["“Trust” −1 → 2 … ¶5 Δ"])
    spelt = sink.getvalue().decode(encoding)
    assert "-1 -> 2" in spelt
    assert spelt.isprintable() or spelt.endswith("\n")


def test_in_ascii_the_signs_of_the_game_stay_readable() -> None:
    page, sink = streams(encoding="ascii")
    page.write(["“Trust” −1 → 2 … ¶5 Δ"])
    assert sink.getvalue() == b'"Trust" -1 -> 2 ... par. 5 ?\n'


def test_bytes_that_are_no_text_are_an_answer_like_any_other() -> None:
    page, _ = streams(b"\xff\xfe\n1\n")
    assert page.ask("?") == "\ufffd\ufffd"
    assert page.ask("?") == "1"


def test_the_end_of_the_input_is_no_answer() -> None:
    page, _ = streams(b"")
    assert page.ask("?") is None


def test_an_empty_line_is_an_empty_answer() -> None:
    page, _ = streams(b"\n2")
    assert page.ask("?") == ""
    assert page.ask("?") == "2"
    assert page.ask("?") is None


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1, 3 * LONGEST, 100_000])
def test_a_very_long_line_is_one_answer(length: int) -> None:
    page, _ = streams(b"x" * length + b"\n1\n")
    assert page.ask("?") is not None
    assert page.ask("?") == "1"


@examples(20)
@given(st.binary(max_size=400))
def test_no_bytes_break_a_plain_game(data: bytes) -> None:
    page, sink = streams(data)
    match = fresh(3)
    PlainGame(match, lambda seat: None, page, nullcontext).begin()
    written = sink.getvalue().decode("utf-8")
    assert all(line.isprintable() for line in written.splitlines())


def test_a_signal_waits_until_what_is_held_is_done() -> None:
    stopping = Stopping()
    done = []

    def decide() -> None:
        with stopping.watch(), stopping.held():
            signal.raise_signal(signal.SIGTERM)
            done.append("decided")

    with pytest.raises(Stopped) as stopped:
        decide()
    assert done == ["decided"]
    assert stopped.value.signal == signal.SIGTERM


def test_a_signal_stops_at_once_what_is_not_held() -> None:
    stopping = Stopping()
    done = []

    def wait() -> None:
        with stopping.watch():
            signal.raise_signal(signal.SIGINT)
            done.append("never")

    with pytest.raises(Stopped):
        wait()
    assert done == []


def test_the_signals_are_given_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Stopping().watch():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before
