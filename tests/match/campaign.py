"""The long form of the trials of saves, with the counts that the project promises.

::

    python -m tests.match.campaign                      # everything; about an hour
    python -m tests.match.campaign --only flips,kills   # some of it
    python -m tests.match.campaign --share 0.01         # a hundredth of it

It prints a line of figures for each part, and ends with 1 if anything went wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from typing import Final

from attrs import frozen

from tests.match import (
    crashes,
    damages,
    faults,
    fuzz,
    kills,
    mounts,
    prefixes,
    programs,
    races,
    replays,
)
from tests.match.tally import Tally


@frozen
class Part:
    """One part of the campaign.

    Attributes:
        what: what is tried.
        count: how many cases are promised.
        run: tries so many.
    """

    what: str
    count: int
    run: Callable[[int], Tally]


PARTS: Final = {
    "prefixes": Part("every beginning of whole journals is opened", 500_000, prefixes.run),
    "flips": Part("every bit of whole journals is flipped", 1_000_000, damages.flips),
    "damages": Part("other damages are noticed", 100_000, damages.run),
    "faults": Part("each call to the disk fails", 2_000, faults.run),
    "crashes": Part("the machine goes down at each call", 50_000, crashes.run),
    "renames": Part("the machine goes down in a rename", 5_000, crashes.rename),
    "kills": Part("players are killed", 10_000, kills.run),
    "plain": Part("plain games are killed", 500, programs.plain),
    "app": Part("the app is killed", 100, programs.app),
    "mounts": Part("disks are taken away", 100, mounts.run),
    "races": Part("three programs race for one save", 1_000, races.run),
    "fuzz": Part("players do anything in any order", 5_000, fuzz.run),
    "replays": Part("whole games are replayed", 100_000, replays.run),
    "heavy": Part("whole games are opened anew after each decision", 1_000, replays.heavy),
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.match.campaign", description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas between them")
    parser.add_argument("--share", type=float, default=1.0, help="this share of the counts")
    chosen = parser.parse_args(arguments)
    names = chosen.only.split(",")
    if unknown := [name for name in names if name not in PARTS]:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    wrong = 0
    for name in names:
        part = PARTS[name]
        begun = time.perf_counter()
        tally = part.run(max(1, int(part.count * min(1.0, chosen.share))))
        spent = time.perf_counter() - begun
        print(f"{name}: {part.what}: {tally}; {spent:.1f} s", flush=True)
        for problem in tally.wrong[:20]:
            print(f"    {problem}", flush=True)
        wrong += len(tally.wrong)
    return min(1, wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
