"""What a system says about files, in plain sentences."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from game.scenario.text import clean

_WRITING: Final = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "The disk quota is used up.",
    errno.EROFS: "The disk can only be read.",
    errno.EACCES: "There is no permission to write here.",
    errno.EPERM: "There is no permission to write here.",
    errno.EIO: "The disk failed.",
    errno.EFBIG: "The file has grown too large.",
    errno.EMLINK: "The file has a second name.",
    errno.ENOLCK: "The file system here has no locks.",
    errno.ENOTSUP: "The file system here lacks what saving needs.",
    errno.ENOENT: "The folder is gone.",
    errno.ENOTDIR: "A part of the path is a file, not a folder.",
    errno.EEXIST: "A part of the path is a file, not a folder.",
    errno.ELOOP: "A link stands where a file belongs.",
    errno.EINVAL: "Something that is not an ordinary file stands there.",
    errno.EISDIR: "A folder stands where a file belongs.",
    errno.ENAMETOOLONG: "The name is too long.",
    errno.EMFILE: "Too many files are open.",
    errno.ENFILE: "Too many files are open.",
}

_READING: Final = {
    errno.ELOOP: "this is a link, and saves are not read through links; open the file itself",
    errno.EMLINK: "the file has a second name; copy it to a file of its own",
    errno.EINVAL: "this is not an ordinary file",
    errno.ENXIO: "this is not an ordinary file",
    errno.EISDIR: "this is a folder, not a save",
    errno.EFBIG: "the file is larger than any save",
    errno.EACCES: "there is no permission to read it",
    errno.EPERM: "there is no permission to read it",
    errno.EIO: "the disk failed while it was read",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
}


def because(error: OSError) -> str:
    """Why something could not be written, as a sentence."""
    return _WRITING.get(error.errno or 0) or f"The system says: {_system(error)}."


def unreadable(error: OSError) -> str:
    """Why something could not be read, as the end of a sentence."""
    return _READING.get(error.errno or 0) or f"it cannot be read: {_system(error)}"


def shown_path(path: Path) -> str:
    """A path as messages name it: relative to here if it is below, and safe to print."""
    try:
        short = path.absolute().relative_to(Path.cwd())
    except (ValueError, OSError):
        short = path
    return clean(str(short).replace("\n", " "))


def _system(error: OSError) -> str:
    return clean(error.strerror or type(error).__name__).replace("\n", " ")
