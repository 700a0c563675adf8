"""The briefing as rows: what you want on its first page, then how it came to this."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.review.asked import game_of
from game.telling.briefing import BriefingKind, BriefingRow, before_story, briefing, story
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, GOOD, STRONG, say, side_style
from game.tui.draw.teller import Teller

_STYLES = {
    BriefingKind.HEADING: STRONG,
    BriefingKind.OPEN: DIM,
    BriefingKind.MET: GOOD,
}
_MARKS = {BriefingKind.OPEN: "✗ ", BriefingKind.MET: "✓ "}


def draw_briefing(teller: Teller, *, whole: bool) -> list[Content]:
    """The briefing; if not whole, what you want and where the rest can be read."""
    rows = _rows(teller)
    if whole:
        return _drawn(teller.voice, rows)
    told = teller.voice.say("briefing.story")
    return [*_drawn(teller.voice, before_story(rows)), say(""), say((told, DIM))]


def draw_story(teller: Teller) -> list[Content]:
    """How it came to this, and on what one can count of who sits there."""
    return _drawn(teller.voice, story(_rows(teller)))


def _rows(teller: Teller) -> tuple[BriefingRow, ...]:
    return briefing(teller.voice, teller.latest(), game_of(teller.match.tree.variation))


def _drawn(voice: Voice, rows: Iterable[BriefingRow]) -> list[Content]:
    return [_row(voice, each) for each in rows]


def _row(voice: Voice, row: BriefingRow) -> Content:
    style = _STYLES.get(row.kind, "")
    if row.kind is BriefingKind.SIDE and row.side is not None:
        # The name stands out; what is said after it is to be read.
        name, colon, rest = row.text.partition(voice.side(row.side))
        return say(name, (colon, side_style(voice.book, row.side)), rest)
    return say((_MARKS.get(row.kind, ""), style), (row.text, style))
