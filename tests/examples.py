"""How many examples a property is tried on: few in the suite, many in its long form."""

from __future__ import annotations

import os

from hypothesis import settings

LONG = os.environ.get("TEST_PROFILE") == "long"
"""Whether this is the long form: ``TEST_PROFILE=long python -m pytest tests/rules``."""

USUAL = 20
"""Examples of a property in the suite, unless it says otherwise."""

TIMES = 100
"""How many times as many there are in the long form."""


def number(count: int) -> int:
    """So many in the suite, and as many more in the long form as there are of everything."""
    return count * (TIMES if LONG else 1)


def examples(count: int) -> settings:
    """The settings of a property whose examples are expensive, or that needs many of them."""
    return settings(max_examples=number(count))
