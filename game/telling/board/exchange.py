"""The debate: who said what, and what of it stands."""

from __future__ import annotations

from attrs import frozen

from game.rules import State
from game.rules.debate import floor_holder, player
from game.rules.debate import standing as holding
from game.telling.voice import Voice


@frozen
class Speech:
    """An argument in the debate.

    Attributes:
        place: from 0, the claim.
        side: who speaks.
        who: the side's short name.
        role: claim, rebuttal or rejoinder.
        argument: its index.
        name: what it is called.
        short: the same in a word.
        words: what is said.
        stands: whether it stands as the debate is now.
        fate: the same in words.
        sentence: all of it.
    """

    place: int
    side: int
    who: str
    role: str
    argument: int
    name: str
    short: str
    words: str
    stands: bool
    fate: str
    sentence: str


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
    """

    motion: int
    name: str
    short: str
    title: str
    speeches: tuple[Speech, ...]
    holder: int
    floor: str


def exchange(voice: Voice, state: State) -> Exchange | None:
    """The debate; nothing if no motion is on the table."""
    debate = state.debate
    if debate is None:
        return None
    motion = voice.scenario.motions[debate.motion]
    holder = floor_holder(debate)
    speeches = []
    for place, (argument, stands) in enumerate(zip(debate.chain, holding(debate), strict=True)):
        side, entry = player(debate, place), voice.scenario.arguments[argument]
        role = voice.say(f"board.role.{('claim', 'rebuttal', 'rejoinder')[min(place, 2)]}")
        fate = voice.say("board.stands_up" if stands else "board.attacked")
        speeches.append(
            Speech(
                place=place,
                side=side,
                who=voice.side_short(side),
                role=role,
                argument=argument,
                name=entry.name,
                short=entry.short,
                words=voice.case(argument, side),
                stands=stands,
                fate=fate,
                sentence=voice.say(
                    "board.speech",
                    side=voice.side_short(side),
                    role=role,
                    argument=entry.name,
                    words=voice.case(argument, side),
                    fate=fate,
                ),
            )
        )
    return Exchange(
        motion=debate.motion,
        name=motion.name,
        short=motion.short,
        title=voice.say("board.on_table", motion=motion.name),
        speeches=tuple(speeches),
        holder=holder,
        floor=voice.say("board.floor", side=voice.side(holder)) if speeches[1:] else "",
    )
