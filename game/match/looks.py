"""What looking at saves has found, kept in a file of the platform's cache folder.

A save is known again by its bytes, all of them: what is kept tells of the very same bytes, and
only of such as were good, or said so of themselves. Whatever the file holds, lines that are not
sealed and shaped as ours are nothing; the save is then looked at once more.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from types import NoneType
from typing import Any, Final, get_args

from attrs import asdict, evolve, field, make_class

from game import __version__
from game.files.disk import LOCAL
from game.files.whole import contents
from game.match.chance import GENERATOR
from game.match.entry import Entry, Known
from game.match.line import members_of, seal, sealed
from game.match.reading import ShapeError, members_of_value, value_of
from game.rules import VERSION
from game.scenario.walk import hints

NAME: Final = "looks.jsonl"

MOST: Final = 16 << 20
"""More bytes than this the file may not have: it is begun anew."""

_OF_THE_FILE: Final = frozenset({"slug", "path", "modified", "size", "known", "damage", "shipped"})
"""What of an entry does not follow from the bytes of a save that is good."""

_SHAPE: Final = {name: hint for name, hint in hints(Entry).items() if name not in _OF_THE_FILE}

_Facts: Final[type[Any]] = make_class(
    "_Facts",
    {
        name: field(type=hint, default=None) if NoneType in get_args(hint) else field(type=hint)
        for name, hint in _SHAPE.items()
    },
    frozen=True,
    kw_only=True,
)
"""What of an entry does follow from them."""

_PROVED: Final = "proved"
"""Whether a save was played again, or told itself how it stands."""

_SALT: Final = f"3 {__version__} {VERSION} {GENERATOR}\n".encode("ascii")
"""What is found in a save depends on these, too."""


def key_of(data: bytes) -> str:
    """By what the bytes of a save are known again."""
    return hashlib.sha256(_SALT + data).hexdigest()


class Looks:
    """What is kept of saves that were looked at; nothing is, if there is no folder for it.

    Args:
        folder: the folder of the file; it need not exist.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = None if folder is None else folder / NAME
        self._lines: dict[str, bytes] | None = None

    def find(self, data: bytes, entry: Entry) -> Entry | None:
        """An entry with what is known of its bytes; nothing if they were not looked at."""
        line = self._known().get(key_of(data))
        if line is None or not sealed(line) or (members := members_of(line)) is None:
            return None
        proved = members.pop(_PROVED, None)
        try:
            facts = asdict(value_of(members, _Facts), recurse=False)
        except ShapeError:
            return None
        if not isinstance(proved, bool):
            return None
        return evolve(entry, known=Known.WHOLE if proved else Known.CLAIMED, **facts)

    def keep(self, data: bytes, entry: Entry) -> None:
        """Keep what was found in a save, if all of it is good. Nothing fails by it."""
        if entry.damage is not None or self._file is None:
            return
        facts = members_of_value(_Facts(**{name: getattr(entry, name) for name in _SHAPE}))
        facts[_PROVED] = entry.known is Known.WHOLE
        key, line = key_of(data), seal(facts)
        self._known()[key] = line.rstrip(b"\n")
        try:
            self._append(self._file, key.encode("ascii") + b" " + line)
        except OSError:
            self._file = None  # it will not work the next time, either

    def _known(self) -> dict[str, bytes]:
        if self._lines is None:
            self._lines = {}
            for each in self._read().split(b"\n"):
                key, space, line = each.partition(b" ")
                if space and len(key) == 64:
                    self._lines[key.decode("ascii", "replace")] = line
        return self._lines

    def _read(self) -> bytes:
        if self._file is None:
            return b""
        try:
            return contents(self._file, LOCAL, MOST)
        except (OSError, ValueError):
            return b""

    @staticmethod
    def _append(file: Path, line: bytes) -> None:
        """One write at the end: what another program writes meanwhile stands before or behind."""
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = LOCAL.open(file, write=True)
        except FileNotFoundError:
            handle = LOCAL.create(file)
        try:
            if os.fstat(handle).st_size > MOST - len(line):
                LOCAL.truncate(handle, 0)
            LOCAL.append(handle, line)
        finally:
            LOCAL.close(handle)
