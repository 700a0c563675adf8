"""Reviews beside a save: a file for each of its lines of play, which goes where the save goes.

What stands in one can always be found out anew. So nothing that is done to a save fails because
of its reviews.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.files.disk import LOCAL, Disk
from game.files.whole import contents, write_whole
from game.match.chain import Chain
from game.match.line import head_of
from game.match.places import is_example

if TYPE_CHECKING:
    from game.match.match import Match

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


def review_homes(match: Match, cache: Path | None) -> tuple[Path, ...]:
    """The saves beside which the reviews of a match may be kept, the best first: its own, but for
    an example, and what stands for one in the cache folder, if there is one.
    """
    homes = []
    if match.journal is not None and not is_example(match.journal.path):
        homes.append(match.journal.path)
    if cache is not None:
        first = head_of(Chain(match.header.plain()).first)
        homes.append(cache / f"{first}.jsonl")
    return tuple(homes)


def any_reviewed(homes: Iterable[Path], disk: Disk = LOCAL) -> bool:
    """Whether a review is kept beside any of these saves, whatever it is worth."""
    for home in homes:
        with suppress(OSError):
            if reviewed(home, disk.names(home.parent)):
                return True
    return False


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
