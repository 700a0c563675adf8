"""The command line as a person meets it: in this process, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]

RANDOM = ("play", "--plain", "--us", "random", "--ru", "random", "--seed", "7")
"""A whole game that plays by itself."""


@frozen
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]
"""Runs a command line in this process, with what is typed as ``typed``."""


def sentence(said: Said) -> str:
    """What was said on standard error, which must be one line of one program, no traceback."""
    assert said.err.startswith("shared-enemy: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err


def environment(**more: str) -> dict[str, str]:
    """An environment in which only this checkout is found."""
    wide = {"COLUMNS": "1000"}  # a sentence in one line
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **wide, **more}


def start(*arguments: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """The command as a program of its own, with pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", "game", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=env or environment(),
    )


def program(*arguments: str, typed: str = "", env: Mapping[str, str] | None = None) -> Said:
    """Run the command as a program of its own."""
    with start(*arguments, env=env) as process:
        out, err = process.communicate(typed)
    return Said(process.returncode, out, err)
