"""A review: what was skill and what was luck, what would have been better, what was in reach."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from game.export import ExportedGame
from game.export.review_text import ReviewRow, review_rows
from game.match import Match
from game.review.evaluations import DEEP, NORMAL
from game.review.prospects import mattered
from game.review.reviewed_line import ReviewedLine
from game.review.turning_points import turning_points, weightiest
from game.rules import NOBODY
from game.telling.turning_points import say_moment
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, STRONG, WARN, lines, say, spread, styled
from game.tui.modal import Modal
from game.tui.parts.reviewing import Reviewing
from game.tui.play_on import PlayOn
from game.tui.sizes import is_roomy
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.move_list import MoveList

if TYPE_CHECKING:
    from game.tui.app import SharedEnemyApp

_LOOK: Final = 0.25
"""Seconds between two looks how far the work is."""

_EDGE: Final = 2
"""Cells beside the rows."""

_FRAMED: Final = 5
"""The same where there is a frame."""

TURNED: Final = 3
"""So many of the decisions after which the game was another one are told to who waits."""

_WIDEST: Final = 120
"""Cells of a row at most."""


class ReviewScreen(Modal[int | None]):
    """Shows the review of a line of play, and makes it.

    Dismissed with the number of decisions before the one to look at, or with nothing.

    Args:
        match: the match.
        variation: the number of the line of play.
        moment: after how many decisions the cursor is to be, if something is said of the next one.
    """

    BUDGETS: ClassVar[Sequence[int]] = (NORMAL, DEEP)
    """How closely it is looked, in playouts; the next one with each press of a key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("enter", "take", "keys.go_there", key_display="⏎", id="review.take"),
        Binding("x", "answer", "keys.answer", id="review.answer"),
        Binding("b", "play_on", "keys.branch", id="review.branch"),
        Binding("d", "deeper", "keys.deeper", id="review.deeper"),
        Binding("i", "step(1)", "keys.next_mark", id="review.mark_on"),
        Binding("I", "step(-1)", show=False, id="review.mark_back"),
        Binding("down,j", "move(1)", "keys.down", show=False, id="review.down"),
        Binding("up,k", "move(-1)", "keys.up", show=False, id="review.up"),
        Binding("pagedown,space", "turn(1)", "keys.page_on", key_display="PgDn", id="review.on"),
        Binding("pageup", "turn(-1)", "keys.page_back", show=False, id="review.before"),
        Binding("home,g", "jump(0)", "keys.top", show=False, id="review.top"),
        Binding("end,G", "jump(-1)", "keys.end", show=False, id="review.end"),
        Binding("q,escape,backspace", "leave", "keys.back", key_display="q", id="review.leave"),
    ]

    def __init__(self, match: Match, variation: int, moment: int | None = None) -> None:
        super().__init__()
        self.match = match
        self._voice = Voice(match.book)
        self._game = ExportedGame.of(match, variation)
        self._variation = variation
        self._moment = moment
        self._title = ""
        self._rows: tuple[ReviewRow, ...] = ()
        self._shown: tuple[ReviewedLine, int, frozenset[int], tuple[object, ...]] | None = None
        """What the rows are made of."""
        self._asked: tuple[ReviewedLine, frozenset[int]] | None = None
        """The decisions of a review that mattered most."""
        self._at: int | None = None
        """The decision that the row under the cursor is about."""
        self._reviewing: Reviewing | None = None
        self._looks: Timer | None = None
        """Looks how far the work is, as long as there is any."""
        self._told: set[int] = set()
        """The decisions that mattered most of which the reader knows what they were."""

    def compose(self) -> ComposeResult:
        yield Static(id="page-title")
        yield Static(id="notes")
        moves = MoveList(self._row, self._moved, id="reviewed")
        with Box(classes="leaf"):
            yield moves
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(MoveList).focus()
        ways = cast("SharedEnemyApp", self.app).navigation
        self._reviewing = Reviewing(
            self,
            self.match,
            self._variation,
            cache=ways.library.cache,
            shelf=ways.reviews,
            workers=self.permissions.processes,
            changed=self._show,
        )
        self._reviewing.begin(self.BUDGETS[0])
        self._show()

    def on_unmount(self) -> None:
        if self._reviewing is not None:
            self._reviewing.close()

    def on_resize(self) -> None:
        self._show()

    # ------------------------------------------------------------------ showing it

    def _show(self) -> None:
        """Show what is known by now, the cursor on what it was on."""
        work = self._reviewing
        if work is None:
            return
        self._say_how_far()
        self._look_on(busy=work.busy)
        notes = self.query_one("#notes", Static)
        told = [say((each, WARN)) for each in work.notes]
        if work.busy and work.found is None:
            words = self._voice.say
            told += [say(words(f"review.in_app.{each}")) for each in ("done", "coming", "leave")]
            told += self._turned()
        notes.update(lines(told))
        notes.display = bool(told)
        if work.found is not None:
            self._fill(work.found, work.answers)
        self.refresh_bindings()

    def _turned(self) -> Iterator[Content]:
        """What turned in the game, as far as that is known without looking."""
        line = self.match.tree.variations[self._variation].timeline
        points = turning_points(line.book, line.states, line.consequences)
        words = self._voice.say
        if points:
            yield say((words("review.in_app.turned"), STRONG))
        for each in weightiest(points, TURNED):
            moment = say_moment(self._voice, line.states, line.decisions, each)
            yield say("  ◆ ", words("story.end.mattered_when", round=each.round, moment=moment))

    def _fill(self, found: ReviewedLine, answers: Mapping[int, Sequence[str]]) -> None:
        """Show the rows, if they are others than before."""
        edge = _FRAMED if is_roomy(self.app.size) else _EDGE
        width = max(1, min(self.size.width - edge, _WIDEST))
        hidden = self._hidden
        shown = (found, width, frozenset(hidden), tuple(answers.items()))
        if self._shown is not None and self._shown[0] is found and self._shown[1:] == shown[1:]:
            return
        self._shown = shown
        moves = self.query_one(MoveList)
        before, at = self._rows, moves.cursor
        self._rows = review_rows(
            self._game, found, width=width, hidden=hidden, answers=answers, titled=False
        )
        moves.fill(len(self._rows), self._again(before, at))

    def _look_on(self, *, busy: bool) -> None:
        """Look from time to time how far the work is, as long as there is any."""
        if busy and self._looks is None:
            self._looks = self.set_interval(_LOOK, self._say_how_far)
        elif not busy and self._looks is not None:
            self._looks.stop()
            self._looks = None

    @property
    def _hidden(self) -> frozenset[int]:
        """The decisions of which the reader is asked first what to do."""
        found = None if self._reviewing is None else self._reviewing.found
        if found is None:
            return frozenset()
        if self._asked is None or self._asked[0] is not found:
            most = (step for step in mattered(found.review) if step.side != NOBODY)
            self._asked = found, frozenset(step.ply for step in most)
        return self._asked[1] - self._told

    def _again(self, before: Sequence[ReviewRow], at: int) -> int:
        """Where the cursor belongs now that the rows are others: on the same of the places in
        which something is said of its decision, at first on the last of them.
        """
        ply = before[at].ply if before else self._moment
        if ply is None:
            return at
        places = _places(self._rows, ply)
        if not places:
            return at if before else 0
        passed = [each for each in _places(before, ply) if each <= at]
        return places[min(len(passed) or len(places), len(places)) - 1]

    def _say_how_far(self) -> None:
        if self._reviewing is not None:
            title = self._voice.say("review.title", title=self._game.title)
            said = self._reviewing.said
            width = max(1, self.size.width - _EDGE)
            row = spread(say((title, STRONG)), say((said, DIM)), width)
            if row.plain != self._title:
                self._title = row.plain
                self.query_one("#page-title", Static).update(row)

    def _row(self, number: int) -> Content:
        row = self._rows[number]
        if row.parts:
            colors = [side.color for side in self._voice.scenario.sides]
            return say(" ", *styled([row.parts], colors))
        faint = row.provisional or not row.words
        return say(" ", (row.words, STRONG if row.heading else DIM if faint else ""))

    def _moved(self, to: int) -> None:
        before, self._at = self._at, self._rows[to].ply if to < len(self._rows) else None
        if (before is None) is not (self._at is None):
            self.refresh_bindings()

    # ------------------------------------------------------------------ keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One can go where a row is about a decision, and look closer when a look has ended."""
        if action in ("take", "play_on"):
            return self._at is not None
        if action == "answer":
            return self._at is not None or bool(self._hidden)
        if action == "deeper":
            return self._deeper is not None
        return super().check_action(action, parameters)

    @property
    def _deeper(self) -> int | None:
        """How closely it could be looked next."""
        work = self._reviewing
        if work is None or work.busy:
            return None
        known = 0 if work.found is None else work.found.review.budget
        return next((each for each in self.BUDGETS if each > known), None)

    def action_deeper(self) -> None:
        """Look closer; what is known stays in view meanwhile."""
        if self._reviewing is not None and (budget := self._deeper) is not None:
            self._reviewing.begin(budget)
            self._show()

    def action_take(self) -> None:
        """Go to the position in which the decision was taken."""
        if self._at is not None:
            self.dismiss(self._at)

    def action_answer(self) -> None:
        """What was decided where it mattered, and what would have come of something else; on no
        decision, what was decided in all of them.
        """
        if self._reviewing is None:
            return
        if self._at is None:
            self._told |= self._hidden
        else:
            self._told.add(self._at)
            self._reviewing.ask(self._at)
        self._show()

    def action_play_on(self) -> None:
        """Play on from the position in which the decision was taken, as anyone."""
        if self._at is not None:
            self.app.post_message(PlayOn(self.match, self._variation, self._at))

    def action_step(self, by: int) -> None:
        """To the next decision of which something is said, or the one before."""
        moves, plies = self.query_one(MoveList), [row.ply for row in self._rows]
        firsts = [
            at
            for at, ply in enumerate(plies)
            if ply is not None and (at == 0 or plies[at - 1] != ply)
        ]
        if by > 0:
            after = bisect_right(firsts, moves.cursor)
            moves.cursor = firsts[after] if after < len(firsts) else len(plies)
        else:
            before = bisect_left(firsts, moves.cursor)
            moves.cursor = firsts[before - 1] if before else 0

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self.query_one(MoveList).cursor += rows

    def action_turn(self, pages: int) -> None:
        """Turn pages."""
        self.query_one(MoveList).turn(pages)

    def action_jump(self, to: int) -> None:
        """To the top (0) or the end (-1)."""
        self.query_one(MoveList).cursor = to if to >= 0 else len(self._rows)

    def action_leave(self) -> None:
        """Find out nothing more, and go back."""
        self.dismiss(None)


def _places(rows: Sequence[ReviewRow], ply: int) -> list[int]:
    """The rows in which something begins to be said of a decision."""
    return [
        at for at, row in enumerate(rows) if row.ply == ply and (at == 0 or rows[at - 1].ply != ply)
    ]
