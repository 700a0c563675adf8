"""What is kept with a match and written of it: comments, names of lines, files for others."""

from __future__ import annotations

from collections.abc import Iterator

from game.match import Match
from game.plain.happened import said
from game.plain.lines_of_play import comparison, variations
from game.plain.unclear import UnclearError, numbers
from game.telling.voice import Voice


class Records:
    """Answers whoever wants something kept, named or written.

    Args:
        voice: who tells it.
        match: the match.
    """

    def __init__(self, voice: Voice, match: Match) -> None:
        self._voice = voice
        self._match = match

    def comment(self, text: str) -> Iterator[str]:
        """Keep a comment on the position, or show the one there."""
        match, voice = self._match, self._voice
        ply = len(match.decisions)
        if not text:
            found = match.tree.comment(match.tree.current, ply)
            yield from said(voice, found) if found else [voice.say("plain.comment.none")]
            return
        by = "" if match.over else match.scenario.sides[match.state.side].short
        match.comment(ply, text, by=by)
        key = "plain.comment.unsaved" if match.trouble else "plain.comment.kept"
        yield voice.say(key, decisions=ply)

    def lines(self, rest: str) -> Iterator[str]:
        """The lines of play, or two of them beside each other."""
        if not rest:
            yield from variations(self._voice, self._match)
            return
        one, other = numbers(self._voice, rest, "variations A B", self._match.tree.current)
        yield from comparison(self._voice, self._match, self._line(one), self._line(other))

    def rename(self, rest: str) -> Iterator[str]:
        """Call a line of play something."""
        number, _, name = rest.partition(" ")
        if not name.strip():
            raise UnclearError(self._voice.say("plain.usage", usage="rename N NAME", least=0))
        line, _ = numbers(self._voice, number, "rename N NAME", 0)
        self._match.name(self._line(line), name.strip())
        yield self._voice.say("cli.line.named", number=line, name=name.strip())

    def promote(self, rest: str) -> Iterator[str]:
        """Make a line of play the main one."""
        line, _ = numbers(self._voice, rest, "promote N", 0)
        self._match.promote(self._line(line))
        yield self._voice.say("cli.line.promoted", number=line)

    def export(self, rest: str) -> Iterator[str]:
        """Write the match for other programs, beside its save."""
        from game.export import FORMATS, format_of  # noqa: PLC0415 - slow, and seldom wanted
        from game.export.beside import exported  # noqa: PLC0415 - likewise

        say, journal = self._voice.say, self._match.journal
        if not rest:
            yield say("plain.export.which")
            for name, each in FORMATS.items():
                yield "  " + say("plain.export.format", name=name, what=each.what)
        elif journal is None or self._match.trouble:
            yield say("plain.export.unsaved")
        else:
            to = format_of(rest).name
            yield exported(journal.path, to, journal.path.parent)

    def _line(self, number: int) -> int:
        """The number of a line of play.

        Raises:
            UnclearError: there is none of that number.
        """
        last = len(self._match.tree.variations) - 1
        if number > last:
            raise UnclearError(self._voice.say("plain.line.unknown", number=number, last=last))
        return number
