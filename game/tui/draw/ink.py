"""How text and numbers become styled content. ``say`` is the one door to the screen.

Styles are theme tokens, so that every theme works; the colours of the two sides are named by the
scenario and made legible on light and dark by ``palette``. Nothing is told by colour alone.
"""

from __future__ import annotations

from textual.content import Content

from game.rules import Rulebook
from game.scenario.text import clean

DIM = "$foreground 65%"
GOOD = "$text-success"
BAD = "$text-error"
WARN = "$text-warning"
STRONG = "bold"

_COLORS = {  # name: (on dark, on light), each at least 4.5:1 on the themes' backgrounds
    "blue": ("#82aaff", "#1d4ed8"),
    "red": ("#ff8a80", "#b91c1c"),
    "green": ("#8fd18f", "#166534"),
    "yellow": ("#e6c85c", "#854d0e"),
    "cyan": ("#6fd3e0", "#155e75"),
    "magenta": ("#e29bf0", "#86198f"),
    "orange": ("#ffb074", "#9a3412"),
}


def palette(*, dark: bool) -> dict[str, str]:
    """The CSS variables for the colours that scenarios can name."""
    return {f"ink-{name}": pair[0 if dark else 1] for name, pair in _COLORS.items()}


Part = str | Content | tuple[str, str]


def say(*parts: Part) -> Content:
    """Text, or (text, style) pairs, as content: never markup, never a control code."""
    return Content.assemble(
        *(
            part
            if isinstance(part, Content)
            else (clean(part[0]), part[1])
            if isinstance(part, tuple)
            else clean(part)
            for part in parts
        )
    )


def lines(rows: list[Content]) -> Content:
    """Rows one below the other."""
    return Content("\n").join(rows)


def side_style(book: Rulebook, side: int) -> str:
    """The style of a side's name."""
    color = book.scenario.sides[side].color if side >= 0 else ""
    return f"bold $ink-{color}" if color in _COLORS else STRONG


def side_tag(book: Rulebook, side: int) -> Content:
    """A side's short name in its colour."""
    return say((book.scenario.sides[side].short, side_style(book, side)))


def meter(value: int, low: int, high: int, width: int, style: str) -> Content:
    """A bar of ``width`` cells for a value between two bounds."""
    span = max(1, high - low)
    full = min(max(round((value - low) * width / span), 0), width)
    return say(("█" * full, style), ("░" * (width - full), DIM))


def fit(content: Content, width: int) -> Content:
    """Content cut or padded to exactly ``width`` cells; a cut shows as an ellipsis."""
    if content.cell_length > width:
        content = content.truncate(max(width, 1), ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))


def spread(left: Content, right: Content, width: int) -> Content:
    """One row with something at either end; the left end gives way."""
    room = max(0, width - right.cell_length - 1)
    return say(fit(left, room), " ", right)
