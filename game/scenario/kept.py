"""Scenarios and characters that were read and found good before, kept so that they need no reading.

Only what ships with the game is kept, in the platform's cache folder, under the digest of its text
and of all that reads it: another text, version or edition of the reading code finds nothing. What
is kept is data: values, tuples, and the classes of this room by their names. What is not whole and
of that kind is nothing, and the text is read anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import fields, has

from game import __version__
from game.files.disk import LOCAL
from game.files.folders import user_folder
from game.files.whole import contents, write_whole
from game.scenario import chance, character, doctrine, model, numbers, speech, stage, terms

_T = TypeVar("_T")

MOST: Final = 32
"""So many files are kept. When there are more all begins anew."""

_FAULTS: Final = (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError)

_TUPLE: Final = ""
"""Stands where the name of a class would."""

_CLASSES: Final[Mapping[str, type]] = {
    name: each
    for room in (chance, character, doctrine, model, numbers, speech, stage, terms)
    for name, each in vars(room).items()
    if isinstance(each, type) and has(each)
}
"""What values may be made of."""

_HOMES: Final = ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME")
"""The variables that say where a user's folders are; one of them is there, but in a worker."""

_NESTED: Final = (list, dict)

_HERE: Final = Path(__file__).parent

_ROOMS: Final = (_HERE, _HERE / "reading", _HERE.parent / "text")
"""Where the code is that reads, and that says which words may stand in a text."""


def folder() -> Path | None:
    """Where all is kept; nothing is, if there is no such folder.

    A worker has a bare environment and cannot tell where that is: it reads for itself.
    """
    return user_folder("cache") if any(name in os.environ for name in _HOMES) else None


def known(kind: type[_T], text: str) -> _T | None:
    """What was read from a text before, if it is kept."""
    try:
        if (path := _path(text)) is None:
            return None
        seal, _, data = contents(path, LOCAL).partition(b"\n")
        if seal != _seal(data):
            return None
        found = _built(json.loads(data))
    except _FAULTS:
        return None
    return found if isinstance(found, kind) else None


def keep(text: str, value: object) -> None:
    """Keep what was read from a text; whatever hinders that, nothing comes of it."""
    data = json.dumps(_taken_apart(value), ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(*_FAULTS):
        if (path := _path(text)) is None:
            return
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = list(path.parent.glob("read-*.json"))
        for each in kept if len(kept) >= MOST else ():
            each.unlink(missing_ok=True)
        write_whole(path, _seal(data) + b"\n" + data, LOCAL)


def _path(text: str) -> Path | None:
    where = folder()
    if where is None:
        return None
    digest = hashlib.sha256(_readers() + text.encode()).hexdigest()
    return where / f"read-{digest[:32]}.json"


def _seal(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode("ascii")


@cache
def _readers() -> bytes:
    """The version, and the code that reads: each file with its size and when it was changed."""
    told = [__version__]
    for room in _ROOMS:
        with os.scandir(room) as files:
            for each in sorted(files, key=lambda file: file.name):
                if each.name.endswith(".py"):
                    found = each.stat()
                    told.append(f"{each.name} {found.st_size} {found.st_mtime_ns}")
    return "\n".join(told).encode() + b"\0"


def _taken_apart(value: Any) -> Any:  # noqa: ANN401 - whatever a scenario holds
    """A value in lists, each beginning with the name of a class, or with none for a tuple."""
    if isinstance(value, tuple):
        return [_TUPLE, *map(_taken_apart, value)]
    if isinstance(value, dict):
        return {name: _taken_apart(each) for name, each in value.items()}
    kind = type(value)
    if kind.__name__ in _CLASSES:
        parts = [(getattr(value, part.name), part.default) for part in fields(kind)]
        # What has its default and nothing behind it need not be read.
        while parts and parts[-1][0] == parts[-1][1]:
            parts.pop()
        return [kind.__name__, *(_taken_apart(found) for found, _ in parts)]
    return value


def _built(parts: Any) -> Any:  # noqa: ANN401 - as above
    """What was taken apart.

    Raises:
        KeyError: a class is none of ours.
        TypeError: it has other parts.
    """
    if isinstance(parts, list):
        values = [_built(each) if type(each) in _NESTED else each for each in parts[1:]]
        return tuple(values) if parts[0] == _TUPLE else _CLASSES[parts[0]](*values)
    if isinstance(parts, dict):
        return {name: _built(each) for name, each in parts.items()}
    return parts
