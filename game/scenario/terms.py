"""The terms that a scenario is written in: ids, texts, numbers, conditions and effects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from game.scenario.kinds import Many, Name, Ref, Tag, Tint, Whole, Words
from game.value import frozen

Parity = Literal["odd", "even"]

Id = Annotated[str, Name()]
TagId = Annotated[str, Tag()]
SideRef = Annotated[str, Ref("side")]
TrackRef = Annotated[str, Ref("track")]
NumberRef = Annotated[str, Ref("number")]
MotionRef = Annotated[str, Ref("motion")]
TagRef = Annotated[str, Ref("tag")]
ArgumentRef = Annotated[str, Ref("argument")]
ValueRef = Annotated[str, Ref("value")]
EndingRef = Annotated[str, Ref("ending")]
Color = Annotated[str, Tint()]

Short = Annotated[str, Words(16)]
Title = Annotated[str, Words(60)]
Line = Annotated[str, Words(120)]
Remark = Annotated[str, Words(400, lines=True)]
Text = Annotated[str, Words(2000, lines=True, paragraphs=True)]
Cited = Annotated[str, Words(20, cited=True)]
Sources = Annotated[tuple[Cited, ...], Many(0, 20, once=True)]

Level = Annotated[int, Whole(-1000, 1000)]
Count = Annotated[int, Whole(0, 1000)]
RoundNumber = Annotated[int, Whole(1, 100)]
Hundredths = Annotated[int, Whole(0, 100)]


@frozen
class Condition:
    """One statement about the position. It is about exactly one subject:

    ========================================  ===============================================
    ``{track = "trust", at_least = 3}``        a track stands at or above (``at_most``: below)
    ``{tag = "isis", at_most = 2}``            carried motions that bear a tag, start included
    ``{carried = "train"}``                    this motion is carried
    ``{in_play = true, at_least = 4}``         motions carried during play, start excluded
    ``{round = "odd"}``, ``{round = "even"}``  the parity of the round
    ``{from_round = 8}``                       this round or a later one
    ========================================  ===============================================

    Where a list of conditions stands, all of them must hold; an empty list always holds.

    Attributes:
        track: about the value of this track, a side's own numbers included.
        tag: about the number of carried motions with this tag, start included.
        carried: that this motion is carried.
        in_play: about the number of motions carried during play; always true.
        round: that the round is odd or even.
        from_round: that it is this round or a later one.
        at_least: the least value at which a condition on track, tag or in_play holds.
        at_most: the greatest value at which it holds.
    """

    track: NumberRef | None = None
    tag: TagRef | None = None
    carried: MotionRef | None = None
    in_play: bool | None = None
    round: Parity | None = None
    from_round: Level | None = None
    at_least: Level | None = None
    at_most: Level | None = None


Conditions = Annotated[tuple[Condition, ...], Many(0, 20)]

Effects = Annotated[Mapping[NumberRef, Level], Many(0, 40)]
"""Track id -> what is added to it, in the order of the file. A side's capital and score are the
tracks ``<side>_capital`` and ``<side>_score``."""
