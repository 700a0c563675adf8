"""The library of saves in the app."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from attrs import evolve

from game.cli import run
from game.match import Library, Match
from game.match.line import members_of, seal
from game.match.places import EXAMPLES
from game.review.saves import in_order
from game.scenario import read_text
from game.scenario.lessons import lesson, lesson_ids
from game.scenario.reading.faults import ScenarioError
from game.teaching.begin import begin_lesson
from game.telling.messages import english
from game.telling.saves import facts, heading, row
from game.tui.screens.export import ExportScreen
from game.tui.screens.question import Question
from game.tui.screens.saves import Saves, SavesScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.widgets.menu import Menu
from tests.tui.driving import (
    SIZES,
    front,
    library,
    new_match,
    play_on,
    press,
    rows,
    running,
    said,
    settled,
    text,
    told,
)


async def test_saves_are_found_sorted_renamed_copied_deleted_and_brought_back(
    tmp_path: Path,
) -> None:
    kept = library(tmp_path)
    play_on(new_match(kept), 6).close()
    async with running(kept) as app:
        await press(app, "p")
        assert isinstance(app.screen, SavesScreen)
        await press(app, "c")
        assert [entry.slug for entry in kept.list()] == ["played-2", "played"]
        await press(app, "r", *"second", "enter")
        assert {entry.slug for entry in kept.list()} == {"played", "second"}
        await press(app, "slash", *"sec", "enter")
        assert "1, by last played" in text(app)
        await press(app, "slash", "backspace", "enter", "o")
        assert "2, by name" in text(app)
        await press(app, "d")
        assert isinstance(app.screen, Question)
        await press(app, "n")
        assert len(kept.list()) == 2
        await press(app, "d", "y")
        assert len(kept.list()) == 1
        await press(app, "u")
        assert len(kept.list()) == 2


async def test_a_name_that_is_taken_is_refused_with_a_sentence(tmp_path: Path) -> None:
    kept = library(tmp_path)
    play_on(new_match(kept), 2).close()
    async with running(kept) as app:
        await press(app, "p", "c", "r", *"played", "enter")
        assert "choose another name" in said(app)
        assert len(kept.list()) == 2


async def test_what_is_known_of_a_save_names_the_round_once(tmp_path: Path) -> None:
    """Of one that goes on, of one that is over, and of one that is over and played on elsewhere."""
    kept = library(tmp_path)
    for decisions, branched in ((12, False), (200, False), (200, True)):
        match = play_on(new_match(kept), decisions)
        assert match.journal is not None
        if branched:
            match.branch(6)
        match.close()
        (entry,) = kept.list()
        assert entry.over == (decisions == 200 and not branched)
        assert " ".join(facts(english(), entry)).count("round ") == 1
        match.journal.path.unlink()


async def test_a_save_is_exported_beside_itself(tmp_path: Path) -> None:
    kept = library(tmp_path)
    play_on(new_match(kept), 6).close()
    async with running(kept) as app:
        await press(app, "p", "e")
        assert isinstance(app.screen, ExportScreen)
        await press(app, "enter")
        assert (kept.directory / "played.md").read_text(encoding="utf-8").startswith("# ")
        await press(app, "e", "enter")
        assert (kept.directory / "played-2.md").exists()


async def test_an_example_stays_as_it_is_and_is_exported_to_the_folder_of_saves(
    tmp_path: Path,
) -> None:
    """Nothing is written where the game is installed."""
    kept, shipped = tmp_path / "saves", tmp_path / "shipped"
    shipped.mkdir()
    own = library(tmp_path)
    play_on(new_match(own), 6).close()
    example = shipped / f"{EXAMPLES[0]}.jsonl"
    own.find("played").rename(example)
    async with running(Library(kept, shipped)) as app:
        await press(app, "p", "d", "r")
        assert "An example stays as it is" in said(app)
        assert isinstance(app.screen, SavesScreen)
        await press(app, "e", "enter")
        assert (kept / f"{EXAMPLES[0]}.md").exists()
    assert [path.name for path in shipped.iterdir() if path.suffix != ".lock"] == [example.name]


async def test_of_a_save_that_cannot_be_read_only_the_reason_is_told(tmp_path: Path) -> None:
    """Such as one of a later version of the game: nothing is promised that cannot be done."""
    kept = library(tmp_path)
    play_on(new_match(kept), 2).close()
    path = kept.find("played")
    header = members_of(path.read_bytes().splitlines()[0])
    assert header is not None
    path.write_bytes(seal({**header, "format": 99}))
    async with running(kept) as app:
        await press(app, "p")
        assert "cannot be read" in text(app)
        assert "update the game to open it" in " ".join(text(app).split())
        assert "copies what is good" not in text(app)
        assert "seats" not in text(app)


async def test_of_a_damaged_save_what_is_good_is_copied(tmp_path: Path) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 6)
    match.close()
    assert match.journal is not None
    lines = match.journal.path.read_bytes().splitlines(keepends=True)
    match.journal.path.write_bytes(b"".join((*lines[:4], b"{}\n", *lines[5:])))
    async with running(kept) as app:
        await press(app, "p")
        assert "damaged" in text(app)
        await press(app, "c")
    rescued = next(entry for entry in kept.list() if entry.damage is None)
    assert rescued.decisions == 3


async def test_a_lesson_that_waits_is_told_by_its_name(tmp_path: Path) -> None:
    """At the title; if its file is gone, by the name of its save."""
    kept = library(tmp_path)
    begin_lesson("ladder", kept).close()
    async with running(kept) as app:
        row = next(each for each in rows(app) if "Resume  " in each)
        assert f"lesson 2: {lesson('ladder').name}" in row
    with patch("game.telling.saves.lesson", side_effect=ScenarioError([])):
        async with running(kept) as app:
            assert "“lesson-ladder”, round" in text(app)


@pytest.mark.parametrize("name", lesson_ids())
async def test_a_lesson_is_listed_by_its_name_and_found_by_it(tmp_path: Path, name: str) -> None:
    """At the smallest size, whole; how it stands is beside it."""
    kept = library(tmp_path)
    new_match(kept).close()
    begin_lesson(name, kept).close()
    taught = lesson(name).name
    async with running(kept) as app:
        await press(app, "r")
        listed = next(each for each in rows(app) if f"lesson-{name}" in each)
        assert f" {taught} " in listed
        assert "round " in listed
        await press(app, "slash", *taught.split()[-1], "enter")
        assert "1, by last played, with" in text(app)
        assert f" {taught} " in text(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seats", [("human", "helsinki"), ("grudge", "helsinki")])
async def test_the_title_names_whole_who_plays_what_waits(
    tmp_path: Path, seats: tuple[str, str], size: tuple[int, int]
) -> None:
    kept = library(tmp_path)
    new_match(kept, seats=seats).close()
    async with running(kept, size) as app:
        about = text(app)
        assert "The Helsinki Diplomat" in about
        assert "…" not in about


async def test_a_long_name_of_a_save_stands_whole_beside_its_scenario(tmp_path: Path) -> None:
    kept = library(tmp_path)
    name = "a-name-of-twenty-eight-signs"
    match = new_match(None)
    match.save_as(kept.create(name))
    match.close()
    async with running(kept) as app:
        await press(app, "r")
        listed = next(each for each in rows(app) if name in each)
        assert f"{name} {match.scenario.title} " in listed
        assert "round 1 of 10" in listed


async def test_what_is_gone_is_not_offered_again(tmp_path: Path) -> None:
    """A save that was taken away while the title was in front is missed once; then the next one
    that waits is offered.
    """
    kept = library(tmp_path)
    for name in ("first", "second"):
        words, where = read_text("shared-enemy")
        match = Match.new(words, where, seats=("human", "human"), journal=kept.create(name), seed=7)
        play_on(match, 6).close()
    async with running(kept) as app:
        assert "“second”" in text(app)
        for path in kept.directory.glob("second*"):
            path.unlink()
        await press(app, "enter")
        await settled(app)
        assert "“first”" in text(app)


async def test_the_mark_of_the_title_never_jumps(tmp_path: Path) -> None:
    """It is nowhere until it is known where; then it stays where a person has put it."""
    kept = library(tmp_path)
    places: list[int | None] = []

    def note(place: int | None) -> None:
        places.append(place)

    async with running(kept) as app:
        menu = app.screen.query_one(Menu)
        assert menu.highlighted == 1
        app.watch(menu, "highlighted", note, init=False)
        app.navigation.title()
        play_on(new_match(kept), 6).close()
        app.action_scenarios()
        await settled(app)
        await press(app, "q")
        assert "“played”" in text(app)
        assert set(places) <= {1}
        await press(app, "end", "s", "q")
        assert menu.highlighted == menu.option_count - 1
    places.clear()
    async with running(kept) as app:
        menu = app.screen.query_one(Menu)
        app.watch(menu, "highlighted", note, init=False)
        assert menu.highlighted == 0
        await press(app, "f9")
        assert places == []


async def test_whoever_leaves_a_match_goes_on_with_it_by_one_key(tmp_path: Path) -> None:
    """Wherever the mark was before. Of a match that is over the mark stays where it was."""
    kept = library(tmp_path)
    new_match(kept).close()
    over = new_match(None)
    over.save_as(kept.create("over"))
    play_on(over, 1000)
    over.close()
    async with running(kept) as app:
        menu = app.screen.query_one(Menu)
        for way in (1, 3):
            menu.highlighted = way
            app.navigation.play(Match.open(kept.journal(kept.find("played"))))
            await settled(app)
            await told(app)
            await press(app, "q", "enter")
            assert front(app, TitleScreen).query_one(Menu).highlighted == 0
        await press(app, "enter")
        await told(app)
        journal = front(app, TableScreen).match.journal
        assert journal is not None
        assert journal.path.stem == "played"
        await press(app, "q", "enter")
        menu.highlighted = 4
        app.navigation.play(Match.open(kept.journal(kept.find("over"))))
        await settled(app)
        await press(app, "q")
        front(app, TitleScreen)
        assert menu.highlighted == 4


async def test_a_save_is_told_on_the_command_line_as_it_is_in_the_app(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one order, found by the same words, with the same ones for how it stands."""
    kept = library(tmp_path)
    play_on(new_match(kept), 6).close()
    kept.copy(kept.find("played"), "over")
    play_on(Match.open(kept.journal(kept.find("over"))), 10_000).close()
    assert run(["saves", "--saves", str(kept.directory), "--sort", "name"]) == 0
    out = capsys.readouterr().out.splitlines()
    told = [line for line in out if not line.startswith(EXAMPLES[0])]
    async with running(kept) as app:
        await press(app, "p", "o")
        drawn = [line for line in text(app).splitlines() if "Shared Enemy" in line]
        for line, entry in zip(told, in_order(kept.list(), "name"), strict=True):
            stands = row(english(), entry).stands
            assert line.startswith(f"{entry.slug} ")
            assert stands in line
            assert any(entry.slug in each and stands in each for each in drawn)
        await press(app, "slash", *"going", "enter")
        assert "1, by name, with “going” in it" in text(app)
        assert "round" in text(app)


async def test_what_was_left_last_is_resumed_though_nothing_was_decided_in_it(
    tmp_path: Path,
) -> None:
    """The title names it, which side a person plays and who sits opposite."""
    kept = library(tmp_path)
    new_match(kept, seats=("student", "human")).close()
    ladder = kept.directory / "lesson-ladder.jsonl"
    begin_lesson("ladder", kept).close()
    first = begin_lesson("motion", kept)
    async with running(kept, start=first) as app:
        first.decide(first.legal()[0])
        app.navigation.play(Match.open(kept.journal(ladder)))
        await settled(app)
        app.navigation.title()
        await settled(app)
        assert "lesson 2: The ladder, and what opens it" in text(app)
        assert "you play US; opposite sits The Student" in text(app)
        app.navigation.play(Match.open(kept.journal(kept.directory / "played.jsonl")))
        await settled(app)
        app.navigation.title()
        await settled(app)
        assert "“played”, round 1" in text(app)
        assert "you play RU; opposite sits The Student" in text(app)


async def test_a_match_that_was_just_begun_is_listed_first_to_resume(tmp_path: Path) -> None:
    """Though it is looked at last; and what was under the cursor is."""
    kept = library(tmp_path)
    for number in range(3):
        made = kept.create(f"old-{number}")
        seats = ("human", "human")
        Match.new(*read_text("paris-thaw"), seats=seats, journal=made, seed=1).close()
        os.utime(made.path, (number, number))
    async with running(kept) as app:
        await press(app, "r", "q")
        new_match(kept).close()
        await press(app, "r")
        saves = app.screen.query_one(Saves)
        assert [row.thing.slug for row in saves.rows] == ["played", "old-2", "old-1", "old-0"]
        chosen = saves.chosen
        assert chosen is not None
        assert chosen.slug == "old-2"
        assert "\n old-2\n" in text(app)  # what is known of it, below the list


async def test_who_plays_a_save_is_told_as_everywhere(tmp_path: Path) -> None:
    """By name, by title, or as a person; and a lesson by what it is called."""
    kept = library(tmp_path)
    new_match(kept, seats=("human", "hardliner")).close()
    begin_lesson("ladder", kept).close()
    known = {entry.slug: entry for entry in kept.list()}
    told = " ".join(facts(english(), known["played"]))
    assert "a person against The Hardliner" in told
    taught = known["lesson-ladder"]
    assert heading(english(), taught) == "lesson 2: The ladder, and what opens it"
    assert heading(english(), known["played"]) == "played"
    gone = evolve(taught, lesson="gone")
    assert heading(english(), gone) == "lesson-ladder"
