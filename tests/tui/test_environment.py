"""What the environment says does not steer the app."""

from __future__ import annotations

from pathlib import Path

from tests.tui.ptys import on_terminal

DRIVER = """
from pathlib import Path
Path(__file__).with_suffix(".ran").touch()
from textual.drivers.headless_driver import HeadlessDriver as Driver
"""
"""A module that leaves a trace when it is imported."""


def test_variables_for_the_development_of_apps_are_not_obeyed(tmp_path: Path) -> None:
    """They would run code, write files, press keys, open connections, or end the app."""
    (tmp_path / "hostile.py").write_text(DRIVER)
    before = sorted(tmp_path.rglob("*"))
    variables = {
        "PYTHONPATH": str(tmp_path),
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DRIVER": "hostile:Driver",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_PRESS": "ctrl+q",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
        "TEXTUAL_COLOR_SYSTEM": "bogus",
        "TEXTUAL_THEME": "bogus",
        "TEXTUAL_FILTERS": "bogus",
    }
    own = tmp_path / "own"
    with on_terminal("-m", "game", folder=own, size=(80, 24), **variables) as terminal:
        terminal.wait_for("New game")
        terminal.type(b"\x11")
        assert terminal.end() == 0
    assert sorted(path for path in tmp_path.rglob("*") if "own" not in path.parts) == before


def test_the_size_is_that_of_the_terminal(tmp_path: Path) -> None:
    """Not the one that a shell has left in its variables."""
    with on_terminal("-m", "game", folder=tmp_path, COLUMNS="40", LINES="10") as terminal:
        terminal.wait_for("New game")
        terminal.type(b"\x11")
        assert terminal.end() == 0
