"""What is coming: the wire in full, and what the close of the round will bring."""

from __future__ import annotations

from game.rules import Rulebook, State
from game.tui.draw.news import draw_news
from game.tui.screens.story import Page


class News(Page):
    """The wire and the close, as a position has them."""

    def __init__(self, book: Rulebook, state: State) -> None:
        super().__init__("What is coming?", draw_news(book, state))
