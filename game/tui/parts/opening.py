"""Before the first decision: the briefing, told once."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from game.match import Match
from game.review.asked import game_of
from game.telling.briefing import BriefingKind, BriefingRow, briefing
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, GOOD, STRONG, lines, say, side_style
from game.tui.draw.teller import Teller
from game.tui.screens.front import Front
from game.tui.screens.question import Question

_STYLES = {
    BriefingKind.HEADING: STRONG,
    BriefingKind.OPEN: DIM,
    BriefingKind.MET: GOOD,
}
_MARKS = {BriefingKind.OPEN: "✗ ", BriefingKind.MET: "✓ "}


def tell_opening(
    screen: Front[None], match: Match, teller: Teller, then: Callable[[], None]
) -> None:
    """Tell what there is to be won and how it all begins; then whoever has read it goes on."""
    voice = teller.voice

    def answered(_: bool | None) -> None:  # noqa: FBT001 - the screen's result
        then()

    title = say((voice.scenario.title, STRONG))
    rows = briefing(voice, teller.latest(), game_of(match.tree.variation))
    told = lines([_row(voice, each) for each in rows])
    screen.app.push_screen(Question(title, told, voice.say("table.begin")), answered)


def _row(voice: Voice, row: BriefingRow) -> Content:
    style = _STYLES.get(row.kind, "")
    if row.kind is BriefingKind.SIDE and row.side is not None:
        # The name stands out; what is said after it is to be read.
        name, colon, rest = row.text.partition(voice.side(row.side))
        return say(name, (colon, side_style(voice.book, row.side)), rest)
    return say((_MARKS.get(row.kind, ""), style), (row.text, style))
