"""The folders in which a platform keeps what belongs to a user's programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, Literal

NAME: Final = "shared-enemy"
"""What the game's folders are called."""


def user_folder(kind: Literal["cache", "config", "data", "state"]) -> Path | None:
    """The platform's folder for what a user's programs keep; nothing if there is no home."""
    import platformdirs  # noqa: PLC0415 - most runs do not need it

    find: Mapping[str, Callable[[str], Path]] = {
        "cache": platformdirs.user_cache_path,
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
        "state": platformdirs.user_state_path,
    }
    try:
        folder = find[kind](NAME)
    except (OSError, RuntimeError, ValueError):
        return None
    # Without a home "~" stays as it is, and would be made right here.
    return folder if folder.is_absolute() else None
