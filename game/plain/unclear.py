"""Answers that cannot be followed, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.match import MatchError
from game.telling.messages import Messages
from game.telling.voice import Voice
from game.text import shown

LEAVING: Final = ("quit", "q", "exit", "leave")
"""The answers of somebody who wants to leave."""


HELP: Final = ("help", "h", "?")
"""The words for help; the first one is told."""


SPOKEN: Final = 4
"""So many letters of a name at least are taken for it."""


class UnclearError(Exception):
    """An answer that cannot be followed; the sentence that is said to it is its text."""


def no_answer(messages: Messages, said: str) -> str:
    """What is said to words that do not answer a question."""
    if not said:
        return messages.say("plain.no_answer_empty")
    return messages.say("plain.no_answer", said=shown(said))


def only_one(said: str, names: Sequence[str]) -> int:
    """The place of the one name that begins as it is said, with its article or without; -1 if there
    is none, or more than one, or if it is too little to tell.
    """
    wanted = said.casefold().removeprefix("the ")
    if len(wanted) < SPOKEN:
        return -1
    found = [
        place
        for place, name in enumerate(names)
        if name.casefold().removeprefix("the ").startswith(wanted)
    ]
    return found[0] if len(found) == 1 else -1


def refused(voice: Voice, error: MatchError) -> str:
    """What is said when a match does not do what it was asked for."""
    return voice.say("plain.refused", why=str(error).removesuffix("."))


def numbers(voice: Voice, words: str, usage: str, default: int, least: int = 0) -> tuple[int, int]:
    """One number, and perhaps another one, none below the least.

    Raises:
        UnclearError: that is not what stands there.
    """
    found = words.split()
    if not 1 <= len(found) <= 2 or not all(each.isascii() and each.isdigit() for each in found):
        raise UnclearError(voice.say("plain.usage", usage=usage, least=least))
    first, second = (*(int(each[:9]) for each in found), default)[:2]
    if min(first, second if len(found) > 1 else first) < least:
        raise UnclearError(voice.say("plain.usage", usage=usage, least=least))
    return first, second
