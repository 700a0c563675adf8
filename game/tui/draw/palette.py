"""The colours: taken from the theme, and made legible wherever the theme falls short.

Every colour that carries meaning keeps a contrast of at least 4.5 to 1 (WCAG 2.1, success
criterion 1.4.3) against every ground that text stands on here, in every theme.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color

ENOUGH = 4.5
"""The least ratio of contrast of text."""
MOST = 7.0
"""The same in the theme of the strongest contrast (criterion 1.4.6)."""
SIGN = 3.0
"""The least ratio of contrast of what is no text, such as the cells of a bar (1.4.11)."""

EDGE = 1.6
"""The least ratio of contrast of a frame around what has not the focus: it says nothing."""

SIDES = {  # what scenarios call a colour: on dark, on light, among a terminal's own sixteen
    "blue": ("#82aaff", "#1d4ed8", "ansi_blue"),
    "red": ("#ff8a80", "#b91c1c", "ansi_red"),
    "green": ("#8fd18f", "#166534", "ansi_green"),
    "yellow": ("#e6c85c", "#854d0e", "ansi_yellow"),
    "cyan": ("#6fd3e0", "#155e75", "ansi_cyan"),
    "magenta": ("#e29bf0", "#86198f", "ansi_magenta"),
    "orange": ("#ffb074", "#9a3412", "ansi_yellow"),
}

_GROUNDS = ("background", "surface")
_BEHIND_BARS = (
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
)
_ANSI = {
    "edge": "ansi_bright_black",
    "ink-dim": "ansi_default",
    "ink-good": "ansi_green",
    "ink-bad": "ansi_yellow",
    "ink-warn": "ansi_yellow",
    "footer-key-foreground": "ansi_default",
    **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), "ansi_white"),
    **{f"ink-{name}": color for name, (_, _, color) in SIDES.items()},
}
"""Of sixteen colours red and blue are those of the sides; what is dangerous is amber here, too."""


def palette(
    theme: Mapping[str, str], *, dark: bool, ansi: bool, least: float = ENOUGH
) -> dict[str, str]:
    """The variables to lay over those of a theme.

    Args:
        theme: the variables of the theme.
        dark: whether it is a dark one.
        ansi: whether it uses the terminal's own sixteen colours, whatever they look like.
        least: the least ratio of contrast of text.
    """
    if ansi:
        return dict(_ANSI)
    grounds = [Color.parse(theme[name]).rgb for name in _GROUNDS]
    text = _legible(Color.parse(theme["foreground"]), grounds, least)
    faint = text.blend(Color(*grounds[0]), 0.35)
    edge = _legible(text.blend(Color(*grounds[0]), 0.7), grounds, least - ENOUGH + EDGE)
    cursor = _legible(Color.parse(theme["primary"]), grounds, least).hex
    inks = {
        "ink-dim": faint,
        "ink-good": Color.parse(theme["text-success"]),
        "ink-bad": Color.parse(theme["text-error"]),
        "ink-warn": Color.parse(theme["text-warning"]),
        "text-success": Color.parse(theme["text-success"]),
        "text-error": Color.parse(theme["text-error"]),
        "text-warning": Color.parse(theme["text-warning"]),
        "footer-key-foreground": Color.parse(theme["accent"]),
        **{f"ink-{name}": Color.parse(pair[0 if dark else 1]) for name, pair in SIDES.items()},
    }
    bar = _legible(faint, grounds, least).hex
    return {
        **{name: _legible(color, grounds, least).hex for name, color in inks.items()},
        **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), bar),
        **dict.fromkeys(_BEHIND_BARS, theme["background"]),
        "edge": edge.hex,
        "foreground": text.hex,
        "footer-background": theme["surface"],
        "footer-description-foreground": text.hex,
        "block-cursor-background": cursor,
        "block-cursor-foreground": theme["background"],
        "block-cursor-blurred-background": cursor,
        "block-cursor-blurred-foreground": theme["background"],
    }


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The ratio of contrast of two colours, 1 to 21, as WCAG 2.1 defines it.

    >>> round(contrast((0, 0, 0), (255, 255, 255)), 1)
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: tuple[int, int, int]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _legible(color: Color, grounds: list[tuple[int, int, int]], least: float) -> Color:
    """The nearest to a colour, on its way to white or black, that stands out from all grounds."""
    ends = (Color(255, 255, 255), Color(0, 0, 0))
    end = max(ends, key=lambda end: min(contrast(end.rgb, ground) for ground in grounds))
    for step in range(21):
        mixed = color.blend(end, step / 20)
        if min(contrast(mixed.rgb, ground) for ground in grounds) >= least:
            return mixed
    return end
