"""Whether what stands on the screen can be read, in the colours that it has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from unittest.mock import patch

from attrs import define, field
from rich.color import ColorType
from rich.segment import Segment
from textual.color import Color, ColorParseError
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES

from game.tui.app import SharedEnemyApp
from game.tui.draw.palette import EDGE, ENOUGH, MOST, contrast, palette
from game.tui.draw.themes import CONTRAST, OWN

OURS = tuple(theme.name for theme in OWN)
"""The themes of the game."""

COLOURED = (*OURS, *(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi))
"""The themes that bring colours of their own."""

SAMPLE = (*OURS, "solarized-light")
"""Those in which a screen is looked at as it is painted; of the others it is computed."""

FRAME: Final = frozenset("─│╭╮╰╯├┤ ")
"""What frames are drawn with: it is no text, and says nothing."""

Rgb = tuple[int, int, int]


def words(app: SharedEnemyApp) -> Iterator[Segment]:
    """What stands on the screen in a colour; if something is asked, what stands in the question."""
    # What lies behind it is dimmed, and not to be read just now.
    box = next((each.region for each in app.screen.query("#question")), app.screen.region)
    filters: list[LineFilter] = [each for each in app._filters if each.enabled]
    for row in app.screen._compositor.render_strips()[box.y : box.bottom]:
        strip = row.crop(box.x, box.right)
        for each in filters:
            strip = strip.apply_filter(each, app.screen.background_colors[1])
        for segment in strip:
            style = segment.style
            if segment.text.strip() and style and style.color and style.bgcolor:
                yield segment


def faint(app: SharedEnemyApp, least: float = ENOUGH) -> set[tuple[str, str, str]]:
    """Words on the screen that stand out from their ground by less than they should."""
    found = set()
    for text, style, _ in words(app):
        if style is None or style.color is None or style.bgcolor is None:
            continue
        if ColorType.DEFAULT in (style.color.type, style.bgcolor.type):
            continue  # the terminal's own colours, which nobody here knows
        ink, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor()
        enough = EDGE if set(text) <= FRAME else least
        if style.dim or contrast(ink, ground) < enough:
            found.add((text.strip(), ink.hex, ground.hex))
    return found


@define
class Marks:
    """What is painted on what, by the names that a theme has for its colours.

    Attributes:
        pairs: the names of the colours of words, and of the ground behind them.
        frames: the same of frames.
        others: words in colours that no theme has a name for.
        names: of which variable a colour is.
    """

    pairs: set[tuple[str, str]] = field(factory=set)
    frames: set[tuple[str, str]] = field(factory=set)
    others: set[str] = field(factory=set)
    names: dict[Rgb, str] = field(factory=dict)

    def mark(self, theme: dict[str, str]) -> dict[str, str]:
        """The variables of a theme, with a colour of its own for each that is one."""
        marked = dict(theme)
        for place, (name, value) in enumerate(sorted(theme.items())):
            try:
                color = Color.parse(value)
            except ColorParseError:
                continue
            if color.a == 1 and color.ansi is None:
                high, low = divmod(place, 64)
                own = Color(4 * low + 1, 16 * high + 2, 4 * (63 - low) + 1)
                self.names[own.rgb] = name
                marked[name] = own.hex
        return marked

    def look(self, app: SharedEnemyApp) -> None:
        """Note what is on the screen."""
        for text, style, _ in words(app):
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            colors = [each.get_truecolor() for each in (style.color, style.bgcolor)]
            ink, ground = (self.names.get((each.red, each.green, each.blue)) for each in colors)
            if ink is None or ground is None or style.dim:
                self.others.add(text.strip())
            else:
                found = self.frames if set(text) <= FRAME else self.pairs
                found.add((ground, ink) if style.reverse else (ink, ground))

    def faint(self, theme: str) -> set[tuple[str, str]]:
        """What would not stand out enough in a theme."""
        made = colours(theme)
        enough = MOST if theme == CONTRAST else ENOUGH
        return {
            pair
            for pairs, least in ((self.pairs, enough), (self.frames, EDGE))
            for pair in pairs
            if contrast(*(Color.parse(made[name]).rgb for name in pair)) < least
        }


@contextmanager
def marked() -> Iterator[Marks]:
    """Apps whose themes have a colour of its own for every name."""
    marks, variables = Marks(), SharedEnemyApp.get_css_variables

    def in_marks(app: SharedEnemyApp) -> dict[str, str]:
        return marks.mark(variables(app))

    with patch.object(SharedEnemyApp, "get_css_variables", in_marks):
        yield marks


def colours(theme: str) -> dict[str, str]:
    """The variables of a theme as the app has them."""
    kind = {each.name: each for each in (*BUILTIN_THEMES.values(), *OWN)}[theme]
    made = kind.to_color_system().generate()
    least = MOST if theme == CONTRAST else ENOUGH
    return made | palette(made, dark=kind.dark, ansi=False, least=least)
