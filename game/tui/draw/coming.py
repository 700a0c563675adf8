"""What is coming, as rows: the headline on the wire, and the drifts at the close of the round."""

from __future__ import annotations

from textual.content import Content

from game.rules import NOBODY
from game.telling.board import Board
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, GOOD, STRONG, color_style, lines, say


def draw_news(voice: Voice, board: Board) -> Content:
    """Everything that is known about what comes by itself, and what the hour speaks to."""
    return lines(
        [*_wire(voice, board), *_hour(voice, board), *_close(voice, board), *_end(voice, board)]
    )


def _wire(voice: Voice, board: Board) -> list[Content]:
    wire = board.wire
    rows = [_heading(wire.when)]
    if wire.headline:
        rows.append(say((wire.headline, STRONG), " ", (wire.source, DIM)))
    if wire.chooser == NOBODY:
        effects = wire.effects or voice.say("board.wire.no_number")
        rows += [say("  ", (effects, STRONG))] if wire.headline else []
    else:
        rows.append(say((wire.chooses, color_style(board.parties[wire.chooser].color))))
    for each in wire.choices:
        rows.append(say(f"  {each.letter}  {each.name}: ", (each.effects, STRONG)))
    return [*rows, say("")]


def _hour(voice: Voice, board: Board) -> list[Content]:
    """The mood in the air, and how the game began."""
    rows: list[Content] = []
    if board.mood is not None:
        rows += [_heading(board.mood.short), say(board.mood.text)]
        rows += [say(board.mood.favours)] if board.mood.favours else []
        rows.append(say(""))
    if board.situation:
        rows += [_heading(voice.say("table.situation")), say(board.situation), say("")]
    return rows


def _close(voice: Voice, board: Board) -> list[Content]:
    close = board.close
    if close is None:
        return []
    rows = [_heading(close.when)]
    for each in close.drifts:
        mark = ("● ", STRONG) if each.happens else ("○ ", DIM)
        rows.append(say(mark, f"{each.name}: ", (each.effects, STRONG if each.happens else DIM)))
    together = close.effects
    if any(each.happens for each in close.drifts):
        together = voice.say("table.together", effects=close.effects)
    return [*rows, say(together), say(("● ", f"bold {GOOD}"), close.income), say("")]


def _end(voice: Voice, board: Board) -> list[Content]:
    rows = [_heading(voice.say("table.rounds")), say(board.header.when)]
    return [*rows, say(board.close.left)] if board.close is not None else rows


def _heading(text: str) -> Content:
    return say((text, f"{STRONG} underline"))
