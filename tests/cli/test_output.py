"""On a terminal there are tables and progress; anywhere else there are lines of text."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.output import NARROWEST, columns, drawn, glossary, progress, table
from game.text import line
from game.text.cells import cells
from tests.cli.kept import damage, keep, path_of
from tests.cli.terminal import Command

STYLES = re.compile(r"\x1b\[[0-9;]*m")
"""What rich writes to style words, and nothing else."""


class Screen(io.StringIO):
    """A stream that is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


Switch = Callable[..., None]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Switch:
    """Makes standard output and standard error a terminal of 80 columns, or none."""
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def switch(*, on: bool = True) -> None:
        monkeypatch.setattr("sys.stdout.isatty", lambda: on)
        monkeypatch.setattr("sys.stderr.isatty", lambda: on)

    return switch


def unstyled(text: str) -> str:
    return STYLES.sub("", text)


@pytest.mark.parametrize(
    "arguments", [("saves",), ("opponents",), ("scenario", "list"), ("scenario", "explain")]
)
def test_on_a_terminal_a_list_is_a_table_that_fits(
    command: Command, terminal: Switch, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """With a rule below the titles of its columns, and all words of the lines of text."""
    keep(tmp_path)
    terminal()
    said = command(*arguments)
    rows = unstyled(said.out).splitlines()
    assert max(map(cells, rows)) <= 80
    assert set(rows[1]) == {"─"}
    terminal(on=False)
    text = command(*arguments).out
    words = re.sub(r"^(\S+):", r"\1", re.sub(r"\bhead ", "", text), flags=re.MULTILINE).split()
    assert sorted(words) == sorted(" ".join(row for row in rows[2:]).split())


@pytest.mark.parametrize("variable", [("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "59")])
def test_where_no_colour_is_wanted_or_no_room_is_left_there_are_lines_of_text(
    command: Command,
    terminal: Switch,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    variable: tuple[str, str],
) -> None:
    keep(tmp_path)
    keep(tmp_path, name="y")
    monkeypatch.setenv(*variable)
    terminal()
    lists = [("saves",), ("opponents",), ("scenario", "list"), ("verify", "x", "y")]
    shown = [command(*arguments) for arguments in lists]
    terminal(on=False)
    assert shown == [command(*arguments) for arguments in lists]
    assert not any("\x1b" in said.out + said.err for said in shown)


def test_an_empty_wish_for_no_colour_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "")
    assert drawn(Screen())
    assert not drawn(io.StringIO())


HOSTILE = st.text(st.sampled_from("ab[/]{}:\x1b\x9b\x07\r\n\t\u202e\u200b東é") | st.characters())


@given(
    rows=st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1, max_size=4),
    room=st.integers(NARROWEST, 300),
)
def test_nothing_in_a_table_is_markup_or_steers_a_terminal(
    rows: list[tuple[str, str]], room: int
) -> None:
    """Each character that may be shown is in it, and none of the others."""
    screen = Screen()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", screen)
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("COLUMNS", str(room))
        table(("A", "B"), rows)
    shown = unstyled(screen.getvalue())
    assert "\x1b" not in shown
    body = "".join(shown.split("\n")[2:])
    wanted = "".join(line(cell) for row in rows for cell in row)
    for character in set(wanted) - set(" ─"):
        assert body.count(character) == wanted.count(character)


@given(rows=st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1, max_size=4))
def test_nothing_in_lines_of_text_steers_a_terminal(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out)
        columns(rows)
        glossary(("A", "B"), rows)
    assert not set("\x1b\x9b\x07\u202e") & set(out.getvalue())


def test_what_is_wrong_with_a_save_stands_below_the_table(
    command: Command, terminal: Switch, tmp_path: Path
) -> None:
    path = keep(tmp_path, "consult", "consult")
    damage(path, 3)
    terminal()
    lines = unstyled(command("saves").out).splitlines()
    assert lines[2].split()[:2] == ["x", "damaged"]
    assert lines[-1].startswith(f"{path}:3: ")


def test_progress_is_shown_on_a_terminal_and_nothing_of_it_is_left(
    command: Command, terminal: Switch, tmp_path: Path
) -> None:
    """What is printed meanwhile goes where it belongs, and stays as it is."""
    keep(tmp_path)
    keep(tmp_path, name="y")
    terminal()
    said = command("verify", "x", "y", "z")
    for count in range(3):
        assert f"{count}/3" in said.err
    assert said.err.rstrip().endswith("\x1b[2K")
    assert "\x1b" not in said.out
    assert said.out.startswith(f"{path_of(tmp_path)}: 1 decision, all good")


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 1000])
def test_a_bar_is_drawn_a_hundred_times_at_the_most(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Whatever is counted is counted once and in order."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    with progress("Counting") as bar:
        assert list(bar.over(range(count))) == list(range(count))
    assert screen.getvalue().count("Counting") <= 102


def test_without_a_terminal_there_is_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stderr", out)
    with progress("Counting") as bar, bar.aside():
        assert list(bar.over("abc")) == ["a", "b", "c"]
    assert out.getvalue() == ""
