"""The place below the board where it is told what happened, and where a side decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from game.match import Match
from game.rules import NOBODY, Decision, Phase
from game.telling.board import BoardHeader
from game.telling.messages import english
from game.telling.voice import Voice
from game.tui.draw.palette import SIDES
from game.tui.draw.styles import DIM, STRONG, WARN, say, side_style
from game.tui.draw.teller import Teller
from game.tui.parts.forecasts import Forecasts, Lines
from game.tui.widgets.beats import About, Beats
from game.tui.widgets.board import Middle
from game.tui.widgets.box import Box
from game.tui.widgets.choices import Choices
from game.tui.widgets.text_pane import TextPane

NAMED = 39
"""Cells from which on a title has room for the name of a side, whatever is asked of it."""

if TYPE_CHECKING:
    from game.telling.beats import Beat
    from game.telling.menu import Item


class Hand(Box):
    """Tells what happened, and offers the choices of the side that decides, with what each of them
    means beside them.

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
        self.beats = Beats(id="beats")
        """What happened."""
        self.choices = Choices(self._highlighted, id="choices")
        """The list."""
        self.detail = TextPane(id="detail")
        """What the highlighted line means."""
        self._forecasts = forecasts
        self._match = match
        self._teller = teller
        self._offered = offered
        self._tabled: Item | None = None
        self._next: Callable[[], None] | None = None
        """What Enter leads to, if it takes no choice."""
        self._kept = (Content(), Content())
        self._drawn: tuple[Lines, list[Content]] = ((), [])
        self._asked: BoardHeader | None = None
        self._refused: Item | None = None
        """The closed item that was tried last, as long as the cursor is on it."""
        self._place: Sequence[Beat] = ()
        """What is told, while nothing is asked."""

    def compose(self) -> ComposeResult:
        yield self.beats
        with Box(id="offer"):
            yield self.choices
            yield self.detail

    def entitle(self, asked: BoardHeader) -> None:
        """Have in the frames who is asked what; while it is told what happened, what is told."""
        self._asked = asked
        self.detail.entitle(say((english().say("table.pane.choice"), STRONG)))
        self._entitle()

    def on_resize(self) -> None:
        """A title is not cut: a name gives way to what is asked."""
        self._entitle()

    def _entitle(self) -> None:
        if (asked := self._asked) is None:
            return
        voice, beat = self._teller.voice, self._place[-1] if self._place else None
        side = asked.side
        if self.telling and beat is not None:
            side = beat.side
            self.beats.entitle(_told(voice, beat))
        else:
            self.beats.entitle(say((english().say("table.pane.happened"), STRONG)))
        color = voice.scenario.sides[side].color if side != NOBODY else ""
        # Before it is there no style has to be looked up anew.
        self.update_classes({f"-{each}": each == color for each in SIDES}, self.is_attached)
        self.choices.border_title = _title(voice, asked, self.size.width - 6)

    @property
    def seen(self) -> float:
        """Since when the list is seen as it is; on the clock of messages."""
        return self.choices.seen

    @property
    def tabled(self) -> bool:
        """Whether a motion has been chosen, and its argument has not."""
        return self._tabled is not None

    @property
    def telling(self) -> bool:
        """Whether it is told what happens, and nothing is asked."""
        return self.has_class("-telling")

    @property
    def reading(self) -> TextPane:
        """The text that has the room."""
        return self.detail if self.detail.display else self.beats

    @property
    def cited(self) -> tuple[str, ...]:
        """The paragraphs of the source behind what is marked."""
        from game.telling.article import cited_by  # noqa: PLC0415 - not before it is asked for

        item = self.choices.current
        decision, motion = (item.decision, item.motion) if item is not None else (None, -1)
        return cited_by(self._teller.voice, self._match.state, decision, motion)

    def clear(self) -> None:
        """Offer nothing any more."""
        self._tabled = None
        self._next = None
        self.choices.show(())

    def back(self) -> None:
        """From the arguments back to the motions, to the one that was looked at."""
        tabled, self._tabled = self._tabled, None
        self.offer(*self._kept, at=tabled)

    def offer(self, kept: Content, brief: Content, at: Item | None = None) -> None:
        """Show the choices of the side that decides, or the arguments for a tabled motion.

        Args:
            kept: what happened last; it stays in sight.
            brief: the same for little room.
            at: the choice that is highlighted; else the first open one.
        """
        from game.telling.menu import backings, menu  # noqa: PLC0415 - the table is there before

        voice = self._teller.voice
        self._next, self._kept = None, (kept, brief)
        # What is answered has few answers, of which there is much to say.
        self.set_class(self._match.state.phase is not Phase.TURN, "-answering")
        self._make_room(choices=True, detail=True)
        self.beats.keep(kept, brief)
        if self._tabled is None:
            self.choices.show(menu(voice, self._match.state), at=at)
        else:
            self.choices.show((backings(voice, self._tabled),))
        self.choices.focus()
        self._offered()

    def tell(self, text: Content, place: Sequence[Beat], about: About) -> None:
        """Give all the room to a text; as long as ``place`` is the same, so is the page. What
        there is to say ``about`` it fills the room that it leaves.
        """
        self._place = place
        self._make_room(choices=False, detail=False)
        if self.choices.options:
            self.choices.show(())
        self.beats.tell(text, place, about)

    def lead(self, text: Content, label: str, note: str, then: Callable[[], None]) -> None:
        """Give the room to a text; ``label`` is what Enter does, once."""
        from game.telling.menu import Item, Section  # noqa: PLC0415 - the table is there before

        self._next = then
        self._make_room(choices=True, detail=False)
        self.beats.tell(text)
        self.choices.show((Section("", (Item(label, note),)),))
        self.choices.focus()
        self._offered()

    def _make_room(self, *, choices: bool, detail: bool) -> None:
        """Show those parts that are needed."""
        self.query_one("#offer").display, self.detail.display = choices, detail
        self.choices.can_focus = choices
        self.set_class(not choices, "-telling")
        self.set_class(choices and not detail, "-leading")
        self._entitle()

    def _show(self, item: Item, *, refused: bool = False) -> None:
        """Say what an item of the menu means."""
        from game.tui.draw.detail import draw_item  # noqa: PLC0415 - the table is there before

        match, teller = self._match, self._teller
        self.screen.query_one(Middle).mark(item.motion, chosen=self.tabled)
        said = teller.said(match.tree.timeline, len(match.decisions))
        answer = self._forecasts.answer(item)
        about = draw_item(teller.voice, match.state, item, said, refused=refused, answer=answer)
        rows = [*about, *self._partners(self._forecasts.lines())]
        self.detail.show(rows, of=(len(match.decisions), item, refused))

    def _partners(self, told: Lines) -> list[Content]:
        """Who sits at the table, and what it never crosses: the same for each item."""
        if self._drawn[0] is not told:
            rows: list[Content] = []
            for title, kept in told:
                rows += [say(""), say((title, DIM)), *(say((each, DIM)) for each in kept)]
            self._drawn = told, rows
        return self._drawn[1]

    def show_again(self) -> None:
        """More can be said of the highlighted item now."""
        item = self.choices.current
        if self._next is None and item is not None:
            self._show(item, refused=item is self._refused)

    def _highlighted(self, item: Item) -> None:
        """Say what the highlighted item means."""
        self._refused = None
        if self._next is None:
            self._show(item)

    def on_choices_barred(self, event: Choices.Barred) -> None:
        """Let it stand out why a closed item cannot be chosen: beside it, where it is read."""
        if event.item is self.choices.current:
            self._refused = event.item
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
            self.offer(*self._kept)
        else:
            decision = event.item.decision
            (self._ask_first if event.item.ends else self._match.decide)(decision)

    def _ask_first(self, decision: Decision) -> None:
        """Take a decision with which all is certainly lost, if that is meant."""
        from game.telling.decisions import say_decision  # noqa: PLC0415 - the table is there before
        from game.telling.preview import say_ruin  # noqa: PLC0415 - as above
        from game.tui.screens.question import Question  # noqa: PLC0415 - a screen is imported when it opens

        match, voice, state = self._match, self._teller.voice, self._match.state

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - the screen's result
            if sure and match.state is state:  # else somebody has decided meanwhile
                match.decide(decision)

        title = say((say_decision(voice, state, decision), STRONG))
        yes, no = voice.say("table.ruin_yes"), voice.say("table.ruin_no")
        ruin = say((say_ruin(voice, state, decision), f"{STRONG} {WARN}"))
        question = Question(title, ruin, yes, no, safe=False)
        self.app.push_screen(question, answered)


def _told(voice: Voice, beat: Beat) -> Content:
    """What it is that is told."""
    from game.telling.beats import BeatKind  # noqa: PLC0415 - not before something is told

    if beat.kind is BeatKind.CLOSE:
        return say((beat.head, STRONG))
    if beat.kind in (BeatKind.NEWS, BeatKind.STRIKE):
        return say((english().say("table.news"), STRONG))
    if beat.side != NOBODY:
        return say((voice.side(beat.side), side_style(voice.book, beat.side)))
    return say((english().say("table.pane.happened"), STRONG))


def _title(voice: Voice, asked: BoardHeader, width: int) -> Content:
    """Who is asked what, in so many cells if it can be."""
    if not asked.who:
        return say(("■ " if asked.over else "", STRONG), (asked.sentence, STRONG))
    look, mark = side_style(voice.book, asked.side), "▶ " if asked.asks else ""
    names = (asked.who, voice.side(asked.side), voice.side_short(asked.side))
    # Where one question leaves no room for a side's name, both are short for all of them.
    for name in names if width >= NAMED else names[-1:]:
        words = say((f"{mark}{name}", look), (f": {asked.question}", STRONG))
        if words.cell_length <= width:
            return words
    return say((mark, look), (asked.question, STRONG))
