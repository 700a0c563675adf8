"""Figures as plain text: lines that stand under each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.balance.duel import Duel
from game.balance.interval import Figure
from game.balance.mix import MixFigure


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as columns, the first to the left and the others to the right.

    >>> print(table([["", "n"], ["one", "10"]]))
         n
    one 10
    """
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        " ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def points(figure: Figure) -> str:
    """Hundredths of payoff: ``41.5 ±3.2``."""
    return f"{figure.value:.1f} ±{figure.high - figure.value:.1f}"


def percent(figure: Figure) -> str:
    """A share: ``62.0 % (55.1-68.4)``."""
    return f"{figure.value * 100:.1f} % ({figure.low * 100:.1f}-{figure.high * 100:.1f})"


def duels(found: Sequence[Duel]) -> str:
    """Duels, one a line."""
    rows = [["", "matches", "payoff", "against", "edge", "leads", ""]]
    rows += [
        [
            f"{duel.names[0]} against {duel.names[1]}",
            str(duel.lead.count),
            points(duel.own),
            points(duel.other),
            f"{duel.edge.value:+.1f} ±{duel.edge.high - duel.edge.value:.1f}",
            percent(duel.lead),
            "ahead" if duel.beats else "",
        ]
        for duel in found
    ]
    return table(rows)


def figures(groups: Mapping[str, Sequence[MixFigure]]) -> str:
    """Groups of figures; what lies outside its aim is marked."""
    parts = []
    for title, lines in groups.items():
        rows = [[title, "", "aim", ""]]
        for line in lines:
            shares = line.aim is not None
            aim = f"{line.aim[0] * 100:.0f}-{line.aim[1] * 100:.0f} %" if line.aim else ""
            value = percent(line.figure) if shares or line.figure.high <= 1 else points(line.figure)
            rows.append([f"  {line.about}", value, aim, "" if line.within else "outside"])
        parts.append(table(rows))
    return "\n\n".join(parts)
