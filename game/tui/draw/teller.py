"""What happened: a match as it is told, as rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import define, field
from textual.content import Content

from game.match import HUMAN, Match
from game.match.timeline import Timeline
from game.match.tree import Variation
from game.rules import NOBODY, State
from game.telling.board import Board, between, board
from game.telling.board.quiet import quiet
from game.telling.seat_names import seat_names
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, QUOTED, STRONG, lines, say, side_style

if TYPE_CHECKING:
    from game.review.lines import SpokenLine
    from game.scenario.lesson import BoardPart
    from game.telling.debate import Quote
    from game.telling.transcript import Passage


BOARDS = 3
"""How many tables that were drawn up last are kept: with what has moved, without, and as told."""


def save_name(match: Match) -> str:
    """The name of the save that a match is kept in; empty if it is kept nowhere."""
    kept = match.journal is not None and (match.trouble is None or match.read_only)
    return match.journal.path.stem if match.journal is not None and kept else ""


@define(eq=False, repr=False)
class _Remembered:
    """What was found out about a line of play when it had so many decisions."""

    line: Timeline
    count: int
    said: tuple[SpokenLine | None, ...]
    passages: tuple[Passage, ...] | None = None

    def holds(self, line: Timeline) -> bool:
        """Whether it is still true of a line of play."""
        return self.line is line and self.count == len(line.decisions)


@define(eq=False, repr=False)
class _DrawnBoard:
    """A table that was drawn up lately, and of what."""

    of: tuple[object, ...]
    board: Board

    def is_of(self, of: tuple[object, ...]) -> bool:
        """Whether it is the table of the very same things."""
        return all(one is other for one, other in zip(self.of, of, strict=True))


@define(eq=False, repr=False)
class Teller:
    """Tells a match. What is found out about a line of play is kept as long as it does not grow.

    Attributes:
        match: the match.
        voice: whose words it uses.
    """

    match: Match
    voice: Voice = field()
    _found: _Remembered | None = None
    _boards: deque[_DrawnBoard] = field(factory=lambda: deque(maxlen=BOARDS), init=False)

    @voice.default
    def _own(self) -> Voice:
        return Voice(self.match.book)

    def _about(self, line: Timeline) -> _Remembered:
        if self._found is None or not self._found.holds(line):
            from game.review.lines import spoken  # noqa: PLC0415 - not before something is said

            said = spoken(line.book, line.states, line.decisions)
            self._found = _Remembered(line, len(line.decisions), said)
        return self._found

    def said(self, line: Timeline, moment: int) -> tuple[SpokenLine | None, ...]:
        """What was said with each of the first so many decisions of a line of play."""
        return self._about(line).said[:moment]

    def passages(self, line: Timeline) -> tuple[Passage, ...]:
        """A line of play, decision by decision."""
        found = self._about(line)
        if found.passages is None:
            from game.telling.transcript import transcript  # noqa: PLC0415 - not before something is told

            found.passages = transcript(self.voice, line, found.said)
        return found.passages

    def board(
        self,
        variation: Variation,
        moment: int,
        viewer: int = 0,
        since: int | None = None,
        parts: tuple[BoardPart, ...] | None = None,
        told: State | None = None,
    ) -> Board:
        """The table after so many decisions of a variation, as a side sees it; with what has moved
        since it had fewer, by default since its side decided the last time.

        Args:
            variation: the line of play.
            moment: after how many decisions.
            viewer: the side that is shown first.
            since: after how many decisions that was which it is compared with.
            parts: the parts of a lesson’s board; all if it is not given.
            told: the position as far as it has been told, while it is; else somebody decides in it.
        """
        line = variation.timeline
        state = line.states[moment] if told is None else told
        since = line.turn_before(moment) if since is None else since
        then = None if since is None else line.states[since]
        of = (line, state, then, *variation.seats, viewer, moment, parts, told)
        # Whatever happens, a table is asked for it several times over.
        known = next((each.board for each in self._boards if each.is_of(of)), None)
        if known is None:
            known = self._made(variation, moment, viewer, state, then)
            known = known if told is None else between(self.voice, known)
            known = known if parts is None else quiet(known, parts)
            self._boards.append(_DrawnBoard(of, known))
        return known

    def _made(
        self,
        variation: Variation,
        moment: int,
        viewer: int,
        state: State,
        then: State | None,
    ) -> Board:
        line, names = variation.timeline, self.match.header.names
        seats = seat_names(self.voice.messages, self.match.scenario, variation.seats, names)
        said = () if line.states[moment].debate is None else self.said(line, moment)
        quotes = self._quotes(line, moment)
        one, two = variation.seats
        people = one == HUMAN, two == HUMAN
        return board(self.voice, state, seats, viewer, said, quotes, then, people)

    def _quotes(self, line: Timeline, moment: int) -> tuple[tuple[Quote, ...], ...]:
        """Per speech of the debate on the table the old words that it contradicts."""
        debate = line.states[moment].debate
        found: list[tuple[Quote, ...]] = []
        while debate is not None and moment and len(found) < len(debate.chain):
            moment -= 1
            heard = self.passages(line)[moment].heard
            found += [heard.quotes] if heard.speech is not None else []
        return tuple(reversed(found))

    def latest(self) -> Board:
        """The table as it stands."""
        return self.board(self.match.tree.variation, len(self.match.decisions))

    def story(self, until: int | None = None, table: Board | None = None) -> Content:
        """Everything, each decision with what was said and what it changed.

        Args:
            until: so many decisions are told; all if it is not given.
            table: what it is told beside, if beside any: what can be heard there is not repeated.
        """
        line = self.match.tree.timeline
        until = len(line.decisions) if until is None else until
        debate, heard = line.states[until].debate, None if table is None else table.debate
        loud = until
        if debate is not None and heard is not None and debate.motion == heard.motion:
            loud -= len(debate.chain)

        def draw(voice: Voice, passage: Passage) -> list[Content]:
            quiet = passage.ply > loud and passage.heard.speech is not None
            return (draw_effects if quiet else draw_passage)(voice, passage)

        return lines([row for told in self._told(0, until, draw) for row in told])

    def tale(self, until: int, last: int) -> list[list[Content]]:
        """The last of so many decisions, each as rows: who did what, without the words of debates,
        which were heard on the table.
        """
        return self._told(max(0, until - last), until, draw_in_short)

    def _told(
        self, first: int, until: int, draw: Callable[[Voice, Passage], list[Content]]
    ) -> list[list[Content]]:
        """Some decisions, each as rows; a heading opens each round."""
        passages = self.passages(self.match.tree.timeline)
        round_ = passages[first - 1].round if first else 0
        told: list[list[Content]] = []
        for passage in passages[first:until]:
            rows: list[Content] = []
            if passage.round != round_:
                round_ = passage.round
                rows.append(say((passage.when, f"{DIM} underline")))
            told.append([*rows, *draw(self.voice, passage)])
        return told


def draw_opening(voice: Voice) -> Content:
    """How every game of a scenario begins."""
    rows: list[Content] = []
    for paragraph in voice.scenario.opening.split("\n\n"):
        rows += [say(paragraph), say("")]
    return lines(rows[:-1])


def draw_passage(voice: Voice, passage: Passage) -> list[Content]:
    """A decision: who took it, what was said with it and of it, and what it changed."""
    from game.tui.draw.detail import draw_told  # noqa: PLC0415 - not before something is told

    style = side_style(voice.book, passage.side) if passage.side != NOBODY else STRONG
    rows = [say((passage.sentence, style))] if passage.sentence else []
    heard = passage.heard
    if (speech := heard.speech) is not None:
        rows.append(say((passage.lead, style), " ", (speech.quoted, QUOTED)))
        rows.append(say("  ", (speech.title, DIM)))
        rows += [say("  ", (speech.note, DIM))] if speech.note else []
    rows += [say("  ", (each.sentence, STRONG)) for each in heard.quotes]
    rows += [say("  ", line) for line in draw_told(passage.own, passage.words)]
    rows += [say("  ", (passage.reason, QUOTED))] if passage.reason else []
    rows += [say("  ", (each.sentence, QUOTED)) for each in heard.remarks]
    return rows + [say("  ", line) for line in draw_told(passage.later, passage.words)]


def draw_in_short(voice: Voice, passage: Passage) -> list[Content]:
    """A decision; of an argument who played it and what changed, without anybody's words."""
    from game.tui.draw.detail import draw_told  # noqa: PLC0415 - not before something is told

    if passage.heard.speech is None:
        return draw_passage(voice, passage)
    changes = [say("  ", line) for line in draw_told(passage.told, passage.words)]
    return [_draw_briefly(voice, passage), *changes]


def draw_effects(voice: Voice, passage: Passage) -> list[Content]:
    """An argument without its words, which can be read elsewhere: what was decided, what is quoted
    of old, and what changed; no row if nothing came of it.
    """
    from game.tui.draw.detail import draw_told  # noqa: PLC0415 - not before something is told

    rows = [say("  ", (each.sentence, STRONG)) for each in passage.heard.quotes]
    rows += [say("  ", line) for line in draw_told(passage.told, passage.words)]
    rows += [say("  ", (passage.reason, QUOTED))] if passage.reason else []
    return [_draw_briefly(voice, passage), *rows] if rows else []


def _draw_briefly(voice: Voice, passage: Passage) -> Content:
    return say((passage.briefly, side_style(voice.book, passage.side)))


def draw_line(voice: Voice, passage: Passage) -> Content:
    """A decision on one row: what a side decided, or what Chance did."""
    side = passage.side
    name = voice.say("table.news") if side == NOBODY else voice.side_short(side)
    return say((f"{name}: ", side_style(voice.book, side)), (passage.words, STRONG))
