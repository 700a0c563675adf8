"""What a search and its worker processes say to each other, pickled one after another.

These stand apart from ``worker``, for what a program defines in its main module cannot be
unpickled by another one.
"""

from __future__ import annotations

import pickle
from typing import IO, TYPE_CHECKING

from game.opponents.search.task import Task
from game.scenario.model import Scenario
from game.value import frozen

if TYPE_CHECKING:
    from game.opponents.search.analysis import Branch


@frozen
class Play:
    """From now on tasks are about this scenario and variant."""

    scenario: Scenario
    variant: str | None


@frozen
class Grow:
    """Grow one tree; ``ticket`` tells requests apart."""

    ticket: int
    task: Task
    tree: int


@frozen
class Hurry:
    """Reply to a request with what there is."""

    ticket: int


@frozen
class Playouts:
    """So many playouts of a request are done."""

    ticket: int
    done: int


@frozen
class Grown:
    """The reply to a request."""

    ticket: int
    branches: tuple[Branch, ...]


@frozen
class Failed:
    """A request could not be answered, and why."""

    ticket: int
    why: str


Request = Play | Grow | Hurry
Reply = Playouts | Grown | Failed


def send(out: IO[bytes], message: Request | Reply) -> None:
    """Write a message."""
    pickle.dump(message, out, protocol=pickle.HIGHEST_PROTOCOL)
    out.flush()
