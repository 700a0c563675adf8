"""Nothing that lies in the current folder is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.balance.contest import Contest
from game.balance.pool import on_cores
from game.balance.runner import play_block
from game.balance.series import Block
from game.opponents.search import Alone, Progress, Task, WorkerPool
from game.process import ROOT, environment, leave_current_folder, search_path
from game.rules import Rulebook
from game.scenario import read_text
from tests.opponents.games import positions
from tests.opponents.tiny import tiny
from tests.process.ambush import lay, python_itself, sprung

LIBRARY = str(Path(os.__file__).parent)


def run(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Python in a folder, with the checkout found as it is when it is installed: behind all."""
    found = {"PYTHONPATH": ROOT} if "PYTHONPATH" not in env else {}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "SHARED_ENEMY_SAVES": str(folder / "saves"), **found, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_an_ambush_is_seen(tmp_path: Path) -> None:
    """Plain Python runs what lies in the current folder, and leaves the trace."""
    lay(tmp_path, spare=python_itself())
    run(tmp_path, "-c", "import pickle, game")
    assert sprung(tmp_path) == ["game/__init__.py", "pickle.py"]


CHECK = ("game", "scenario", "check", "shared-enemy")
MEASURE = ("game", "balance", "properties", "paris-thaw", "--seats", "random", "--games", "40")


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (("game", "play", "--plain", "--us", "search:1", "--ru", "random"), "{root}"),
        (MEASURE, "{root}"),
        (CHECK, ":{root}"),
        (CHECK, "{root}:."),
        (CHECK, "lib:{root}:../{name}"),
    ],
)
def test_a_module_of_the_game_that_is_run_imports_nothing_from_here(
    tmp_path: Path, arguments: tuple[str, ...], path: str
) -> None:
    """Nor by an empty or relative part of PYTHONPATH."""
    folder = lay(tmp_path / "here", spare=python_itself(), game=False)
    lay(folder / "lib", spare=python_itself(), game=False)
    done = run(folder, "-m", *arguments, PYTHONPATH=path.format(root=ROOT, name=folder.name))
    assert done.returncode == 0, done.stderr
    assert sprung(tmp_path) == []


def test_a_task_of_the_project_imports_nothing_from_here(tmp_path: Path) -> None:
    """Its commands run in the checkout, wherever it was called from."""
    done = run(lay(tmp_path / "here"), str(Path(ROOT) / "tasks.py"))
    assert done.returncode == 0, done.stderr
    assert sprung(tmp_path) == []


def test_workers_import_nothing_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even from a program that looks in the current folder itself."""
    monkeypatch.chdir(lay(tmp_path / "here"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", "."]))
    monkeypatch.setattr(sys, "path", ["", str(tmp_path / "here"), *sys.path])
    book, pool = Rulebook(tiny()), WorkerPool()
    task = Task(next(positions(book, 1)).state, 8, 1, "path")
    assert pool.think(book, task, Progress()) == Alone().think(book, task, Progress())
    pool.close()
    block = Block((Contest(("random", "random"), 1),))
    text, name = read_text("shared-enemy")
    assert len(list(on_cores(play_block, [(text, name, block)] * 2, 2))) == 2
    assert sprung(tmp_path) == []


def test_the_game_stands_behind_the_standard_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["", "lib", ROOT, LIBRARY, "/packages"])
    assert search_path() == [LIBRARY, ROOT, "/packages"]
    monkeypatch.setattr(sys, "path", ["/own", LIBRARY, "/packages", ROOT])
    assert search_path() == ["/own", LIBRARY, "/packages", ROOT]


def test_a_folder_that_is_named_in_full_is_searched_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), LIBRARY, ROOT])
    assert search_path() == [LIBRARY, ROOT]
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert search_path() == [str(tmp_path), LIBRARY, ROOT]


def test_one_may_stand_in_the_folder_of_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or in that of the standard library, or in one that has been deleted."""
    import site

    packages = site.getsitepackages()[0]
    monkeypatch.setattr(sys, "path", [LIBRARY, packages, ROOT])
    for folder in (LIBRARY, packages):
        monkeypatch.chdir(folder)
        assert search_path() == [LIBRARY, packages, ROOT]


def test_a_folder_that_is_gone_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr(sys, "path", ["", LIBRARY, ROOT])
    leave_current_folder()
    assert sys.path == [LIBRARY, ROOT]
    monkeypatch.chdir(tmp_path)


def test_a_worker_is_told_nothing_but_where_python_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONSTARTUP", "LD_PRELOAD", "HOME", "API_KEY", "TEXTUAL_DRIVER"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/python/lib")
    assert environment().items() >= {("LD_LIBRARY_PATH", "/python/lib")}
    assert environment().keys() <= {
        "PYTHONHOME",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "SYSTEMROOT",
    }
