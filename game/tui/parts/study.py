"""What the table and the replay have in common: why, what is coming, comments, other lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from game.match import HUMAN, Match, MatchError
from game.review.asked import game_of
from game.telling.board import Board
from game.text import clean
from game.tui.draw.teller import Teller
from game.tui.play_on import PlayOn
from game.tui.screens.front import Front

if TYPE_CHECKING:
    from game.tui.screens.variations import Deed


class Study:
    """Looks closer at a match from the position in view.

    Args:
        screen: the screen that shows the position.
        match: the match.
        teller: who tells it.
        in_view: the variation that is in view, and after how many decisions.
        look_at: has another variation in view.
        commented: shows that there is another comment now.
        happened: says what happened since somebody last decided; nothing by default.
        cited: gives the paragraphs of the source behind what is marked.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        teller: Teller,
        *,
        in_view: Callable[[], tuple[int, int]],
        look_at: Callable[[int], None],
        commented: Callable[[], None],
        happened: Callable[[], Content] = Content,
        cited: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self.match = match
        self._screen = screen
        self._teller = teller
        self._in_view = in_view
        self._look_at = look_at
        self._commented = commented
        self._happened = happened
        self._cited = cited

    @property
    def board(self) -> Board:
        """The table at the position in view."""
        variation, ply = self._in_view()
        return self._teller.board(self.match.tree.variations[variation], ply)

    def look(self, what: str) -> None:
        """Look closer in the way that a key is bound to."""
        ways = {
            "news": self.news,
            "story": self.story,
            "why": self.why,
            "arguments": self.arguments,
            "article": self.article,
            "whole": self.whole,
            "opposite": self.opposite,
            "comment": self.comment,
            "variations": self.variations,
        }
        ways[what]()

    def play_on(self) -> None:
        """Play on from the position in view, as anyone; the line as it was stays."""
        self._screen.app.post_message(PlayOn(self.match, *self._in_view()))

    def news(self) -> None:
        """What happened last, and what is coming: the wire in full, and the close of the round."""
        from game.tui.screens.news import News  # noqa: PLC0415 - a screen is imported when it opens

        self._screen.app.push_screen(News(self._teller.voice, self.board, self._happened()))

    def story(self) -> None:
        """Everything that has happened."""
        from game.tui.screens.story import Story  # noqa: PLC0415 - as above

        self._screen.app.push_screen(Story(self._teller))

    def article(self) -> None:
        """What stands behind the scenario, at the paragraph behind what is marked."""
        from game.tui.screens.article import ArticlePage  # noqa: PLC0415 - as above

        self._screen.app.push_screen(ArticlePage(self._teller.voice, self._cited()))

    def arguments(self) -> None:
        """What answers what at the position in view: the hand of whoever sits here comes first."""
        from game.tui.screens.arguments import ArgumentsScreen  # noqa: PLC0415 - as above

        number, ply = self._in_view()
        variation = self.match.tree.variations[number]
        state = variation.timeline.states[ply]
        people = [side for side, seat in enumerate(variation.seats) if seat == HUMAN]
        viewer = people[0] if len(people) == 1 else max(state.side, 0)
        seen = self._teller.board(variation, ply, viewer)
        self._screen.app.push_screen(ArgumentsScreen(self._teller.voice, state, seen))

    def whole(self) -> None:
        """The whole table at the position in view, in lines."""
        from game.tui.draw.whole import draw_whole  # noqa: PLC0415 - not before it is asked for
        from game.tui.screens.story import PageScreen  # noqa: PLC0415 - a screen is imported when it opens

        voice = self._teller.voice
        page = PageScreen(voice.say("table.whole"), draw_whole(voice, self.board))
        self._screen.app.push_screen(page)

    def opposite(self) -> None:
        """Who of those at the table is a character, and its lines at the position in view."""
        from game.tui.draw.partners import draw_partners  # noqa: PLC0415 - not before it is asked for
        from game.tui.screens.story import PageScreen  # noqa: PLC0415 - a screen is imported when it opens

        variation, ply = self._in_view()
        game, voice = game_of(self.match.tree.variations[variation], ply), self._teller.voice
        page = PageScreen(voice.say("forecast.title"), draw_partners(voice, game))
        self._screen.app.push_screen(page)

    def why(self) -> None:
        """Every number with what made it, up to the position in view."""
        from game.tui.screens.why import Why  # noqa: PLC0415 - a screen is imported when it opens

        variation, ply = self._in_view()
        line = self.match.tree.variations[variation].timeline
        self._screen.app.push_screen(Why(self._teller.voice, line, self.board, ply))

    def comment(self) -> None:
        """Write a comment on the position in view, or change the one there."""
        from game.tui.screens.ask import Ask  # noqa: PLC0415 - a screen is imported when it opens

        variation, ply = self._in_view()
        known = self.match.tree.comment(variation, ply)

        def answered(text: str | None) -> None:
            if text is not None and self._write(
                lambda match: match.comment(ply, text, variation=variation)
            ):
                self._commented()

        self._screen.app.push_screen(
            Ask(self._teller.voice.say("table.comment"), known.text if known else ""), answered
        )

    def variations(self) -> None:
        """The lines of play that were tried."""
        from game.tui.screens.variations import VariationsScreen  # noqa: PLC0415 - a screen is imported when it opens

        def chosen(number: int | None) -> None:
            if number is not None:
                self._look_at(number)

        self._screen.app.push_screen(VariationsScreen(self.match, self._write), chosen)

    def _write(self, deed: Deed) -> bool:
        """Change the match that is kept; tells whether it was done."""
        from game.match.writing import changed  # noqa: PLC0415 - not before something is changed

        try:
            changed(self.match, deed)
        except MatchError as error:
            self._screen.notify(clean(str(error)), severity="error", markup=False, timeout=12)
            return False
        return True
