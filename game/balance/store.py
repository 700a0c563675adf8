"""Matches that were played, on disk: lines of JSON that are bound to what was played.

The first line says which scenario, rules and program the matches are of; each further line is
one match, with a checksum. What is appended is whole or is not there: a line that was cut short is
left out when the store is opened, and its match is played again. At the end the lines are put in
the order of their contests, so that the same matches are the same bytes however they were played.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Literal, Self

import attrs
import cattrs

from game.balance.contest import Contest
from game.balance.errors import StoreError
from game.balance.facts import Facts
from game.files.disk import LOCAL, STRANGE, Handle
from game.rules import VERSION
from game.scenario.cast import character_ids, character_text
from game.text import shown

FORMAT: Final = 1

LONGEST: Final = 1 << 20
"""The most bytes of a line; a match of a large scenario has some thousands."""

_LARGEST: Final = 1 << 63
"""The largest number of a match, seeds included; means and squares of such are still numbers."""

_TRIES: Final = 100
_SUM: Final = 16
_ROOMS: Final = (
    "scenario",
    "rules",
    "opponents",
    "match/chance.py",
    *(f"balance/{name}.py" for name in ("behaviour", "contest", "facts", "players", "policies")),
)
"""What a match depends on, as folders and files of the game."""


def program() -> str:
    """The version of the program, a digest of what a match depends on in it, and that of Python.

    The characters that ship with it are part of it.

    Sums of floating point numbers differ from one version of Python to another, so that searches
    may.
    """
    from game import __version__  # noqa: PLC0415 - at the top it would be a name of ours

    root = Path(__file__).parents[1]
    found = hashlib.sha256()
    for room in _ROOMS:
        place = root / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            found.update(f"{path.relative_to(root).as_posix()}\0".encode())
            found.update(path.read_bytes())
    for name in character_ids():
        found.update(f"{name}\0{character_text(name)[0]}".encode())
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return f"{__version__}+{found.hexdigest()[:_SUM]} on Python {python}"


@attrs.frozen
class Origin:
    """What the matches of a store are of.

    Attributes:
        scenario: its id.
        digest: of its text.
        rules: the version of the rules.
        program: the version of the program; the weights of the evaluation are part of it.
    """

    scenario: str
    digest: str
    rules: int
    program: str

    @classmethod
    def of(cls, scenario: str, text: str) -> Origin:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(scenario, digest, VERSION, program())

    def differs(self, other: Origin) -> str:
        """What is different, in a few words; empty if nothing is."""
        if self.scenario != other.scenario:
            return f"it is of the scenario {shown(self.scenario)}"
        if self.digest != other.digest:
            return "the scenario has changed since it was begun"
        if self.rules != other.rules:
            return f"it was played by version {self.rules} of the rules"
        if self.program != other.program:
            return "it was played by another version of the program"
        return ""


class Store:
    """The matches that are known. Without a path they are kept in memory alone.

    Args:
        origin: what is to be played.
        path: the file; it is made if it is not there.

    Attributes:
        cut: how many lines could not be used when it was opened.

    Raises:
        StoreError: it is of something else, is no store, is written by another program, or
            cannot be opened.
    """

    def __init__(self, origin: Origin, path: Path | None = None) -> None:
        self.origin = origin
        self.path = path
        self.known: dict[Contest, Facts] = {}
        self.cut = 0
        self._file: IO[bytes] | None = None
        self._lock: Handle | None = None
        self._fresh = False
        if path is not None:
            try:
                # A link leads to one store, which has one lock, whatever it is called.
                self.path = path.resolve()
                self._open(self.path)
            except (OSError, RuntimeError, ValueError) as error:
                self.close()
                raise error if isinstance(error, StoreError) else _refused(path, error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None and self._fresh:
                self.settle()
        finally:
            self.close()

    def add(self, played: Iterable[Facts]) -> None:
        """Keep matches.

        Raises:
            StoreError: they cannot be written; those from before are on the disk.
        """
        fresh = [each for each in played if contest(each) not in self.known]
        if self._file is not None and fresh:
            assert self.path is not None  # a file has a path
            try:
                self._write(b"".join(_line(attrs.asdict(each)) for each in fresh))
            except OSError as error:
                raise _refused(self.path, error) from None
            self._fresh = True
        self.known.update({contest(each): each for each in fresh})

    def settle(self) -> None:
        """Put the lines in the order of their contests.

        Raises:
            StoreError: that cannot be written; the store is as it was.
        """
        if self.path is None or self._file is None:
            return
        order = sorted(self.known, key=attrs.astuple)
        lines = [_line(attrs.asdict(self.known[each])) for each in order]
        fresh: Path | None = None
        try:
            fresh, handle = _beside(self.path)
            with os.fdopen(handle, "wb") as out:
                out.writelines([_line(self._head()), *lines])
                out.flush()
                os.fsync(out.fileno())
            # The lock is on a file of its own, so that the store can be replaced under it.
            fresh.replace(self.path)
            self._file.close()
            self._file = _ordinary(self.path, "ab")
        except OSError as error:
            if fresh is not None:
                fresh.unlink(missing_ok=True)
            raise _refused(self.path, error) from None

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        if self._lock is not None:
            LOCAL.close(self._lock)
        self._file = self._lock = None

    def _open(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            # What is no store gets no lock, either.
            with _ordinary(path, "rb") as file:
                if file.read(1):
                    _head_of(_lines(file, restart=True), path, self.origin)
        self._lock = LOCAL.lock(path.with_name(f"{path.name}.lock"), "")
        if self._lock is None:
            raise StoreError(
                f"{shown(str(path))} is being written by another run. Wait for it, or name "
                "another store and merge the two."
            )
        self._file = _ordinary(path, "ab")
        with _ordinary(path, "rb") as file:
            whole = file.seek(0, os.SEEK_END)
            if not whole:
                self._write(_line(self._head()))
                return
            self.known, self.cut = _read(_lines(file, restart=True), path, self.origin)
            file.seek(whole - 1)
            if file.read(1) != b"\n":
                self._write(b"\n")

    def _write(self, data: bytes) -> None:
        """Write all of it; nothing is kept back that could fail later."""
        assert self._file is not None  # asked by the callers
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) :]

    def _head(self) -> Mapping[str, Any]:
        return {"format": FORMAT, **attrs.asdict(self.origin)}


def read(path: Path, origin: Origin) -> dict[Contest, Facts]:
    """The matches of a store that nobody writes to.

    Raises:
        StoreError: it is of something else, no store, or cannot be read.
    """
    try:
        with _ordinary(path.resolve(), "rb") as file:
            return _read(_lines(file), path, origin)[0]
    except (OSError, RuntimeError, ValueError) as error:
        raise error if isinstance(error, StoreError) else _refused(path, error) from None


def contest(facts: Facts) -> Contest:
    """The contest that a match was."""
    return Contest(facts.seats, facts.seed, facts.variant)


def _ordinary(path: Path, mode: Literal["rb", "ab"]) -> IO[bytes]:
    """Open an ordinary file, and make it to append to it.

    Nobody waits at a pipe, and what is no file is neither read without an end nor replaced by one.

    Raises:
        OSError: it is no ordinary file, or cannot be opened.
    """
    flags = os.O_RDONLY if mode == "rb" else os.O_WRONLY | os.O_APPEND | os.O_CREAT
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_NOFOLLOW", "O_BINARY"):
        flags |= getattr(os, name, 0)
    handle = os.open(path, flags, 0o666)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, f"it is {STRANGE}", str(path))
    return os.fdopen(handle, mode, buffering=-1 if mode == "rb" else 0)


def _beside(path: Path) -> tuple[Path, Handle]:
    """A new file beside a store, of a name that nothing has."""
    for number in range(1, _TRIES + 1):
        beside = path.with_name(f"{path.name}{f'.{number}' * (number > 1)}.new")
        with contextlib.suppress(FileExistsError):
            return beside, LOCAL.create(beside, private=False)
    raise OSError(errno.EEXIST, f"{_TRIES} unfinished stores are in the way", str(path))


def _lines(file: IO[bytes], *, restart: bool = False) -> Iterator[bytes]:
    """The lines of a file without their line feeds; of one that is too long, its beginning."""
    if restart:
        file.seek(0)
    while line := file.readline(LONGEST):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST)
        yield line.removesuffix(b"\n")


def _head_of(lines: Iterator[bytes], path: Path, origin: Origin) -> None:
    """See that the first of some lines tells of what is to be played.

    Raises:
        StoreError: it does not.
    """
    head = _unpack(next(lines, b""))
    if head is None or head.pop("format", None) != FORMAT:
        raise StoreError(
            f"{shown(str(path))} is no store of matches that this version can read. Name another "
            "file; this one is left as it is."
        )
    try:
        theirs = _CONVERTER.structure(head, Origin)
    except Exception as error:  # whatever the converter says of it
        raise StoreError(f"The first line of {shown(str(path))} makes no sense.") from error
    if other := theirs.differs(origin):
        raise StoreError(
            f"{shown(str(path))} cannot be gone on with: {other}. Nothing in it is lost; name "
            "another file for what is played now."
        )


def _read(lines: Iterator[bytes], path: Path, origin: Origin) -> tuple[dict[Contest, Facts], int]:
    _head_of(lines, path, origin)
    known: dict[Contest, Facts] = {}
    cut = 0
    for line in filter(None, lines):
        plain = _unpack(line)
        try:
            each = None if plain is None else _CONVERTER.structure(plain, Facts)
        except Exception:  # whatever the converter says of it: the line is of no use
            each = None
        if each is None:
            cut += 1
        else:
            known[contest(each)] = each
    return known, cut


def _line(plain: Mapping[str, Any]) -> bytes:
    body = json.dumps(plain, separators=(",", ":"), ensure_ascii=True, sort_keys=True)
    digest = hashlib.sha256(body.encode("ascii")).hexdigest()[:_SUM]
    return f"{digest} {body}\n".encode("ascii")


def _unpack(line: bytes) -> dict[str, Any] | None:
    """What a line holds, if it is as it was written."""
    digest, _, body = line.partition(b" ")
    if hashlib.sha256(body).hexdigest()[:_SUM].encode("ascii") != digest:
        return None
    try:
        plain = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return plain if isinstance(plain, dict) else None


def _just(value: object, kind: type) -> object:
    """The value itself: a text is no number, and a number no text."""
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} is wanted")
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise ValueError("no match has such a number")
    return value


_CONVERTER: Final = cattrs.Converter(forbid_extra_keys=True)
for _kind in (bool, int, str):
    _CONVERTER.register_structure_hook(_kind, _just)


def _refused(path: Path, error: Exception) -> StoreError:
    if not isinstance(error, OSError):
        return StoreError(f"{shown(str(path))} cannot be used: no file can have this name.")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreError(
            f"The disk of {shown(str(path))} is full. What was written before is kept: make room "
            "and run the same command again to go on."
        )
    return StoreError(f"{shown(str(path))} cannot be used: {error.strerror or error}.")
