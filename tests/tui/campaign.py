"""Long runs at the keyboard. As a command::

    python -m tests.tui.campaign bursts [PLACE ...]

Every pair of keys in one write, on every screen and every question. A first key that does nothing
there is followed by itself, Enter and Escape alone: with any other it is that other key.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from game.match import Match, verify
from game.tui.app import SharedEnemyApp
from tests.tui.driving import burst, press, rows, running, settled
from tests.tui.tour import stocked

PLACES: dict[str, tuple[str, ...]] = {
    "title": (),
    "scenarios": ("s",),
    "rules": ("s", "?"),
    "new game": ("n",),
    "opponents": ("n", "tab", "tab", "tab", "tab", "enter"),
    "resume": ("r",),
    "saves": ("p",),
    "find": ("p", "slash"),
    "rename": ("p", "r"),
    "export": ("p", "e"),
    "delete": ("p", "d"),
    "replay": ("p", "end", "enter"),
    "branch": ("p", "end", "enter", "b"),
    "comment": ("p", "end", "enter", "c"),
    "lines": ("p", "end", "enter", "v"),
    "hand-over": ("home", "enter"),
    "table": ("home", "enter", "escape"),
    "transcript": ("home", "enter", "escape", "t"),
    "news": ("home", "enter", "escape", "n"),
    "why": ("home", "enter", "escape", "w"),
    "map": ("home", "enter", "escape", "m"),
    "take back": ("home", "enter", "escape", "u"),
    "leave": ("home", "enter", "escape", "q"),
}
"""The screens and questions, and the keys that lead there from the title."""

KEYS = (
    *("enter", "escape", "q", "y", "n", "space", "tab", "backspace", "f1", "f2", "question_mark"),
    *("down", "left", "home", "end", "pagedown", "d", "r", "c", "e", "o", "u", "b", "v", "slash"),
)

TOGETHER = 9
"""So many pairs go to one app, from the title each."""


async def at(app: SharedEnemyApp, place: str) -> None:
    """Go to a place from the title."""
    app.navigation.title()
    await settled(app)
    await press(app, *PLACES[place])


async def storm(app: SharedEnemyApp, place: str, pairs: Iterable[tuple[str, ...]]) -> None:
    """Press keys of each pair at once at a place; whatever comes of it, the app stands.

    Raises:
        AssertionError: it does not, or a match is not on disk as it is on the table.
    """
    for pair in pairs:
        if not app.is_running or app._exit:
            return
        await at(app, place)
        await burst(app, *pair)
        assert app._exception is None, f"{place}, {pair}: {app._exception!r}"
        for screen in app.screen_stack:
            match = getattr(screen, "match", None)
            if isinstance(match, Match) and match.journal and not match.read_only:
                kept = Match.open(match.journal.path, read_only=True)
                assert verify(match.journal.path).good, f"{place}, {pair}"
                assert kept.decisions == match.decisions, f"{place}, {pair}"


def bursts(places: Iterable[str]) -> int:
    """Every pair of keys at every place; the number of pairs that were pressed."""
    count = 0
    for place in places:
        for first in KEYS:
            with tempfile.TemporaryDirectory() as folder:
                count += asyncio.run(_at_one(Path(folder), place, first))
        print(f"{place}: {count} pairs so far", flush=True)
    return count


async def _at_one(folder: Path, place: str, first: str) -> int:
    async with running(stocked(folder / "alone")) as app:
        await at(app, place)
        before = app.screen_stack[:], app.focused, rows(app)
        await press(app, first)
        inert = not app._exit and before == (app.screen_stack[:], app.focused, rows(app))
    seconds = tuple(dict.fromkeys((first, "enter", "escape"))) if inert else KEYS
    for start in range(0, len(seconds), TOGETHER):
        async with running(stocked(folder / str(start))) as app:
            await storm(app, place, [(first, each) for each in seconds[start : start + TOGETHER]])
    return len(seconds)


def main() -> int:
    """Run the campaign that the command line names."""
    match sys.argv[1:]:
        case ["bursts", *places]:
            bursts(places or PLACES)
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
