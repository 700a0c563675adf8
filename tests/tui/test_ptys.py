"""The app on a real terminal: it starts, ends, breaks and is killed, and nothing is lost."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.match import Match, verify
from game.rules import NOBODY
from tests.examples import LONG
from tests.tui.driving import library
from tests.tui.hostile import CONTROLS, MARKER
from tests.tui.ptys import ROOT, Terminal, on_terminal

PLAY = ("-m", "game", "play", "--seed", "7", "--save", "kept")
SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGQUIT: 131}


def opened(folder: Path) -> Match:
    """The match that was played, as it is on disk."""
    path = library(folder).find("kept")
    assert verify(path).good
    return Match.open(path, read_only=True)


def played(match: Match) -> list[str]:
    """What the sides have decided; the rest is drawn."""
    told = zip(match.states, match.decisions, strict=False)
    return [decision.text for state, decision in told if state.side != NOBODY]


def figures(screen: str) -> list[str]:
    """The tracks and what both sides have; that something has just moved is no part of it."""
    still = screen.replace("▲", " ").replace("▼", " ")
    names = "Threat|Tension|Trust|Isolation|Democracy|goals|recognition|Capital"
    rows = [row for row in still.splitlines() if row[:7] in (" Threat", " US goa", "▶RU rec")]
    return re.findall(rf"(?:{names}) \d+", "\n".join(rows))


def begin(terminal: Terminal) -> None:
    """From the situation to the first choice, and take a decision."""
    terminal.wait_for("Begin")
    terminal.type(b"\r")
    terminal.wait_for("Table a motion")
    terminal.type(b"\r")
    terminal.wait_for("Back “")
    terminal.type(b"\r")
    for words in ("Russia: reply", "▶RU", "Capital 2 "):
        terminal.wait_for(words)


@pytest.mark.parametrize("number", SIGNALS if LONG else [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_app_in_good_order(tmp_path: Path, number: signal.Signals) -> None:
    """The terminal is as it was, the exit code names the signal, the match is put away."""
    with on_terminal(*PLAY, folder=tmp_path) as terminal:
        begin(terminal)
        assert terminal.kill(number) == SIGNALS[number]
        assert terminal.restored
    match = opened(tmp_path)
    assert played(match) == ["table:train/enemy"]
    assert match.closed


def test_a_killed_game_is_resumed_where_it_was(tmp_path: Path) -> None:
    """``kill -9`` takes no decision away; resuming shows the same position and plays on."""
    with on_terminal(*PLAY, folder=tmp_path) as terminal:
        begin(terminal)
        before = terminal.text
        assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL
    cut_off = opened(tmp_path)
    with on_terminal("-m", "game", "resume", folder=tmp_path, size=(80, 24)) as terminal:
        terminal.wait_for("z: pause")  # what happened so far is told anew
        terminal.type(b"\x1b")
        terminal.wait_for("Accept without a word")
        assert figures(terminal.text) == figures(before) != []
        terminal.type(b"\x1b[H\r")  # an Enter alone may still belong to what was told
        terminal.wait_for("Russia accepts")
        terminal.type(b"\x11")
        assert terminal.end() == 0
        assert terminal.restored
    after = opened(tmp_path)
    assert after.states[len(cut_off.decisions)] == cut_off.state
    assert played(after) == ["table:train/enemy", "accept"]


def test_a_terminal_that_goes_away_ends_the_app(tmp_path: Path) -> None:
    """As a closed window does; the match is put away."""
    with on_terminal(*PLAY, folder=tmp_path) as terminal:
        begin(terminal)
        terminal.hang_up()
        assert terminal.end() == 129
    assert played(opened(tmp_path)) == ["table:train/enemy"]


BREAKS = """
import sys
from game.tui.screens.table import TableScreen

def broken(self, what):
    secret = "the value of a variable"
    raise RuntimeError("no such thing \\x1b]0;x\\x07")

TableScreen.action_study = broken
from game.cli import run
sys.exit(run(sys.argv[1:]))
"""


def test_a_fault_of_the_program_is_one_line_and_a_file(tmp_path: Path) -> None:
    """No traceback on the terminal; exit code 70; the match is safe."""
    with on_terminal("-c", BREAKS, *PLAY[2:], folder=tmp_path) as terminal:
        begin(terminal)
        terminal.type(b"t")
        assert terminal.end() == 70
        assert terminal.restored
        said = terminal.sent[terminal.sent.rfind(b"\x1b[?1049l") :].decode()
    line = re.sub(r"\x1b\[[?<]?[0-9;]*[a-z]", "", said).split()
    assert line[:2] == ["shared-enemy:", "the"]
    assert "Traceback" not in said
    assert "secret" not in said
    assert "\x07" not in said
    (file,) = (tmp_path / "state").rglob("crash-*.txt")
    assert "RuntimeError" in file.read_text(encoding="utf-8")
    assert played(opened(tmp_path)) == ["table:train/enemy"]


PASTES = """
import sys
from game.tui.app import SharedEnemyApp

SharedEnemyApp.on_paste = lambda self, event: self.notify(event.text[-11:], markup=False)
from game.cli import run
sys.exit(run(sys.argv[1:]))
"""
"""The app, telling of every text that is pasted."""


def test_nothing_that_a_terminal_sends_breaks_the_app(tmp_path: Path) -> None:
    """No byte, no key code, no size and no endless paste; then it plays on as if nothing was."""
    with on_terminal("-c", PASTES, *PLAY[2:], folder=tmp_path) as terminal:
        terminal.wait_for("Begin")
        terminal.type(b"\xff\xfe\xc3\x28\xed\xa0\x80")
        for sequence in (b"1114112u", b"99999999999u", b"55296u", b"97:65;1:1u", b"48;0;0;0;0t"):
            terminal.type(b"\x1b[" + sequence)
        terminal.type(b"\x1b[48;90000;90000;1;1t\x1b[<0;99999;99999M\x1b[<0;-5;1M")
        terminal.type(b"\x1b[200~" + b"q" * 90_000)
        terminal.type(b"\x1b[201~\r")
        terminal.wait_for("Table a motion")
        terminal.type(b"\x1b[200~\r\rq never ended")
        terminal.wait_for("never ended")
        terminal.type(b"?")
        terminal.wait_for("Choosing")
        terminal.kill(signal.SIGTERM)
        assert terminal.restored
    assert played(opened(tmp_path)) == []


def test_no_control_code_of_a_stranger_reaches_the_terminal(tmp_path: Path) -> None:
    """Judged by the bytes: the app's own codes are there, theirs are not; nor from a widget that
    shows text as it is.
    """
    with on_terminal("-m", "tests.tui.hostile", str(tmp_path), folder=tmp_path) as terminal:
        terminal.wait_for("CANARY")
        for keys, words in ((b"t", "What has happened"), (b"q", "CANARY"), (b"w", "Why is")):
            terminal.type(keys)
            terminal.wait_for(words)
        terminal.type(b"\x11")
        assert terminal.end() == 0
        sent = terminal.sent
    # The app asks for the shape of the mouse pointer.
    shown = re.sub(r"\x1b\]22;[a-z-]*\x07", "", sent.decode())
    assert MARKER in shown
    for code in ("\x1b]", "\x1b[2J", "\x1b[6n", "\x1bP"):
        assert code not in shown
    assert not re.search("[\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]", shown)
    assert shown.count("\x1b[?1049l") == 1
    assert len([each for each in CONTROLS if MARKER in each]) == 9


@pytest.mark.parametrize("command", [(), ("play",)])
def test_without_a_terminal_the_app_says_so(tmp_path: Path, command: tuple[str, ...]) -> None:
    """In one line, with what to do instead."""
    done = subprocess.run(
        [sys.executable, "-m", "game", "--saves", str(tmp_path), *command],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 2
    assert not done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert "--plain" in done.stderr
