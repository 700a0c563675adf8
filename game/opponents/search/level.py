"""How strong a search is: how much it looks at, and how far it looks before it judges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.value import frozen

if TYPE_CHECKING:
    from game.opponents.search.task import Budget


@frozen
class Level:
    """A strength.

    A lower level sees less; it never plays badly on purpose.

    Attributes:
        number: 1 for the weakest.
        playouts: how many lines it looks at for one decision.
        depth: how far it looks into a debate before it judges a position: 0 takes positions as
            they stand, 1 asks how the debate would end if everybody stopped, each further one
            looks at one more argument.
    """

    number: int
    playouts: int
    depth: int

    @property
    def budget(self) -> Budget:
        """What it spends on one decision."""
        from game.opponents.search.task import Budget  # noqa: PLC0415 - not before it is spent

        return Budget(self.playouts, self.depth)


LEVELS: Final = (
    Level(1, playouts=10, depth=0),
    Level(2, playouts=40, depth=0),
    Level(3, playouts=80, depth=1),
    Level(4, playouts=300, depth=1),
    Level(5, playouts=3000, depth=1),
    Level(6, playouts=60_000, depth=1),
)
