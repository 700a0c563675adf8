"""What is built installs in a clean environment and finds its scenarios and its example game."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest

from game import __version__
from tests.cli.terminal import Said
from tests.packaging.pythons import pythons
from tests.packaging.smoke import lowest
from tests.process.ambush import lay, python_itself, sprung

ROOT = Path(__file__).parents[2]
BUILD = [sys.executable, "-m", "hatchling", "build"]


def run(*command: str | Path, cwd: Path, **env: str) -> Said:
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**inherited, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("source")
    said = run(*BUILD, "-t", "sdist", "-d", folder, cwd=ROOT)
    assert said.code == 0, said.err
    (packed,) = folder.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        # The earliest Pythons that the game runs on have no filters yet.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(folder)
    (unpacked,) = (path for path in folder.iterdir() if path.is_dir())
    return unpacked


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution alone."""
    folder = tmp_path_factory.mktemp("wheel")
    said = run(*BUILD, "-t", "wheel", "-d", folder, cwd=source)
    assert said.code == 0, said.err
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a clean environment in which the wheel is installed.

    What the wheel depends on is borrowed from the environment of the tests; nothing is fetched.
    """
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False, symlinks=True)
    programs = folder / "bin"
    said = run(
        *(sys.executable, "-m", "pip", "--python", programs / "python", "install"),
        *("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", wheel),
        cwd=folder,
    )
    assert said.code == 0, said.err
    (packages,) = folder.glob("lib/python3*/site-packages")
    lenders = {Path(str(each.locate_file(""))) for each in distributions()}
    (packages / "borrowed.pth").write_text("".join(f"{each}\n" for each in sorted(lenders)))
    return programs


def test_the_wheel_holds_everything_that_the_game_reads(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "game").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in held
    for path in (ROOT / "scenarios").glob("*.toml"):
        assert f"game/shipped/scenarios/{path.name}" in held
    assert "game/shipped/saves/grand-bargain.jsonl" in held
    assert not any(name.startswith(("tests", "bench")) for name in held)


def test_everything_that_is_needed_says_from_which_version_on(wheel: Path) -> None:
    """That is what is installed to try the oldest; the tool that builds says it twice alike."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        needs = re.findall(r"^Requires-Dist: ([\w.-]+)", archive.read(name).decode(), re.MULTILINE)
    pins = lowest(wheel, "cluster", "test", "dev")
    assert [pin.partition("==")[0] for pin in pins] == [
        need for need in needs if need != "shared-enemy"
    ]
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())
    (builder,) = declared["build-system"]["requires"]
    assert builder in declared["project"]["optional-dependencies"]["test"]


def test_this_python_is_among_those_of_the_machine() -> None:
    assert sys.version_info[:3] in pythons()


def test_the_source_distribution_holds_its_tests_and_commands(source: Path) -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "tasks.py", ".ci/run"):
        assert (source / name).read_bytes() == (ROOT / name).read_bytes()
    assert (source / "tests" / "conftest.py").exists()


def test_an_installed_game_finds_its_scenarios_and_its_example(
    programs: Path, tmp_path: Path
) -> None:
    """Nothing of the checkout is used, and saves go to the platform's folder for data."""
    data = {"XDG_DATA_HOME": str(tmp_path / "data"), "SHARED_ENEMY_SAVES": ""}
    command = programs / "shared-enemy"
    where = run(programs / "python", "-c", "import game; print(game.__file__)", cwd=tmp_path).out
    assert where.startswith(str(programs.parent))
    assert run(command, "--version", cwd=tmp_path).out == f"shared-enemy {__version__}\n"
    assert "shared-enemy: " in run(command, "scenario", "list", cwd=tmp_path).out
    saves = run(command, "saves", cwd=tmp_path, **data)
    assert saves.out.startswith("grand-bargain  Grand bargain")
    assert str(tmp_path / "data") in saves.err
    assert run(command, "verify", "grand-bargain", cwd=tmp_path, **data).code == 0
    played = run(
        *(programs / "python", "-m", "game", "play", "--plain", "--seed", "7"),
        *("--us", "random", "--ru", "random", "--save", "x"),
        cwd=tmp_path,
        **data,
    )
    assert played.code == 0
    assert (tmp_path / "data" / "shared-enemy" / "saves" / "x.jsonl").exists()


@pytest.mark.parametrize("path", ["", ":"])
def test_an_installed_game_imports_nothing_from_the_current_folder(
    programs: Path, tmp_path: Path, path: str
) -> None:
    """Nor do the workers of a search; an empty part of PYTHONPATH means the current folder."""
    spare = python_itself("re") if path else frozenset[str]()
    folder = lay(tmp_path / "here", spare=spare, game=not path)
    played = run(
        *(programs / "shared-enemy", "play", "--plain", "--us", "search:1", "--ru", "random"),
        cwd=folder,
        PYTHONPATH=path,
        SHARED_ENEMY_SAVES=str(tmp_path),
    )
    assert played.code == 0, played.err
    assert sprung(folder) == []
