"""``python -m bench`` measures; ``python -m bench plies`` or ``starts`` only one of the two.

Figures of one run on one machine: compare the ratios, not the figures of different machines.
"""

from __future__ import annotations

import platform
import sys
from statistics import median

SECONDS, TURNS = 1.5, 5


def plies() -> None:
    """Random plies per second against a chess library."""
    from bench.plies import measure  # noqa: PLC0415 - the chess library is needed here only

    rates = {name: median(each) for name, each in measure(SECONDS, TURNS).items()}
    print("Random plies per second, median of", TURNS)
    for name, each in rates.items():
        print(f"  {name:16} {each:9,.0f}   {each / rates['chess']:5.2f} x chess")


def starts() -> None:
    """Time to something to see against a bare Textual app."""
    from bench.starts import measure  # noqa: PLC0415 - not on systems without terminals

    times = {name: median(each) for name, each in measure(TURNS).items()}
    print("Milliseconds until there is something to see, median of", TURNS)
    for name, each in times.items():
        against = times["bare app"] if name.endswith("app") else times["python"]
        peer = "bare app" if name.endswith("app") else "bare python"
        print(f"  {name:16} {each * 1000:9.0f}   {each / against:5.2f} x {peer}")


if __name__ == "__main__":
    print(f"Python {platform.python_version()} on {platform.machine()}")
    asked = sys.argv[1:] or ["plies", "starts"]
    for what in asked:
        {"plies": plies, "starts": starts}[what]()
