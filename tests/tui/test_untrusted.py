"""Words of strangers: on no screen are they markup, an action, a link or a control code."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from game.text import faulty
from game.tui import strips
from game.tui.app import SharedEnemyApp
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.verdict import VerdictScreen
from tests.tui.driving import SIZES, front, library, press, rows, running, settled
from tests.tui.hostile import CONTROLS, PAYLOADS, hostile_match


def check(app: SharedEnemyApp) -> None:
    """Nothing on the screen does or hides anything."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert faulty(segment.text) is None
            assert segment.style is None or segment.style.link is None
            assert segment.style is None or "@click" not in segment.style.meta
    assert all(len(row) <= app.size.width for row in rows(app))


@pytest.mark.parametrize("size", SIZES)
async def test_no_word_of_a_scenario_or_a_match_is_more_than_a_word(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """In names, texts, titles, players' names and reasons, on every screen of a match."""
    start = SIZES.index(size) * 17
    async with running(library(tmp_path), size, start=hostile_match(start, 6)) as app:
        check(app)
        await press(app, "enter")
        front(app, TableScreen)
        for key in ("down", "down", "end", "enter"):
            await press(app, key)
            check(app)
        for key in ("?", "n", "t", "w", "q"):
            await press(app, key)
            check(app)
            await press(app, "q")
        app.navigation.play(hostile_match(start + 5, 1000))
        await settled(app)
        front(app, VerdictScreen)
        check(app)
        await press(app, "r")
        front(app, ReplayScreen)
        for key in ("right", "right", "right", "end", "up"):
            await press(app, key)
            check(app)


async def test_there_is_a_list_to_choose_from_whatever_things_are_called(tmp_path: Path) -> None:
    """On a small terminal the bars of the tracks give way first, then what is to come."""
    for start in range(0, 25, 5):
        async with running(library(tmp_path), start=hostile_match(start, 0)) as app:
            await settled(app)
            table = next(each for each in app.screen_stack if isinstance(each, TableScreen))
            assert table.query_one("#choices").region.height >= 4


@pytest.mark.parametrize(("seat", "start"), [("search:1", 0), ("doctrine:realist", 11)])
async def test_an_opponent_that_is_asked_says_words_and_no_more(
    tmp_path: Path, seat: str, start: int
) -> None:
    """Whatever the things that it talks of are called."""
    match = hostile_match(start, 0, seats=("human", seat))
    async with running(library(tmp_path), start=match) as app:
        while not any(state.side == 1 for state in match.states[:-1]):
            await press(app, "enter")
            await app.workers.wait_for_complete()
            await settled(app)
        await press(app, "a")
        await app.workers.wait_for_complete()
        await settled(app)
        front(app, PageScreen)
        check(app)
        assert "What would change your mind?" in "\n".join(rows(app))


async def test_the_palette_shows_no_words_of_strangers(tmp_path: Path) -> None:
    """Its commands are the game's own."""
    async with running(library(tmp_path), start=hostile_match(3, 2)) as app:
        commands = list(app.get_system_commands(app.screen))
        assert len({command.title for command in commands}) == len(commands)
        for command in commands:
            assert not any(payload in f"{command.title}{command.help}" for payload in PAYLOADS)


def rendered(strip: Strip) -> str:
    """What a strip sends to a terminal, after the last cleaning."""
    return strips._cleaned_render(strip, Console(force_terminal=True, color_system="truecolor"))


@pytest.mark.parametrize("payload", CONTROLS)
def test_the_net_lets_no_control_code_of_a_text_through(payload: str) -> None:
    """Whatever slipped past the one door to the screen."""
    sent = rendered(Strip([Segment(f"a{payload}b", Style(bold=True))]))
    inner = sent.removeprefix("\x1b[1m").removesuffix("\x1b[0m")
    assert inner.startswith("a")
    assert inner.endswith("b")
    assert faulty(inner) is None


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("file:///etc/passwd", False),
        ("vscode://x", False),
        ("https://x/\x1b]0;x\x07", False),
        ("https://x/ y", False),
    ],
)
def test_the_net_lets_links_to_the_web_alone_through(*, link: str, kept: bool) -> None:
    """Of any other link only the text is left."""
    sent = rendered(Strip([Segment("here", Style(link=link))]))
    assert "here" in sent
    assert (link in sent) == kept
