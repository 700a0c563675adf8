"""A folder in which files lie in wait for every import."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

DEPENDENCIES = ("attr", "attrs", "cattrs", "click", "platformdirs", "rich", "textual")
"""What the game imports besides the standard library."""

OPTIONAL = ("org", "usercustomize", "_pydecimal", "exceptiongroup", "typing_extensions")
"""What libraries try to import and can do without."""

_TRACE = "import os\nos.close(os.open(__file__ + '.ran', os.O_CREAT | os.O_WRONLY))\n"


def lay(folder: Path, *, spare: frozenset[str] = frozenset(), game: bool = True) -> Path:
    """Lay a module in wait for each of the standard library, of the dependencies and of ours.

    Args:
        folder: where.
        spare: modules that are left out.
        game: whether the game's own package is among them.
    """
    folder.mkdir(exist_ok=True)
    for name in {*sys.stdlib_module_names, *DEPENDENCIES, *OPTIONAL} - spare:
        (folder / f"{name}.py").write_text(_TRACE)
    if game:
        (folder / "game").mkdir()
        (folder / "game" / "__init__.py").write_text(_TRACE)
    return folder


def sprung(folder: Path) -> list[str]:
    """The modules of a folder that were run."""
    return sorted(
        path.relative_to(folder).as_posix().removesuffix(".ran") for path in folder.rglob("*.ran")
    )


@cache
def python_itself(*more: str) -> frozenset[str]:
    """What Python imports before the first line of a module that is run as a program.

    No program can keep these from being found in the current folder; ``python -P`` can.

    Args:
        more: what the module is started by besides.
    """
    probe = "import runpy, importlib.util, pkgutil, sys\n"
    probe += "".join(f"import {name}\n" for name in more)
    probe += "print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", probe], capture_output=True, encoding="utf-8", check=True
    )
    return frozenset(name.split(".")[0] for name in done.stdout.split())
