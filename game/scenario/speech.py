"""What is said on the way: lines of a debate, the press, a third party, the aftermath.

Words alone: no rule hangs on any of them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from game.scenario.kinds import Many, Words
from game.scenario.terms import (
    ArgumentRef,
    Conditions,
    EndingRef,
    Id,
    MotionRef,
    Remark,
    RoundNumber,
    SideRef,
    TagRef,
    Text,
    Title,
)
from game.value import frozen

Outcome = Literal["accepted", "carried", "declined", "walked_out", "withdrawn"]
"""How a motion on the table can end; carried is after a debate."""

Whose = Literal["own", "other"]
"""Whose deed it was: the side's that the paper belongs to, or the other's."""

Proof = Annotated[tuple[Annotated[str, Words(200, cited=True)], ...], Many(0, 20, once=True)]


@frozen
class Spoken:
    """What a side says with an argument about a motion.

    Of the lines that fit the most particular one is said: an answer before an opening, a motion
    before a theme, a side's own before one of both.

    Attributes:
        argument: the argument that it is said with.
        text: what is said.
        motion: the motion that is on the table.
        themes: or tags of which it bears one.
        side: the side that says it; either, if it does not say.
        answers: the argument that it answers, if it is no opening.
        fact: a fact that stands behind it, with its date.
        source: where the fact is from.
        variants: other words for the same, said by turns.
        from_round: the first round in which it is said.
        until_round: the last round in which it is said.
    """

    argument: ArgumentRef
    text: Remark
    motion: MotionRef | None = None
    themes: Annotated[tuple[TagRef, ...], Many(0, 20, once=True)] = ()
    side: SideRef | None = None
    answers: ArgumentRef | None = None
    fact: Remark | None = None
    source: Proof = ()
    variants: Annotated[tuple[Remark, ...], Many(0, 10)] = ()
    from_round: RoundNumber | None = None
    until_round: RoundNumber | None = None

    @property
    def id(self) -> str:
        """What stands for the line in a translation: what it is about."""
        parts = [
            self.argument,
            *(("to", self.answers) if self.answers else ()),
            *(("on", self.motion) if self.motion else ()),
            *(("about", *self.themes) if self.themes else ()),
            *(("by", self.side) if self.side else ()),
            *(("from", str(self.from_round)) if self.from_round else ()),
            *(("until", str(self.until_round)) if self.until_round else ()),
        ]
        return "-".join(parts)

    def heard_in(self, round_: int) -> bool:
        """Whether it may be said in a round."""
        first, last = self.from_round, self.until_round
        return (first is None or round_ >= first) and (last is None or round_ <= last)


@frozen
class Press:
    """What a paper or a chamber of one country makes of a debate when it is over.

    Attributes:
        paper: what kind of voice it is: a daily, a senator.
        side: the side whose country it is of.
        text: what it says.
        outcome: the ways in which the motion has ended; any, if none is given.
        floor: who held the floor.
        contradiction: who contradicted its own record in the debate.
        motion: the motion that it was about.
        theme: or a tag that it bears.
        when: conditions, read when the debate is over.
    """

    paper: Title
    side: SideRef
    text: Remark
    outcome: Annotated[tuple[Outcome, ...], Many(0, 5, once=True)] = ()
    floor: Whose | None = None
    contradiction: Whose | None = None
    motion: MotionRef | None = None
    theme: TagRef | None = None
    when: Conditions = ()


@frozen
class ThirdParty:
    """Somebody who is not at the table, and whom the motions are about.

    Attributes:
        name: what it is called.
        about: who it is, and why it is not at the table.
    """

    name: Title
    about: Remark


@frozen
class Aftermath:
    """A paragraph after the epilogue.

    Attributes:
        text: the paragraph.
        endings: the endings that it belongs to; all, if none is given.
        when: conditions, read when the game is over.
        paragraph: a word for what it is about; what follows under the same word goes on in the
            same paragraph.
    """

    text: Text
    endings: Annotated[tuple[EndingRef, ...], Many(0, 10, once=True)] = ()
    when: Conditions = ()
    paragraph: Id | None = None
