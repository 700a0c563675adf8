"""Why each number is what it is: what it is wanted for, its start, and what has moved it."""

from __future__ import annotations

from textual.content import Content

from game.match.timeline import Timeline
from game.review.why import Account, accounts
from game.telling.board import Board
from game.telling.voice import Voice
from game.telling.why import chain
from game.tui.draw.goals import draw_goals
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.screens.story import PageScreen


class Why(PageScreen):
    """What each side wants, and every track with the chain of causes whose sum it is."""

    def __init__(self, voice: Voice, line: Timeline, board: Board, moment: int) -> None:
        """``moment``: after how many decisions; ``board``: the table then."""
        found = accounts(line.book, line.states[: moment + 1], line.consequences)
        rows = [say((voice.say("table.wants"), f"{STRONG} underline")), *draw_goals(board)]
        rows += [_track(voice, each) for each in found]
        super().__init__(voice.say("table.why_title"), lines(rows))


def _track(voice: Voice, account: Account) -> Content:
    told = chain(voice, account)
    rows = [say((told.title, STRONG)), say((f"   {told.start}", DIM))]
    rows += [
        say((f"   {each.by:>3}", STRONG), f"  {each.why}", (f"  {each.when}", DIM))
        for each in told.lines
    ]
    return lines([*rows, say("")])
