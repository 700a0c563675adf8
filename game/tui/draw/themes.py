"""The colours of our own: dark, light, and one of the strongest contrast.

Two sides have an accent each, which the scenario names; what is dangerous is amber, what is good
is green, and nothing else is coloured. Weight and place say the rest.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

CONTRAST: Final = "shared-enemy-contrast"
"""The theme of the strongest contrast."""

OWN: Final = (
    Theme(
        name="shared-enemy-dark",
        primary="#c3ccd6",
        secondary="#8b98a5",
        accent="#c3ccd6",
        foreground="#d3dae1",
        background="#11151a",
        surface="#181e25",
        panel="#222a33",
        success="#8cc8a0",
        warning="#e5b04a",
        error="#f0a35e",
        dark=True,
    ),
    Theme(
        name="shared-enemy-light",
        primary="#33404d",
        secondary="#5c6b7a",
        accent="#33404d",
        foreground="#1f2933",
        background="#fbfaf7",
        surface="#f1efe9",
        panel="#e4e1d9",
        success="#1f6b3a",
        warning="#8a5a00",
        error="#a1460b",
        dark=False,
    ),
    Theme(
        name=CONTRAST,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        success="#7dff9b",
        warning="#ffd34d",
        error="#ffb066",
        dark=True,
    ),
)
"""Dark, light, and of the strongest contrast."""
