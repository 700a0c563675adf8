"""Writing an export to a file: whole or not at all.

The text goes into a new file in the same folder, and that takes the wanted name in one step once
the disk has confirmed it. Whatever fails, what had the name before is still there.
"""

from __future__ import annotations

import errno
from pathlib import Path

from game.export.errors import ExportError
from game.export.exported_game import ExportedGame
from game.files.disk import LOCAL, Disk
from game.files.whole import put_whole
from game.match import Match
from game.match.trouble import because, shown_path
from game.text.filename import unportable


def write(
    match: Match | ExportedGame,
    to: str,
    path: Path,
    *,
    force: bool = False,
    disk: Disk = LOCAL,
    **options: int | str | bool | None,
) -> int:
    """Export a match to a file.

    Args:
        match: the match, finished or not.
        to: the name of a format.
        path: the file. Its folder must be there.
        force: write over what has the name; else that is refused.
        disk: where files are.
        options: what is set about the format, as for ``export``.

    Returns:
        How many bytes the file has.

    Raises:
        ExportError: it cannot be exported so, or the file cannot be written. What had its name
            before is unchanged.
    """
    from game.export.formats import export  # noqa: PLC0415 - what is written may be none of these

    return write_data(export(match, to, **options).encode(), path, force=force, disk=disk)


def write_data(data: bytes, path: Path, *, force: bool = False, disk: Disk = LOCAL) -> int:
    """Write what was made for other programs to a file; arguments and errors as in ``write``."""
    where = shown_path(path)
    if fault := unportable(path.name):
        raise ExportError(f"{where} was not written: {fault}; choose another name")
    try:
        _refuse(path, where, disk, force=force)
        _write(path, data, where, disk, force=force)
    except OSError as error:
        raise ExportError(f"{where} was not written. {_because(error, path)}") from error
    except ValueError as error:
        if isinstance(error, ExportError):
            raise
        raise ExportError(
            f"{where} was not written: no file can have this name; choose another"
        ) from error
    return len(data)


def _refuse(path: Path, where: str, disk: Disk, *, force: bool) -> None:
    """What stands there stays, unless it is an ordinary file and may be written over."""
    if not disk.exists(path):
        return
    if not force:
        raise ExportError(
            f"{where} is there already and was not changed; choose another name, or --force to "
            "write over it"
        )
    disk.close(disk.open(path, write=False))


def _write(path: Path, data: bytes, where: str, disk: Disk, *, force: bool) -> None:
    put_whole(
        path,
        data,
        disk,
        part=".export",
        before=lambda: _refuse(path, where, disk, force=force),
        private=False,
    )
    try:
        disk.sync_directory(path.parent)
    except OSError as error:
        raise ExportError(f"{because(error)} Perhaps {where} was not written.") from error


def _because(error: OSError, path: Path) -> str:
    if error.errno == errno.ENOENT:
        return f"There is no folder {shown_path(path.parent)}: make it, or choose another."
    return because(error)
