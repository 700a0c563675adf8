"""Which scenarios there are, and finding one by its id or as a file."""

from __future__ import annotations

import os
import re
import stat
from functools import cache
from pathlib import Path
from typing import Final, Literal

from game.scenario.kinds import LANGUAGE, SIZE, SPELLING
from game.scenario.model import Scenario
from game.scenario.reading.faults import Fault, ScenarioError
from game.scenario.texts import scenario_of
from game.text import shown
from game.text.names import nearest
from game.value import frozen

MAIN: Final = "shared-enemy"
"""The id of the scenario that is meant where nothing else is said."""

MILD: Final = "paris-thaw"
"""The id of the scenario that is played first: its start is the mildest."""

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


def ships(text: str) -> bool:
    """Whether a text is that of a scenario or a character that ships with the game."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        files = (each for each in shipped("scenarios").rglob("*.toml") if each.is_file())
        return any(each.stat().st_size == len(data) and each.read_bytes() == data for each in files)
    except OSError:
        return False


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


def ids(folder: str = "") -> tuple[str, ...]:
    """The ids of the scenarios that ship with the game, or of what lies in a folder among them."""
    try:
        files = os.listdir(shipped("scenarios") / folder)  # noqa: PTH208 - asked for each opponent
    except OSError:
        return ()
    names = (file.removesuffix(".toml") for file in files if file.endswith(".toml"))
    return tuple(sorted(name for name in names if SPELLING.fullmatch(name)))


def _listed(name: str) -> Listed:
    path = shipped("scenarios") / f"{name}.toml"
    try:
        scenario = load(name)
    except ScenarioError as error:
        return Listed(name, path, name, error=error)
    return Listed(name, path, scenario.title, scenario.summary)


def load(name: str | Path, language: str | None = None) -> Scenario:
    """A scenario by its id, or from a file.

    Args:
        name: an id from ``scenarios``; or, if it ends in ``.toml``, holds a path separator or is
            a ``Path``, a file.
        language: one of ``languages``; nothing for the language that the scenario is written in.

    Raises:
        ScenarioError: there is no such scenario or translation, its file cannot be read, or it
            has faults.
    """
    scenario = scenario_of(*read_text(name))
    if language is None:
        return scenario
    from game.scenario.reading.translation import translate  # noqa: PLC0415 - few are translated

    return translate(scenario, *read_side_file(name, language), language)


def languages(name: str | Path) -> tuple[str, ...]:
    """The languages that a scenario is translated into, by the side files next to its own.

    >>> languages("helsinki-1975")
    ()
    """
    folder, stem = _home(name)
    try:
        files = [each.name for each in folder.iterdir()]
    except OSError:
        return ()
    middles = (
        file.removeprefix(f"{stem}.").removesuffix(".toml")
        for file in files
        if file.startswith(f"{stem}.") and file.endswith(".toml")
    )
    return tuple(sorted(each for each in middles if LANGUAGE.fullmatch(each)))


def read_side_file(name: str | Path, language: str) -> tuple[str, str]:
    """The text of a scenario's translation, and what its file is called in messages.

    Raises:
        ScenarioError: there is no such translation, or its file cannot be read.
    """
    known = languages(name)
    if language not in known:
        raise refused(
            str(name),
            "unknown-translation",
            f"There is no translation into {shown(language)}.",
            f"Choose another, or write one in a file beside it that ends in .{language}.toml."
            if LANGUAGE.fullmatch(language)
            else 'Write a language as "ru" or "pt-BR".',
            known,
        )
    folder, stem = _home(name)
    file = f"{stem}.{language}.toml"
    where = f"scenarios/{file}" if folder == shipped("scenarios") else str(folder / file)
    return read_file(folder / file, where), where


def side_file(name: str | Path) -> tuple[Path, str] | None:
    """What the side file of a translation belongs to: the scenario's file, and the language.

    Nothing for any other file, and if the scenario does not lie beside it.
    """
    stem, _, language = Path(name).name.removesuffix(".toml").rpartition(".")
    if not (is_file(name) and stem and LANGUAGE.fullmatch(language)):
        return None
    file = Path(name).with_name(f"{stem}.toml")
    try:
        return (file, language) if file.is_file() else None
    except OSError:
        return None


def _home(name: str | Path) -> tuple[Path, str]:
    """The folder of a scenario's file, and the file's name without its ending."""
    if is_file(name):
        return Path(name).parent, Path(name).name.removesuffix(".toml")
    return shipped("scenarios"), str(name)


def read_text(name: str | Path) -> tuple[str, str]:
    """The text of a scenario's file, and what the file is called in messages.

    Raises:
        ScenarioError: there is no such scenario, or its file cannot be read.
    """
    hint = "Name one of these, or a file that ends in .toml."
    return text_of("scenario", name, ids(), hint)


def text_of(
    kind: Literal["scenario", "character", "lesson"],
    name: str | Path,
    known: tuple[str, ...],
    hint: str,
    folder: str = "",
) -> tuple[str, str]:
    """The text of a file of a kind, and what the file is called in messages.

    Args:
        kind: what the file is of.
        name: the id of one that ships with the game, or a file, as for ``load``.
        known: the ids of those that ship with the game.
        hint: what to do about a name that is like none of these.
        folder: where they lie, in the folder of the scenarios.

    Raises:
        ScenarioError: there is none of that name, or its file cannot be read.
    """
    if is_file(name):
        return read_file(Path(name), str(name)), str(name)
    name = str(name)
    if name not in known:
        meant = nearest(name, known)
        raise refused(
            name or '""',
            f"unknown-{kind}",
            f"There is no {kind} {shown(name)}.",
            f"Did you mean {shown(meant)}?" if meant else hint,
            known,
        )
    file = Path(folder, f"{name}.toml")
    where = f"scenarios/{file.as_posix()}"
    return read_file(shipped("scenarios") / file, where), where


def is_file(name: str | Path) -> bool:
    """Whether a file is meant, and not an id."""
    separators = ("/", os.sep, os.altsep)
    return isinstance(name, Path) or (
        name.endswith(".toml") or any(each and each in name for each in separators)
    )


def read_file(path: Path, where: str) -> str:
    """The text of a file.

    Raises:
        ScenarioError: it cannot be read; ``where`` is what the error calls it.
    """
    return _decoded(_bytes(path, where), where)


def _bytes(path: Path, where: str) -> bytes:
    """The bytes of a regular file of bounded size; nothing else is opened for reading."""
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise refused(where, "no-file", "There is no such file.", "Check the path.") from None
    except (OSError, ValueError) as error:
        raise _unreadable(where, error) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "not an ordinary file"
            raise refused(where, "not-a-file", f"This is {what}.", "Name a scenario's file.")
        if found.st_size > SIZE:
            raise refused(
                where,
                "too-large",
                f"The file has {found.st_size} bytes.",
                f"Shorten it: a scenario has at most {SIZE} bytes.",
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
    return refused(
        where,
        "unreadable-file",
        f"The file cannot be read: {said}.",
        "Name another, or see to that.",
    )


def refused(
    where: str, code: str, message: str, hint: str, known: tuple[str, ...] = ()
) -> ScenarioError:
    """The error about a file as a whole, which has no line."""
    return ScenarioError([Fault(code, "error", where, 0, 0, "", message, hint, known)])
