"""``python -m tests.process.watched REPORT``: runs the game and tells what it touches.

The commands are read from the standard input, as JSON, a list of words for each; ``app`` opens
the app without a terminal, with a match in which a search has the first word.

What is opened, made, removed, started or connected to is told by Python itself, through its
audit events; whatever asks for a variable of the environment asks a mapping that keeps its name.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

READS, WRITES, RUNS, VARIABLES = "reads", "writes", "runs", "variables"

_CHANGES = {
    "os.chmod": 1,
    "os.chown": 1,
    "os.link": 2,
    "os.mkdir": 1,
    "os.remove": 1,
    "os.rename": 2,
    "os.rmdir": 1,
    "os.setxattr": 1,
    "os.symlink": 2,
    "os.truncate": 1,
    "os.utime": 1,
    "shutil.rmtree": 1,
}
"""Events of a change, and how many paths they tell."""

_LOOKS = ("os.listdir", "os.scandir", "glob.glob")

_STARTS = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork")


class Report:
    """What was touched."""

    def __init__(self) -> None:
        self.touched: dict[str, set[str]] = {READS: set(), WRITES: set(), RUNS: set()}
        self.variables: set[str] = set()

    def hear(self, event: str, told: tuple[Any, ...]) -> None:
        """An audit event."""
        if event == "open" and not isinstance(told[0], int):
            writing = told[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
            self._touch(WRITES if writing else READS, told[0])
        elif event in _CHANGES:
            for path in told[: _CHANGES[event]]:
                self._touch(WRITES, path)
        elif event in _LOOKS:
            self._touch(READS, told[0] or ".")
        elif event in _STARTS:
            self.touched[RUNS].add(f"{event} {told[0]!s}")
        elif event.startswith("socket.") and event != "socket.gethostname":
            # The event loop wakes itself by a pair of its own.
            family = int(getattr(told[1], "value", told[1])) if event == "socket.__new__" else 0
            if family != 1:
                self.touched[RUNS].add(event)

    def _touch(self, kind: str, path: object) -> None:
        if isinstance(path, str | bytes | os.PathLike):
            self.touched[kind].add(str(Path(os.fsdecode(path)).absolute()))

    def write(self, path: Path) -> None:
        """Write all of it, and hear no more."""
        touched = {kind: sorted(paths) for kind, paths in self.touched.items()}
        path.write_text(json.dumps(touched | {VARIABLES: sorted(self.variables)}))


def watch() -> Report:
    """Watch this process from now on."""
    report = Report()
    mapping: Any = type(os.environ)
    getitem = mapping.__getitem__

    def asked(self: Any, name: str) -> Any:
        if self is os.environ:
            report.variables.add(name)
        return getitem(self, name)

    mapping.__getitem__ = asked
    sys.addaudithook(report.hear)
    return report


def app() -> int:
    """Open the app without a terminal, with a match in which a search has the first word."""
    from game.tui import heed_nobody

    heed_nobody()
    import asyncio

    from game.match import Library, Match
    from game.match.places import saves_directory
    from game.scenario import read_text
    from game.settings import SettingsFile
    from game.tui.app import SharedEnemyApp
    from game.tui.screens.question import Question

    library = Library(saves_directory(None, os.environ))
    settings = SettingsFile.usual(os.environ)
    assert settings.path is not None
    settings.path.parent.mkdir(parents=True, exist_ok=True)
    settings.path.write_text("these are none")
    text, where = read_text("shared-enemy")
    seats = ("search:1", "human")
    match = Match.new(text, where, seats=seats, seed=7, journal=library.create("app"))

    async def play() -> None:
        app = SharedEnemyApp(library, start=match, settings=settings)
        async with app.run_test() as pilot:
            app.change_settings(theme="textual-light", seen_notes=("motion",))
            while not any(state.side == 0 for state in match.states[: len(match.decisions)]):
                await pilot.pause()
                if isinstance(app.screen, Question):  # a key that comes before it is no answer
                    await pilot.press("enter")
        app.navigation.close()

    asyncio.run(play())
    return 0


def main(report_to: Path) -> int:
    """Run the commands, and write the report; the first exit code that is none of success."""
    commands: list[list[str]] = json.load(sys.stdin)
    report = watch()
    for command in commands:
        if command == ["app"]:
            code = app()
        else:
            from game.cli import run

            code = run(command)
        if code:
            print(*command, "ended with", code, file=sys.stderr)
            return code
    report.write(report_to)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
