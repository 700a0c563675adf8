from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.cli import run
from tests.cli.terminal import Command, Said


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs a command line in this process, with its saves in a folder of the test's own."""
    monkeypatch.setenv("SHARED_ENEMY_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("SHARED_ENEMY_SETTINGS", str(tmp_path / "settings.json"))
    # A sentence in one line, so that it can be looked for; how lines are broken is told elsewhere.
    monkeypatch.setenv("COLUMNS", "1000")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def command(*arguments: str, typed: str = "") -> Said:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        capsys.readouterr()
        code = run(arguments)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return command
