"""Output that is full or closed, input that is closed, a terminal that is none of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.match import verify
from tests.cli.kept import keep
from tests.cli.terminal import RANDOM, environment
from tests.examples import LONG

COMMANDS = (
    ("--help",),
    ("--version",),
    ("saves",),
    ("saves", "--json"),
    ("verify", "x"),
    ("replay", "x", "--plain"),
    ("export", "x", "--to", "json"),
    ("scenario", "show", "shared-enemy"),
    (*RANDOM, "--save", "y"),
)

FULL, CLOSED = "full", "closed"


def run(tmp_path: Path, arguments: tuple[str, ...], ways: str, unbuffered: str) -> tuple[int, str]:
    """A command with its streams redirected as a shell would; its code and what it complained."""
    told = tmp_path / "told"
    program = " ".join([sys.executable, "-m", "game", *arguments])
    env = environment(
        SHARED_ENEMY_SAVES=str(tmp_path / "saves"),
        XDG_STATE_HOME=str(tmp_path / "state"),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
        PYTHONUNBUFFERED=unbuffered,
    )
    done = subprocess.run(
        ["sh", "-c", f"{program} {ways.format(told=told)}"],
        env=env,
        check=False,
        capture_output=True,
    )
    assert not list((tmp_path / "state").rglob("crash-*"))
    return done.returncode, told.read_text() if told.exists() else ""


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only on Linux")
def test_an_output_that_takes_no_more_is_a_failure_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Full or closed, buffered or not; what is being played is put away in good order."""
    keep(tmp_path, over=True)
    ways = (
        (">/dev/full", "the disk is full", ""),
        (">/dev/full", "the disk is full", "1"),
        (">&-", "it is closed", ""),
    )
    # In the suite one way for each command, in turn; every way for each in the long form.
    turn = COMMANDS.index(arguments) % len(ways)
    for way, why, unbuffered in ways if LONG else ways[turn : turn + 1]:
        code, told = run(tmp_path, arguments, f"{way} 2>{{told}} </dev/null", unbuffered)
        assert code == 1
        assert told.splitlines()[-1] == (
            f"shared-enemy: not everything could be written to the output: {why}"
        )
        played = tmp_path / "saves" / "y.jsonl"
        if played.exists():
            report = verify(played)
            assert report.good
            assert report.closed
            played.unlink()


@pytest.mark.parametrize(
    "arguments", COMMANDS[2:6] if LONG else COMMANDS[4:5], ids=lambda arguments: arguments[0]
)
def test_a_closed_input_is_one_that_has_ended_and_complaints_need_no_reader(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    keep(tmp_path, over=True)
    before = (tmp_path / "saves" / "x.jsonl").read_bytes()
    for way in ("<&- >/dev/null", "2>&- >/dev/null", "2>/dev/full >/dev/null"):
        assert run(tmp_path, arguments, way, "")[0] == 0
    assert run(tmp_path, arguments, "<&- >&- 2>&-", "")[0] == 1
    assert (tmp_path / "saves" / "x.jsonl").read_bytes() == before


def test_a_match_without_input_waits_for_nobody(tmp_path: Path) -> None:
    """And the save is not written to by what was meant for the reader."""
    code, _ = run(tmp_path, ("play", "--plain", "--save", "x"), "<&- >/dev/null 2>{told}", "")
    assert code == 0
    assert verify(tmp_path / "saves" / "x.jsonl").good
    run(tmp_path, ("play", "--plain", "--save", "z"), "<&- >&- 2>&-", "")
    assert verify(tmp_path / "saves" / "z.jsonl").good


def test_the_app_without_a_terminal_is_wrong_usage(tmp_path: Path) -> None:
    for way in ("<&- 2>{told}", "<&- >&- 2>{told}", "</dev/null >&- 2>{told}"):
        code, told = run(tmp_path, (), way, "")
        assert code == 2
        assert "the app needs a terminal" in told
