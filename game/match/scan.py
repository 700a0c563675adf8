"""Reading a journal's bytes: the good lines from the start, and what comes after them.

A crash while a line is written leaves one unfinished piece at the end: it is *torn*, and may be
moved aside. Anything else that does not fit is *damage*, and is never cut.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.match.line import HEX, LONGEST, LONGEST_HEADER, SEAL, Plain, members_of, sealed
from game.value import frozen

MOST_LINES: Final = 200_000

BEGINNINGS: Final = (b'{"created":"', b'{"characters":{"')
"""How every journal begins: members stand in the order of the alphabet."""

BOM: Final = b"\xef\xbb\xbf"
_CONFLICT: Final = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


@frozen
class ScannedLine:
    """A good line: its members without ``h``, its ``h``, and where its bytes end."""

    members: Plain
    head: str
    end: int


@frozen
class Damage:
    """Where a journal stops making sense, counted in lines from 1, and how."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.line}: {self.what}."


@frozen
class Scan:
    """What a journal's bytes hold.

    Attributes:
        lines: the good lines.
        unfinished: the last good line is whole, but its line feed is missing.
        torn: how many bytes after the good lines are an unfinished piece, 0 if none.
        damage: what is wrong after the good lines, if something is.
    """

    lines: tuple[ScannedLine, ...]
    unfinished: bool = False
    torn: int = 0
    damage: Damage | None = None

    @property
    def end(self) -> int:
        """How many bytes the good lines take, line feeds included."""
        return self.lines[-1].end if self.lines else 0


def scan(data: bytes, heed: Callable[[], None] = lambda: None) -> Scan:
    """Read a journal's bytes. The whole chain is checked from its first line on.

    ``heed`` is called between lines; what it raises ends the reading.
    """
    lines: list[ScannedLine] = []
    at = 0
    head: str | None = None
    while at < len(data):
        heed()
        feed = data.find(b"\n", at)
        stop = len(data) if feed < 0 else feed
        if stop - at > (LONGEST if lines else LONGEST_HEADER) or len(lines) >= MOST_LINES:
            return Scan(tuple(lines), damage=Damage(len(lines) + 1, "the save is too long"))
        raw = data[at:stop]
        if not sealed(raw) or (members := members_of(raw)) is None:
            return _rest(lines, data, at)
        number = members.get("n")
        if number is True or number != len(lines) or members.get("prev") != head:
            return Scan(tuple(lines), damage=_displaced(len(lines), members))
        head = raw[-HEX - 2 : -2].decode("ascii")
        lines.append(ScannedLine(members, head, stop + (feed >= 0)))
        if feed < 0:
            return Scan(tuple(lines), unfinished=True)
        at = stop + 1
    return Scan(tuple(lines))


def straight(data: bytes) -> bytes:
    """A journal's bytes without a byte order mark, and with line feeds alone, as they were."""
    return data.removeprefix(BOM).replace(b"\r\n", b"\n")


def _rest(lines: list[ScannedLine], data: bytes, at: int) -> Scan:
    """The good lines end at ``at``: what comes there is torn, or damaged."""
    good = tuple(lines)
    rest = data[at:]
    if good and (found := _kept(good, rest)):
        # The line is whole and only its line feed was lost or overwritten.
        members, head, length = found
        line = ScannedLine(members, head, at + length)
        return Scan((*good, line), unfinished=True, torn=len(rest) - length)
    if len(rest) <= (LONGEST if good else LONGEST_HEADER) and is_torn(rest):
        begun = rest.split(b"\0", 1)[0]
        if good or any(each.startswith(begun[: len(each)]) for each in BEGINNINGS):
            return Scan(good, torn=len(rest))
    return Scan(good, damage=Damage(len(good) + 1, _named(rest, first=not good)))


def is_torn(rest: bytes) -> bool:
    """Whether bytes can be what a crash leaves of one line: an unfinished piece, and no more.

    A line is written at once, so its end cannot stand there without its beginning, unless blocks
    of the file that did not reach the disk read as zeros. What was written to its end, and is not
    good, was altered later.
    """
    piece = rest.rstrip(b"\0")
    if piece.startswith((BOM, *_CONFLICT)) or b"\n" in piece[:-1]:
        return False
    if b"\0" in piece:
        found = SEAL.search(piece)
        return found is None or found.end() == len(piece.removesuffix(b"\n"))
    return not piece.endswith(b"\n") and SEAL.search(piece) is None


def _kept(good: tuple[ScannedLine, ...], rest: bytes) -> tuple[Plain, str, int] | None:
    """The next line, whole and in its place, in front of bytes that hold no line."""
    if (found := SEAL.search(rest, 0, LONGEST)) is None or SEAL.search(rest, found.end()):
        return None
    raw, left = rest[: found.end()], rest[found.end() :]
    stray = left.rstrip(b"\0")
    if stray.startswith(b"\r") or b"\n" in stray[:-1] or len(left) > LONGEST or not sealed(raw):
        return None
    members = members_of(raw)
    if members is None or members.get("n") != len(good) or members.get("prev") != good[-1].head:
        return None
    return members, found[1].decode("ascii"), found.end()


def _displaced(number: int, members: Plain) -> Damage:
    """A line that is good in itself, but not in its place."""
    found = members.get("n")
    if not number:
        what = "the first line is missing"
    elif isinstance(found, int) and found > number:
        what = f"lines are missing: line {found + 1} follows line {number}"
    elif isinstance(found, int) and found < number:
        what = f"line {found + 1} stands here once more"
    else:
        what = "the line does not follow from the one before: it comes from another line of play"
    return Damage(number + 1, what)


def _named(rest: bytes, *, first: bool) -> str:
    """What was done to the bytes, as far as they tell."""
    raw = rest.split(b"\n", 1)[0]
    if raw.startswith(BOM):
        return "a byte order mark was put before it; save the file without one"
    if raw.endswith(b"\r") and sealed(raw[:-1]):
        return (
            "its line ends were rewritten (CRLF), as git or an editor does; "
            "put the line feeds back, or restore the file"
        )
    if raw.startswith(_CONFLICT):
        return "a merge left a conflict marker: two lines of play of one save part here"
    if first and not raw.startswith(BEGINNINGS):
        return "this is not a save of this game"
    return "the line was altered or damaged after it was written"
