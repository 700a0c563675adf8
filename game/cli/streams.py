"""The three standard streams, whatever the program was started with: closed, full, in ASCII."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from contextlib import suppress
from typing import Final, TextIO

_WHY: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EBADF: "it is closed",
    errno.EFBIG: "the file has grown too large",
    errno.EPIPE: "whoever read it has gone",
    errno.EIO: "the disk or the terminal failed",
}


def prepare() -> None:
    """Let every stream be there, and no output fail over a character that its encoding lacks.

    A stream that is closed is opened again on nothing, under its own number: else a save would be
    opened under it, and what is meant for a reader would be written into the save. Nothing can be
    read from a closed input, and to write to a closed output fails.
    """
    with suppress(OSError, ValueError):
        sys.stdin = sys.stdin or _stand_in(0, os.O_RDONLY, "r")
        # Opened for reading, so that what is written there is not taken for written.
        sys.stdout = sys.stdout or _stand_in(1, os.O_RDONLY, "w")
        sys.stderr = sys.stderr or _stand_in(2, os.O_WRONLY, "w")
    codecs.register_error("spelt", _spelt)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="spelt")


def _stand_in(number: int, flags: int, mode: str) -> TextIO:
    """A stream in the place of one that is closed."""
    handle = os.open(os.devnull, flags)
    if handle != number:
        os.dup2(handle, number)
        os.close(handle)
    raw = io.FileIO(number, mode, closefd=False)
    buffered = io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw)
    return io.TextIOWrapper(buffered, encoding="utf-8")


def _spelt(error: UnicodeError) -> tuple[str, int]:
    from game.plain.page import spell  # noqa: PLC0415 - most outputs can write everything

    return spell(error)


def failure(error: Exception) -> str | None:
    """Why a standard stream could not be written to, if that is what an error says.

    Errors about files name them, and are told by whoever opened the file.
    """
    if isinstance(error, io.UnsupportedOperation):
        return _WHY[errno.EBADF]
    if isinstance(error, OSError) and error.filename is None:
        return _WHY.get(error.errno or 0)
    return None


def forget() -> None:
    """Give up what nobody will read: the interpreter must not try to write it once more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
                stream.flush()
