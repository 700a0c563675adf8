"""Reviews beside a save: a file for each of its lines of play, which goes where the save goes.

What stands in one can always be found out anew. So nothing that is done to a save fails because
of its reviews.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.files.disk import Disk
from game.files.whole import contents, write_whole

_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,3}")


def review_file(path: Path, variation: int) -> Path:
    """Where the review of a line of play of a save belongs."""
    return path.with_name(f"{path.stem}.review-{variation}")


def reviewed(path: Path, names: Iterable[str]) -> tuple[int, ...]:
    """The lines of play of a save that have reviews among the names in its folder, in order.

    >>> reviewed(Path("x.jsonl"), ["x.review-2", "x.review-0", "x.review-01", "xy.review-1"])
    (0, 2)
    """
    before = f"{path.stem}.review-"
    tails = (name.removeprefix(before) for name in names if name.startswith(before))
    return tuple(sorted(int(tail) for tail in tails if _NUMBER.fullmatch(tail)))


def move_reviews(old: Path, new: Path, disk: Disk) -> None:
    """Have the reviews of a save go with it; what lay in their way was of no save."""
    with suppress(OSError):
        for number in reviewed(old, disk.names(old.parent)):
            disk.replace(review_file(old, number), review_file(new, number))
        for folder in {old.parent: None, new.parent: None}:
            disk.sync_directory(folder)


def copy_reviews(old: Path, new: Path, disk: Disk) -> None:
    """Give the copy of a save what was found out about it."""
    with suppress(OSError):
        for number in reviewed(old, disk.names(old.parent)):
            write_whole(review_file(new, number), contents(review_file(old, number), disk), disk)
