"""A scenario of another dispute runs everywhere, and nothing of the one that ships shows in it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest

from game.authoring.check import check_text
from game.match import Journal, Match
from game.opponents import opponent
from game.plain import PlainGame
from game.rules import Rulebook
from game.scenario import load, parse
from tests.examples import LONG
from tests.plain.paper import Paper
from tests.rules.games import TASTES
from tests.rules.naive import Naive
from tests.rules.test_naive import compare
from tests.scenarios.pasture import MORE, pasture
from tests.tui.driving import LARGE, SMALL, library, play_to_verdict, press, rows, running, text

TRACKS = range(2, 3 + len(MORE))


def test_the_dispute_can_have_two_to_seven_tracks() -> None:
    assert [len(parse(pasture(count), "").tracks) for count in TRACKS] == [2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("tracks", TRACKS)
def test_the_check_finds_nothing(tracks: int) -> None:
    assert check_text(pasture(tracks), "high-pasture.toml") == ()


@pytest.mark.parametrize("taste", TASTES)
@pytest.mark.parametrize("tracks", TRACKS)
def test_a_plain_reading_of_it_agrees(tracks: int, taste: str) -> None:
    """In whole random games both readings offer the same, do the same and judge the same."""
    scenario = parse(pasture(tracks), "high-pasture.toml")
    for seed in range(6):
        start = "wet" if seed % 2 else None
        compare(Rulebook(scenario, start), Naive(scenario, start), seed, taste)


def fresh(tracks: int, seed: int, journal: Journal | None = None) -> Match:
    return Match.new(
        pasture(tracks),
        "high-pasture.toml",
        seats=("human", "human"),
        seed=seed,
        journal=journal,
        clock=lambda: "",
    )


def foreign(scenario: str) -> re.Pattern[str]:
    """The words of a shipped scenario: names of its sides, tracks and entries."""
    told = load(scenario)
    words = [
        *(side.name for side in told.sides),
        *(track.name for track in told.tracks),
        *(motion.name for motion in told.motions),
        *(argument.name for argument in told.arguments),
        *(side.goal for side in told.sides),
        *(tier.name for tier in told.ladder.tiers),
        told.ladder.ceiling_name,
    ]
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words))


FOREIGN = foreign("shared-enemy")


@pytest.mark.parametrize("tracks", [2, 7])
def test_the_plain_game_plays_it(tracks: int) -> None:
    """To the end, in its own words alone."""
    match = fresh(tracks, 5)
    pick = random.Random(tracks)
    paper = Paper(["rules", *(str(1 + int(3 * pick.random())) for _ in range(400))])
    seating = partial(opponent, seed=match.seed, scenario=match.scenario)
    PlainGame(match, seating, paper, nullcontext).begin()
    assert match.verdict is not None
    page = paper.text()
    assert match.scenario.epilogues[match.verdict.name].text in page.replace("\n", " ")
    for word in ("The Shepherds", "The Beekeepers", "Neighbourliness", "Drought"):
        assert word in page
    assert FOREIGN.search(page) is None


@pytest.mark.parametrize(("tracks", "size"), [(2, SMALL), (7, LARGE)] if LONG else [(7, LARGE)])
async def test_the_app_plays_it(tmp_path: Path, tracks: int, size: tuple[int, int]) -> None:
    """From the opening to the verdict by keys, with its own tracks and sides on the screen."""
    kept = library(tmp_path)
    match = fresh(tracks, 8, kept.create("pasture"))
    pick = random.Random(tracks)
    seen: list[str] = []

    def choose(lines: Sequence[int]) -> int:
        seen.append(text(app))
        return pick.choice(lines[:3])

    async with running(kept, size, start=match) as app:
        await press(app, "enter")
        await play_to_verdict(app, choose)
        assert match.verdict is not None
        assert match.scenario.epilogues[match.verdict.name].title in text(app)
        assert all(len(row) <= size[0] for row in rows(app))
    board = seen[0]
    for track in match.scenario.tracks:
        assert track.name in board
    for side in match.scenario.sides:
        assert side.name in board or side.short in board
    assert all(FOREIGN.search(each) is None for each in seen)
