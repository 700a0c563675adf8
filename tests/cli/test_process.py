"""What only a program of its own shows: its imports, its signals, and its death."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.match import Match, verify
from tests.cli.terminal import RANDOM, ROOT, environment, program, start
from tests.examples import LONG

Process = subprocess.Popen[str]

PROMPTS = ("Choose 1", "or help:")


def saves(tmp_path: Path) -> tuple[str, str]:
    return ("--saves", str(tmp_path))


def read_to_prompt(process: Process) -> list[str]:
    """The lines up to the next question."""
    assert process.stdout is not None
    read: list[str] = []
    for line in process.stdout:
        read.append(line.rstrip("\n"))
        if any(each in line for each in PROMPTS):
            return read
    raise AssertionError(f"the game ended: {read}")


def answer(process: Process, words: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{words}\n")
    process.stdin.flush()


def play_to_question(tmp_path: Path, *typed: str) -> tuple[Process, list[str]]:
    """A running game that has taken these answers, and what it shows."""
    process = start(*saves(tmp_path), "play", "--plain", "--seed", "7", "--save", "x")
    shown = read_to_prompt(process)
    for words in typed:
        answer(process, words)
        shown = read_to_prompt(process)
    return process, shown


HEAVY = """
import json, sys
from game.cli import run
codes = [run(arguments) for arguments in json.loads(sys.argv[1])]
heavy = sorted({name.partition(".")[0] for name in sys.modules} & {"textual", "rich"})
print(json.dumps([codes, heavy]), file=sys.stderr)
"""


def test_the_small_commands_import_neither_textual_nor_rich(tmp_path: Path) -> None:
    arguments = [
        ["--help"],
        ["--version"],
        ["play", "--help"],
        ["saves"],
        ["scenario", "list"],
        [*RANDOM, "--save", "x"],
        ["verify", "x"],
        ["replay", "x", "--plain"],
        ["export", "x", "--to", "markdown"],
        ["branch", "x", "--at", "3"],
        ["annotate", "x", "--at", "3", "Here."],
        ["variations", "x"],
        ["opponents"],
        ["saves", "copy", "x"],
        ["scenario", "check", "shared-enemy"],
        ["scenario", "schema"],
    ]
    done = subprocess.run(
        [sys.executable, "-c", HEAVY, json.dumps(arguments)],
        env=environment(SHARED_ENEMY_SAVES=str(tmp_path)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(done.stderr.splitlines()[-1]) == [[0] * len(arguments), []]


def test_help_imports_no_more_than_it_says() -> None:
    """Neither what is played with, nor anything that is not Python's own, click included."""
    code = (
        "import sys; before = set(sys.modules); sys.argv[1:] = ['--help'];"
        "from game.__main__ import main\n"
        "try: main()\n"
        "finally: print(*set(sys.modules) - before, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    imported = set(done.stderr.split())
    others = {name for name in imported if name.partition(".")[0] not in sys.stdlib_module_names}
    assert others == {
        "game",
        "game.__main__",
        "game.cli",
        "game.cli.overview",
        "game.cli.running",
        "game.cli.streams",
        "game.process",
    }


@pytest.mark.parametrize(("group", "module"), [("saves", "listing"), ("scenario", "scenario")])
def test_a_group_lists_its_commands_without_importing_them(group: str, module: str) -> None:
    code = (
        f"import sys; from game.cli import run; run(['{group}', '--help']);"
        "print(*(m for m in sys.modules if m.startswith('game.cli.')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert set(done.stderr.split()) == {
        f"game.cli.{name}"
        for name in (
            module,
            "digits",
            "group",
            "options",
            "output",
            "overview",
            "root",
            "running",
            "streams",
            "wanted",
        )
    }


def test_the_title_is_on_the_screen_before_the_game_is_imported() -> None:
    code = (
        "import sys, game.cli.root, game.tui.app, game.tui.screens.title;"
        "import game.tui.strips, game.tui.terminal;"
        "print(*{name.partition('.')[0] for name in sys.modules} & {'attrs', 'cattrs'});"
        "print(*(m for m in sys.modules if m.startswith('game.') and m[5:8] not in ('cli', 'tui')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    attrs, modules = done.stdout.splitlines()
    assert attrs == ""
    assert set(modules.split()) == {
        "game.files",
        "game.files.disk",
        "game.files.folders",
        "game.files.whole",
        *(f"game.settings{name}" for name in ("", ".members", ".place", ".settings", ".trouble")),
        "game.settings.settings_file",
        "game.telling",
        "game.telling.messages",
        "game.text",
        "game.text.cells",
        "game.text.codepoints",
        "game.text.door",
        "game.text.quoting",
    }


@pytest.mark.parametrize("signalled", ["SIGTERM", "SIGHUP", "SIGINT"] if LONG else ["SIGHUP"])
def test_a_signal_ends_a_plain_game_with_its_number_and_the_match_closed(
    tmp_path: Path, signalled: str
) -> None:
    number = getattr(signal, signalled)
    process, _ = play_to_question(tmp_path, "consult")
    with process:
        process.send_signal(number)
        out, err = process.communicate()
    assert process.returncode == 128 + number
    assert err == ""
    assert "Go on with it" in out
    report = verify(tmp_path / "x.jsonl")
    assert report.good
    assert report.closed
    assert report.decisions == 3  # the winter and the news are Chance's


@pytest.mark.parametrize("left", ["SIGINT", "end of input"])
def test_whoever_leaves_the_questions_before_a_game_is_told_that_none_was_begun(
    tmp_path: Path, left: str
) -> None:
    process = start(*saves(tmp_path), "play", "--plain")
    with process:
        read_to_prompt(process)
        if left == "SIGINT":
            process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode == (130 if left == "SIGINT" else 0)
    assert err == ""
    assert "No match was begun." in out
    assert list(tmp_path.glob("*.jsonl")) == []


def test_one_program_plays_a_save_and_a_killed_game_is_resumed_at_the_same_position(
    tmp_path: Path,
) -> None:
    process, shown = play_to_question(tmp_path, "table:train/enemy", "rebut:law", "stop")
    with process:
        other = program(*saves(tmp_path), "resume", "x", "--plain")
        process.kill()
    assert other.code == 1
    assert "plays this save" in other.err
    resumed = program(*saves(tmp_path), "resume", "--plain")
    assert resumed.code == 0
    at = next(place for place, line in enumerate(shown) if line.startswith("On the table: Train"))
    assert "\n".join(shown[at:-1]) in resumed.out
    assert "stopped without closing" in resumed.out
    match = Match.open(tmp_path / "x.jsonl", read_only=True)
    assert [each.text for each in match.decisions[2:]] == [
        "table:train/enemy",
        "rebut:law",
        "stop",
    ]


def test_output_that_nobody_reads_ends_the_game_quietly(tmp_path: Path) -> None:
    process, _ = play_to_question(tmp_path)
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        answer(process, "consult")
        assert process.wait() == 1
        assert process.stderr.read() == ""
    assert verify(tmp_path / "x.jsonl").good


def test_the_program_runs_where_only_ascii_is_known(tmp_path: Path) -> None:
    said = program(
        *saves(tmp_path),
        *RANDOM,
        env=environment(PYTHONUTF8="0", LC_ALL="C", PYTHONIOENCODING="ascii"),
    )
    assert said.code == 0
    assert said.out.isascii()
    assert "Verdict: " in said.out


def test_the_same_seed_gives_the_same_game_under_every_hash_seed(tmp_path: Path) -> None:
    told = {
        program(
            *saves(tmp_path), *RANDOM, "--save", f"h{seed}", env=environment(PYTHONHASHSEED=seed)
        ).out.partition("Saved as")[0]
        for seed in ("0", "1")
    }
    assert len(told) == 1


def test_a_dumb_terminal_is_pointed_to_plain_lines(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "game", *saves(tmp_path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(TERM="dumb"),
        check=False,
        cwd=ROOT,
    )
    said = os.read(ours, 4096).decode()
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert said.count("\n") == 1
    assert "--plain" in said
