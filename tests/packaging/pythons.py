"""Tries a wheel on every Python of this machine that the game runs on, and says which those are.

    python3 tests/packaging/pythons.py dist/shared_enemy-0.1.0-py3-none-any.whl

The oldest of them tries the oldest versions of everything, too. One that makes no environments
is passed over. The exit code is 0, or 1 if anything failed.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

if sys.path[0] == str(Path(__file__).parent):  # run as a script
    sys.path[0] = str(Path(__file__).parents[2])

from tests.packaging.smoke import PASSED_OVER

SMOKE = Path(__file__).with_name("smoke.py")
OLDEST = (3, 11)
AT_ONCE = 2
"""So many are tried at a time."""

ASKED = "import sys; print(*sys.version_info[:3])"

Version = tuple[int, ...]


def candidates() -> list[Path]:
    """Programs that may be Pythons, this one first."""
    versions = Path.home() / ".pyenv" / "versions"
    found = [Path(sys.base_prefix) / "bin" / "python3"]
    for folder in (Path("/usr/bin"), Path("/usr/local/bin")):
        found += sorted(folder.glob("python3.[0-9][0-9]"))
        found.append(folder / "python3")
    return [*found, *sorted(versions.glob("*/bin/python3"))]


def pythons() -> dict[Version, Path]:
    """The Pythons that the game runs on, each version once, the oldest first."""
    found: dict[Version, Path] = {}
    for path in candidates():
        try:
            done = subprocess.run(
                [path, "-I", "-c", ASKED], capture_output=True, encoding="utf-8", check=True
            )
        except (OSError, subprocess.CalledProcessError):
            continue  # it is not there, or does not work
        version = tuple(map(int, done.stdout.split()))
        if version >= OLDEST:
            found.setdefault(version, path)
    return dict(sorted(found.items()))


def tried(python: Path, *arguments: str) -> tuple[int, str]:
    """How trying a wheel on a Python ended, and what was said."""
    done = subprocess.run(
        [python, SMOKE, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout.strip()


def main(arguments: list[str]) -> int:
    """Try a wheel everywhere; the exit code."""
    (wheel,) = arguments
    found = pythons()
    names = {version: ".".join(map(str, version)) for version in found}
    alone = " (no other is here)" if len(found) == 1 else ""
    print(f"Pythons of this machine: {', '.join(names.values())}{alone}", flush=True)
    failed = False
    with ThreadPoolExecutor(AT_ONCE) as pool:
        trials = [(names[each], pool.submit(tried, path, wheel)) for each, path in found.items()]
        oldest, path = next(iter(found.items()))
        lowest = pool.submit(tried, path, wheel, "--lowest")
        trials.append((f"{names[oldest]}, oldest versions", lowest))
        for name, trial in trials:
            code, told = trial.result()
            failed = failed or code not in (0, PASSED_OVER)
            word = {0: "good", PASSED_OVER: "passed over"}.get(code, "FAILED")
            print(f"- {name}: {word}\n    " + told.replace("\n", "\n    "), flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
