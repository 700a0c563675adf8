"""Steps of a computation, counted: what is bounded is bounded in these, never in seconds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from attrs import define


@define
class Steps:
    """How many lines of Python were run."""

    count: int = 0

    def _seen(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.count += 1
        return self._seen


@contextmanager
def counted() -> Iterator[Steps]:
    """Count the lines that are run in here by this thread, those of libraries included."""
    steps, before = Steps(), sys.gettrace()
    sys.settrace(steps._seen)
    try:
        yield steps
    finally:
        sys.settrace(before)
