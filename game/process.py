"""Where a process of the game may import from, and how it starts others.

Python puts the current folder first on its path, for ``python -m``, for ``-c`` and for an empty
part of ``PYTHONPATH``. A player starts the game in any folder, one with downloads in it, say, and
nothing there is code of ours.

What this imports is in every Python before its path is made, so that no file can take its place.
That is why there is neither ``pathlib`` here nor ``from __future__``, which are files.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder that the package lies in: a checkout, or where packages are installed."""

_LIBRARY = os.path.dirname(os.path.abspath(os.__file__))

_KEPT = ("PYTHONHOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""What an interpreter needs to find itself and its libraries; a worker gets nothing else."""


def search_path() -> list[str]:
    """The folders that Python imports from, without the current one and relative ones.

    The folder of the game stands behind the standard library, whatever led to it.
    """
    inside = _inside()
    path = [entry for entry in sys.path if os.path.isabs(entry) and entry not in inside]
    place = max((path.index(entry) + 1 for entry in _standard() if entry in path), default=0)
    front = [entry for entry in path[:place] if entry != ROOT]
    return front + ([] if ROOT in path[place:] else [ROOT]) + path[place:]


def leave_current_folder() -> None:
    """Import nothing more from the current folder; for the start of a program."""
    sys.path[:] = search_path()


def command(module: str) -> list[str]:
    """The command that calls ``main()`` of a module of the game in an interpreter of its own.

    The interpreter imports from where this one does, but for the current folder.
    """
    flags = ["-P"]
    if sys.dont_write_bytecode:
        flags.append("-B")
    if sys.pycache_prefix:
        flags += ["-X", f"pycache_prefix={sys.pycache_prefix}"]
    call = f"import sys; sys.path[:] = sys.argv[1:]; from {module} import main; main()"
    return [sys.executable, *flags, "-c", call, *search_path()]


def environment() -> dict[str, str]:
    """The environment of a process that the game starts: as little as an interpreter needs."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ}


def _standard() -> list[str]:
    """The folders of the standard library."""
    return [_LIBRARY, os.path.join(_LIBRARY, "lib-dynload")]


def _inside() -> set[str]:
    """The current folder, and what relative parts of ``PYTHONPATH`` have come to mean.

    Python makes them absolute before a program begins. What is also named in full stays, and so
    do the folders of the interpreter, in which somebody may happen to stand.
    """
    try:
        here = os.getcwd()
    except OSError:  # it has been deleted
        return set()
    ignored = sys.flags.ignore_environment
    parts = [] if ignored else os.environ.get("PYTHONPATH", "").split(os.pathsep)
    named = {os.path.abspath(part) for part in parts if os.path.isabs(part)}
    relative = {os.path.abspath(part) for part in parts if not os.path.isabs(part)}
    return ({here} | relative) - named - _packages() - {ROOT, *_standard()}


def _packages() -> set[str]:
    """The folders in which packages are installed."""
    site = sys.modules.get("site")  # every interpreter has it, but for python -S
    if site is None:
        return set()
    return {*site.getsitepackages(), site.getusersitepackages()}
