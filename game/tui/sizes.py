"""How much room a terminal must have, and from when on there is plenty; as (width, height)."""

LEAST = (80, 24)
"""Below this the app is covered."""
ROOMY = (100, 30)
"""From here on the choices stand beside the ladder, which has a row for each motion."""

TALL = 36
"""Rows from which on there is room for more than the ladder."""
WIDE = 112
"""Cells from which on there is room for what every motion is worth, too."""
BROAD = 180
"""Cells from which on the transcript stands beside the table."""


def is_roomy(size: tuple[int, int]) -> bool:
    """Whether a screen of this size, as (width, height), has room to spare."""
    return size[0] >= ROOMY[0] and size[1] >= ROOMY[1]
