"""Where saves live."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

VARIABLE: Final = "SHARED_ENEMY_SAVES"
"""The environment variable that names the folder of saves."""

EXAMPLES: Final = ("grand-bargain",)
"""The names of the example games."""

_NAME: Final = "shared-enemy"
_PACKAGE: Final = Path(__file__).resolve().parents[1]


def saves_directory(
    override: Path | None, environ: Mapping[str, str], package: Path = _PACKAGE
) -> Path:
    """The folder of saves; it need not exist yet.

    It is the one that was asked for, else the one that the environment names, else ``saves`` in
    a checkout, else the platform's folder for data.

    Args:
        override: the folder that was asked for.
        environ: the environment.
        package: the folder of the package ``game``.
    """
    if override is not None:
        return override
    if named := environ.get(VARIABLE):
        return Path(named)
    if _is_checkout(package.parent):
        return package.parent / "saves"
    import platformdirs  # noqa: PLC0415 - most runs do not need it

    return platformdirs.user_data_path(_NAME) / "saves"


def shipped_saves(package: Path = _PACKAGE) -> Path:
    """The folder of the example games that came with the package; it may be missing.

    In a checkout it is the folder that a player's own saves go to as well: ``EXAMPLES`` tells
    which of them are the examples.
    """
    installed = package / "shipped" / "saves"
    return installed if installed.is_dir() else package.parent / "saves"


def _is_checkout(directory: Path) -> bool:
    try:
        project = tomllib.loads((directory / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    described = project.get("project")
    return isinstance(described, dict) and described.get("name") == _NAME
