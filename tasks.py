"""The project's tasks: ``python tasks.py`` lists them, ``python tasks.py NAME`` runs one.

Needs nothing but Python. Each task runs its commands with the Python that runs this file, and
stops at the first that fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PYTHON = sys.executable
ROOT = Path(__file__).resolve().parent

Command = list[str]


def module(*arguments: str) -> Command:
    """A module run as a program."""
    return [PYTHON, "-m", *arguments]


FORMAT = [module("ruff", "format"), module("ruff", "check", "--fix")]
LINT = [module("ruff", "check"), module("ruff", "format", "--check")]
TYPES = [module("mypy")]
TEST = [module("pytest", "-n", "auto", "--dist", "worksteal")]

PICTURES = [
    module("tests.tui.pictures"),
    *(
        module("game.tui.screenshot", f"docs/{scenario}.svg", "--scenario", scenario)
        for scenario in ("shared-enemy", "paris-thaw", "glass-ceiling", "helsinki-1975")
    ),
]

TASKS: dict[str, tuple[str, list[Command]]] = {
    "play": ("play from this checkout", [module("game")]),
    "test": ("run the tests", TEST),
    "long": ("run the tests with many more examples, new ones each time", TEST),
    "lint": ("look for faults of style, change nothing", LINT),
    "types": ("check the types", TYPES),
    "format": ("format the code", FORMAT),
    "check": ("everything that must pass before a commit", [*LINT, *TYPES, *TEST]),
    "golden": (
        "write all that is made by a command anew, and say what changed",
        [
            module("tests.scenarios.thaw"),
            module("tests.rules.regenerate"),
            module("tests.match.goldens"),
            module("tests.scenarios.golden"),
            module("tests.scenario.messages"),
            module("tests.export"),
            module("tests.tui.snapshots"),
            module("tests.packaging.library"),
        ],
    ),
    "example": ("write the example game anew", [module("tests.example")]),
    "picture": ("draw the pictures of the guides anew", PICTURES),
    "bench": (
        "measure rules, search and saves against their like, start-up, replay",
        [module("bench")],
    ),
    "balance": (
        "measure whether the scenarios that ship are fair and alive; takes an hour or more",
        [
            module("game", "balance", "properties", scenario, "--gate", "own")
            for scenario in ("shared-enemy", "paris-thaw", "glass-ceiling", "helsinki-1975")
        ],
    ),
    "build": ("build wheel and sdist into dist/", [module("build")]),
}


def main(names: list[str]) -> int:
    """Run tasks by name; the exit code is that of the first command that fails."""
    unknown = [name for name in names if name not in TASKS]
    if unknown or not names:
        for name in unknown:
            print(f"There is no task {name}.", file=sys.stderr)
        for name, (about, _) in TASKS.items():
            print(f"  {name:9} {about}")
        return 2 if unknown else 0
    for name in names:
        environment = {**os.environ, "TEST_PROFILE": "long"} if name == "long" else None
        for command in TASKS[name][1]:
            code = subprocess.call(command, cwd=ROOT, env=environment)  # noqa: S603 - ours
            if code:
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
