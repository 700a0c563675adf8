"""The verdict: how it ended, for both sides, and where to go from here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from game.match import HUMAN, Match
from game.match.rematch import can_swap
from game.review.history import is_dated
from game.review.tallies import AT_ONCE, library_tallies
from game.review.turning_points import TurningPoint, turning_points, weightiest
from game.telling.opponents import how_it_went
from game.tui.draw.ending import draw_ending
from game.tui.draw.styles import DIM, STRONG, lines, say, worded
from game.tui.draw.teller import Teller, save_name
from game.tui.parts.judged import KeptReviews, mattered
from game.tui.play_on import PlayOn, Rematch
from game.tui.screens.front import Front
from game.tui.screens.history import HistoryPage
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.review import ReviewScreen
from game.tui.screens.story import Story
from game.tui.screens.why import Why
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from game.tui.app import SharedEnemyApp


class VerdictScreen(Front[None]):
    """Shows the end of a match."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("r,enter", "replay", "keys.replay", key_display="r", id="verdict.replay"),
        Binding("e", "open_review", "keys.review", id="verdict.review"),
        Binding("a", "rematch(False)", "keys.rematch", id="verdict.rematch"),
        Binding("s", "rematch(True)", "keys.swap", id="verdict.swap"),
        Binding("b", "play_on", "keys.branch", id="verdict.branch"),
        Binding("h", "history", "keys.history", id="verdict.history"),
        Binding("n", "app.new_game", "keys.new_game", id="verdict.new"),
        Binding("t", "story", "keys.transcript", id="verdict.story"),
        Binding("w", "why", "keys.why", show=False, id="verdict.why"),
        Binding("pagedown,down,j", "read(1)", show=False, id="verdict.read_down"),
        Binding("pageup,up,k", "read(-1)", show=False, id="verdict.read_up"),
        Binding("q,escape", "app.title", "keys.title", key_display="q", id="verdict.leave"),
    ]

    def __init__(self, match: Match) -> None:
        super().__init__()
        self.match = match
        self._teller = Teller(match)
        line = match.tree.timeline
        self._points = turning_points(line.book, line.states, line.consequences)
        self._reviewed: tuple[str, ...] = ()
        """What mattered most by the review, if one is kept."""
        self._kept = KeptReviews(self, match, mattered, self._told)

    def compose(self) -> ComposeResult:
        title = (self.match.scenario.title, STRONG)
        yield Static(
            worded(self._teller.voice, "screens.verdict.title", scenario=title), id="page-title"
        )
        with Box(classes="leaf"):
            yield TextPane(id="page-text")
        yield Footer()

    def on_screen_resume(self) -> None:
        """Look for a review: one may just have been made."""
        ways = cast("SharedEnemyApp", self.app).navigation
        self._kept.look(self.match.tree.current, ways.library.cache, ways.reviews)

    def _told(self, variation: int, reviewed: tuple[str, ...]) -> None:
        if variation == self.match.tree.current and self.is_attached:
            self._reviewed = reviewed
            self._show()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        match = self.match
        voice, seed = self._teller.voice, str(match.seed)
        facts = voice.say("screens.verdict.facts", seed=seed)
        if name := save_name(match):
            facts = voice.say("screens.verdict.saved", seed=seed, name=name, code=match.head_code)
        facts = voice.say("names.list.space").join([*self._went, facts])
        line = match.tree.timeline
        play_on = self._heaviest is not None
        pane = self.query_one(TextPane)
        end = draw_ending(
            voice,
            line.states,
            line.decisions,
            self._points,
            pane.content_size,
            play_on=play_on,
            reviewed=self._reviewed,
        )
        pane.show(lines([end, say(""), say((facts, DIM))]), of=match)

    @cached_property
    def _went(self) -> tuple[str, ...]:
        """How people have fared against whoever sits opposite, in a sentence."""
        library = cast("SharedEnemyApp", self.app).navigation.library
        opposite = [seat for seat in self.match.seats if seat != HUMAN]
        if len(opposite) != 1:
            return ()
        played = library_tallies(library, AT_ONCE)
        told = how_it_went(self._teller.voice.messages, played.get(opposite[0]))
        return (told,) if told else ()

    def action_read(self, pages: int) -> None:
        """Turn pages."""
        self.query_one(TextPane).turn(pages)

    def action_replay(self) -> None:
        """Step through the game from the start."""
        self.app.push_screen(ReplayScreen(self.match))

    def action_open_review(self) -> None:
        """What was skill and luck, and what would have been better; from there to the replay."""
        match = self.match

        def chosen(moment: int | None) -> None:
            if moment is not None:
                self.app.push_screen(ReplayScreen(match, moment))

        self.app.push_screen(ReviewScreen(match, match.tree.current), chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes a difference, and what the scenario has dates for."""
        if action == "rematch" and parameters == (True,):
            return can_swap(self.match)
        if action == "history":
            return is_dated(self.match.scenario)
        if action == "play_on":
            return self._heaviest is not None
        return super().check_action(action, parameters)

    def action_rematch(self, swapped: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Ask whether it is to be played once more; swapped, from the other side."""
        from game.tui.screens.question import Question  # noqa: PLC0415 - a screen is imported when it opens

        words = self._teller.voice.say
        way = "swap" if swapped else "rematch"
        question = Question(
            say(words(f"screens.verdict.{way}")),
            say((words("screens.verdict.rematch_about"), DIM)),
            words("screens.verdict.rematch_yes"),
            words("screens.verdict.rematch_no"),
        )

        def answered(begin: bool | None) -> None:  # noqa: FBT001 - the screen's result
            if begin:
                self.post_message(Rematch(self.match, swapped=swapped))

        self.app.push_screen(question, answered)

    @property
    def _heaviest(self) -> TurningPoint | None:
        """The decision that mattered most, apart from the last one."""
        return next(iter(weightiest(self._points, 1)), None)

    def action_play_on(self) -> None:
        """Decide anew where it mattered most, and play on from there; the game as it was stays."""
        point, match = self._heaviest, self.match
        if point is not None:
            self.post_message(PlayOn(match, match.tree.current, point.ply - 1))

    def action_story(self) -> None:
        """Everything that has happened."""
        self.app.push_screen(Story(self._teller))

    def action_history(self) -> None:
        """How it went, and how it really went."""
        page = HistoryPage(self._teller.voice, self.match.tree.timeline)
        self.app.push_screen(page)

    def action_why(self) -> None:
        """Every number with what made it."""
        line, teller = self.match.tree.timeline, self._teller
        page = Why(teller.voice, line, teller.latest(), len(line.decisions))
        self.app.push_screen(page)
