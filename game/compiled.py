"""The methods that attrs writes for our classes, kept compiled as Python keeps modules.

They are the same at every start, and to compile them takes longer than all else that an import of
the game does. So they lie where Python puts our modules once they are compiled, under the same
conditions: whoever may write there may change those as well, and what Python is told about that
folder, such as ``-B``, holds here too.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any, Final

_OURS: Final = " game."
"""Stands in the name that attrs gives to what it writes for a class of ours."""

_SALT: Final = re.compile(r"(?<=hash\(\()\s*-?\d+,")
"""A number with which the hash of a class begins. Another one is drawn for each process, but any
one does that is that of the class.
"""

_SEAL: Final = len(source_hash(b""))
"""Bytes of a digest, as Python takes one of the source of a module."""

_Kept = dict[str, tuple[bytes, bytes]]
"""By the name of what was written: the digest of its text, and its code."""


def keep_compiled() -> None:
    """From now on take the methods of our classes from what was compiled before."""
    from attr import _make  # noqa: PLC0415 - the overview of the commands is told without

    if "compile" not in vars(_make):
        # attrs asks for Python's own by this name, wherever it compiles.
        vars(_make)["compile"] = partial(_compiled, _Written(_place()))


def _place() -> Path | None:
    """The file; none where Python keeps nothing."""
    with suppress(NotImplementedError):
        return Path(cache_from_source(__file__)).with_suffix(".methods")
    return None


class _Written:
    """What is kept in a file.

    Args:
        path: the file; nothing is kept without one.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._kept: _Kept = {} if path is None else _read(path)
        self._new: _Kept = {}

    def take(self, name: str, digest: bytes) -> CodeType | None:
        """The code of a text, if it is kept. Every class is made once, so it is let go of."""
        known, code = self._kept.pop(name, (b"", b""))
        return marshal.loads(code) if known == digest else None  # noqa: S302 - as all that lies there

    def add(self, name: str, digest: bytes, code: CodeType) -> None:
        """Keep the code of a text, from the end of the program on."""
        if self._path is not None and not sys.dont_write_bytecode:
            if not self._new:
                atexit.register(_write, self._path, self._new)
            self._new[name] = digest, marshal.dumps(code)


def _compiled(store: _Written, text: str, name: str, mode: str, *more: Any) -> CodeType:  # noqa: ANN401 - as of Python's own
    ordinary: Callable[[], CodeType] = partial(compile, text, name, mode, *more)
    if _OURS not in name or mode != "exec" or more:
        return ordinary()
    digest = source_hash(_SALT.sub("", text).encode())
    code = store.take(name, digest)
    if code is None:
        code = ordinary()
        store.add(name, digest, code)
    return code


def _read(path: Path) -> _Kept:
    """What a file holds: nothing, if another Python wrote it, or it is not whole."""
    with suppress(OSError):
        data = path.read_bytes()
        front = len(MAGIC_NUMBER) + _SEAL
        if data[:front] == MAGIC_NUMBER + source_hash(data[front:]):
            kept: _Kept = marshal.loads(data[front:])  # noqa: S302 - as above
            return kept
    return {}


def _write(path: Path, new: _Kept) -> None:
    """Add to a file, which is written whole, or not at all."""
    data = marshal.dumps(_read(path) | new)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        try:
            with part.open("xb") as file:
                file.write(MAGIC_NUMBER + source_hash(data) + data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
