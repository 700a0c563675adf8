"""The debates in the numeric form of the argumentation competitions (ICCMA, since 2023).

::

    p af 2
    # 1 d1a1_us_enemy
    # 2 d1a2_ru_law
    2 1

Arguments are numbers from 1, and comments name them as the facts of a logic program do. All
debates together are one framework, whose grounded extension is what stands in each.
"""

from __future__ import annotations

from game.export.exported_game import ExportedGame
from game.export.frameworks import frameworks
from game.match import Match


def export(match: Match | ExportedGame, *, debate: int | None = None) -> str:
    """The debates of a match.

    Args:
        match: the match.
        debate: the number of the only one to export, from 1.

    Raises:
        ExportError: there is no such debate.
    """
    names: list[str] = []
    attacks: list[str] = []
    for each in frameworks(ExportedGame.of(match), debate):
        first = len(names) + 1
        names += [node.name for node in each.nodes]
        attacks += [f"{first + one} {first + other}" for one, other in each.attacks]
    comments = (f"# {number} {name}" for number, name in enumerate(names, 1))
    return "".join(f"{line}\n" for line in (f"p af {len(names)}", *comments, *attacks))
