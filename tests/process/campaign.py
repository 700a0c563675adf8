"""``python -m tests.process.campaign``: what the game touches, told by the system itself.

Plays, lists, exports and opens the app under ``strace`` (Linux only), workers of searches
included, and compares every change of a file, every program and every connection with the list in
``docs/files.md``. It is slow and needs a tool, so that it is no part of the suite.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.process.test_files import COMMANDS, Home
from tests.process.watched import WRITES

TRACED = "trace=%file,%network,execve,ftruncate"

_CALL = re.compile(r"^(?P<name>\w+)\((?P<told>.*)\) += (?P<code>-?\d+)")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')

_CHANGES = {
    *("mkdir", "mkdirat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir"),
    *("link", "linkat", "symlink", "symlinkat", "truncate", "chmod", "fchmodat", "chown"),
    *("fchownat", "utimensat", "mknod", "mknodat", "setxattr"),
}

_OURS = re.compile(r"report\.json$|/env\.json$")
"""What the one who watches writes himself."""


def strange(home: Home, lines: Iterable[str]) -> Iterator[str]:
    """The calls that are not in the list."""
    for line in lines:
        call = _CALL.match(line)
        if call is None or int(call["code"]) < 0:
            continue  # a signal, an end, or nothing came of it
        name, told = call["name"], call["told"]
        if name in ("open", "openat", "creat"):
            writing = name == "creat" or re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC)", told)
        else:
            writing = name in _CHANGES
        if writing:
            for path in map(Path, _PATH.findall(told)):
                full = home.here / path
                if not home.allowed(full, WRITES) and not _OURS.search(str(full)):
                    yield line
        elif name == "execve":
            if os.path.realpath(_PATH.findall(told)[0]) != os.path.realpath(sys.executable):
                yield line
        elif name in ("connect", "bind", "listen") or (name == "socket" and "AF_UNIX" not in told):
            yield line


def main() -> int:
    """Watch, and print what is not in the list."""
    tool = shutil.which("strace")
    if tool is None:
        print("strace is missing; on Debian apt-get install strace")
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        home = Home(folder)
        trace = folder / "trace"
        words = [[word.replace("NAMED", str(home.named)) for word in each] for each in COMMANDS]
        report = folder / "report.json"
        watched = [sys.executable, "-B", "-P", "-m", "tests.process.watched", str(report)]
        done = subprocess.run(
            [tool, "-ff", "-qq", "-s", "4096", "-e", TRACED, "-o", trace, *watched],
            input=json.dumps(words),
            cwd=home.here,
            env=home.environment(),
            stdout=subprocess.DEVNULL,
            encoding="utf-8",
            check=False,
        )
        # A file for each thread, so that no call is torn by that of another.
        threads = sorted(folder.glob("trace.*"))
        lines = [
            line
            for each in threads
            for line in each.read_text(encoding="utf-8", errors="replace").splitlines()
        ]
        found = list(strange(home, lines))
    for line in found:
        print(line)
    print(
        f"{len(COMMANDS)} commands, {len(threads)} threads, {len(lines)} calls, "
        f"{len(found)} not in the list"
    )
    return 1 if found or done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
