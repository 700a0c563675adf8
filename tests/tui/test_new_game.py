"""Setting up a match: alone, together or watching; against whom, on which side; and once more."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Select

from game.match import HUMAN, Match
from game.opponents.hardness import Hardness, hardness, measured, table
from game.review.last_won import last_won
from game.scenario import MILD, load, read_text
from game.scenario.cast import character_ids
from game.settings import LastSetup, Settings, SettingsFile
from game.telling.messages import english
from game.telling.opponents import to_choose_from
from game.tui.screens.new_game import NewGameScreen
from game.tui.screens.question import Question
from game.tui.screens.table import TableScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.screens.who import WhoScreen
from game.tui.widgets.line import LineInput
from game.tui.widgets.menu import Menu
from tests.tui.driving import (
    LARGE,
    front,
    library,
    new_match,
    play_on,
    press,
    resize,
    rows,
    running,
    settled,
    text,
)


async def test_an_opponent_is_chosen_by_keys_and_sits_on_the_other_side(tmp_path: Path) -> None:
    """A row for each: who, how hard, the face; below it what can be counted on."""
    kept = library(tmp_path)
    async with running(kept) as app:
        await press(app, "n")
        form = front(app, NewGameScreen)
        assert "The Student, first game" in text(app)
        form.query_one("#who-1").focus()
        await press(app, "enter")
        who = front(app, WhoScreen)
        menu = who.query_one(Menu)
        assert "The Student" in rows(app)[1]
        for _ in range(menu.option_count):
            if "Never signs anything in the round in which it was pressed" in text(app):
                break
            await press(app, "down")
        row = next(row for row in rows(app) if "The Hardliner" in row)
        assert "very hard" in row
        assert "A committee chairman" in row
        await resize(app, 120, 40)
        await press(app, "enter")
        form = front(app, NewGameScreen)
        assert "The Hardliner, very hard" in text(app)
        assert "Opposite sits The Hardliner. It signs nothing" in " ".join(text(app).split())
        assert form._seats == (HUMAN, "hardliner")
        form.query_one("#own", Select).value = "1"
        await settled(app)
        assert form._seats == ("hardliner", HUMAN)
        form.query_one("#way", Select).value = "watch"
        await settled(app)
        assert form._seats == ("hardliner", "student")
        form.query_one("#way", Select).value = "together"
        await settled(app)
        assert form._seats == (HUMAN, HUMAN)
        assert "The Hardliner" not in text(app)
        await press(app, "f2")
        table = next(each for each in app.screen_stack if isinstance(each, TableScreen))
        assert table.match.seats == (HUMAN, HUMAN)


async def test_a_first_game_is_offered_the_easy_start(tmp_path: Path) -> None:
    """Until somebody has finished a game; a lesson or a game that goes on is none. Where a scenario
    has no such start, and once there is a last choice, nothing is changed.
    """
    kept = library(tmp_path)
    play_on(new_match(kept), 3).close()
    async with running(kept) as app:
        await press(app, "n")
        form = front(app, NewGameScreen)
        variant = form.query_one("#variant", Select)
        assert variant.value == "easy"
        assert form.query_one("#scenario", Select).value == "shared-enemy"
        form.query_one("#scenario", Select).value = "paris-thaw"
        await settled(app)
        assert variant.value == "standard"
        form.query_one("#scenario", Select).value = "shared-enemy"
        await settled(app)
        await press(app, "f2")
        table = next(each for each in app.screen_stack if isinstance(each, TableScreen))
        assert table.match.header.variant == "easy"
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(last=LastSetup("shared-enemy", None, (HUMAN, "student")))
    async with running(kept, settings=settings) as app:
        await press(app, "n")
        assert front(app, NewGameScreen).query_one("#variant", Select).value == "standard"
    over = new_match(None)
    over.save_as(kept.create("over"))
    play_on(over, 1000).close()
    async with running(kept) as app:
        await press(app, "n")
        assert front(app, NewGameScreen).query_one("#variant", Select).value == "standard"


async def test_the_last_choice_is_offered_first(tmp_path: Path) -> None:
    """The scenario, its start, who plays and which side; whoever is gone, a form opens."""
    kept, settings = library(tmp_path), SettingsFile(tmp_path / "settings.json")
    settings.change(last=LastSetup("paris-thaw", None, ("realist", HUMAN)), names=("Ann", ""))
    async with running(kept, settings=settings) as app:
        await press(app, "n")
        form = front(app, NewGameScreen)
        assert form.query_one("#scenario", Select).value == "paris-thaw"
        assert form._seats == ("realist", HUMAN)
        assert "The Realist, very hard" in text(app)
        form.query_one("#way", Select).value = "together"
        await settled(app)
        await press(app, "f2")
    last = LastSetup("paris-thaw", None, (HUMAN, HUMAN))
    assert SettingsFile(settings.path).read().last == last
    (entry,) = kept.list()
    assert entry.names == ("Ann", "")
    settings.change(last=LastSetup("gone", "gone", ("nobody", "nobody either")))
    async with running(kept, settings=settings) as app:
        await press(app, "n")
        form = front(app, NewGameScreen)
        assert form._seats == ("student", "student")
        assert "Shared Enemy" in text(app)


def test_everybody_who_ships_says_how_hard_it_is() -> None:
    """By the one table; what stands there is somebody, and the words are known."""
    assert all(hardness(name) is not None for name in character_ids())
    words = english()
    for each in Hardness:
        assert words.say(f"opponent.hard.{each.value}")
    offered = to_choose_from(words, load("shared-enemy"))
    assert offered[0].name == "student"
    assert offered[0].hard == "first game"
    somebody = [each for each in offered if each.lines]
    table, ranks = measured(), list(Hardness)
    easiest_first = [
        (ranks.index(table.words[""][each.name]), -table.edge(each.name)) for each in somebody
    ]
    assert easiest_first == sorted(easiest_first)


@given(st.dictionaries(st.text(max_size=5), st.sampled_from(["easy", "fair", "no word", ""])))
def test_a_table_with_faults_says_what_it_can(words: dict[str, str]) -> None:
    told = "[hard]\n" + "".join(
        f"{json.dumps(each)} = {json.dumps(word)}\n" for each, word in words.items()
    )
    known = {each.value for each in Hardness}
    found = table(told).words.get("", {})
    assert all(words[name] == each.value for name, each in found.items())
    if found:
        assert found.keys() == {name for name, word in words.items() if word in known}
    for bad in ("", "hard = 1", "[hard", "[hard]\nx = 1"):
        assert not table(bad).words


async def test_a_game_is_played_once_more_and_from_the_other_side(tmp_path: Path) -> None:
    """It is asked first, and no single key begins it; between two people without names there is
    nothing to swap.
    """
    kept = library(tmp_path)
    match = play_on(new_match(kept, seats=("random", HUMAN)), 1000)
    async with running(kept, start=match) as app:
        for key, seats in (("a", ("random", HUMAN)), ("s", (HUMAN, "random"))):
            front(app, VerdictScreen)
            assert "a Rematch" in rows(app)[-1]
            await press(app, "m", key)
            front(app, Question)
            await press(app, "escape", key, "q")
            front(app, VerdictScreen)
            await press(app, key, "enter")
            again = next(each for each in app.screen_stack if isinstance(each, TableScreen)).match
            assert again.seats == seats
            assert again.header.text == match.header.text
            assert again.journal is not None
            app.navigation.play(match)
            await settled(app)
        people = play_on(new_match(None, seed=3), 1000)
        app.navigation.play(people)
        await settled(app)
        assert "Rematch" in rows(app)[-1]
        assert "Swap" not in rows(app)[-1]
    assert len(list((tmp_path / "saves").glob("*.jsonl"))) == 3
    assert all(Match.open(path, read_only=True) for path in (tmp_path / "saves").glob("*.jsonl"))


async def test_after_a_game_that_was_won_somebody_harder_is_suggested(tmp_path: Path) -> None:
    """With the reason, from the standard start; after another game it is as it was chosen last."""
    kept = library(tmp_path)
    assert last_won(kept) is None
    text_, where = read_text(MILD)
    nearer = re.sub(r"(?m)^threshold = \d+", "threshold = 1", text_)
    for seed in range(9):
        match = Match.new(
            nearer, where, seats=("student", HUMAN), seed=seed, journal=kept.create(f"s{seed}")
        )
        play_on(match, 1000, seed=seed)
        match.close()
        won = last_won(kept)
        assert match.verdict is not None
        assert (won is not None) == (match.verdict.name in ("ru_alone", "bargain"))
        if won is not None:
            break
    assert won is not None
    last = LastSetup(won.scenario, won.variant, won.seats)
    async with running(kept, as_set=Settings(last=last)) as app:
        await press(app, "n")
        form = front(app, NewGameScreen)
        assert "You won against The Student" in " ".join(text(app).split())
        assert form._seats[1] == HUMAN
        assert hardness(form._seats[0], won.scenario) is Hardness.EASY
        assert form.query_one("#variant", Select).value == "standard"
        await press(app, "escape")
        app.change_settings(last=LastSetup(won.scenario, "easy", ("random", HUMAN)))
        await press(app, "n")
        assert front(app, NewGameScreen)._seats[0] == "random"
        assert "You won" not in text(app)


async def test_how_ones_games_ended_is_told_where_one_chooses_and_at_the_end(
    tmp_path: Path,
) -> None:
    """Counted from the saves; of whoever was never played against nothing is said."""
    kept = library(tmp_path)
    match = play_on(new_match(kept, seats=("random", HUMAN)), 1000)
    async with running(kept, LARGE, start=match) as app:
        front(app, VerdictScreen)
        assert "Your games: " in text(app)
        app.action_title()
        await press(app, "n")
        form = front(app, NewGameScreen)
        form.query_one("#who-1").focus()
        await press(app, "enter")
        who = front(app, WhoScreen)
        told = set()
        for sitter in who._sitters:
            if "Your games: " in text(app):
                told.add(sitter.name)
            await press(app, "down")
        assert told == {"random"}


async def test_arrows_move_between_the_rows_and_change_what_is_chosen(tmp_path: Path) -> None:
    """Every field that opens says so in the same column; what a start is about is told below."""
    async with running(library(tmp_path)) as app:
        await press(app, "n")
        form = front(app, NewGameScreen)
        opens = [row for row in rows(app) if "▼" in row]
        assert len(opens) == 5
        assert len({row.index("▼") for row in opens}) == 1
        assert len({len(row) - len(row[20:].lstrip()) for row in opens}) == 1
        assert "Easy start" in text(app)
        assert "less danger, more trust" in " ".join(text(app).split())
        await press(app, "down", "down", "left")
        assert form.query_one("#variant", Select).value == "standard"
        assert "…" not in text(app)
        await press(app, "right", "right")
        assert form.query_one("#variant", Select).value == "easy"
        first = form._seats
        await press(app, "down", "down", "right")
        assert form._seats[0] == first[0] == HUMAN
        assert form._seats[1] != first[1]
        await press(app, "left", "up", "right")
        assert form._seats == (HUMAN, HUMAN)
        await press(app, "down", "left", "end", "1")
        assert form.query_one("#seed", LineInput).value.endswith("1")
