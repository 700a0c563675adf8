"""On small screens, too, nothing that matters is cut, or comes between what belongs together."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from game.match import Match
from game.rules import NOBODY
from game.scenario import read_text
from game.telling.beats import BeatKind, beats
from game.telling.layout.cells import text as plain
from game.telling.layout.debate_rows import exchange_rows
from game.tui.draw import board_rows
from game.tui.draw.beat_rows import draw_brief
from game.tui.draw.board_rows import Room
from game.tui.draw.styles import say
from game.tui.draw.teller import Teller
from game.tui.screens.table import TableScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.aside import Aside
from game.tui.widgets.beats import KEPT_ROOMY, Beats, brief_rows
from game.tui.widgets.board import Middle
from game.tui.widgets.hand import Hand
from tests.tui.driving import (
    PEOPLE,
    SIZES,
    SMALL,
    front,
    library,
    press,
    rows,
    running,
    settled,
    step,
    text,
)
from tests.tui.positions import Position, positions
from tests.tui.snapshots import SCENES, until

BESIDE = 38
"""Cells of what happened at 100x30."""


@pytest.mark.parametrize("seed", range(4))
def test_at_100x30_what_was_done_last_is_read_whole(seed: int) -> None:
    """Whoever did it; of what came of it there is as much as there is room for."""
    match, pick = (
        Match.new(*read_text("shared-enemy"), seats=PEOPLE, seed=seed),
        random.Random(seed),
    )
    teller, seen = Teller(match), 0
    while not match.over:
        match.decide(pick.choice(match.legal()))
        passages = teller.passages(match.tree.timeline)[-1:]
        for each in beats(teller.voice, match.decisions, passages):
            brief = draw_brief(teller.voice, each, [each.quoted] if each.quoted else [])
            if each.kind is BeatKind.DEED and brief:
                told = brief_rows(Content("\n").join(brief), KEPT_ROOMY, BESIDE)
                words = " ".join(row.plain.strip() for row in told)
                assert words.startswith(brief[0].plain.strip())
                assert all(row.cell_length <= BESIDE for row in told)
                seen += 1
    assert seen


def test_what_there_is_no_room_for_is_said_to_be_left_out() -> None:
    told = say("Russia consults at home.\nRU capital 0 → 6, RU: Grievance, US: Law")
    assert [row.plain for row in brief_rows(told, 2, 30)] == [
        "Russia consults at home.",
        "RU capital 0 → 6, …",
    ]
    assert [row.plain for row in brief_rows(told, 3, 30)] == [
        "Russia consults at home.",
        "RU capital 0 → 6,",
        "RU: Grievance, US: Law",
    ]


@given(positions(), st.sampled_from([52, 78]), st.integers(4, 20))
def test_who_brought_which_argument_is_never_cut(position: Position, width: int, room: int) -> None:
    """Nor what has become of it, where there is no room for the words."""
    board = position.board
    if board.debate is not None:
        told = exchange_rows(board, board.debate, width, room, apart=False)
        assert not [row for row in map(plain, told) if "▌" in row and "…" in row]


@pytest.mark.parametrize("told", [True, False])
def test_a_headline_to_be_answered_is_named_only_with_its_words(*, told: bool) -> None:
    """While it is told below, it is not announced above as well."""
    board = Teller(until(SCENES["headline"])).latest()
    assert board.wire.asked
    if told:
        board = evolve(board, wire=evolve(board.wire, headline="", chooser=NOBODY))
    drawn = [plain(row).strip() for row in board_rows.middle(board, Room(78, SMALL))]
    named = [row for row in drawn if row.startswith(board.wire.briefly)]
    assert len(named) == (0 if told else 1)
    assert all(len(row) > len(board.wire.briefly) + 1 for row in named)


@pytest.mark.parametrize("size", [*SIZES, (100, 30)])
async def test_a_note_on_what_is_new_parts_neither_sides_nor_tracks(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """It stands below them, and above what is chosen from."""
    async with running(library(tmp_path), size, notes=True) as app:
        match = Match.new(*read_text("shared-enemy"), seats=PEOPLE, seed=3)
        app.navigation.play(match)
        await settled(app)
        await press(app, "enter")
        table = front(app, TableScreen)
        aside, hand = table.query_one(Aside).region, table.query_one(Hand).region
        assert aside.height
        assert aside.bottom <= hand.y
        above = [
            next(at for at, row in enumerate(rows(app)) if words in row)
            for words in ("goals  ", "recognition  ", "Threat  4/10")
        ]
        assert max(above) < aside.y


async def test_what_is_said_of_a_debate_is_in_view_whatever_note_comes_and_goes(
    tmp_path: Path,
) -> None:
    """Every row of it, and none without anything in it."""
    async with running(library(tmp_path), notes=True) as app:
        match = Match.new(*read_text("shared-enemy"), seats=PEOPLE, seed=0)
        app.navigation.play(match)
        await settled(app)
        pick, heights = random.Random(0), set[int]()
        for _ in range(60):
            await step(app, pick.choice)
            if isinstance(app.screen, VerdictScreen):
                break
            table = front(app, TableScreen)
            middle = table.query_one(Middle)
            assert middle.size.height == len(middle.rows), text(app)
            heights.add(table.query_one(Aside).size.height)
        assert len(heights) > 1


@pytest.mark.parametrize("size", [SMALL, (100, 30)])
async def test_of_what_comes_by_itself_nothing_is_told_as_if_it_were_still_to_come(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """While it is told what has drifted. Once there is news on the wire, what came before is told
    in brief.
    """
    async with running(library(tmp_path), size) as app:
        match = Match.new(*read_text("shared-enemy"), seats=PEOPLE, seed=1)
        app.navigation.play(match)
        await settled(app)
        await press(app, "enter")
        pick, closes, news = random.Random(1), 0, 0
        while not match.over:
            table = front(app, TableScreen)
            last = table.recital.shown[-1] if table.recital.shown else None
            if table.reciting and last is not None and last.kind is BeatKind.CLOSE:
                assert "as things stand" not in text(app)
                closes += 1
            if not table.reciting and last is not None and last.kind is BeatKind.NEWS:
                (first, *_) = [row.plain for row in table.query_one(Beats).rows]
                assert not first.startswith("News, …")
                news += 1
            if table.reciting:
                await press(app, "space")
            else:
                match.decide(pick.choice(match.legal()))
                await settled(app)
        assert closes
        assert news
