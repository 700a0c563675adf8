"""A beat as rows: what happened, what was said, what it changed and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import takewhile

from attrs import evolve
from textual.content import Content

from game.rules import NOBODY, Rule
from game.telling.beats import Beat, BeatKind
from game.telling.changes import sum_up
from game.telling.voice import Voice
from game.tui.draw.detail import draw_told
from game.tui.draw.styles import DIM, QUOTED, STRONG, WARN, say, side_style

_DANGER = f"{STRONG} {WARN}"


def draw_beats(voice: Voice, beats: Iterable[Beat], heard: Collection[str] = ()) -> list[Content]:
    """Beats one below the other.

    Args:
        voice: who tells them.
        beats: the beats.
        heard: what is said in them and can be read elsewhere: it is not repeated.
    """
    return [row for beat in beats for row in draw_beat(voice, beat, heard)]


def draw_brief(voice: Voice, beat: Beat, heard: Collection[str] = ()) -> list[Content]:
    """A beat for a few rows: what happened, and in one line what it has come to, without causes."""
    head = "" if beat.words else beat.head  # which round it is stands above
    first = draw_beat(voice, evolve(beat, head=head, changes=(), caught=(), reason=""), heard)
    came = (one for each in beat.changes for one in each.consequences)
    changes = voice.items(sum_up(voice, came))
    return [*first, say(changes)] if changes else first


def draw_beat(voice: Voice, beat: Beat, heard: Collection[str] = ()) -> list[Content]:
    """A beat; of what was heard only what came of it."""
    # What a contradiction costs stands below it; what came before that, above.
    before = [*takewhile(lambda it: it.rule is not Rule.CONTRADICTION, beat.changes)]
    style = side_style(voice.book, beat.side) if beat.side != NOBODY else STRONG
    danger = beat.kind is BeatKind.COLLAPSE
    rows = [say((beat.head, _DANGER if danger else STRONG))] if beat.head else []
    if beat.kind is BeatKind.SPEECH:
        if beat.quoted not in heard:
            rows.append(say((beat.words, style), " ", (beat.quoted, QUOTED)))
            rows += [say("  ", (each, DIM)) for each in beat.about]
        elif before or ((beat.changes or beat.reason) and not beat.contradiction):
            rows.append(say((beat.briefly, style)))
    elif beat.words:
        rows.append(say((beat.words, QUOTED if beat.kind is BeatKind.REMARK else style)))
    said = f"{beat.head} {beat.words}".strip()
    rows += [say("  ", each) for each in draw_told(before, said)]
    if beat.contradiction:
        rows.append(say((beat.contradiction, _DANGER)))
        rows += [say((each, QUOTED)) for each in beat.caught if each not in heard]
    rows += [say("  ", each) for each in draw_told(beat.changes[len(before) :], said)]
    return [*rows, say("  ", (beat.reason, QUOTED))] if beat.reason else rows
