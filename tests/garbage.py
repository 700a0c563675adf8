"""Where Python looks for garbage while tests run."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Final

keep: Final[Callable[[], None]] = gc.freeze
"""Look for none, from now on, among all that there is now.

An app does so with what it imports, and a replay until it is left. Of an app that follows a
thousand others in one process it would keep what those have left, so that in here it is not heeded
(``tests/conftest.py``), but for this.
"""
