"""What the table and the replay have in common: why, what is coming, comments, other lines."""

from __future__ import annotations

from abc import abstractmethod

from game.match import Match, MatchError
from game.match.writing import changed
from game.text import clean
from game.tui.draw.teller import Teller
from game.tui.play_on import PlayOn
from game.tui.screens.ask import Ask
from game.tui.screens.front import Front
from game.tui.screens.news import News
from game.tui.screens.variations import Deed, VariationsScreen
from game.tui.screens.why import Why


class Studying(Front[None]):
    """A screen with a position of a match in view."""

    match: Match
    teller: Teller
    """Who tells it."""

    @property
    @abstractmethod
    def in_view(self) -> tuple[int, int]:
        """The variation that is in view, and after how many decisions."""

    @abstractmethod
    def look_at(self, variation: int) -> None:
        """Have another variation in view."""

    @abstractmethod
    def commented(self) -> None:
        """Show that there is another comment now."""

    def action_play_on(self) -> None:
        """Play on from the position in view, as anyone; the line as it was stays."""
        self.app.post_message(PlayOn(self.match, *self.in_view))

    def action_news(self) -> None:
        """What is coming at the position in view: the wire in full, and the close of the round."""
        variation, ply = self.in_view
        board = self.teller.board(self.match.tree.variations[variation], ply)
        self.app.push_screen(News(self.teller.voice, board))

    def action_why(self) -> None:
        """Every number with what made it, up to the position in view."""
        variation, ply = self.in_view
        found = self.match.tree.variations[variation]
        board = self.teller.board(found, ply)
        self.app.push_screen(Why(self.teller.voice, found.timeline, board, ply))

    def action_comment(self) -> None:
        """Write a comment on the position in view, or change the one there."""
        variation, ply = self.in_view
        known = self.match.tree.comment(variation, ply)

        def answered(text: str | None) -> None:
            if text is not None and self._write(
                lambda match: match.comment(ply, text, variation=variation)
            ):
                self.commented()

        self.app.push_screen(
            Ask("A comment on this position", known.text if known else ""), answered
        )

    def action_variations(self) -> None:
        """The lines of play that were tried."""

        def chosen(number: int | None) -> None:
            if number is not None:
                self.look_at(number)

        self.app.push_screen(VariationsScreen(self.match, self._write), chosen)

    def _write(self, deed: Deed) -> bool:
        """Change the match that is kept; tells whether it was done."""
        try:
            changed(self.match, deed)
        except MatchError as error:
            self.notify(clean(str(error)), severity="error", markup=False, timeout=12)
            return False
        return True
