"""Where saves live."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.files.folders import user_folder
from game.match.errors import SaveError
from game.scenario.catalogue import in_checkout, shipped
from game.text import shown

VARIABLE: Final = "SHARED_ENEMY_SAVES"
"""The environment variable that names the folder of saves."""

EXAMPLES: Final = ("grand-bargain",)
"""The names of the example games that come with the package.

In a checkout they stand in the folder that a player's own saves go to.
"""


def saves_directory(override: Path | None, environ: Mapping[str, str]) -> Path:
    """The folder of saves; it need not exist yet.

    It is the one that was asked for, else the one that the environment names, else ``saves`` in
    a checkout, else the platform's folder for data.

    Args:
        override: the folder that was asked for.
        environ: the environment.

    Raises:
        SaveError: there is no home folder; the message says how to name another one.
    """
    if override is not None:
        return override
    if named := environ.get(VARIABLE):
        try:
            return Path(named).expanduser()
        except RuntimeError:
            raise SaveError(
                f"${VARIABLE} is {shown(named)}, and nobody is known whose home that is; "
                "name a folder that is there, or one with --saves"
            ) from None
    if in_checkout():
        return shipped("saves")
    data = user_folder("data")
    if data is None:
        raise SaveError(
            "there is no home folder to keep saves in; name a folder with --saves, "
            f"or in ${VARIABLE}"
        )
    return data / "saves"


def is_example(path: Path, folder: Path | None = None) -> bool:
    """Whether a file is one of the example games that come with the package, in their folder."""
    home = shipped("saves") if folder is None else folder
    return path.stem in EXAMPLES and real(path.parent) == real(home)


def real(folder: Path) -> str:
    """A folder without links on the way to it; a loop of links stays as it is."""
    return os.path.realpath(folder)


def same(one: Path, other: Path) -> bool:
    """Whether two paths are of one name in one folder."""
    return one.name == other.name and real(one.parent) == real(other.parent)
