"""Characters: opponents that look ahead for what they want, within lines that they never cross.

A character plays every scenario, and on either side. So it names tracks by their role: ``@gate``
and ``@ceiling`` of the ladder, ``@danger`` for all that can end the game, ``@own`` and ``@other``
for the scores. What a scenario does not have is without effect there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from attrs import field

from game.scenario.doctrine import Conduct, Question, Standing, Wants, Wish
from game.scenario.kinds import Many, Whole, Words
from game.scenario.terms import Conditions, Id, Line, Title
from game.value import frozen

ROLES: Final = ("@gate", "@ceiling", "@danger", "@own", "@other")
"""What a character may name in the place of a track; of several dangers the highest counts."""

EXEMPT: Final = "@exempt"
"""What a character may name in the place of the tag that passes through the ceiling."""

MOST_LETTERS: Final = 1 << 15
"""The longest text of a character: a match carries those of both sides."""

Oversight = Literal["replies", "news", "record"]
"""What a weak player overlooks: that the other side has answers in a debate, that news will come,
that what it said earlier can be held against it.
"""

Occasion = Literal[
    "opening",
    "tables",
    "acts_hard",
    "acts_soft",
    "consults",
    "accepts",
    "refuses",
    "walks_out",
    "gives_in",
    "contradicted",
    "pressed",
    "thanks",
    "gains",
    "loses",
    "news",
    "slighted",
    "made_good",
    "ending_well",
    "ending_badly",
]
"""On what a character has something to say."""

Gap = Literal["us", "them", "motion", "argument", "their_last", "missing", "headline"]
"""What is filled into a sentence."""

_ALWAYS: Final[tuple[Gap, ...]] = ("us", "them", "their_last", "missing")
_DEBATED: Final[tuple[Gap, ...]] = (*_ALWAYS, "motion", "argument")

GAPS: Final[Mapping[Occasion, tuple[Gap, ...]]] = {
    "opening": _ALWAYS,
    "tables": _DEBATED,
    "acts_hard": _ALWAYS,
    "acts_soft": _ALWAYS,
    "consults": _ALWAYS,
    "accepts": _DEBATED,
    "refuses": _DEBATED,
    "walks_out": _DEBATED,
    "gives_in": _DEBATED,
    "contradicted": _DEBATED,
    "pressed": _ALWAYS,
    "thanks": _DEBATED,
    "gains": _ALWAYS,
    "loses": _ALWAYS,
    "news": (*_ALWAYS, "headline"),
    "slighted": _ALWAYS,
    "made_good": _DEBATED,
    "ending_well": _ALWAYS,
    "ending_badly": _ALWAYS,
}
"""Per occasion the gaps that its sentences may have."""


@frozen
class Attention:
    """What a character does not see.

    Attributes:
        overlooks: it plays as if there were no such thing.
    """

    overlooks: Annotated[tuple[Oversight, ...], Many(0, 3, once=True)] = ()


@frozen
class RedLine:
    """What a character never does, or always does. The other side knows it.

    It is read when a turn begins, as the rules of a doctrine; a debate is one turn. Where a line
    would leave nothing to decide it gives way, the later one to the earlier.

    Attributes:
        id: the word by which it is named.
        say: the line in a sentence, for the other side.
        never: no decision that fits this is taken.
        always: if some decision fits this, one of those is taken.
        asked: the questions that it is about; all of them if there are none.
        when: conditions on the position.
        conduct: conditions on what was done before.
        standing: conditions on how the two sides stand.
    """

    id: Id
    say: Line
    never: Wish | None = None
    always: Wish | None = None
    asked: Annotated[tuple[Question, ...], Many(0, 6, once=True)] = ()
    when: Conditions = ()
    conduct: Annotated[tuple[Conduct, ...], Many(0, 20)] = ()
    standing: Annotated[tuple[Standing, ...], Many(0, 20)] = ()


@frozen
class Saying:
    """What a character says on an occasion.

    Attributes:
        on: the occasion.
        text: the sentence; gaps such as {motion} are filled in.
        side: the seat from which it is said, the scenario's first side or its second; either, if
            it does not say.
        grave: whether it is said of news in which people have died; only such sentences are.
    """

    on: Occasion
    text: Annotated[str, Words(200, lines=True)]
    side: Literal["first", "second"] | None = None
    grave: bool = False


@frozen
class Character:
    """An opponent that is somebody.

    Attributes:
        id: the word by which it is chosen.
        name: what it is called.
        stance: its attitude in a whole sentence: what it signs and what it refuses.
        about: its character, for whoever chooses an opponent.
        face: who sits there, in a few words.
        sight: how far it looks ahead, as the levels of a search.
        lines: what it never does, and what it always does.
        attention: what it overlooks.
        wants: what it aims at.
        says: what it says.
    """

    id: Id
    name: Title
    stance: Line
    about: Annotated[str, Words(600, lines=True)]
    face: Title
    sight: Annotated[int, Whole(1, 6)]
    lines: Annotated[tuple[RedLine, ...], Many(0, 8)] = ()
    attention: Attention = field(factory=Attention)
    wants: Wants = field(factory=Wants)
    says: Annotated[tuple[Saying, ...], Many(0, 200)] = ()
