"""What was told before stands above what is told, and beside the table: in order, and whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.rules import NOBODY
from game.tui.screens.table import TableScreen
from game.tui.widgets.board import StoryBeside
from tests.tui.driving import front, library, new_match, play_on, press, running, settled
from tests.tui.snapshots import EVERY_SIZE


@pytest.mark.parametrize("size", EVERY_SIZE[:3])
async def test_the_words_of_a_debate_that_is_over_are_not_told_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Who played which argument is, one after the other."""
    match, debated = new_match(None, seed=21), 0
    async with running(library(tmp_path), size, start=match) as app:
        await press(app, "enter")
        for _ in range(30):
            table = front(app, TableScreen)
            while table.reciting:
                recital, teller = table.recital, table.teller
                first = recital.beats[0].ply - 1
                passages = teller.passages(match.tree.timeline)[max(0, first - 6) : first]
                tale = table.narration.about.before[: len(passages)]
                for passage, rows in zip(passages, tale, strict=True):
                    lines = [row.plain for row in rows]
                    if passage.heard.speech is not None:
                        debated += 1
                        assert passage.heard.speech.words not in "\n".join(lines)
                        assert passage.briefly in lines
                    elif passage.side != NOBODY:
                        assert passage.sentence in lines
                await press(app, "space")
            play_on(match, 1, seed=4)
            await settled(app)
            if match.over:
                break
    assert debated


async def test_what_was_said_stands_on_the_table_or_in_the_story_beside_it(tmp_path: Path) -> None:
    """Also while it is told how a debate ends, and it is not on the table any more."""
    match, ended = new_match(None, seed=21), 0
    async with running(library(tmp_path), EVERY_SIZE[-1], start=match) as app:
        await press(app, "enter")
        for _ in range(30):
            table = front(app, TableScreen)
            while table.reciting:
                story = table.query_one(StoryBeside)._text.plain
                debate = table.narration.board.debate
                heard = [each.words for each in debate.speeches] if debate is not None else []
                done = table.recital.shown[0].ply - 1
                for passage in table.teller.passages(match.tree.timeline)[:done]:
                    if (speech := passage.heard.speech) is not None:
                        assert speech.words in story or speech.words in heard
                line = match.tree.timeline
                ended += line.states[done].debate is not None and debate is None
                await press(app, "space")
            play_on(match, 1, seed=4)
            await settled(app)
            if match.over:
                break
    assert ended
