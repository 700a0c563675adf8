"""The debates as facts of a logic program, as ASPARTIX and most solvers read them.

::

    arg(d1a1_us_enemy).
    arg(d1a2_ru_law).
    att(d1a2_ru_law,d1a1_us_enemy).

There are no comments, for not every reader knows them: the name of an argument says in which
debate it was put, as which, by whom, and which it is. All debates together are one framework,
whose grounded extension is what stands in each.
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
    found = frameworks(ExportedGame.of(match), debate)
    lines = [f"arg({node.name})." for each in found for node in each.nodes]
    for each in found:
        names = [node.name for node in each.nodes]
        lines += [f"att({names[one]},{names[other]})." for one, other in each.attacks]
    return "".join(f"{line}\n" for line in lines)
