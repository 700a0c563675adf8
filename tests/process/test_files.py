"""The program touches what its list names, and nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from game.process import ROOT, environment
from tests.process.watched import READS, RUNS, VARIABLES, WRITES

PAGE = (Path(ROOT) / "docs" / "files.md").read_text(encoding="utf-8")
Touched = dict[str, list[str]]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    part = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def names(cell: str) -> list[str]:
    """What stands in a cell between grave accents."""
    return re.findall(r"`([^`]+)`", cell)


def pythons_own(path: Path) -> bool:
    """Whether Python, its packages and the game's own files are what lies there."""
    own = {sys.prefix, sys.base_prefix, ROOT, *filter(None, sys.path), "/usr/share", "/proc"}
    own |= {*COMPILED}
    return any(path.is_relative_to(Path(each).resolve()) for each in own)


COMPILED = [sys.pycache_prefix] if sys.pycache_prefix else []
"""Where Python keeps what it has compiled, if not beside the sources."""


class Home:
    """A machine with nothing on it but a home, a folder to stand in, and one to name files in."""

    def __init__(self, folder: Path) -> None:
        self.saves = folder / "saves"
        self.named = folder / "named"
        self.here = folder / "here"
        self.home = folder / "home"
        for each in (self.named, self.here, self.home):
            each.mkdir()
        self.meanings = {
            "SAVES": self.saves,
            "NAMED": self.named,
            "DATA": self.home / ".local/share/shared-enemy",
            "CACHE": self.home / ".cache/shared-enemy",
            "CONFIG": self.home / ".config/shared-enemy",
            "STATE": self.home / ".local/state/shared-enemy",
        }

    def environment(self) -> dict[str, str]:
        """The variables of a process that finds this checkout, and little else."""
        return {
            "HOME": str(self.home),
            "PYTHONPATH": ROOT,
            "SHARED_ENEMY_SAVES": str(self.saves),
            "TERM": "xterm-256color",
        }

    def run(self, commands: Sequence[Sequence[str]]) -> Touched:
        """What the game touches with some commands, one after the other."""
        report = self.here.parent / "report.json"
        words = [[word.replace("NAMED", str(self.named)) for word in each] for each in commands]
        compiled = [f"-Xpycache_prefix={each}" for each in COMPILED]
        done = subprocess.run(
            [sys.executable, "-B", "-P", *compiled, "-m", "tests.process.watched", report],
            input=json.dumps(words),
            cwd=self.here,
            env=self.environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        touched: Touched = json.loads(report.read_text())
        return touched

    def allowed(self, path: Path, how: str) -> bool:
        """Whether the list says that a file is read, or written."""
        for cell, ways, _ in rows("Files"):
            (pattern,) = names(cell)
            if how in ways and path in self.meant(pattern, path):
                return True
        # To make a folder is to make those above it.
        above = [folder for folder in self.meanings.values() if folder.is_relative_to(path)]
        return how == WRITES and bool(above) and path.is_relative_to(self.home)

    def meant(self, pattern: str, path: Path) -> list[Path]:
        """What a pattern of the list may mean, of a path and the folders that have names."""
        word, _, rest = pattern.partition("/")
        if word not in self.meanings:
            return [Path(pattern)]
        folder = self.meanings[word]
        if rest == "..":
            return [folder.parent]
        if rest:
            return [path] if path.match(str(folder / rest)) else []
        return [folder, path] if word == "NAMED" and path.parent == folder else [folder]


MEASURE = (
    "balance",
    "properties",
    "paris-thaw",
    "--seats",
    "random",
    "--games",
    "2",
    "--jobs",
    "1",
)

COMMANDS = (
    ("play", "--plain", "--us", "random", "--ru", "search:1", "--seed", "7", "--save", "x"),
    ("play", "--plain", "--us", "random", "--ru", "doctrine:grudge", "--seed", "7", "--save", "y"),
    ("saves",),
    ("saves", "copy", "x", "z"),
    ("saves", "rename", "z", "w"),
    ("branch", "x", "--at", "12", "--ru", "random"),
    ("annotate", "x", "--at", "12", "Too early."),
    ("variations", "x"),
    ("verify", "x", "grand-bargain"),
    ("replay", "x", "--plain"),
    ("export", "x", "--to", "html", "-o", "NAMED/x.html"),
    ("export", "x", "--to", "svg", "-o", "NAMED/x.svg"),
    ("review", "x", "--variation", "1", "--budget", "1", "--html", "NAMED/r.html"),
    ("review", "grand-bargain", "--budget", "1", "--json"),
    ("saves", "delete", "x"),
    ("saves", "restore", "x"),
    ("opponents",),
    ("settings",),
    ("settings", "set", "theme", "nord"),
    ("scenario", "list"),
    ("scenario", "new", "own", "-o", "NAMED/own.toml"),
    ("scenario", "check", "NAMED/own.toml", "shared-enemy"),
    ("scenario", "show", "shared-enemy"),
    (*MEASURE, "--store", "NAMED/m.jsonl", "--html", "NAMED/m.html"),
    ("app",),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("machine"))


@pytest.fixture(scope="module")
def touched(home: Home) -> Touched:
    """All that all commands touch."""
    return home.run(COMMANDS)


def test_every_file_that_is_written_is_in_the_list(home: Home, touched: Touched) -> None:
    assert len(touched[WRITES]) > 10
    assert [each for each in touched[WRITES] if not home.allowed(Path(each), WRITES)] == []


def test_every_file_that_is_read_is_in_the_list_or_pythons_own(
    home: Home, touched: Touched
) -> None:
    foreign = [each for each in touched[READS] if not pythons_own(Path(each))]
    assert str(home.saves / "x.jsonl") in foreign
    assert [each for each in foreign if not home.allowed(Path(each), READS)] == []


def test_nothing_appears_in_the_folder_where_one_stands(home: Home, touched: Touched) -> None:
    assert touched
    assert list(home.here.iterdir()) == []


def test_every_variable_that_is_asked_for_is_in_the_list(touched: Touched) -> None:
    tables = rows("Variables") + rows("Imports and processes")
    listed = {name for row in tables for name in names(row[0])}
    asked = {each for each in touched[VARIABLES] if not each.startswith("TEXTUAL")}
    assert "SHARED_ENEMY_SAVES" in asked
    assert asked - listed == set()


def test_nothing_is_started_but_our_own_python_and_nothing_is_connected_to(
    touched: Touched,
) -> None:
    """A search in the app thinks in processes of its own."""
    assert touched[RUNS] == [f"subprocess.Popen {sys.executable}"]


def test_workers_get_what_the_list_says(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = {name for row in rows("Imports and processes") for name in names(row[0])}
    for name in listed | {"PYTHONPATH", "LD_PRELOAD", "HOME", "API_KEY", "TEXTUAL_DRIVER"}:
        monkeypatch.setenv(name, "x")
    assert environment().keys() == listed


@pytest.mark.parametrize(
    ("path", "how"),
    [
        ("home/.config/shared-enemy/x", WRITES),
        ("home/.config/x/settings.json", WRITES),
        ("saves/x.toml", WRITES),
        ("saves/deep/er.jsonl", READS),
        ("home/.cache/shared-enemy/looks.db", WRITES),
        ("home/.local/state/shared-enemy/crash-1.txt", READS),
        ("here/x.jsonl", WRITES),
        ("/tmp/x", WRITES),
        ("/etc/shadow", READS),
    ],
)
def test_what_is_not_in_the_list_is_found(home: Home, path: str, how: str) -> None:
    assert not home.allowed(home.here.parent / path, how)
