"""Beginning a match, in the app or as lines of text. Nothing here needs click."""

from __future__ import annotations

import os

from game.cli.scenarios import check_variant, known_text
from game.cli.screens import need_terminal, show
from game.cli.seating import seated, somebody
from game.cli.wanted import Wanted
from game.match import HUMAN, Library, Match
from game.match.books import rulebook
from game.settings import SettingsFile


def begin(saves: Library, wanted: Wanted, *, plain: bool) -> int:
    """Begin a match, and play it.

    Args:
        saves: where it is kept.
        wanted: what match.
        plain: as lines of text, and not in the app.

    Returns:
        The exit code.
    """
    if not plain:
        need_terminal()
    text, where = known_text(wanted.scenario)
    book = rulebook(text, where, None)
    check_variant(book.scenario, wanted.variant)
    # Below 2**53, so that whatever reads a save keeps it exact.
    seed = int.from_bytes(os.urandom(8)) >> 11 if wanted.seed is None else wanted.seed
    sitting = seated(book.scenario, (HUMAN, HUMAN), wanted.seats)
    for seat in sitting:
        if seat != HUMAN and not somebody(book.scenario, seat):
            from game.opponents import opponent  # noqa: PLC0415 - others are there before they think

            opponent(seat, seed=seed, scenario=book.scenario)
    journal = saves.create(wanted.save, title=book.scenario.title)

    def begun() -> Match:
        one, other = (seat == HUMAN for seat in sitting)
        return Match.new(
            text,
            where,
            seats=sitting,
            seed=seed,
            variant=wanted.variant,
            journal=journal,
            names=SettingsFile.usual(os.environ).read().player_names((one, other)),
        )

    if not plain:
        return show(saves, begun())
    from game.cli import plain as lines  # noqa: PLC0415 - not for the app

    return lines.begin(begun, saves)
