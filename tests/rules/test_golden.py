"""The golden games, decision by decision. ``python -m tests.rules.regenerate`` rewrites them."""

from __future__ import annotations

import pytest

from game.rules import Kind
from tests.rules import golden
from tests.rules.golden import Game

TEXT = golden.FILE.read_text(encoding="utf-8")
GAMES = golden.read(TEXT)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: f"game-{game.name}")
def test_golden_game(game: Game) -> None:
    """The rules offer and do in each position of a golden game what they did when it was kept."""
    now = golden.played(game.book, game.name, game.variant, game.decisions)
    assert now.start == game.start
    for number, (kept, found) in enumerate(zip(game.entries, now.entries, strict=False), start=1):
        faults = golden.differences(kept, found)
        assert not faults, (
            f"game {game.name}, decision {number} ({kept.round} {kept.phase} {kept.side}, "
            f"{kept.decision}): {'; '.join(faults)}"
        )
    assert len(now.entries) == len(game.entries)
    assert now.ending == game.ending


def test_the_text_is_written_as_it_is_read() -> None:
    """Nothing is lost between the golden games and their text."""
    assert golden.write(GAMES) == TEXT


def test_the_golden_games_show_the_whole_of_rules_3() -> None:
    """Twenty games of both starts hold every kind of decision, but the one that is newer."""
    assert len(GAMES) == 20
    assert {game.variant for game in GAMES} == {golden.STANDARD, "easy"}
    kinds = {text.partition(":")[0] for game in GAMES for text in game.decisions}
    assert kinds == {kind.value for kind in Kind if kind is not Kind.SITUATION}
    assert {game.ending.verdict for game in GAMES} == {"bargain", "collapse", "frozen", "ru_alone"}
