"""The usual ways of asking for a match are read without click, and as click reads them."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.cli.play import play
from game.cli.quick import OWN, wanted
from game.cli.root import cli
from game.cli.wanted import MOST_SEED, Wanted

NAMES = some.sampled_from([*OWN, "--us", "--ru", "--sead", "--seed=3", "--us=random", "--", "us"])
VALUES = some.sampled_from(
    ["student", "us=random", "us=", "=x", "", "7", "007", "-1", "½", str(MOST_SEED + 1), "--us"]
)
ARGUMENTS = some.lists(some.tuples(NAMES, VALUES) | some.tuples(NAMES), max_size=4).map(
    lambda found: [word for each in found for word in each]
)


def called(arguments: list[str]) -> click.Context:
    """The command as click calls it."""
    root = cli.make_context("shared-enemy", ["play"])
    return play.make_context("play", list(arguments), root)


def clicked(arguments: list[str]) -> Wanted:
    """What click reads."""
    read = called(arguments).params
    assert not read.pop("plain")
    return Wanted(**read)


@given(ARGUMENTS)
def test_what_is_read_at_a_glance_is_what_click_reads(arguments: list[str]) -> None:
    at_a_glance = wanted(arguments)
    assert at_a_glance is None or at_a_glance == clicked(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--ru", "student"],
        ["--ru", "student", "--us", "search:3", "--seed", "7"],
        ["--seat", "us=human", "--scenario", "paris-thaw", "--variant", "easy", "--save", "mine"],
    ],
)
def test_the_usual_ways_are_read_at_a_glance(arguments: list[str]) -> None:
    assert wanted(arguments) == clicked(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--plain"],
        ["--saves", "here"],
        ["--seed", "7", "--seed", "8"],
        ["--seed", "many"],
        ["--sead", "7"],
        ["--ru"],
        ["--ru", "--plain"],
        ["paris-thaw"],
    ],
)
def test_all_else_is_left_to_click(arguments: list[str]) -> None:
    assert wanted(arguments) is None


def test_click_knows_no_option_that_could_be_taken_for_a_side() -> None:
    known = {name for each in play.params for name in each.opts}
    assert {*OWN} == known | {*play.get_help_option_names(called([]))}
