"""A beat as rows: what happened, what was said, what it changed and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.content import Content

from game.rules import NOBODY
from game.telling.beats import Beat, BeatKind
from game.telling.voice import Voice
from game.tui.draw.detail import draw_told
from game.tui.draw.styles import DIM, QUOTED, STRONG, WARN, say, side_style

_HEADS = {BeatKind.CONTRADICTION: f"{STRONG} {WARN}", BeatKind.COLLAPSE: f"{STRONG} {WARN}"}
"""The look of a heading, where it is another one than most have."""


def draw_beats(voice: Voice, beats: Iterable[Beat], heard: Collection[str] = ()) -> list[Content]:
    """Beats one below the other.

    Args:
        voice: who tells them.
        beats: the beats.
        heard: what is said in them and can be read elsewhere: it is not repeated.
    """
    return [row for beat in beats for row in draw_beat(voice, beat, heard=beat.quoted in heard)]


def draw_beat(voice: Voice, beat: Beat, *, heard: bool = False) -> list[Content]:
    """A beat; if what is said with it was heard, only what came of it."""
    style = side_style(voice.book, beat.side) if beat.side != NOBODY else STRONG
    rows = [say((beat.head, _HEADS.get(beat.kind, STRONG)))] if beat.head else []
    if beat.kind is BeatKind.SPEECH:
        if not heard:
            rows.append(say((beat.words, style), " ", (beat.quoted, QUOTED)))
            rows += [say("  ", (each, DIM)) for each in beat.about]
    elif beat.words:
        quoted = beat.kind in (BeatKind.REMARK, BeatKind.CONTRADICTION)
        rows.append(say((beat.words, QUOTED if quoted else style)))
    said = f"{beat.head} {beat.words}".strip()
    rows += [say("  ", each) for each in draw_told(beat.changes, said)]
    return [*rows, say("  ", (beat.reason, QUOTED))] if beat.reason else rows
