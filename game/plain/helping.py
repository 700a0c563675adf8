"""Help: the answers that there are, by what they are for, and each in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.plain.unclear import UnclearError
from game.telling.voice import Voice
from game.text import shown

TOPICS: Final = ("turn", "table", "advice", "lines", "match")
"""What answers are for; the names of messages."""

EVERYTHING: Final = "all"


def helped(voice: Voice, words: Sequence[str], wanted: str) -> Iterator[str]:
    """Help in short, or about one answer, or about all.

    Raises:
        UnclearError: there is no such answer.
    """
    say = voice.say
    if not wanted:
        yield say("plain.help.number")
        yield from (say(f"plain.help.topic.{topic}") for topic in TOPICS)
        yield say("plain.help.further")
    elif wanted == EVERYTHING:
        yield say("plain.help.number")
        yield say("plain.help.preview")
        yield from (say(f"plain.help.{word}") for word in words)
        yield say("plain.help.decision")
    elif wanted in words:
        yield say(f"plain.help.{wanted}")
    else:
        raise UnclearError(say("plain.help.unknown", name=shown(wanted), known=voice.items(words)))
