"""Where settings are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.files.folders import user_folder

VARIABLE: Final = "SHARED_ENEMY_SETTINGS"
"""The environment variable that names the file of settings."""

NAME: Final = "settings.json"

OLD: Final = "last-setup.json"
"""In the folder for state: what was chosen last for a new match, as it was kept before there were
settings."""


def settings_path(environ: Mapping[str, str]) -> Path | None:
    """The file of settings: the one that the environment names, else the usual one.

    It need not exist. Nothing if there is no home folder to have it in.
    """
    if named := environ.get(VARIABLE):
        try:
            return Path(named).expanduser()
        except RuntimeError:
            return None
    folder = user_folder("config")
    return None if folder is None else folder / NAME


def old_path() -> Path | None:
    """Where the last choice was kept before there were settings."""
    folder = user_folder("state")
    return None if folder is None else folder / OLD
