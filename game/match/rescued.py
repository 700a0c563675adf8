"""What is good of a damaged save, as the bytes of one that is whole."""

from __future__ import annotations

from game.match.chain import Chain
from game.match.record import read
from game.match.replay import reenact
from game.match.scan import scan, straight


def rescued(data: bytes, where: str) -> bytes:
    """A save up to the last good decision of another one, whose line ends are put right.

    Args:
        data: the damaged save.
        where: its file as errors name it.

    Raises:
        SaveError: nothing of it is good.
    """
    record = read(scan(straight(data)), where)
    chain = Chain(record.header.plain())
    return b"".join((chain.first, *map(chain.add, reenact(record, where).events)))
