"""The check of windows: rounds from which and until which something may happen."""

from __future__ import annotations

from game.scenario.reading.fault_log import Page
from game.scenario.reading.places import Path


def check_window(page: Page, path: Path, first: int | None, last: int | None) -> None:
    """Note a window that ends before it begins."""
    end = (*path, "until_round")
    if first is None or last is None or not page.sound(end, (*path, "from_round")):
        return
    if last < first:
        page.error(
            end,
            "window-backwards",
            f"The window ends in round {last} and begins in round {first}.",
            "Swap them; both rounds belong to the window.",
        )
