"""A line on what occurs for the first time ever to the person who decides; each is said once."""

from __future__ import annotations

from game.match import Match
from game.settings import SettingsFile
from game.teaching.first_notes import new_to
from game.telling.first_notes import say_first_note
from game.telling.voice import Voice


class NoteLines:
    """Says what is new, and keeps that it was said.

    Args:
        voice: who tells it.
        match: the match.
        kept: where it is kept what was said, and whether notes are wanted.
    """

    def __init__(self, voice: Voice, match: Match, kept: SettingsFile) -> None:
        self._voice = voice
        self._match = match
        self._kept = kept
        self._at = (-1, -1)
        """For which line and after how many decisions something new was looked for."""

    def heard(self) -> list[str]:
        """What is new to whoever decides now, one thing at a time."""
        match, kept = self._match, self._kept
        at = (match.tree.current, len(match.decisions))
        if at == self._at or not kept.settings.notes:
            return []
        self._at = at
        seen = kept.settings.seen_notes
        first = new_to(match, seen)
        if first is None:
            return []
        kept.change(seen_notes=(*seen, first.note.value))
        note = say_first_note(self._voice, match.state, first)
        ends = [] if seen else [self._voice.say("first_note.ends")]
        return [self._voice.say("first_note.plain", note=note), *ends]
