"""What is said in a debate has the room; what cannot be said is one line until it is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Match
from game.rules import Phase
from game.scenario.catalogue import read_text
from game.settings import Settings
from game.telling.beats import BeatKind, beats
from game.telling.layout.cells import text
from game.telling.layout.debate_rows import exchange_rows
from game.telling.menu import menu
from game.telling.voice import Voice
from game.tui.draw import board_rows
from game.tui.draw.board_rows import Room
from game.tui.draw.teller import Teller
from game.tui.screens.table import TableScreen
from game.tui.widgets.choices import Choices
from tests.tui.driving import PEOPLE, front, library, play_on, press, running, settled, told
from tests.tui.driving import text as seen
from tests.tui.positions import Position, positions
from tests.tui.snapshots import EVERY_SIZE, SCENES, until


def packed(words: str) -> str:
    """Words without breaks, gaps and bars."""
    return "".join(words.replace("▌", " ").split())


@given(positions(), st.sampled_from([(80, 24), (100, 30), (120, 40)]))
def test_no_speech_is_half_a_sentence(position: Position, screen: tuple[int, int]) -> None:
    """Each is there with all its words, or else with its argument and what has become of that; the
    last one is always there with its words.
    """
    debate = position.board.debate
    if debate is None:
        return
    width = {80: 78, 100: 52, 120: 69}[screen[0]]
    rows = [text(row) for row in board_rows.middle(position.board, Room(width, screen))]
    shown = packed(" ".join(rows))
    for speech in debate.speeches:
        words = packed(f"{speech.lead} {speech.quoted}") in shown
        briefly = packed(f"{speech.lead} {speech.name} · {speech.fate}")
        assert words or briefly in shown or "…" in shown
        assert words or speech.place < len(debate.speeches) - 1
    assert "…" not in packed(" ".join(rows[1:])) or any(len(row) == width for row in rows)


@given(positions(), st.integers(8, 20), st.integers(0, 3))
def test_more_rows_are_taken_for_words_alone(position: Position, room: int, more: int) -> None:
    """A debate whose words fit takes no row of the list."""
    board = position.board
    if board.debate is None:
        return
    rows = exchange_rows(board, board.debate, 78, room, apart=False, more=more)
    alone = exchange_rows(board, board.debate, 78, room, apart=False)
    whole = all(
        packed(each.quoted) in packed(" ".join(map(text, alone))) for each in board.debate.speeches
    )
    assert rows == alone if whole else len(rows) <= max(room + more, len(alone))


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_what_answers_nothing_is_one_line_until_it_is_taken(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Then each argument has its line, the cursor is on the first, and nothing has been decided."""
    match = until(SCENES["debate"])
    assert match.state.phase is Phase.FLOOR
    folded = next(each.folded for each in menu(Voice(match.book), match.state) if each.folded)
    (section,) = (each for each in menu(Voice(match.book), match.state) if each.closed)
    decided = len(match.decisions)
    async with running(library(tmp_path), size, start=match) as app:
        await told(app)
        choices = front(app, TableScreen).hand.query_one(Choices)
        count = choices.option_count
        await press(app, "end")
        assert choices.current == folded
        assert folded.label in seen(app)
        assert all(f"✗ {item.label}" not in seen(app) for item in section.items)
        await press(app, "enter")
        assert len(match.decisions) == decided
        assert choices.option_count == count + len(section.items)
        assert choices.current == section.items[0]
        assert f"✗ {section.items[0].label}" in seen(app)
        await press(app, "enter")  # it is shut, and says so
        assert len(match.decisions) == decided


@given(positions())
def test_where_there_is_plenty_of_room_the_ladder_stands_below_a_debate(
    position: Position,
) -> None:
    """With every motion by its name, as long as the words leave it the rows for that."""
    board = position.board
    if board.debate is None:
        return
    rows = [text(row) for row in board_rows.middle(board, Room(69, (200, 60)))]
    if len(board.debate.speeches) <= 2:
        (line,) = [at for at, row in enumerate(rows) if row.startswith("── The ladder ")]
        below = "\n".join(rows[line:])
        for rung in board.ladder.rungs:
            assert all(step.short in below or step.name in below for step in rung.steps)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_what_is_said_of_a_debate_is_told_before_anybody_is_asked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Though it comes last: with what it is said of, once."""
    match = Match.new(*read_text("shared-enemy"), seats=PEOPLE, seed=21)
    teller = Teller(match)
    while not match.over:
        play_on(match, 1, seed=len(match.decisions))
        passages = teller.passages(match.tree.timeline)[-1:]
        last = beats(teller.voice, match.decisions, passages)[-1]
        if last.kind is BeatKind.REMARK and match.state.phase is not Phase.END:
            break
    decision = match.decisions[-1]
    match.branch(len(match.decisions) - 1)
    async with running(library(tmp_path), size, start=match, as_set=Settings(pace="key")) as app:
        table = front(app, TableScreen)
        await told(app)
        match.decide(decision)
        await settled(app)
        times = 0
        while table.reciting:
            times += last.words.split()[-1] in seen(app)
            await press(app, "space")
        assert times == 1
