"""Whether what stands on the screen can be read, in the colours that it has."""

from __future__ import annotations

from rich.color import ColorType
from textual.filter import LineFilter

from game.tui.app import SharedEnemyApp
from game.tui.draw.palette import ENOUGH, contrast


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
