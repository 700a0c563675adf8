"""What happened is told in beats, and then a person decides; no key does both."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content

from game.match import Match
from game.rules import Phase, Rule, What
from game.scenario.catalogue import read_text
from game.settings import Settings
from game.settings.settings import PACES, Pace
from game.telling.beats import BeatKind
from game.telling.messages import english
from game.tui.draw.styles import lines, say
from game.tui.draw.teller import Teller
from game.tui.pacing import GRACE
from game.tui.parts.players import Players
from game.tui.screens.news import News
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.widgets.beats import About, Beats
from game.tui.widgets.board import Middle
from game.tui.widgets.rows import Rows
from tests.tui.driving import (
    LARGE,
    PEOPLE,
    SIZES,
    burst,
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
    wait,
)
from tests.tui.snapshots import EVERY_SIZE, SCENES, until

ASKED = ("take your turn", "reply to the motion", "answer the")
"""What a person is asked."""


@pytest.mark.parametrize("pace", PACES)
async def test_no_decision_is_made_by_keys_pressed_while_beats_run(
    tmp_path: Path, pace: Pace
) -> None:
    """However many, at once or one by one; nor by one more, until it is let go."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), start=match, as_set=Settings(pace=pace)) as app:
        table, decided = front(app, TableScreen), len(match.decisions)
        assert table.reciting
        await burst(app, *["enter"] * 40)
        assert not table.reciting
        await press(app, *["enter"] * 40)
        assert (len(match.decisions), table.hand.tabled) == (decided, False)
        await wait(app, GRACE)
        await press(app, "enter")
        assert len(match.decisions) > decided or table.hand.tabled


async def test_the_key_that_decided_does_not_answer_for_whoever_is_asked_next(
    tmp_path: Path,
) -> None:
    """Whoever presses Enter twice has not read what the other side is asked."""
    match = new_match(None)
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        side = match.state.side
        while match.state.side == side:  # a motion, and its argument
            await press(app, "enter")
        decided = len(match.decisions)
        assert not front(app, TableScreen).reciting
        await press(app, "enter", "enter")
        assert len(match.decisions) == decided
        await wait(app, GRACE)
        await press(app, "enter")
        assert len(match.decisions) > decided


async def test_beats_end_by_themselves_and_are_told_again(tmp_path: Path) -> None:
    """Each is still in the page of news when the choice is there, at another size, too."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), start=match, as_set=Settings()) as app:
        table = front(app, TableScreen)
        await press(app, "n")
        await wait(app, 3600)
        await press(app, "q")
        assert table.reciting
        await resize(app, 120, 40)
        await wait(app, 3600)
        assert not table.reciting
        await press(app, "n")
        front(app, News)
        for beat in table.recital.beats:
            assert beat.text[0].split()[0] in text(app)


async def test_the_table_is_as_it_was_when_that_happened_which_is_told(tmp_path: Path) -> None:
    """Numbers move, and are marked, with the beat that tells of them; so do the round and the turn.
    Nobody is asked for what has been decided.
    """
    match = new_match(None, seed=21)
    closed: list[bool] = []
    while not any(closed[-3:-1]):
        play_on(match, 1, seed=1)
        closed = [
            any(it.cause.rule is Rule.CLOCK for it in each)
            for each in match.tree.timeline.consequences
        ]
    async with running(library(tmp_path), LARGE, start=match, as_set=Settings(pace="key")) as app:
        table = front(app, TableScreen)
        recital, line = table.recital, match.tree.timeline
        between = 0
        while table.reciting:
            board, done = table.narration.board, recital.shown[-1].ply
            told = [*recital.before, *recital.shown]
            rules = {it.rule for each in told if each.ply == done for it in each.changes}
            before = line.states[done - 1].tracks if recital.rest else line.states[done].tracks
            tracks = dict(zip(line.book.track_ids, before, strict=True))
            if recital.rest:
                for each in line.consequences[done - 1]:
                    if each.what is What.TRACK and each.cause.rule in rules:
                        tracks[each.subject] += each.amount
                between += tuple(tracks.values()) != line.states[done].tracks
            numbers = list(tracks.values())
            assert [each.value for each in board.gauges] == numbers[: len(board.gauges)]
            scores = [numbers[place] for place in line.book.score]
            assert [each.score for each in board.parties] == scores
            if recital.waits:
                assert not [each for each in ASKED if each in text(app)]
                assert board.header.round == recital.shown[-1].round
                assert "▶" not in text(app)
            await press(app, "space")
        assert between
        assert [each for each in ASKED if each in text(app)]


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_while_it_is_told_what_was_decided_nobody_is_about_to_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Neither a person nor an opponent, and it is the round of what is told; an opponent is next
    only when the last of it has had its time.
    """
    monkeypatch.setattr(Players, "play_next", lambda _: None)  # it thinks for as long as this lasts
    match, first = play_on(new_match(None, seats=("human", "realist"), seed=21), 9, seed=1), False
    while not (first and match.state.side == 1 and match.state.phase is Phase.TURN):
        assert not match.over
        play_on(match, 1, seed=1)
        first = match.states[-3].round < match.state.round
    async with running(library(tmp_path), size, start=match, as_set=Settings()) as app:
        table = front(app, TableScreen)
        recital, opponent, rounds = table.recital, table.teller.latest().header.who, []
        assert opponent
        while not recital.told:
            shown, seen = recital.shown[-1], text(app)
            rounds.append(shown.round)
            assert "▶" not in seen
            assert opponent not in seen
            assert f"Round {shown.round} of" in rows(app)[0]
            await press(app, "space")
        assert len(set(rounds)) > 1
        assert table.narration.board.header.who == opponent


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_it_is_always_said_that_more_is_told_and_how_to_go_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """However much room there is, and whatever a beat takes of it: nothing is lost by that."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), size, start=match, as_set=Settings(pace="key")) as app:
        table, seen = front(app, TableScreen), 0
        told = table.query_one(Beats)
        width, about = told.content_size.width, About(more=say("2 more. Space: on"))
        for height in range(1, size[1]):
            for last in ("short", "x" * width):
                lead = [f"row-{number}" for number in range(height - 1)]
                told.tell(lines([*map(say, [*lead, last])]), about=about)
                await settled(app)
                read = text(app)
                assert "Space:" in read
                while told.turn_on():
                    await settled(app)
                    read += text(app)
                assert "2 more. Space: on" in read
                assert last in read
                assert {*lead} <= {*read.split()}
        while table.recital.waits:
            assert "Space:" in text(app)
            await press(app, "space")
            seen += 1
        assert seen


@pytest.mark.parametrize("size", SIZES)
async def test_each_beat_is_on_the_screen_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    """So is what stands around it: what was told before, what has moved, how many follow."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), size, start=match, as_set=Settings(pace="key")) as app:
        table, seen = front(app, TableScreen), 0
        told = app.screen.query_one(Beats)
        while table.reciting:
            rows = [*told.rows, *[Content()] * told.content_size.height]
            for y in range(told.content_size.height):
                assert told.on_screen[y].is_same(rows[y])
            seen += 1
            await press(app, "space")
        assert seen > 1


async def test_whoever_leaves_while_a_beat_waits_for_the_question_is_out(tmp_path: Path) -> None:
    """Its time ran out behind the question; nothing is told at a table that has been left."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), start=match, as_set=Settings()) as app:
        table = front(app, TableScreen)
        await press(app, "q")
        await wait(app, 3600)
        assert table.reciting
        await press(app, "left", "enter")
        front(app, TitleScreen)
        table.recital.look_again()
        assert table.recital.waits


@pytest.mark.parametrize("size", SIZES)
async def test_what_goes_on_by_the_clock_says_so_and_can_be_paused(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """While it is paused only a key goes on, and it says that; the same key lets it run."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), size, start=match, as_set=Settings()) as app:
        table = front(app, TableScreen)
        left = table.recital.left
        assert f"{left} more. Space: on; z: pause" in text(app)
        await press(app, "z")
        assert f"Paused. Space: {left} more; z: run" in text(app)
        await wait(app, 3600)
        assert table.recital.left == left
        await press(app, "space")
        assert table.recital.left == left - 1
        await wait(app, 3600)
        assert table.recital.left == left - 1
        await press(app, "z")
        await wait(app, 3600)
        assert not table.reciting


async def test_a_pause_ends_with_what_is_told_and_is_seen_on_every_page_of_it(
    tmp_path: Path,
) -> None:
    """Who goes to the end of it has the clock again the next time."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), start=match, as_set=Settings()) as app:
        table = front(app, TableScreen)
        told = table.query_one(Beats)
        long = [beat for beat in table.recital.beats for _ in range(40)]
        told.tell(lines([say(each.head or "…") for each in long]), long, table.narration.about)
        while told.turn_on():
            pass
        await settled(app)
        left = table.recital.left
        assert f"{left} more. Space: on; z: pause" in text(app)
        await press(app, "z", "escape")
        assert not table.reciting
        assert table.recital.way == "clock"


async def test_a_headline_is_read_once_while_it_is_told(tmp_path: Path) -> None:
    """On a small screen it stands beside the ladder again when all is told."""
    match = play_on(new_match(None, seed=7), 0)
    while match.state.round == 1:
        match.decide(match.legal()[-1])
    async with running(library(tmp_path), start=match, as_set=Settings(pace="key")) as app:
        told, table = 0, front(app, TableScreen)
        while table.reciting:
            wire, seen = table.narration.board.wire, " ".join(text(app).split())
            news = f"News, on the wire: {wire.date}" in seen
            assert not (news and f"{wire.briefly}: " in seen.replace("News, on", "news, on"))
            told += news
            await press(app, "space")
        assert told
        wire = table.narration.board.wire
        assert f"{wire.briefly}: {wire.date}" in " ".join(text(app).split())


@pytest.mark.parametrize("size", EVERY_SIZE[:3])
async def test_a_headline_that_is_to_be_answered_stands_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """What it has brought already is told without its name; the answers stand there whole."""
    match = Match.new(*read_text("shared-enemy"), seats=PEOPLE, seed=2, clock=lambda: "")
    while match.state.phase is not Phase.EVENT:
        play_on(match, 1, seed=1)
    async with running(library(tmp_path), size, start=match) as app:
        await told(app)
        table = front(app, TableScreen)
        wire, last = table.narration.board.wire, table.recital.beats[-1]
        assert last.kind is BeatKind.STRIKE
        assert wire.headline in last.head
        read = [plain(each.rows) for each in table.query(Rows)]
        assert sum(each.count(wire.headline) for each in read) == 1
        answers = plain(table.hand.choices.get_option_at_index(at).prompt for at in (0, 1))
        for choice in wire.choices:
            assert choice.name in answers
            for each in choice.effects.split(", "):
                assert any(each in row for row in rows(app))
        happened = " ".join(table.query_one(Beats)._text.plain.split())
        assert [each for each in last.changes if each.changes[0] in happened] == [*last.changes]


def plain(some: Iterable[Any]) -> str:
    """Rows as one line."""
    return " ".join(" ".join(each.plain for each in some).split())


@pytest.mark.parametrize("size", EVERY_SIZE[:3])
async def test_what_happened_last_is_told_in_part_where_not_all_of_it_has_room(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """No frame is empty; and what is told in part is said to be."""
    parts = 0
    match = new_match(None, seed=21)
    async with running(library(tmp_path), size, start=match) as app:
        for _ in range(40):
            await told(app)
            table = front(app, TableScreen)
            beats, whole = table.query_one(Beats), table.narration.last[0]
            if whole:
                assert beats.rows[0].plain.strip()
                shown = plain(beats.rows)
                if plain([whole]) != shown:
                    parts += 1
                    assert english().say("beat.again") in text(app)
                    assert "…" in shown or beats.framed
            play_on(match, 1, seed=4)
            await settled(app)
            if match.over:
                break
    assert parts or size == LARGE


async def test_where_a_key_brings_each_beat_nothing_is_said_of_a_clock(tmp_path: Path) -> None:
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), start=match, as_set=Settings(pace="key")) as app:
        left = front(app, TableScreen).recital.left
        assert f"{left} more. Space: on; Esc: to the end." in text(app)
        await press(app, "z")
        assert front(app, TableScreen).recital.left == left - 1


async def test_where_nothing_moves_by_itself_all_is_told_at_once(tmp_path: Path) -> None:
    match = play_on(new_match(None, seed=21), 24, seed=1)
    still = Settings(reduced_motion=True)
    async with running(library(tmp_path), start=match, as_set=still) as app:
        table, before = front(app, TableScreen), text(app)
        assert [*table.recital.shown] == table.recital.beats
        await wait(app, 3600)
        assert text(app) == before
        await press(app, "space")
        assert not table.reciting


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_old_words_that_are_quoted_back_stand_once_on_the_table(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """In the debate; what is told says that they are, and what it costs, last."""
    match = until(SCENES["debate"], contradicted=True)
    async with running(library(tmp_path), size, start=match) as app:
        table = front(app, TableScreen)
        exchange = Teller(match).latest().debate
        assert exchange is not None
        quotes = [quote.sentence for some in exchange.quotes for quote in some]
        costs = shown = 0
        while table.reciting:
            beats = " ".join(row.plain.strip() for row in table.query_one(Beats).rows)
            debate = " ".join(row.plain.strip(" ▌✗") for row in table.query_one(Middle).rows)
            for quote in quotes:
                assert f"{beats} {debate}".count(quote) <= 1
                shown += quote in debate
            if "contradicts itself" in beats:
                _, _, cost = beats.rpartition("contradicts itself")
                costs += 1
                assert quotes[0] in debate
                assert "is struck" in cost
            await press(app, "space")
        assert costs
        assert shown
