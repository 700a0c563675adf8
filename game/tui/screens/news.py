"""What happened last, and what is coming: the wire in full, the mood of the hour, the close."""

from __future__ import annotations

from textual.content import Content

from game.telling.board import Board
from game.telling.voice import Voice
from game.tui.draw.coming import draw_news
from game.tui.draw.styles import STRONG, lines, say
from game.tui.screens.story import PageScreen


class News(PageScreen):
    """What somebody was told last, if anything was; the wire and the close, as a position has
    them.
    """

    def __init__(self, voice: Voice, board: Board, last: Content) -> None:
        coming = draw_news(voice, board)
        if not last:
            super().__init__(voice.say("table.coming"), coming)
            return
        heading = say((voice.say("table.coming"), STRONG))
        super().__init__(voice.say("table.again"), lines([last, say(""), heading, coming]))
