"""The place below the board where a side decides, and is told what has happened before it does."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from game.match import Match
from game.telling.menu import Item, Section, backings, menu
from game.tui.draw.detail import draw_item
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.draw.teller import Teller
from game.tui.parts.forecasts import Forecasts
from game.tui.widgets.board import Middle
from game.tui.widgets.choices import Choices
from game.tui.widgets.text_pane import TextPane

LAST = 3
"""How many decisions are told again to whoever comes back, or watches."""


class Hand(Container):
    """Offers the choices of the side that decides, with what each of them means beside them.

    Args:
        match: the match; what is taken is decided in it.
        teller: who tells it.
        offered: is told that other choices are offered.
        forecasts: what can be counted on.
    """

    def __init__(
        self,
        match: Match,
        teller: Teller,
        offered: Callable[[], None],
        forecasts: Forecasts,
    ) -> None:
        super().__init__(id="hand")
        self._forecasts = forecasts
        self._match = match
        self._teller = teller
        self._offered = offered
        self._tabled: Item | None = None
        self._next: Callable[[], None] | None = None
        """What Enter leads to, if it takes no choice."""
        self.told = len(match.decisions)
        """So many decisions have been told, or were seen by whoever decides."""

    def compose(self) -> ComposeResult:
        yield Choices(id="choices")
        yield TextPane(id="detail")

    @property
    def choices(self) -> Choices:
        """The list."""
        return self.query_one(Choices)

    @property
    def tabled(self) -> bool:
        """Whether a motion has been chosen, and its argument has not."""
        return self._tabled is not None

    def know(self) -> None:
        """What has happened by now need not be told to anybody."""
        self.told = len(self._match.decisions)
        self._next = None

    def clear(self) -> None:
        """Offer nothing any more."""
        self._tabled = None
        self.choices.show(())

    def back(self) -> None:
        """From the arguments back to the motions."""
        self._tabled = None
        self.offer()

    def offer(self) -> None:
        """Show the choices of the side that decides, or the arguments for a tabled motion."""
        voice = self._teller.voice
        self._next = None
        self.remove_class("-telling")
        if self._tabled is None:
            self.choices.show(menu(voice, self._match.state))
        else:
            self.choices.show((backings(voice, self._tabled),))
        self.choices.focus()
        self._offered()

    def hand_over(
        self, title: str, label: str, then: Callable[[], None], *, at_end: bool = False
    ) -> None:
        """Tell whoever is next what has changed since the table last changed hands, then go on.

        It is told in the place of the choices: the board stays in view.
        """
        since, self.told = self.told, len(self._match.decisions)
        if since != self.told:
            self._tell(self._teller.story(since), at_end=at_end)
        elif self._next is None:
            then()
            return
        # What was told is there until somebody goes on from it, however often it is handed over.
        self._lead(label, title, then)

    def tell(self, row: str, label: str = "", then: Callable[[], None] | None = None) -> None:
        """Say how things stand, above what happened last; ``label`` is what Enter does."""
        story = self._teller.story(max(0, len(self._match.decisions) - LAST))
        self._tell(lines([say((row, STRONG)), say(""), story]) if row else story)
        self._next = None
        if then is not None:
            self._lead(label, "", then)

    def _tell(self, text: Content, *, at_end: bool = False) -> None:
        """Give the room of the choices to a text."""
        self.add_class("-telling")
        self.choices.show(())
        self.query_one(TextPane).show(text, at_end=at_end)

    def _lead(self, label: str, note: str, then: Callable[[], None]) -> None:
        self._next = then
        self.choices.show((Section("", (Item(label, note),)),))
        self.choices.focus()

    def _show(self, item: Item, *, refused: bool = False) -> None:
        """Say what an item of the menu means."""
        match, teller = self._match, self._teller
        self.screen.query_one(Middle).mark(item.motion, chosen=self.tabled)
        said = teller.said(match.tree.timeline, len(match.decisions))
        answer = self._forecasts.answer(item)
        about = draw_item(teller.voice, match.state, item, said, refused=refused, answer=answer)
        rows = [about]
        for title, kept in self._forecasts.lines():
            rows += [say(""), say((title, DIM)), *(say((each, DIM)) for each in kept)]
        self.query_one(TextPane).show(lines(rows))

    def show_again(self) -> None:
        """More can be said of the highlighted item now."""
        item = self.choices.current
        if self._next is None and item is not None:
            self._show(item)

    def on_choices_shown(self, event: Choices.Shown) -> None:
        """Say what the highlighted item means."""
        if self._next is None and event.item is self.choices.current:
            self._show(event.item)

    def on_choices_barred(self, event: Choices.Barred) -> None:
        """Let it stand out why a closed item cannot be chosen: beside it, where it is read."""
        if event.item is self.choices.current:
            self._show(event.item, refused=True)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """Take the item: a motion asks for its argument first, all else is decided."""
        if event.item is not self.choices.current:
            return  # overtaken: the list shows something else by now
        if self._next is not None:
            then, self._next = self._next, None
            then()
        elif event.item.decision is None:
            self._tabled = event.item
            self.offer()
        else:
            self._match.decide(event.item.decision)
