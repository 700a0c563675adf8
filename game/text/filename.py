"""Names that a file can have on every system, so that it can be passed on."""

from __future__ import annotations

import re
from typing import Final

from game.text import shown

_DEVICE: Final = re.compile(r"con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)
"""What Windows takes for a device, whatever follows behind a dot. (Microsoft, "Naming Files,
Paths, and Namespaces")"""


def is_device(name: str) -> bool:
    """Whether Windows takes the name of a file for that of a device.

    >>> is_device("con"), is_device("NUL.toml"), is_device("lpt1 .tar.gz"), is_device("console")
    (True, True, True, False)
    """
    return _DEVICE.fullmatch(name.partition(".")[0].rstrip(" ")) is not None


def unportable(name: str) -> str:
    """Why a name, without its folder, is none on every system; empty if it is.

    >>> unportable("aux.toml"), unportable("own.toml")
    ('"aux.toml" is the name of a device on Windows', '')
    """
    if is_device(name):
        return f"{shown(name)} is the name of a device on Windows"
    if name.endswith((".", " ")) and name.strip("."):
        end = "dot" if name.endswith(".") else "space"
        return f"{shown(name)} ends in a {end}, which Windows takes away"
    return ""
