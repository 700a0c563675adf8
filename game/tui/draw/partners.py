"""Those who play by themselves: what each stands for, and what can be counted on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.opponents import Game
from game.telling.forecast import partners
from game.telling.messages import Messages
from game.telling.opponents import Sitter
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, STRONG, lines, say, side_style


def draw_partners(voice: Voice, game: Game) -> Content:
    """The characters at a table, with their lines as they stand."""
    rows: list[Content] = []
    for side, sitter, kept in partners(voice, game):
        title = voice.say("forecast.sits", side=voice.side(side), title=sitter.title)
        rows += [say((title, side_style(voice.book, side)))]
        rows += [say((each, DIM)) for each in (sitter.hard, sitter.face) if each]
        rows += [draw_sitter(voice.messages, sitter, kept), say("")]
    return lines(rows[:-1]) if rows else say(voice.say("forecast.nobody"))


def draw_sitter(messages: Messages, sitter: Sitter, kept: Sequence[str]) -> Content:
    """What an opponent stands for, its lines, and its character."""
    rows = [say((sitter.stance, STRONG))]
    if kept:
        rows += [say(""), say((messages.say("forecast.lines"), DIM)), *(say(each) for each in kept)]
    return lines([*rows, say(""), say(sitter.about)])
