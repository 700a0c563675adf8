"""What a system says about files, in plain sentences."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from game.rules import RulesError
from game.scenario import ScenarioError
from game.text import clean

_LONGEST: Final = 240

_WRITING: Final = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "The disk quota is used up.",
    errno.EROFS: "The disk can only be read.",
    errno.EACCES: "There is no permission to write here.",
    errno.EPERM: "There is no permission to write here.",
    errno.EIO: "The disk failed.",
    errno.EFBIG: "The file has grown too large.",
    errno.EMLINK: "The file has a second name.",
    errno.ENOLCK: (
        "This disk has no locks, and two programs could write at once; "
        "name a folder on another disk with --saves."
    ),
    errno.ENOTSUP: "The file system here lacks what saving needs.",
    errno.ENOENT: "The folder is gone.",
    errno.ENOTDIR: "A part of the path is a file, not a folder.",
    errno.EEXIST: "A file, or a link to nowhere, stands where a folder belongs.",
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
    if error.errno == errno.EINVAL and (error.strerror or "").startswith("a "):
        return f"this is {error.strerror}, not a save"
    return _READING.get(error.errno or 0) or f"it cannot be read: {_system(error)}"


def closed_folder(path: Path, error: OSError) -> str | None:
    """Why a folder of saves cannot be looked into; nothing if it is only not there yet."""
    if path.is_symlink() and not path.exists():
        return f"the folder of saves, {shown_path(path)}, is a link to nowhere"
    if isinstance(error, FileNotFoundError):
        return None
    why = {
        errno.ENOTDIR: "it is a file",
        errno.EACCES: "there is no permission to look into it",
        errno.EPERM: "there is no permission to look into it",
        errno.ELOOP: "it is a link to itself",
        errno.EIO: "the disk failed",
        errno.ENAMETOOLONG: "the name is too long",
    }.get(error.errno or 0, _system(error))
    return f"the folder of saves, {shown_path(path)}, cannot be looked into: {why}"


def unforeseen(error: Exception) -> str:
    """What nobody thought of went wrong with one of many files, as the end of a sentence."""
    return f"it cannot be looked at ({type(error).__name__}); please report it with the file"


def faults_of(error: ScenarioError | RulesError) -> str:
    """What is wrong with a scenario that stands in a save, in one line."""
    if not isinstance(error, ScenarioError):
        return brief(str(error))
    first, rest = error.faults[0], len(error.faults) - 1
    line = f"line {first.line} of it: " if first.line else ""
    more = f" ({rest} more fault{'s' * (rest != 1)})" if rest else ""
    return f"{line}{brief(first.message)}{more}"


def brief(text: str) -> str:
    """A message in which a stranger's words may stand, in one line and of bounded length."""
    line = " ".join(clean(text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def named(name: str) -> str:
    """A name or a path as it was typed, on one line and safe to print."""
    return clean(name).replace("\n", " ")


def shown_path(path: Path) -> str:
    """A path as messages name it: relative to here if it is below, and safe to print."""
    try:
        short = path.absolute().relative_to(Path.cwd())
    except (ValueError, OSError):
        short = path
    return clean(str(short).replace("\n", " "))


def _system(error: OSError) -> str:
    return clean(error.strerror or type(error).__name__).replace("\n", " ")
