"""What happens at a table: taken up as it is decided, and told with the board as it was then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from attrs import evolve
from textual.content import Content

from game.match import Match, Timeline
from game.rules import NOBODY, Phase, State
from game.settings import Settings
from game.telling.board import Board
from game.tui.draw.board_rows import draw_moved
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.draw.teller import Teller
from game.tui.parts.grace import Grace
from game.tui.parts.recital import Recital
from game.tui.screens.front import Front
from game.tui.sizes import is_roomy
from game.tui.widgets.beats import About, Beats

if TYPE_CHECKING:
    from game.telling.beats import Beat
    from game.tui.parts.teaching import Teaching

_TALE = 6
"""So many decisions before that are told above, if there is room."""


class Narration:
    """Tells what happens in a match.

    Args:
        screen: the screen on which it is told.
        match: the match.
        teller: who tells it.
        settings: how it is wanted.
        people: the sides that persons play; one of them knows what it has just decided.
        teaching: knows how many decisions need not be told any more, and which parts of the board
            are shown.
        turned: is told that there is something else to show.
        beside: says whether the story stands beside the table.
        thinks: says whether somebody else than a person is next.
        halts: says whether the key that goes on to the next beat halts and runs a game instead.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        teller: Teller,
        settings: Settings,
        *,
        people: Collection[int],
        teaching: Teaching,
        turned: Callable[[], None],
        beside: Callable[[], bool],
        thinks: Callable[[], bool],
        halts: Callable[[], bool],
    ) -> None:
        self._beside, self._thinks, self._halts = beside, thinks, halts
        self._teaching = teaching
        self._screen = screen
        self._match = match
        self._teller = teller
        self._people = frozenset(people)
        self._alone = self._people if len(people) == 1 else frozenset()
        self._line = match.tree.timeline
        self._taken = self._since = teaching.known
        self._answered = False
        self._told: tuple[tuple[Timeline, int, int], State] | None = None
        """A position as far as it was told last, and of what."""
        self.recital = Recital(
            screen,
            settings,
            passing=self._passing,
            joined=self._joined,
            lasting=self._lasting,
            turned=turned,
            page=self._page,
        )

    def _passing(self, beat: Beat) -> bool:
        """Whether somebody knows it who has just decided it: all but that it contradicts."""
        from game.telling.beats import BeatKind  # noqa: PLC0415 - not before something is told

        own = (BeatKind.SPEECH, BeatKind.DEED)
        return beat.kind in own and beat.side in self._alone and not beat.contradiction

    @staticmethod
    def _joined(beat: Beat) -> bool:
        """Whether it is what is said of that which was told: it is not missed where somebody is
        asked beside what is told last.
        """
        from game.telling.beats import BeatKind  # noqa: PLC0415 - as above

        return beat.kind is BeatKind.REMARK

    def _lasting(self, beat: Beat) -> bool:
        """Whether it is told before somebody is asked, since there is little room for it beside
        the choices: what comes by itself. A headline to be answered stands there whole.
        """
        from game.telling.beats import BeatKind  # noqa: PLC0415 - as above

        match = self._match
        asked = not (match.over or match.read_only or self._teaching.over)
        if self._beside() or not (asked and match.state.side in self._people):
            return False
        answered = match.state.phase is Phase.EVENT and not beat.changes
        own = (BeatKind.CLOSE, BeatKind.STRIKE, BeatKind.NEWS)
        return beat.kind in own and not answered

    def _page(self) -> bool:
        """Show what there was no room for of that which is told; tells whether there was any."""
        return self._screen.query_one(Beats).turn_on()

    def take_up(self) -> None:
        """Tell what has been decided by now; in another line of play nothing need be told."""
        line = self._match.tree.timeline
        count, taken = len(line.decisions), self._taken
        if line is not self._line or count < taken:
            self._line, self._taken, self._since = line, count, count
            self.recital.begin()
        elif count > taken:
            from game.telling.beats import beats  # noqa: PLC0415 - not before something is told

            if self._answered:
                self._answered, self._since = False, taken
                self.recital.begin()
            self._taken = count
            passages = self._teller.passages(line)[taken:]
            self.recital.add(beats(self._teller.voice, line.decisions, passages))

    def asked(self, grace: Grace) -> None:
        """All is told, and somebody is asked: with what is decided then it begins anew.

        Args:
            grace: keeps the key that led here from choosing as well, whether it ended what was told
                or took the decision that somebody else has answered.
        """
        line = self._match.tree.timeline
        own = (NOBODY, line.state.side)
        others = any(each.side not in own for each in line.states[self._since : -1])
        if self.recital.by_key or others:
            grace.begin()
        self.recital.settle()
        self.recital.hold(held=False)  # it was for what was told
        self._answered = True

    # ------------------------------------------------------------------ what is shown

    @property
    def ply(self) -> int:
        """After how many decisions the table is shown."""
        told = self.recital.ply
        return self._taken if told is None or not self.recital.waits else told

    @property
    def board(self) -> Board:
        """The table as it was when that had happened which is told, with what has moved by then."""
        variation, ply = self._match.tree.variation, self.ply
        return self._teller.board(
            variation,
            ply,
            since=min(self._since, ply),
            parts=self._teaching.parts,
            told=self._so_far(variation.timeline, ply) if self._telling else None,
        )

    @property
    def state(self) -> State:
        """The position as far as it is told."""
        line = self._match.tree.timeline
        return self._so_far(line, self.ply) if self._telling else line.states[self.ply]

    @property
    def whole(self) -> int:
        """After how many decisions all is told that came of them."""
        return self.ply - 1 if self._telling and self.recital.rest else self.ply

    @property
    def _telling(self) -> bool:
        """Whether it is told what has been decided, before anybody decides again. A person is
        asked beside what is told last.
        """
        recital = self.recital
        last = bool(recital.shown) and not (recital.told or recital.by_hand)
        return recital.waits or (last and self._thinks())

    def _so_far(self, line: Timeline, ply: int) -> State:
        """The position as far as it is told what came of the decision that led to it."""
        rest, round_ = self.recital.rest, self.recital.shown[-1].round
        of, last = (line, ply, len(rest)), self._told
        if last is None or last[0][0] is not line or last[0][1:] != of[1:]:
            from game.telling.so_far import so_far  # noqa: PLC0415 - not before something is told

            rules = {each.rule for beat in rest for each in beat.changes}
            states, came = line.states, line.consequences
            found = so_far(line.book, states[ply - 1], states[ply], came[ply - 1], rules, round_)
            self._told = last = (of, found)
        return last[1]

    @property
    def seen(self) -> Board:
        """The table as it is drawn: on a small screen without the headline that is told below; and
        what is told to have drifted does not stand to come.
        """
        board, recital = self.board, self.recital
        if board.close and recital.waits:
            from game.telling.beats import BeatKind  # noqa: PLC0415 - not before something is told

            if recital.shown[-1].kind is BeatKind.CLOSE:
                board = evolve(board, close=evolve(board.close, when=board.close.briefly))
        told = (*recital.before, *recital.shown)
        wire = board.wire
        if not (recital.waits and wire.headline) or is_roomy(self._screen.app.size):
            return board
        if any(wire.headline in words for each in told for words in each.text):
            return evolve(board, wire=evolve(wire, headline="", chooser=NOBODY))
        return board

    @property
    def told_before(self) -> int | None:
        """How many decisions had been told before that which is told now; nothing if all is."""
        waits = self.recital.waits or not self.recital.told
        return self.recital.shown[0].ply - 1 if waits and self.recital.shown else None

    def text(self, status: str = "") -> Content:
        """What is told now, below how things stand."""
        rows = [say((status, STRONG)), say("")] if status else []
        return lines([*rows, *self._draw(self.recital.shown)])

    @property
    def about(self) -> About:
        """What there is to say around what is told now."""
        recital, board = self.recital, self.board
        more, way, say_ = "", recital.way, self._teller.voice.say
        if self._halts():
            way = "key"
        elif recital.left:
            more = say_(f"beat.more.{way}", beats=recital.left)
        elif recital.waits or (way == "held" and not recital.told):
            more = say_(f"beat.last.{way}")
        told = [self._draw([each]) for each in recital.before]
        if recital.beats and not self._beside():
            # Where the story does not stand beside the table, its end stands above.
            told = [*self._teller.tale(recital.beats[0].ply - 1, _TALE), *told]
        return About(
            before=[[_faded(row) for row in rows] for rows in told],
            moved=lambda width: draw_moved(board, width),
            more=say((more, DIM)),
            below=lambda rows: say_(f"beat.below.{way}", rows=rows),
        )

    @property
    def last(self) -> tuple[Content, Content]:
        """The beat that was told last, without the headline that is on the table to be answered;
        and what happened in brief, without what was remarked on it, and what is on the wire now.
        """
        told, wire = self.recital.beats[-1:], self.board.wire
        if not told:
            return Content(), Content()
        from game.telling.beats import BeatKind  # noqa: PLC0415 - not before something is told
        from game.tui.draw.beat_rows import draw_brief  # noqa: PLC0415 - as above

        if wire.asked and wire.headline in f"{told[0].head} {told[0].words}":
            known = (
                evolve(it, why="") if wire.headline in it.why else it for it in told[0].changes
            )
            told = [evolve(told[0], head="", words="", changes=tuple(known))]
        beside = (BeatKind.REMARK, BeatKind.NEWS)
        deeds = [*(it for it in self.recital.beats[:-1] if it.kind not in beside), *told]
        deed = deeds[-2] if told[0].kind in beside and len(deeds) > 1 else told[0]
        brief = draw_brief(self._teller.voice, deed, self._heard([deed]))
        return lines(self._draw(told)), lines(brief)

    @property
    def page(self) -> Content:
        """All that happened since somebody last decided."""
        from game.tui.draw.beat_rows import draw_beats  # noqa: PLC0415 - not before something is told

        return lines(draw_beats(self._teller.voice, self.recital.beats))

    def _draw(self, told: Sequence[Beat]) -> list[Content]:
        """Beats without what somebody has just said, or what can be heard on the table."""
        if not told:
            return []
        from game.tui.draw.beat_rows import draw_beats  # noqa: PLC0415 - not before something is told

        return draw_beats(self._teller.voice, told, self._heard(told))

    def _heard(self, told: Sequence[Beat]) -> list[str]:
        """What somebody has just said, or what can be heard on the table."""
        on_table = self.board.debate
        heard: list[str] = []
        if on_table is not None:
            heard += [each.quoted for each in on_table.speeches]
            heard += [each.sentence for some in on_table.quotes for each in some]
        return heard + [each.quoted for each in told if self._passing(each)]


def _faded(row: Content) -> Content:
    """A row that has been told already."""
    return say((row.plain, DIM))
