"""A note on what is new stands beside the game once, and wants no key."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from textual.screen import Screen

from game.match import Match
from game.scenario import read_text
from game.settings import Settings, SettingsFile
from game.tui.app import SharedEnemyApp
from game.tui.screens.table import TableScreen
from game.tui.widgets.aside import Aside
from game.tui.widgets.choices import Choices
from tests.tui.driving import (
    SIZES,
    front,
    library,
    play_on,
    press,
    running,
    settled,
    text,
)

PEOPLE = ("human", "human")
WIRE = "begins with a headline that is known"


def new(tmp_path: Path, kept_as: str = "x") -> Match:
    text_, where = read_text("paris-thaw")
    journal = library(tmp_path).create(kept_as)
    return Match.new(text_, where, seats=PEOPLE, seed=10, journal=journal)


@pytest.mark.parametrize("size", SIZES)
async def test_each_note_is_said_once_ever(tmp_path: Path, size: tuple[int, int]) -> None:
    """Until the next decision it stays; in the next match it is not said again."""
    file = SettingsFile(tmp_path / "settings.json")
    async with running(library(tmp_path), size, settings=file) as app:
        app.navigation.play(new(tmp_path))
        await settled(app)
        await press(app, "enter")
        table = front(app, TableScreen)
        assert "New to you" in text(app)
        aside, choices = table.query_one(Aside).region, table.query_one(Choices).region
        assert not aside.overlaps(choices)
        seen = app.settings.seen_notes
        assert list(seen) == ["headline"]
        await press(app, "down", "up")
        assert app.settings.seen_notes == seen
        table.match.decide("table:train/enemy")
        await settled(app)
        assert list(app.settings.seen_notes) == ["headline", "motion"]
        assert "A motion is on the table" in text(app)
    async with running(library(tmp_path), size, settings=file) as app:
        app.navigation.play(new(tmp_path, "y"))
        await settled(app)
        await press(app, "enter")
        assert file.read().seen_notes[:2] == ("headline", "motion")
        front(app, TableScreen).match.decide("table:train/enemy")
        await settled(app)
        assert "A motion is on the table" not in text(app)


async def test_a_note_is_kept_as_said_once_it_is_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table does not wait for the disk."""
    frames: list[str] = []
    kept_at: list[str] = []
    change = SettingsFile.change

    def keep(self: SettingsFile, **changes: Any) -> Settings:
        kept_at.append(frames[-1])
        return change(self, **changes)

    def show(app: SharedEnemyApp, screen: Screen[Any], frame: Any) -> None:
        frames.append(text(app))
        display(app, screen, frame)

    display = SharedEnemyApp._display
    monkeypatch.setattr(SettingsFile, "change", keep)
    monkeypatch.setattr(SharedEnemyApp, "_display", show)
    file = SettingsFile(tmp_path / "settings.json")
    async with running(library(tmp_path), settings=file, start=new(tmp_path)):
        assert len(kept_at) == 1
        assert "New to you" in kept_at[0]


async def test_notes_can_be_turned_off(tmp_path: Path) -> None:
    async with running(library(tmp_path), notes=False) as app:
        app.navigation.play(new(tmp_path))
        await settled(app)
        await press(app, "enter")
        assert "New to you" not in text(app)
        assert app.settings.seen_notes == Settings().seen_notes


async def test_a_note_that_is_seen_already_leaves_room_for_another(tmp_path: Path) -> None:
    async with running(library(tmp_path), notes=True) as app:
        app.change_settings(seen_notes=("headline",))
        app.navigation.play(new(tmp_path))
        await settled(app)
        await press(app, "enter")
        assert WIRE not in text(app)
        assert "The hour speaks to" in text(app)
        assert "New to you" in text(app)


async def test_nothing_is_explained_before_it_has_been_told(tmp_path: Path) -> None:
    """It stands there when somebody is asked."""
    (tmp_path / "settings.json").write_text('{"pace": "key"}', encoding="utf-8")
    file = SettingsFile(tmp_path / "settings.json")
    async with running(library(tmp_path), settings=file) as app:
        app.navigation.play(new(tmp_path))
        await settled(app)
        await press(app, "enter")
        table, beats = front(app, TableScreen), 0
        for decision in ("table:train/enemy", "accept"):
            table.match.decide(decision)
            await settled(app)
        seen = app.settings.seen_notes
        while table.reciting:
            assert app.settings.seen_notes == seen
            await press(app, "space")
            beats += 1
        assert beats
        assert len(app.settings.seen_notes) == len(seen) + 1
        assert "New to you" in text(app)


async def test_a_note_stands_as_long_as_the_board_has_what_it_is_about(tmp_path: Path) -> None:
    """While it is told how a number moves, a note that names the old one goes with that; and with a
    debate what says how to answer in it.
    """
    named_right = gone = answered = 0
    match, dice = Match.new(*read_text("shared-enemy"), seats=PEOPLE, seed=2), Random(2)
    async with running(library(tmp_path), start=match, notes=True) as app:
        await press(app, "enter")
        table, named = front(app, TableScreen), False
        while not (match.over or (named_right and gone and answered)):
            note = " ".join(row.plain for row in table.query_one(Aside).rows)
            found = re.search(r"– (\w+) stands at (\d+)|: (\w+) at (\d+) closes", note)
            if found is not None:
                track, figure = [each for each in found.groups() if each]
                gauges = {each.name: each.value for each in table.narration.board.gauges}
                assert gauges[track] == int(figure)
            debated = "A motion is on the table" in note or "Only arguments that" in note
            assert not debated or table.narration.board.debate is not None
            answered += debated
            named_right += found is not None
            gone += named and found is None and table.reciting
            named = found is not None
            if table.reciting:
                await press(app, "space")
            else:
                match.decide(dice.choice(match.legal()))
                await settled(app)
    assert named_right
    assert gone
    assert answered


async def test_a_game_that_goes_on_is_told_before_anything_is_explained(tmp_path: Path) -> None:
    """What is new is what somebody is asked, not what will have come of what is told."""
    seen = 0
    for decided in range(3, 30, 3):
        kept = library(tmp_path / str(decided))
        match = Match.new(*read_text("shared-enemy"), seats=PEOPLE, seed=3)
        if play_on(match, decided, seed=decided).over:
            continue
        async with running(kept, start=match, notes=True) as app:
            table = front(app, TableScreen)
            if table.reciting:
                assert not table.query_one(Aside).rows
                seen += 1
    assert seen
