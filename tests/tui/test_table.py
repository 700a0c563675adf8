"""The table on the screen: everything that is drawn is in view, and nothing closed is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.telling.menu import Item
from game.tui.draw import board_rows as parts
from game.tui.draw.board_rows import Room, draw
from game.tui.draw.styles import lines
from game.tui.draw.teller import Teller
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.board import Middle, StoryBeside, Summary
from game.tui.widgets.choices import Choices
from game.tui.widgets.drawn import Drawn
from game.tui.widgets.text_pane import TextPane
from tests.examples import number
from tests.tui.driving import (
    LARGE,
    SIZES,
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
    told,
)

PLACES = [(seed, 1 + 7 * seed % 48) for seed in range(number(6))]
"""Seeds of random games, and after how many decisions they are looked at."""


def flat(text: str) -> str:
    """A text without its line breaks and the gaps between its columns."""
    return " ".join(text.split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_board_is_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    """In positions of random games, at both sizes, no row is cut off or pushed out."""
    large = size == LARGE
    async with running(library(tmp_path), size) as app:
        for seed, decisions in PLACES:
            match = play_on(new_match(None, seed=seed), decisions, seed)
            if match.over:
                continue
            app.navigation.play(match)
            await settled(app)
            table = front(app, TableScreen)
            await told(app)
            board = table.narration.board
            # Of the middle what is between the frame and its air, or between the margins.
            first, last = (3, 72) if large else (1, size[0] - 1)
            of = table.query_one(Middle), *table.query(Drawn)
            ways = (parts.middle, *parts.TOP)
            for part, drawn_by in zip(ways, of, strict=False):
                columns = slice(first, last) if part is parts.middle else slice(None)
                width = drawn_by.content_size.width
                seen = flat("\n".join(row[columns] for row in rows(app)))
                room = Room(width, size, asks=True)
                for row in draw(part, board, room):
                    assert flat(row.plain)[:60] in seen
            for shown in (*table.query_one(Summary).children, table.query_one(Middle)):
                assert shown.region.bottom <= size[1] - 1
            assert table.query_one(Choices).size.height >= 1


@pytest.mark.parametrize("size", SIZES)
async def test_after_the_table_changed_hands_the_list_begins_with_its_heading(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    match = new_match(None)
    for decision in ("consult", "consult"):
        match.decide(decision)
    play_on(match, 1)
    async with running(library(tmp_path), size, start=match) as app:
        assert "Table a motion" not in text(app)
        await told(app)
        assert "Table a motion" in text(app)


async def test_closed_items_are_in_the_list_and_say_why(tmp_path: Path) -> None:
    """The reason stands in the row if there is room for it, else a sign that there is one; it is
    in full beside the list.
    """
    async with running(library(tmp_path)) as app:
        for seed, decisions in PLACES[1:6]:
            match = play_on(new_match(None, seed=seed), decisions, seed)
            if match.over:
                continue
            app.navigation.play(match)
            await settled(app)
            await told(app)
            choices = front(app, TableScreen).query_one(Choices)
            await press(app, "end")
            while (item := choices.current) is not None and item.closed:
                beside = "".join(row[43:] + " " for row in rows(app)[13:23])
                reading = " ".join(beside.split())
                assert "PgDn" in reading or all(reason in reading for reason in item.closed)
                named = tuple(f" ✗ {name[:12]}" for name in (item.label, item.short or item.label))
                line = next(row for row in rows(app) if row.startswith(named))
                assert any(way in line for way in item.briefly)
                await press(app, "up")


async def test_a_closed_item_is_refused_with_its_reason(tmp_path: Path) -> None:
    """Enter on it decides nothing, and lets the reason stand out beside it; nothing is covered."""
    match = new_match(None)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "end", "enter")
        table = front(app, TableScreen)
        item = table.query_one(Choices).current
        assert item is not None
        assert item.closed
        assert len(match.decisions) == 1
        reason = f"✗ {item.closed[0]}"
        detail = lines(table.hand.detail.rows)
        stands_out = [each for each in detail.spans if "reverse" in str(each.style)]
        told_of = [detail.plain[each.start : each.end] for each in stands_out]
        assert told_of[:2] == ["It cannot be chosen now:", reason]
        table.hand.show_again()  # a forecast has come in
        assert "It cannot be chosen now:" in text(app)
        await press(app, "up", "down")
        assert "It cannot be chosen now:" not in text(app)
        assert not app._notifications


async def test_back_from_the_arguments_to_the_motions(tmp_path: Path) -> None:
    """Backspace, the left arrow and q all lead back, and nothing is decided."""
    match = new_match(None)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        table = front(app, TableScreen)
        for key in ("backspace", "left", "q", "escape"):
            await press(app, "enter")
            assert "Back “" in text(app)
            await press(app, key)
            assert "Table a motion" in text(app)
            assert front(app, TableScreen) is table
        assert len(match.decisions) == 1


@pytest.mark.parametrize("size", [*SIZES, (100, 30)])
async def test_back_from_the_arguments_the_same_motion_is_looked_at(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Whichever it was, and with it what is said of it; nothing on the screen has moved."""
    async with running(library(tmp_path), size, start=new_match(None)) as app:
        await told(app)
        choices = front(app, TableScreen).query_one(Choices)
        opened = {item.motion for item in items(choices) if item.open and item.motion >= 0}
        assert len(opened) > 1
        while choices.current is not None and choices.current.motion in opened:
            motion, before = choices.current.motion, text(app)
            opened.remove(motion)
            for key in ("backspace", "escape"):
                await press(app, "enter")
                assert "Back “" in text(app)
                await press(app, key)
                assert choices.current.motion == motion
                assert text(app) == before
            await press(app, "down")
        assert not opened


def items(choices: Choices) -> list[Item]:
    """All that can be highlighted in a list of choices."""
    return [item for item, _ in choices._rows() if item is not None]


async def test_once_a_motion_is_chosen_its_words_have_the_room_of_the_ladder(
    tmp_path: Path,
) -> None:
    """On a small screen; what backs it has more rows then, and the ladder is back with a key."""
    async with running(library(tmp_path), start=new_match(None)) as app:
        await told(app)
        table = front(app, TableScreen)
        ladder, rows_before = text(app), table.hand.size.height
        item = table.query_one(Choices).current
        assert item is not None
        motion = table.match.scenario.motions[item.motion]
        await press(app, "enter")
        assert flat(motion.text) in flat(text(app))
        assert text(app).count(motion.name) > 1
        assert "Glass ceiling" not in text(app)
        assert table.hand.size.height > rows_before
        await press(app, "backspace")
        assert text(app) == ladder


async def test_the_ladder_marks_what_is_looked_at_in_the_list(tmp_path: Path) -> None:
    """It is underlined, whatever the colours are, and nothing else is: there is one cursor."""
    for size in SIZES:
        async with running(library(tmp_path), size, start=new_match(None)) as app:
            await told(app)
            table = front(app, TableScreen)
            for _ in range(3):
                item = table.query_one(Choices).current
                assert item is not None
                motion = table.match.scenario.motions[item.motion]
                middle = lines(list(table.query_one(Middle).rows))
                (span,) = [each for each in middle.spans if "underline" in str(each.style)]
                marked = middle.plain[span.start : span.end]
                assert marked[2:] in (motion.short, motion.name)
                await press(app, "down")


async def test_at_200_columns_the_story_stands_beside_the_table(tmp_path: Path) -> None:
    """All of it but what is heard in the debate; at fewer it is on its page alone."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), (200, 60), start=match) as app:
        await told(app)
        beside = front(app, TableScreen).query_one(StoryBeside)
        words = flat(" ".join(row.plain for row in beside.rows))
        passages = Teller(match).passages(match.tree.timeline)
        earlier, last = passages[-6], passages[-1]
        assert flat(earlier.sentence) in words
        assert last.heard.speech is not None
        assert flat(last.heard.speech.quoted) not in words
        middle = " ".join(row.plain.replace("▌", " ") for row in app.screen.query_one(Middle).rows)
        assert flat(last.heard.speech.quoted) in flat(middle)
        await resize(app, *LARGE)
        assert not beside.display


async def test_the_text_beside_the_list_turns_its_pages(tmp_path: Path) -> None:
    """PgDn and the wheel show what there is no room for; the cursor stays where it is."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        choices = front(app, TableScreen).query_one(Choices)
        where = choices.highlighted
        first = text(app)
        assert "▼ PgDn" in first
        await press(app, "pagedown", "pagedown")
        assert "▲ PgUp" in text(app)
        assert choices.highlighted == where
        await press(app, "pageup", "pageup")
        assert text(app) == first


async def test_leaving_asks_first_and_names_the_save(tmp_path: Path) -> None:
    """To stay is to lose nothing; to leave is to lose nothing either."""
    kept = library(tmp_path)
    async with running(kept, start=new_match(kept)) as app:
        await press(app, "enter", "q")
        assert "saved as “played”" in text(app)
        await press(app, "escape")
        front(app, TableScreen)
        await press(app, "q", "right", "enter")
        front(app, TableScreen)
        await press(app, "q", "enter")
        assert not isinstance(app.screen, TableScreen)


async def test_a_match_that_is_kept_nowhere_is_not_left_by_mistake(tmp_path: Path) -> None:
    """There the answer under the cursor is to stay."""
    async with running(library(tmp_path), start=new_match(None)) as app:
        await press(app, "enter", "q")
        assert "will be lost" in text(app)
        await press(app, "enter")
        front(app, TableScreen)


async def test_the_whole_table_can_be_read_in_lines(tmp_path: Path) -> None:
    """With what is in the way of a motion, and what it is worth; at the table and in a replay."""
    match = new_match(library(tmp_path))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        seen = front(app, TableScreen).teller.latest()
        await press(app, "p")
        page = front(app, PageScreen)
        words = page.query_one(TextPane)._text.plain
        for rung in seen.ladder.rungs:
            for step in rung.steps:
                assert f"{step.name}: {step.stands}" in words
                assert step.worth in words
        await press(app, "q")
        front(app, TableScreen)


async def test_a_game_that_is_over_offers_no_hint(tmp_path: Path) -> None:
    """A key is shown only where it does something."""
    match = new_match(library(tmp_path))
    async with running(library(tmp_path), start=match) as app:
        assert "h Hint" in text(app)
        play_on(match, 200)
        assert match.verdict is not None
        app.screen.refresh_bindings()
        await press(app, "p", "q")
        assert "h Hint" not in text(app)
