"""Why each number is what it is, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from game.match import Timeline
from game.review import accounts
from game.telling.voice import Voice
from game.telling.why import NumberChain, chain


def causes(voice: Voice, line: Timeline, name: str = "") -> Iterator[str]:
    """Every number with all that has moved it, or only those with a word in their name that begins
    so.
    """
    found = accounts(line.book, line.states, line.consequences)
    names = [voice.track(line.book.track_ids[each.track]) for each in found]
    wanted = [
        each
        for each, track in zip(found, names, strict=True)
        if f" {name.casefold()}" in f" {track.casefold()}"
    ]
    if not wanted:
        yield voice.say("plain.why.unknown", names=voice.items(names))
    for each in wanted:
        yield from _told(voice, chain(voice, each))


def _told(voice: Voice, number: NumberChain) -> Iterator[str]:
    if not number.lines:
        yield voice.say("plain.why.unmoved", title=number.title)
        return
    yield voice.say("plain.why.title", title=number.title, start=number.start)
    for move in number.lines:
        told = voice.say("plain.why.cause", by=move.by, why=move.why, when=move.when)
        yield f"  {told}"
