"""Seeds that nobody has chosen."""

from __future__ import annotations

import secrets


def new_seed() -> int:
    """A seed that nobody has chosen, short enough to be told to others."""
    return secrets.randbelow(10**6)
