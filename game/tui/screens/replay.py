"""A match, read-only: the table at any moment, with the transcript beside it."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer

from game.match import Match
from game.match.timeline import Timeline as Line
from game.rules import NOBODY, Phase
from game.text import clean
from game.tui.draw.styles import DIM, STRONG, say
from game.tui.draw.teller import Teller, draw_line, draw_opening, draw_passage
from game.tui.draw.timeline import Marks, draw_timeline
from game.tui.parts.judged import KeptReviews, marks
from game.tui.parts.questions import Questions
from game.tui.parts.study import Study
from game.tui.screens.front import Front
from game.tui.widgets.board import Middle, Summary, show
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.move_list import MoveList
from game.tui.widgets.position_bar import PositionBar
from game.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from game.opponents import Opponent
    from game.tui.app import SharedEnemyApp
    from game.tui.parts.judged import Judged

PLACE = 2
"""Rows that say where one is."""
PACES = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Seconds for which a replay that runs by itself stays at a decision."""


class ReplayScreen(Front[None]):
    """Steps through a match. The row under the cursor is the moment that is shown.

    Args:
        match: the match.
        moment: after how many decisions to begin.
    """

    AT_FIRST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("left,h", "step(-1)", "keys.step_back", key_display="←", id="replay.back"),
        Binding("right,l", "step(1)", "keys.step_on", key_display="→", id="replay.on"),
        Binding(
            "left_square_bracket", "round(-1)", "keys.round_back", show=False, id="replay.less"
        ),
        Binding("right_square_bracket", "round(1)", "keys.round_on", show=False, id="replay.more"),
        Binding("home,g", "jump(0)", "keys.start", show=False, id="replay.start"),
        Binding("end,G", "jump(-1)", "keys.end", show=False, id="replay.end"),
        Binding("space", "run", "keys.run", id="replay.run"),
        Binding("b", "branch", "keys.branch", id="replay.branch"),
        Binding("c", "study('comment')", "keys.comment", id="replay.comment"),
        Binding("v", "study('variations')", "keys.lines", id="replay.lines"),
        Binding("e", "open_review", "keys.review", id="replay.review"),
        Binding("plus,equals_sign", "pace(-1)", show=False, id="replay.faster"),
        Binding("minus", "pace(1)", show=False, id="replay.slower"),
        Binding("i", "mattered(1)", show=False, id="replay.moment_on"),
        Binding("I", "mattered(-1)", show=False, id="replay.moment_back"),
        Binding("m", "study('arguments')", show=False, id="replay.arguments"),
        Binding("o", "turn_round", show=False, id="replay.side"),
        Binding("a", "ask", "keys.ask", show=False, id="replay.ask"),
        Binding("n", "study('news')", "keys.news", show=False, id="replay.news"),
        Binding("w", "study('why')", "keys.why", show=False, id="replay.why"),
        Binding("p", "study('whole')", "keys.whole", show=False, id="replay.whole"),
        Binding("down,j", "step(1)", show=False, id="replay.down"),
        Binding("up,k", "step(-1)", show=False, id="replay.up"),
        Binding("pagedown", "read(1)", show=False, id="replay.read_down"),
        Binding("pageup", "read(-1)", show=False, id="replay.read_up"),
        Binding("q,escape", "leave", "keys.leave", key_display="q", id="replay.leave"),
    ]

    def __init__(self, match: Match, moment: int = 0) -> None:
        super().__init__()
        self.match = match
        self._first = moment
        self._line = match.tree.current
        self.teller = Teller(match)
        self._marks = Marks(self.teller.voice, self._played)
        self._judged: Judged = {}
        self._ended: tuple[Line, tuple[int, int], Content] | None = None
        self._kept = KeptReviews(self, match, marks, self._mark)
        self._viewer = 0
        self._pace = PACES.index(1.0)
        self._runner: Timer | None = None
        self.study = Study(
            self,
            match,
            self.teller,
            in_view=lambda: self.in_view,
            look_at=self._look_at,
            commented=lambda: self._fill(self.moment),
        )

        self.asking = Questions(
            self,
            match,
            self.teller,
            in_view=lambda: self.in_view,
            opponents=self._opponents,
        )

    def compose(self) -> ComposeResult:
        yield PositionBar(id="place")
        yield Summary()
        with Box(id="floor"):
            yield Middle(taken=PLACE)
            with Box(id="hand"):
                yield MoveList(self._row, self._show, id="timeline")
                yield TextPane(id="detail")
        yield Footer()

    def on_mount(self) -> None:
        voice = self.teller.voice
        self.query_one(MoveList).entitle(say((voice.say("table.pane.decisions"), STRONG)))
        self.query_one(TextPane).entitle(say((voice.say("table.pane.told"), STRONG)))
        self._fill(self._first)
        self.call_after_refresh(self._look_for_marks)
        # A match is long, and neither it nor the widgets are thrown away before the screen is
        # left: a search for garbage in them would hold up a step.
        self.call_after_refresh(gc.freeze)
        self.query_one(MoveList).focus()
        if self.match.trouble:
            self.notify(clean(self.match.trouble), severity="warning", markup=False, timeout=12)

    def on_unmount(self) -> None:
        gc.unfreeze()

    def _fill(self, moment: int) -> None:
        """List the decisions of the variation that is looked at."""
        self.query_one(MoveList).fill(len(self._played.states), moment)

    def _row(self, ply: int) -> Content:
        """The row of the position after so many decisions: the last of them."""
        noted = self.match.tree.comment(self._line, ply) is not None
        mark = "✎" if noted else "◆" if ply in self._marks.moments else " "
        if ply == 0:
            return say((self.teller.voice.say("replay.start"), STRONG), (f" {mark}", STRONG))
        passage = self.teller.passages(self._played)[ply - 1]
        line = draw_line(self.teller.voice, passage)
        if not self._judged:
            return say((f"{passage.round:>2}", DIM), (mark, STRONG), line)
        sign, look = self._sign(ply)
        return say((f"{passage.round:>2}", DIM), (mark, STRONG), (sign, look), line)

    def _sign(self, ply: int) -> tuple[str, str]:
        """What a review says of the decision before a position, and how it looks."""
        judged = self._judged.get(ply)
        if judged is None:
            return "  ", STRONG
        return (f"{judged.sign}≈", DIM) if judged.provisional else (f"{judged.sign} ", STRONG)

    @property
    def _played(self) -> Line:
        """The line of play that is looked at."""
        return self.match.tree.variations[self._line].timeline

    # ------------------------------------------------------------------ showing a moment

    @property
    def moment(self) -> int:
        """How many decisions have been taken in the position that is shown."""
        return self.query_one(MoveList).cursor

    def on_resize(self) -> None:
        self._show(self.moment)

    def _show(self, moment: int) -> None:
        match, line = self.match, self._played
        if moment >= len(line.states):
            return
        variation = match.tree.variations[self._line]
        # Steady, so that nothing moves about while one steps, and a step costs no layout.
        show(self, self.teller.board(variation, moment, self._viewer), steady=True)
        name = match.header.title or match.scenario.title
        if len(match.tree.variations) > 1:
            key = "replay.line_named" if variation.name else "replay.line"
            places = {"name": variation.name} if variation.name else {}
            words = self.teller.voice.say
            name = words(key, match=name, number=variation.number, **places)
        width = max(20, self.size.width - 2)
        self.query_one(PositionBar).show(draw_timeline(self._marks, moment, name, width))
        self.query_one(TextPane).show(self._detail(moment), of=(self._line, moment))

    def _detail(self, moment: int) -> list[Content]:
        match, line = self.match, self._played
        rows: list[Content] = []
        if (comment := match.tree.comment(self._line, moment)) is not None:
            words = comment.text
            if comment.by:
                words = self.teller.voice.say("replay.comment", by=comment.by, text=words)
            rows.append(say(("✎ ", STRONG), words))
        if moment == 0:
            return [*rows, draw_opening(self.teller.voice)]
        voice = self.teller.voice
        rows += draw_passage(voice, self.teller.passages(line)[moment - 1])
        if (judged := self._judged.get(moment)) is not None:
            rows += [say(""), say(self._sign(moment), judged.mark)]
            rows += [say(judged.better)] if judged.better else []
        if moment == len(line.decisions) and line.state.phase is Phase.END:
            from game.tui.draw.ending import draw_ending  # noqa: PLC0415 - for the last moment

            # It looks at every position, so once for each line of play and each size.
            size = self.query_one(TextPane).content_size
            if self._ended is None or self._ended[0] is not line or self._ended[1] != size:
                self._ended = (
                    line,
                    size,
                    draw_ending(voice, line.states, line.decisions, self._marks.points, size),
                )
            rows += [say(""), self._ended[2]]
        return rows

    # ------------------------------------------------------------------ keys

    def action_step(self, by: int) -> None:
        """One decision on or back."""
        self.go_to(self.moment + by)

    def action_round(self, by: int) -> None:
        """To the start of the next round, or of this one, or of the one before."""
        self.go_to(self._marks.round_from(self.moment, by))

    def action_jump(self, to: int) -> None:
        """To the start (0) or the end (-1)."""
        self.go_to(to if to >= 0 else len(self._played.decisions))

    def action_mattered(self, by: int) -> None:
        """To the next moment that mattered, or back to the one before."""
        self.go_to(self._marks.moment_from(self.moment, by))

    def go_to(self, moment: int) -> None:
        self.query_one(MoveList).cursor = moment

    # ------------------------------------------------------------------ running by itself

    def action_run(self) -> None:
        """Let it run by itself, or halt it."""
        if self._runner is not None:
            self._halt()
        elif self.moment < len(self._played.decisions):
            self._runner = self.set_interval(PACES[self._pace], self._next)
            pace = self.teller.voice.say("replay.pace", seconds=f"{PACES[self._pace]:g}")
            self.notify(pace, markup=False)

    def action_pace(self, by: int) -> None:
        """Run faster or slower."""
        self._pace = min(max(self._pace + by, 0), len(PACES) - 1)
        if self._runner is not None:
            self._halt()
            self.action_run()

    def _next(self) -> None:
        if self.moment >= len(self._played.decisions) or not self.is_active:
            self._halt()
        else:
            self.action_step(1)

    def _halt(self) -> None:
        if self._runner is not None:
            self._runner.stop()
            self._runner = None

    # ------------------------------------------------------------------ lines of play

    def _look_for_marks(self) -> None:
        """Mark what a review says of the line of play in view, if one is kept."""
        ways = cast("SharedEnemyApp", self.app).navigation
        self._kept.look(self._line, ways.library.cache, ways.reviews)

    def _mark(self, variation: int, judged: Judged) -> None:
        if variation == self._line and self.is_attached:
            self._judged = judged
            self._marks.judge(
                {ply: each.name for ply, each in judged.items()},
                provisional=any(each.provisional for each in judged.values()),
            )
            self._fill(self.moment)

    def action_turn_round(self) -> None:
        """See the table from the other side."""
        self._viewer = 1 - self._viewer
        self._show(self.moment)

    @property
    def in_view(self) -> tuple[int, int]:
        """The variation and the moment that are shown."""
        return self._line, self.moment

    def _look_at(self, variation: int) -> None:
        """Step through another line of play."""
        self._line = variation
        self._marks = Marks(self.teller.voice, self._played)
        self._judged = {}
        self._fill(0)
        self._look_for_marks()

    def _opponents(self) -> Mapping[int, Opponent]:
        """Who plays the variation that is looked at, as far as it can be asked."""
        seats = self.match.tree.variations[self._line].seats
        return cast("SharedEnemyApp", self.app).navigation.casting.known(self.match, seats)

    def action_ask(self) -> None:
        """Ask an opponent about its last decision up to the moment that is shown."""
        self._halt()
        self.asking.ask()

    def action_study(self, what: str) -> None:
        """Look closer at what is in view."""
        self.study.look(what)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to review once a side has decided something."""
        if action == "open_review":
            line = self._played
            return any(line.states[ply].side != NOBODY for ply in range(len(line.decisions)))
        return super().check_action(action, parameters)

    def action_open_review(self) -> None:
        """What was skill and luck in this line of play, and what would have been better."""
        self._halt()

        def chosen(moment: int | None) -> None:
            if moment is not None:
                self.go_to(moment)
            self._look_for_marks()

        from game.tui.screens.review import ReviewScreen  # noqa: PLC0415 - a screen is imported when it opens

        self.app.push_screen(ReviewScreen(self.match, self._line, self.moment or None), chosen)

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text beside the list."""
        self.query_one(TextPane).turn(pages)

    def action_branch(self) -> None:
        """Play on from the moment that is shown."""
        self._halt()
        self.study.play_on()

    def action_leave(self) -> None:
        """Listen to nobody any more, else back to where the replay was opened from."""
        if not self.asking.stop():
            self.dismiss()
