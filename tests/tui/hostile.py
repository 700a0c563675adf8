"""A match in which every word was written by somebody who means ill.

No reader would let such a scenario in. Here it is made past the reader, to see that the screen
does not depend on it. As a command it runs the app with such a match on a real terminal::

    python -m tests.tui.hostile FOLDER
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args
from unittest.mock import patch

import attrs
from textual.content import Content
from textual.widgets import Static

from game.match import Match
from game.rules import Rulebook
from game.scenario import load
from game.scenario.kinds import Words
from game.scenario.walk import hints
from tests.books import RULES_3
from tests.tui.driving import library, play_on

MARKER = "PWNED"
CONTROLS = (
    f"\x1b]0;{MARKER}\x07",
    f"\x1b]0;{MARKER}\x1b\\",
    f"\x1b]52;c;{MARKER}\x07",
    f"\x1b[2J{MARKER}",
    f"\x1b[?1049l{MARKER}",
    f"\x1b[6n{MARKER}",
    f"\x1bP{MARKER}\x1b\\",
    f"\x9b2J{MARKER}",
    f"\x9d0;{MARKER}\x9c",
    "Aa\x07Zz",
    "Aa\x08Zz",
    "Aa\rZz",
    "Aa\x00Zz",
    "Aa\x0eZz",
    "Aa\x7fZz",
    "Aa\tZz",
    "Aa\nZz",
    "Aa\u202eZz",
    "Aa\u2067Zz",
    "Aa\u200bZz",
    "Aa\U000e0041Zz",
    "Aa\ud800Zz",
)
MARKUP = (
    "[red]Aa",
    "[@click=app.bell]Aa[/]",
    "[@click=app.quit]Aa",
    "Aa[/]Zz",
    "Aa[/Zz",
    "[link=https://example.org/x]Aa",
    "[link='https://example.org/x']Aa",
    "[link='https://example.org/\x1b]0;x\x07']Aa",
    "[true, false]",
    "[[Aa][[/]]",
    "Aa[bold",
    "Aa\\",
    ":bomb: $primary",
    "{0} {name} %s",
)
TEMPLATES = ("Aa{", "Aa}", "{Aa}", "{0.__class__}", "%(Aa)d", "${Aa}", r"\1\g<Aa>", "%-Aa")
PAYLOADS = CONTROLS + MARKUP + TEMPLATES


def hostile_book(start: int = 0, payloads: Sequence[str] = PAYLOADS) -> Rulebook:
    """A scenario with payloads in all its words.

    ``start`` turns the payloads round, so that each stands in other places.
    """
    turned = itertools.islice(itertools.cycle(payloads), start, None)
    return Rulebook(_poisoned(load(RULES_3), turned))


def hostile_match(
    start: int, decisions: int, seed: int = 8, seats: tuple[str, str] = ("human", "human")
) -> Match:
    """A match after so many random decisions, with payloads in all names and texts.

    ``start`` turns the payloads round, so that each stands in other places.
    """
    payloads = itertools.islice(itertools.cycle(PAYLOADS), start + 7, None)
    with patch("game.match.match.rulebook", return_value=hostile_book(start)):
        match = Match.new("", seats=seats, seed=seed)
    names = (next(payloads), next(payloads))
    match.header = attrs.evolve(match.header, title=next(payloads), names=names)
    play_on(match, decisions, seed)
    for place in range(len(match.reasons)):
        match.reasons[place] = next(payloads)
    return match


def _poisoned(thing: Any, payloads: Iterator[str]) -> Any:
    """The same with a payload in every word that is meant for people."""
    if isinstance(thing, tuple):
        return tuple(_poisoned(each, payloads) for each in thing)
    if isinstance(thing, dict):
        return {key: _poisoned(each, payloads) for key, each in thing.items()}
    if not attrs.has(type(thing)):
        return thing
    changes: dict[str, Any] = {}
    cls: Any = type(thing)
    for name, hint in hints(cls).items():
        value = getattr(thing, name)
        if isinstance(value, str) and any(isinstance(each, Words) for each in get_args(hint)):
            changes[name] = f"{next(payloads)}{value[:12]}{next(payloads)}"
        elif name == "source" and isinstance(value, tuple):
            changes[name] = tuple(next(payloads) for _ in value)
        else:
            changes[name] = _poisoned(value, payloads)
    return attrs.evolve(thing, **changes)


def main(folder: str) -> int:
    """Run the app on the terminal; a widget of Textual's own gets what no widget of ours would."""
    from game.tui.app import SharedEnemyApp
    from game.tui.strips import clean_strips
    from tests.tui.ptys import ROOT

    class Canary(SharedEnemyApp):
        CSS_PATH = str(ROOT / "game/tui/app.tcss")

        def on_mount(self) -> None:
            super().on_mount()
            self.call_after_refresh(self.add_canary)

        def add_canary(self) -> None:
            raw = "".join(f"CANARY{each}" for each in CONTROLS if "\n" not in each)
            self.screen.mount(Static(Content(raw), id="canary"))

    clean_strips()
    app = Canary(library(Path(folder)), start=hostile_match(0, 5))
    app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
