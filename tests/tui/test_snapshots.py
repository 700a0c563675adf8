"""The screens look as they are kept in text; a change of looks shows as a change of these files."""

from __future__ import annotations

from tests.tui.snapshots import FOLDER, difference, draw


def test_the_screens_are_as_they_are_kept() -> None:
    """If one is to look otherwise: ``python -m tests.tui.snapshots`` writes them anew."""
    drawn = draw()
    changed = {name: diff for name, screen in drawn.items() if (diff := difference(name, screen))}
    assert not changed, "\n\n".join(f"{name}\n{diff}" for name, diff in changed.items())
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(drawn)
