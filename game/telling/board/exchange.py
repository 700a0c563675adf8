"""The debate: who said what, and what of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.rules import DebateState, State, floor_holder
from game.telling.voice import Voice
from game.value import frozen

if TYPE_CHECKING:
    from game.review.lines import SpokenLine
    from game.telling.debate import Quote, Speech


@frozen
class Exchange:
    """The debate.

    Attributes:
        motion: the index of the motion on the table.
        name: what it is called.
        short: the same in a word or two.
        title: that it is on the table.
        speeches: the claim first.
        holder: the side that spoke last.
        floor: that it holds the floor; empty before there is a reply.
        holds: the same in fewer words.
        most: the number of the last argument, how many there can be, and whose the last would be.
        count: the same without whose.
        worth: what carrying the motion would change, in a sentence.
        quotes: per speech the speaker's own old words that it contradicts.
    """

    motion: int
    name: str
    short: str
    title: str
    speeches: tuple[Speech, ...]
    holder: int
    floor: str
    holds: str
    most: str
    count: str
    worth: str
    quotes: tuple[tuple[Quote, ...], ...]


def exchange(
    voice: Voice,
    state: State,
    said: Sequence[SpokenLine | None] | None = None,
    quotes: Sequence[tuple[Quote, ...]] = (),
) -> Exchange | None:
    """The debate; nothing if no motion is on the table.

    Args:
        voice: who tells it.
        state: the position.
        said: what was said with each decision before it; as if nothing was, if it is not given.
        quotes: per speech the speaker's own old words that it contradicts, if that is known.
    """
    debate = state.debate
    if debate is None:
        return None
    from game.telling.debate import on_table  # noqa: PLC0415 - there is a table before a debate
    from game.telling.preview import if_carried  # noqa: PLC0415 - likewise

    motion = voice.scenario.motions[debate.motion]
    holder = floor_holder(debate)
    speeches = on_table(voice, state, said)
    return Exchange(
        motion=debate.motion,
        name=motion.name,
        short=motion.short,
        title=voice.say("board.on_table", motion=motion.name),
        speeches=speeches,
        holder=holder,
        floor=voice.say("board.floor", side=voice.named_first(holder)) if speeches[1:] else "",
        holds=voice.say("board.floor", side=voice.briefly_first(holder)) if speeches[1:] else "",
        most=_most(voice, debate),
        count=_count(voice, debate),
        worth=if_carried(voice, state, debate.motion),
        quotes=tuple(quotes) if len(quotes) == len(speeches) else ((),) * len(speeches),
    )


def _most(voice: Voice, debate: DebateState) -> str:
    """Which argument it is, and whose the last one there can be would be: the two take turns."""
    longest, number = voice.scenario.debate.longest, len(debate.chain)
    if number >= longest:
        return _count(voice, debate)
    side = debate.speaker if longest % 2 else 1 - debate.speaker
    return voice.say(
        "board.most_arguments", number=number, longest=longest, side=voice.briefly(side)
    )


def _count(voice: Voice, debate: DebateState) -> str:
    longest, number = voice.scenario.debate.longest, len(debate.chain)
    key = "board.last_argument" if number >= longest else "board.argument"
    return voice.say(key, number=number, longest=longest)
