"""Many matches at once."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from game.balance.__main__ import main
from game.balance.arena import arena, swapped
from game.balance.contest import Contest, compete
from game.balance.fit import fit
from game.opponents import SeatError
from game.opponents.search.features import FEATURES
from game.rules import Rulebook
from tests.books import rulebook, shipped
from tests.opponents.tiny import tiny


def test_a_contest_repeats() -> None:
    contest = Contest(("realist", "random"), 3)
    assert compete(rulebook(), contest) == compete(rulebook(), contest)


def test_outcomes_come_in_the_order_of_the_contests_on_any_number_of_cores() -> None:
    contests = swapped(("grudge", "random"), range(3))
    assert [each.seed for each in contests] == [0, 0, 1, 1, 2, 2]
    alone = list(arena(shipped(), contests, cores=1))
    assert [each.contest for each in alone] == list(contests)
    assert list(arena(shipped(), contests, cores=2)) == alone


def test_the_variant_is_played() -> None:
    contests = [Contest(("random", "random"), 1)]
    standard, easy = (
        next(arena(shipped(), contests, variant=variant, cores=1)) for variant in (None, "easy")
    )
    assert standard != easy


def test_what_is_counted_adds_up() -> None:
    for seed in range(8):
        outcome = compete(rulebook(), Contest(("random", "realist"), seed))
        assert outcome.consulted <= outcome.turns
        assert outcome.contested <= outcome.tabled <= outcome.turns
        assert outcome.carried <= outcome.motions
        assert len(outcome.motions) <= outcome.tabled


def test_a_person_and_a_stranger_cannot_compete() -> None:
    with pytest.raises(ValueError, match="a person cannot play"):
        compete(rulebook(), Contest(("human", "random"), 1))
    with pytest.raises(SeatError):
        compete(rulebook(), Contest(("nobody", "random"), 1))


def test_other_scenarios_compete() -> None:
    outcome = compete(Rulebook(tiny()), Contest(("search:1", "random"), 1))
    assert outcome.verdict in tiny().epilogues


def test_weights_are_found_for_every_sign() -> None:
    found = fit(tiny(), 1, range(4), 0.2, cores=1)
    assert tuple(found) == (*FEATURES, "spread", "spread_early")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ladder", "--levels", "1-2", "--matches", "2"], "search:2 against search:1"),
        (["robin", "--matches", "2"], "payoff of | against"),
        (["robin", "--matches", "2", "--against", "random"], "random against realist"),
        (["mix", "--matches", "2", "--seats", "random"], "random against itself"),
        (["plain", "--matches", "2", "--playouts", "4"], "search against plain UCT"),
        (["fit", "--matches", "2", "--level", "1"], "spread_early:"),
    ],
)
def test_the_commands_print_their_tables(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(main, [*arguments, "--cores", "1"])
    assert result.exit_code == 0, result.output
    assert said in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["mix", "--seats", "nobody"],
        ["robin", "--against", "human"],
        ["mix", "--scenario", "nowhere"],
    ],
)
def test_wrong_names_are_told_in_a_sentence(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "Traceback" not in result.output
