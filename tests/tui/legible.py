"""Whether what stands on the screen can be read, in the colours that it has."""

from __future__ import annotations

from rich.color import ColorType
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES

from game.tui.app import SharedEnemyApp
from game.tui.draw.palette import ENOUGH, contrast
from game.tui.draw.themes import OWN
from tests.examples import LONG

OURS = tuple(theme.name for theme in OWN)
"""The themes of the game."""

COLOURED = (*OURS, *(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi))
"""The themes that bring colours of their own."""

SAMPLE = (*OURS, "textual-light", "nord", "gruvbox", "solarized-dark")
"""Dark and light ones, strong and faint ones."""

THEMES = COLOURED if LONG else SAMPLE
"""Those in which the suite looks at a screen; any theme is made legible by its colours alone."""


def faint(app: SharedEnemyApp, least: float = ENOUGH) -> set[tuple[str, str, str]]:
    """Words on the screen that stand out from their ground by less than they should."""
    filters: list[LineFilter] = [each for each in app._filters if each.enabled]
    found = set()
    # What lies behind a question is dimmed, and not to be read just now.
    box = next((each.region for each in app.screen.query("#question")), app.screen.region)
    for row in app.screen._compositor.render_strips()[box.y : box.bottom]:
        strip = row.crop(box.x, box.right)
        for each in filters:
            strip = strip.apply_filter(each, app.screen.background_colors[1])
        for text, style, _ in strip:
            if not text.strip() or style is None or style.color is None or style.bgcolor is None:
                continue
            if ColorType.DEFAULT in (style.color.type, style.bgcolor.type):
                continue  # the terminal's own colours, which nobody here knows
            ink, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor()
            if style.dim or contrast(ink, ground) < least:
                found.add((text.strip(), ink.hex, ground.hex))
    return found
