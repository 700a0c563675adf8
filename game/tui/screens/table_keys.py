"""The keys at the table."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

TABLE_KEYS: Final[list[BindingType]] = [
    Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
    Binding("backspace,left", "back", "keys.back", id="table.back"),
    Binding("space", "on", "keys.page_on", id="table.on"),
    Binding("z", "hold", "keys.pause", id="table.hold"),
    Binding("space", "hurry", "keys.decide_now", show=False, id="table.hurry"),
    Binding("space,z", "pause", "keys.pause", key_display="space", id="table.pause"),
    Binding("space,z", "run", "keys.run", key_display="space", id="table.run"),
    Binding("h", "hint", "keys.hint", id="table.hint"),
    Binding("m", "study('arguments')", "keys.arguments", id="table.arguments"),
    Binding("w", "study('why')", "keys.why", id="table.why"),
    Binding("u", "take_back", "keys.take_back", id="table.take_back"),
    Binding("a", "ask", "keys.ask", id="table.ask"),
    Binding("t", "study('story')", "keys.transcript", id="table.story"),
    Binding("n", "study('news')", "keys.news", show=False, id="table.news"),
    Binding("r,pilcrow_sign", "study('article')", "keys.article", show=False, id="table.article"),
    Binding("p", "study('whole')", "keys.whole", show=False, id="table.whole"),
    Binding("o", "study('opposite')", "keys.opposite", show=False, id="table.opposite"),
    Binding("e", "worth", "keys.worth", show=False, id="table.worth"),
    Binding("b", "play_on", "keys.branch", show=False, id="table.branch"),
    Binding("c", "study('comment')", "keys.comment", show=False, id="table.comment"),
    Binding("v", "study('variations')", "keys.lines", show=False, id="table.lines"),
    Binding("s", "save_as", "keys.save_as", id="table.save_as"),
    Binding("l", "lesson", "keys.lesson", id="table.lesson"),
    Binding("plus,equals_sign", "pace(1)", show=False, id="table.faster"),
    Binding("minus", "pace(-1)", show=False, id="table.slower"),
    Binding("escape", "skip", "keys.skip", show=False, id="table.skip"),
    Binding("q,escape", "leave", "keys.leave", key_display="q", id="table.leave"),
    Binding("pagedown", "read(1)", show=False, id="table.read_down"),
    Binding("pageup", "read(-1)", show=False, id="table.read_up"),
]
CHANGING = ("back", "save_as", "take_back", "hint", "on", "hold", "hurry", "pause", "run")
"""What can be done now and then only."""
