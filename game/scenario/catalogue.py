"""Which scenarios there are, and finding one by its id or as a file."""

from __future__ import annotations

import os
import re
import stat
from functools import cache
from pathlib import Path
from typing import Final, Literal

from attrs import frozen

from game.scenario.faults import Fault, ScenarioError
from game.scenario.kinds import SPELLING
from game.scenario.model import Scenario
from game.scenario.nearest import nearest
from game.scenario.precheck import SIZE
from game.scenario.read import parse
from game.scenario.text import shown

_PACKAGE: Final = Path(__file__).parents[1]
_OURS: Final = re.compile(r'^name = "shared-enemy"$', re.MULTILINE)


@frozen
class Listed:
    """A scenario that ships with the game.

    Attributes:
        id: its id, which is also the name of its file.
        path: its file.
        title: its title, or its id if the file cannot be used.
        summary: what it is about; empty if the file cannot be used.
        error: why the file cannot be used, if so.
    """

    id: str
    path: Path
    title: str
    summary: str = ""
    error: ScenarioError | None = None


def shipped(kind: Literal["scenarios", "saves"]) -> Path:
    """The folder of what ships with the game: in a checkout beside the package, else inside it."""
    return _PACKAGE.parent / kind if in_checkout() else _PACKAGE / "shipped" / kind


@cache
def in_checkout() -> bool:
    """Whether the game runs from a checkout of its repository."""
    try:
        return bool(_OURS.search((_PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return False


def scenarios() -> tuple[Listed, ...]:
    """The scenarios that ship with the game, by id. One that cannot be used is listed as such."""
    return tuple(_listed(name) for name in ids())


def ids() -> tuple[str, ...]:
    """The ids of the scenarios that ship with the game."""
    names = (path.name.removesuffix(".toml") for path in shipped("scenarios").glob("*.toml"))
    return tuple(sorted(name for name in names if SPELLING.fullmatch(name)))


def _listed(name: str) -> Listed:
    path = shipped("scenarios") / f"{name}.toml"
    try:
        scenario = load(name)
    except ScenarioError as error:
        return Listed(name, path, name, error=error)
    return Listed(name, path, scenario.title, scenario.summary)


def load(name: str | Path) -> Scenario:
    """A scenario by its id, or from a file.

    Args:
        name: an id from ``scenarios``; or, if it ends in ``.toml``, holds a path separator or is
            a ``Path``, a file.

    Raises:
        ScenarioError: there is no such scenario, its file cannot be read, or it has faults.
    """
    return parse(*read_text(name))


def read_text(name: str | Path) -> tuple[str, str]:
    """The text of a scenario's file, and what the file is called in messages.

    Raises:
        ScenarioError: there is no such scenario, or its file cannot be read.
    """
    if isinstance(name, Path) or name.endswith(".toml") or _separated(name):
        return _decoded(_bytes(Path(name), str(name)), str(name)), str(name)
    known = ids()
    if name not in known:
        meant = nearest(name, known)
        hint = f'Did you mean "{meant}"?' if meant else "The name of a file ends in .toml."
        raise _refused(
            name or '""', "unknown-scenario", f"There is no scenario {shown(name)}.", hint, known
        )
    where = f"scenarios/{name}.toml"
    return _decoded(_bytes(shipped("scenarios") / f"{name}.toml", where), where), where


def _separated(name: str) -> bool:
    return any(separator and separator in name for separator in ("/", os.sep, os.altsep))


def _bytes(path: Path, where: str) -> bytes:
    """The bytes of a regular file of bounded size; nothing else is opened for reading."""
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise _refused(where, "no-file", "There is no such file.", "Check the path.") from None
    except (OSError, ValueError) as error:
        raise _unreadable(where, error) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "not an ordinary file"
            raise _refused(where, "not-a-file", f"This is {what}.", "Name a scenario's file.")
        if found.st_size > SIZE:
            raise _refused(
                where,
                "too-large",
                f"The file has {found.st_size} bytes.",
                f"A scenario has at most {SIZE}.",
            )
        with os.fdopen(os.dup(handle), "rb") as file:
            return file.read(SIZE + 1)
    except OSError as error:
        raise _unreadable(where, error) from None
    finally:
        os.close(handle)


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        lead = before.rpartition(b"\n")[2].decode("utf-8")
        fault = Fault(
            "not-utf-8",
            "error",
            where,
            line,
            len(lead) + 1,
            "",
            f"The byte 0x{data[error.start]:02x} is not UTF-8.",
            "Save the file as UTF-8.",
        )
        raise ScenarioError([fault]) from None


def _unreadable(where: str, error: Exception) -> ScenarioError:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _refused(where, "unreadable-file", f"The file cannot be read: {said}.", "")


def _refused(
    where: str, code: str, message: str, hint: str, known: tuple[str, ...] = ()
) -> ScenarioError:
    """The error about a file as a whole, which has no line."""
    return ScenarioError([Fault(code, "error", where, 0, 0, "", message, hint, known)])
