"""The trials of the scenario reader in their long form.

    python -m tests.scenario.campaign                    all of them, as often as is claimed
    python -m tests.scenario.campaign mutants 1000       one of them, so often
    python -m tests.scenario.campaign mutants 1000 5000  ... beginning with the seed 5000

Each prints what it counted, its worst case and the time that it took; it ends with 1 at the first
case that is not as it should be.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from game.authoring.starter import starter
from game.scenario import ScenarioError, load, read_text, scenarios
from game.text import clean, faulty
from tests import steps
from tests.scenario.hostile import hostile
from tests.scenario.trials import (
    assert_safe,
    most_steps,
    mutated,
    planted_fault,
    raw_character,
)

Trial = Callable[[int, int], None]
"""Takes how many cases to try and the seed of the first."""


def counted(count: int, first: int, trial: Callable[[Random], str]) -> None:
    """Run one trial for many seeds and print what it said."""
    told: Counter[str] = Counter()
    for seed in range(first, first + count):
        try:
            told[trial(Random(seed))] += 1
        except Exception as error:
            raise SystemExit(f"seed {seed}: {error!r}") from error
    for name, number in told.most_common():
        print(f"  {number:8}  {name}")


def faults(count: int, first: int) -> None:
    """One fault planted in a random document is reported at its line and column."""
    counted(count, first, planted_fault)


def characters(count: int, first: int) -> None:
    """One hidden character anywhere in a random document is reported where it is."""
    counted(count, first, raw_character)


def mutants(count: int, first: int) -> None:
    """Scenarios with blind changes are refused as they should be, or can be played."""
    texts = [*(read_text(listed.id)[0] for listed in scenarios()), starter("two-towns")]
    counted(count, first, lambda random: mutated(random, random.choice(texts)))


def words(count: int, first: int) -> None:
    """Whatever is cleaned is accepted, and cleaning it again changes nothing."""

    def trial(random: Random) -> str:
        points = [
            random.choice((random.randrange(0x110000), random.randrange(0x300), 0x301, 0x1B, 0x0A))
            for _ in range(random.randrange(24))
        ]
        text = "".join(map(chr, points))
        cleaned = clean(text)
        assert faulty(cleaned, lines=True) is None, ascii(text)
        assert clean(cleaned) == cleaned, ascii(text)
        return "left as it was" if cleaned == text else "cleaned"

    counted(count, first, trial)


def hostile_files(_: int, __: int) -> None:
    """Every hostile file is refused within 128 steps for each of its bytes, and 200 MB."""
    codes: Counter[str] = Counter()
    worst, largest = (0.0, ""), (0, "")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.toml"
        for each in hostile():
            path.write_bytes(each.data)
            code, count, megabytes = _alone(path)
            codes[code] += 1
            share = count / most_steps(len(each.data))
            worst = max(worst, (share, each.name))
            largest = max(largest, (megabytes, each.name))
            if share > 1 or megabytes > 200 or not code:
                raise SystemExit(
                    f"{each.name}: {code or 'not refused'}, {count} steps, {megabytes} MB"
                )
    for name, number in codes.most_common():
        print(f"  {number:8}  {name}")
    share, name = worst
    print(f"  worst: {share:.0%} of its steps, {name}; largest: {largest[0]} MB, {largest[1]}")


def _alone(path: Path) -> tuple[str, int, int]:
    """Load a file in a process of its own: code of the first fault, steps, megabytes."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = ""
        try:
            with steps.counted() as taken, suppress(ScenarioError):
                load(path)
            load(path)
        except ScenarioError as error:
            assert_safe(error)
            code = f"{error.faults[0].code} {taken.count}"
        finally:
            os.write(write, code.encode())
            os._exit(0)
    _, _, used = os.wait4(child, 0)
    os.close(write)
    code, _, count = os.read(read, 200).decode().partition(" ")
    os.close(read)
    scale = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return code, int(count or 0), used.ru_maxrss * scale // 2**20


TRIALS: dict[str, tuple[Trial, int]] = {
    "faults": (faults, 10_000),
    "characters": (characters, 10_000),
    "hostile": (hostile_files, 0),
    "words": (words, 1_000_000),
    "mutants": (mutants, 200_000),
}
"""Each trial with how often it is run unless something else is asked."""


def main(arguments: list[str]) -> None:
    """Run the trials that are asked for."""
    names = arguments[:1] or list(TRIALS)
    for name in names:
        trial, usual = TRIALS[name]
        count = int(arguments[1]) if len(arguments) > 1 else usual
        first = int(arguments[2]) if len(arguments) > 2 else 0
        print(f"{name}: {trial.__doc__} {f'{count} cases' if count else ''}", flush=True)
        begun = time.perf_counter()
        trial(count, first)
        print(f"  all as it should be, {time.perf_counter() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
