"""How strong a search is: how much it looks at, and how far it looks before it judges."""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class Level:
    """A strength.

    A lower level sees less; it never plays badly on purpose.

    Attributes:
        number: 1 for the weakest.
        name: what it is called.
        playouts: how many lines it looks at for one decision.
        depth: how far it looks into a debate before it judges a position: 0 takes positions as
            they stand, 1 asks how the debate would end if everybody stopped, each further one
            looks at one more argument.
        stance: how it plays, in a few words.
        about: how it plays.
    """

    number: int
    name: str
    playouts: int
    depth: int
    stance: str
    about: str


LEVELS: Final = (
    Level(
        1,
        "The Trainee",
        10,
        0,
        "Looks one step ahead",
        "Knows the rules and what scores. Takes what looks best at once, and is surprised by "
        "answers.",
    ),
    Level(
        2,
        "The Attaché",
        40,
        0,
        "Looks a turn ahead",
        "Thinks of your answer to its move, seldom of its answer to yours.",
    ),
    Level(
        3,
        "The Envoy",
        80,
        1,
        "Sees where a debate ends",
        "Knows before it tables a motion how the debate about it is likely to end.",
    ),
    Level(
        4,
        "The Ambassador",
        300,
        1,
        "Plans a round ahead",
        "Weighs what each step opens and closes for both sides, and keeps arguments in hand.",
    ),
    Level(
        5,
        "The Minister",
        3000,
        1,
        "Plans for the end of the game",
        "Looks at thousands of continuations. Cooperates where it pays and knows what you need.",
    ),
)
