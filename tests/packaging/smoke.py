"""Installs a wheel into a fresh environment of the Python that runs this, and plays a game there.

    python3 tests/packaging/smoke.py dist/shared_enemy-0.1.0-py3-none-any.whl [--lowest]

Needs nothing but Python and a package index. With ``--lowest`` the oldest versions are installed
that the game says it runs with, those of its tests among them, and those of its developers have
to go together, too. The exit code is 0, 1 after a failure, 77 if this Python makes no
environments; there is a reason on the last line.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

FAILED, PASSED_OVER = 1, 77

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
"""What steers a terminal."""


class SmokeError(Exception):
    """Something did not go as it should."""


def run(command: list[str | Path], folder: Path) -> str:
    """Run a command in a folder; what it said.

    Raises:
        SmokeError: it failed.
    """
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        told = " ".join(map(str, command))
        said = "\n".join(line for line in done.stdout.splitlines() if "WARNING" not in line)
        raise SmokeError(f"{told} ended with {done.returncode}:\n{said[-3000:]}")
    return done.stdout


def environment(folder: Path) -> dict[str, str]:
    """The environment of all commands: no Python but the one that is named, saves in a folder."""
    inherited = {name: value for name, value in os.environ.items() if name[:6] != "PYTHON"}
    return inherited | {"SHARED_ENEMY_SAVES": str(folder / "saves"), "PYTHONUTF8": "1"}


def lowest(wheel: Path, *extras: str) -> list[str]:
    """The oldest version of each thing that a wheel declares, as requirements."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        declared = archive.read(name).decode()
    pins = []
    for need in re.findall(r"^Requires-Dist: (.+)$", declared, re.MULTILINE):
        bound = re.match(r"([\w.-]+)[^;]*>=\s*([\w.]+)", need)
        extra = re.search(r"extra == '(\w+)'", need)
        if bound and (extra is None or extra[1] in extras):
            pins.append(f"{bound[1]}=={bound[2]}")
    return pins


def install(programs: Path, wheel: Path, folder: Path, *, oldest: bool) -> str:
    """Install a wheel; in which versions.

    Raises:
        SmokeError: it cannot be installed, or only with something that has been withdrawn.
    """
    pip: list[str | Path] = [programs / "python", "-m", "pip", "--disable-pip-version-check"]
    if not oldest:
        run([*pip, "install", "-q", wheel], folder)
        return "the newest versions"
    pins = lowest(wheel, "cluster", "test")
    told = run([*pip, "install", "-q", f"{wheel}[test]", *pins], folder)
    more = lowest(wheel, "cluster", "test", "dev")
    told += run([*pip, "install", "-q", "--dry-run", f"{wheel}[test,dev]", *more], folder)
    if withdrawn := re.findall(r"yanked version: '(\S+)' candidate \(version (\S+)", told):
        names = ", ".join(map(" ".join, sorted(set(withdrawn))))
        raise SmokeError(f"a version that is declared has been withdrawn: {names}")
    return " ".join(pins)


def play(programs: Path, folder: Path) -> Iterator[str]:
    """Try the game that is installed; what held.

    Raises:
        SmokeError: something did not.
    """
    command = programs / "shared-enemy"
    yield run([command, "--version"], folder).strip()
    scenarios = [
        each["id"] for each in json.loads(run([command, "scenario", "list", "--json"], folder))
    ]
    run([command, "scenario", "check", *scenarios], folder)
    yield f"good: {', '.join(scenarios)}"
    seats = ("--us", "random", "--ru", "search:2", "--seed", "7", "--save", "smoke")
    run([command, "play", "--plain", *seats], folder)
    run([command, "verify", "smoke", "grand-bargain"], folder)
    run([command, "replay", "grand-bargain", "--plain"], folder)
    yield "a game was played, kept, verified, replayed"
    first_screen(command, folder)
    yield "the app shows its title and ends"


def first_screen(command: Path, folder: Path) -> None:
    """Open the app on a terminal of our own, read its title, leave it.

    Raises:
        SmokeError: the title never came, or the app did not end well.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    env = environment(folder) | {"TERM": "xterm-256color"}
    app = subprocess.Popen(
        [command],
        cwd=folder,
        env=env,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    sent, left = b"", False
    try:
        while True:
            try:
                sent += os.read(master, 1 << 16)
            except OSError:  # the app has ended
                break
            if not left and b"New game" in ESCAPES.sub(b"", sent):
                os.write(master, b"\x11")  # Ctrl+Q
                left = True
        if app.wait() or not left:
            raise SmokeError(f"the app ended with {app.poll()} and showed {sent[-2000:]!r}")
    finally:
        app.kill()
        app.wait()
        os.close(master)


def main(arguments: list[str]) -> int:
    """Try a wheel; the exit code."""
    wheel = Path(arguments[0]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            venv.create(folder / "env", with_pip=True)
        except (subprocess.CalledProcessError, ImportError, OSError, SystemExit) as error:
            # Debian explains what is missing and ends; others fail in ways of their own.
            print(f"this Python makes no environments ({type(error).__name__})")
            return PASSED_OVER
        try:
            programs = folder / "env" / "bin"
            print(install(programs, wheel, folder, oldest="--lowest" in arguments), flush=True)
            for held in play(programs, folder):
                print(held, flush=True)
        except SmokeError as failure:
            print(failure)
            return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
