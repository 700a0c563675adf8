"""The same decisions give the same game everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples import LONG
from tests.rules import digests

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", ["0", "1", "random"] if LONG else ["1"])
def test_the_hash_seed_changes_nothing(seed: str) -> None:
    """Positions, the order of legal sets and consequences do not hang on Python's hash seed."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.rules.digests"],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
        text=True,
    )
    assert answer.stdout.splitlines() == digests.lines()


def test_different_games_have_different_digests() -> None:
    """The digests do tell games apart."""
    found = [line.split()[-1] for line in digests.lines()]
    assert len(set(found)) == len(found)
