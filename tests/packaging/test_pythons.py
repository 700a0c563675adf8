"""Whatever Python of this machine runs the game, it is the same game, word for word."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import attrs
import pytest

from tests.cli.terminal import RANDOM, ROOT, Said, environment

NAMES = ("python3", "python3.11", "python3.12", "python3.13", "python3.14")
FOLDERS = (None, "/usr/bin", "/usr/local/bin")
ASKED = "import sys; print('.'.join(map(str, sys.version_info[:3])))"

DEPENDENCIES = Path(attrs.__file__).parents[1]
"""Where this Python has what the game needs; all of it is Python, and fits every other."""


@cache
def pythons() -> dict[str, str]:
    """The other Pythons that the game runs on, each version once: version -> program."""
    found: dict[str, str] = {}
    for name in NAMES:
        for folder in FOLDERS:
            path = shutil.which(name, path=folder)
            if path is None:
                continue
            version = subprocess.run(
                [path, "-I", "-c", ASKED], capture_output=True, encoding="utf-8", check=False
            ).stdout.strip()
            if version and tuple(map(int, version.split("."))) >= (3, 11):
                found.setdefault(version, path)
    found.pop(".".join(map(str, sys.version_info[:3])), None)
    return found


RUN = """
import json, sys
from game.cli import run
print("codes", *map(run, json.loads(sys.argv[1])))
"""


def said(python: str, saves: Path) -> Said:
    """What the game says on a Python to all the commands."""
    env = environment(
        PYTHONPATH=f"{ROOT}:{DEPENDENCIES}",
        SHARED_ENEMY_SAVES=str(saves),
        PYTHONPYCACHEPREFIX=sys.pycache_prefix or str(saves),
    )
    done = subprocess.run(
        [python, "-c", RUN, json.dumps(COMMANDS)],
        capture_output=True,
        encoding="utf-8",
        env=env,
        cwd=saves,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


COMMANDS = (
    ("scenario", "check", "shared-enemy", "paris-thaw", "glass-ceiling", "helsinki-1975"),
    ("scenario", "show", "shared-enemy"),
    (*RANDOM, "--save", "x"),
    ("verify", "x"),
    ("replay", "grand-bargain", "--plain"),
)


def alike(told: Said, saves: Path) -> str:
    """What was said without what differs between two matches: the folder, and when it began."""
    return re.sub(r"\b[A-Z2-7]{10}\b", "CODE", told.out.replace(str(saves), "SAVES"))


@pytest.mark.skipif(not pythons(), reason="this machine has one Python only")
@pytest.mark.parametrize("version", pythons())
def test_the_game_is_the_same_on_every_python(version: str, tmp_path: Path) -> None:
    """Scenarios are good, a game plays to its end, and saves are read."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    wanted, got = said(sys.executable, here), said(pythons()[version], there)
    for each in (wanted, got):
        assert each.out.splitlines()[-1:] == ["codes 0 0 0 0 0"], each
    assert alike(got, there) == alike(wanted, here)
