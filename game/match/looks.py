"""What looking at saves has found, kept in a file of the platform's cache folder.

A save is known again by its bytes, all of them: what is kept tells of the very same bytes, and
only of such as were good, or said so of themselves. Whatever the file holds, lines that are not
sealed and shaped as ours are nothing; the save is then looked at once more.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, Final, get_type_hints

from attrs import evolve, fields_dict

from game import __version__
from game.match.chance import GENERATOR
from game.match.disk import LOCAL
from game.match.entry import Entry, Known
from game.match.line import Plain, members_of, seal, sealed
from game.rules import VERSION
from game.text import faulty

NAME: Final = "looks.jsonl"

MOST: Final = 16 << 20
"""More bytes than this the file may not have: it is begun anew."""

LONGEST: Final = 2000
"""The most characters of a text in it."""

_OF_THE_FILE: Final = frozenset({"slug", "path", "modified", "size", "known", "damage", "shipped"})
"""What of an entry does not follow from the bytes of a save that is good."""

_HINTS: Final = get_type_hints(Entry)
_SHAPE: Final[dict[str, Any]] = {
    name: _HINTS[name] for name in fields_dict(Entry) if name not in _OF_THE_FILE
}

_PROVED: Final = "proved"
"""Whether a save was played again, or told itself how it stands."""

_SALT: Final = f"2 {__version__} {VERSION} {GENERATOR}\n".encode("ascii")
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
        facts = _facts(members)
        if facts is None or not isinstance(proved, bool):
            return None
        return evolve(entry, known=Known.WHOLE if proved else Known.CLAIMED, **facts)

    def keep(self, data: bytes, entry: Entry) -> None:
        """Keep what was found in a save, if all of it is good. Nothing fails by it."""
        if entry.damage is not None or self._file is None:
            return
        facts = {name: _plain(getattr(entry, name)) for name in _SHAPE}
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
            handle = LOCAL.open(self._file, write=False)
            try:
                return LOCAL.read(handle, MOST)
            finally:
                LOCAL.close(handle)
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


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _facts(members: Plain) -> dict[str, Any] | None:
    """What a line tells of a save; nothing if a member is missing, unknown or of another kind."""
    if members.keys() != _SHAPE.keys():
        return None
    facts = {name: _fact(_SHAPE[name], value) for name, value in members.items()}
    return None if any(value is _WRONG for value in facts.values()) else facts


_WRONG: Final = object()


def _fact(kind: Any, value: object) -> object:  # noqa: ANN401 - the type of a field
    """A value, if it is of a kind of field and can be shown, counted or compared."""
    optional = kind in (str | None, tuple[int, int] | None)
    if value is None:
        return None if optional else _WRONG
    pair = kind in (tuple[str, str], tuple[int, int], tuple[int, int] | None)
    of = str if kind in (str, str | None, tuple[str, str]) else bool if kind is bool else int
    parts = value if pair and isinstance(value, list) else [value]
    if len(parts) != (2 if pair else 1) or not all(_good(of, each) for each in parts):
        return _WRONG
    return tuple(parts) if pair else value


def _good(kind: type, value: object) -> bool:
    if isinstance(value, str):
        return kind is str and len(value) <= LONGEST and faulty(value) is None
    return type(value) is kind
