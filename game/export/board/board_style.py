"""How the drawing looks: its classes, on light ground and on dark.

Colours stand in rules of their own for each ground, not in variables, for not every program that
shows SVG knows those.
"""

from __future__ import annotations

from typing import Final

from game.export.ink import DARK, LIGHT, inks
from game.scenario.model import Scenario

_SHAPES: Final = """\
.board text{font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.board text{font-size:14px}
.board .title{font-size:22px;font-weight:700}
.board .number{font-size:19px;font-weight:700}
.board .strong{font-size:15px;font-weight:600}
.board .small{font-size:12px}
.board .tiny,.board .spent,.board .warning{font-size:13px}
.board .case{font-size:12px;font-style:italic}
.board .chip{stroke-width:1}
.board .chip-closed,.board .chip-barred,.board .chip-excluded{stroke-dasharray:3 3}
.board .chip-carried{stroke-width:2}
.board .chip-table{stroke-width:3;stroke-dasharray:none}
.board .later{opacity:.4}
.board .ring,.board .mark,.board .arrow{fill:none;stroke-width:2}
.board .limit{stroke-width:1;stroke-dasharray:3 2}
.board .end{fill:none;stroke-width:3}
.board .glass{stroke-width:4}
.board .glass-clear{stroke-width:1;stroke-dasharray:6 4}
.board .said-out{stroke-dasharray:4 3}
"""

_COLORS: Final = (
    (".board .ground", "fill", "ground"),
    (".board .panel", "fill", "panel"),
    (".board text,.board .point", "fill", "text"),
    (".board .small,.board .case,.board .faint,.board .spent", "fill", "dim"),
    (".board .warning,.board .fill-warn", "fill", "warn"),
    (".board .fill", "fill", "track"),
    (".board .fill-bad", "fill", "bad"),
    (".board .hollow,.board .chip,.board .said", "fill", "ground"),
    (".board .hollow,.board .chip,.board .said", "stroke", "edge"),
    (".board .ring,.board .mark,.board .arrow,.board .end", "stroke", "text"),
    (".board .limit", "stroke", "dim"),
    (".board .glass,.board .chip-table", "stroke", "warn"),
    (".board .glass-clear", "stroke", "edge"),
    (".board .chip-carried", "stroke", "good"),
    (".board .chip-open", "stroke", "text"),
    (".board .side0", "fill", "side0"),
    (".board .side1", "fill", "side1"),
)


def look(scenario: Scenario) -> str:
    """The style sheet of a board."""
    light, dark = (_colors(inks(scenario, ground)) for ground in (LIGHT, DARK))
    return f"{_SHAPES}{light}@media (prefers-color-scheme:dark){{\n{dark}}}\n"


def _colors(ink: dict[str, str]) -> str:
    return "".join(f"{where}{{{what}:{ink[name]}}}\n" for where, what, name in _COLORS)
