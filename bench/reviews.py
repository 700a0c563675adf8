"""What a review of the example game costs, in processor time and in playouts, and what it costs to
read one that is kept.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from attrs import frozen

from bench.starts import environment
from game.match import Match, Timeline
from game.opponents.search import Alone
from game.review.chain import review
from game.review.evaluations import AGAIN, NORMAL, PICKING, VALUING, Evaluations, stages
from game.review.evaluator import Evaluator, ReviewProgress
from game.review.links import Links
from game.rules import Phase

EXAMPLE: Final = Path(__file__).parents[1] / "saves" / "grand-bargain.jsonl"

COUNTED: Final = 100
"""Playouts for each seed when it is only counted how many positions there are."""

SAMPLE: Final = 6
"""One in so many positions is looked at with the whole budget."""

CORES: Final = 2


@frozen
class Cost:
    """What a review costs.

    Attributes:
        first: seconds until the first marks.
        again: seconds if everything is known.
        positions: how many are evaluated with the whole budget.
        marked: how many are looked at again, if whatever seems to have a mark at a coarse look is:
            rather too many than too few.
        playouts: how many that takes, the coarser looks and the second one included.
        rate: playouts per second of processor time.
        seconds: for the whole review.
    """

    first: float
    again: float
    positions: int
    marked: int
    playouts: int
    rate: float
    seconds: float


def example() -> Timeline:
    """The example game."""
    return Match.open(EXAMPLE, read_only=True).tree.timeline


def measure(budget: int = NORMAL) -> Cost:
    """What a review of the example costs, by one in ``SAMPLE`` of its positions."""
    line, known, thinker = example(), Evaluations(), Alone()
    first = _timed(lambda: review(line, stages(budget)[0], thinker=thinker, known=known))
    review(line, COUNTED, thinker=thinker, known=known)
    again = _timed(lambda: review(line, COUNTED, known=known))
    links = Links(line, Evaluator(line.book, thinker, known, ReviewProgress()))
    evaluator = Evaluator(line.book, thinker, Evaluations(), ReviewProgress())
    wanted = evaluator.lacks([*links.positions(), *links.alternatives(COUNTED)], budget)
    sample = [each for each in wanted[::SAMPLE] if each.phase is not Phase.END]
    seconds = _timed(lambda: evaluator.evaluate(sample, budget))
    trees = len(VALUING) + len(PICKING)
    rate = budget * trees * len(sample) / seconds
    marked = sum(
        len(step.considered)
        for step in links.steps(COUNTED, settled=False)
        if step.mark is not None
    )
    playouts = trees * (len(wanted) * sum(stages(budget)) + marked * AGAIN * budget)
    return Cost(first, again, len(wanted), marked, playouts, rate, playouts / rate)


def _timed(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return time.process_time() - began


def reopened(turns: int) -> dict[str, list[float]]:
    """Seconds of the processor for the command that shows a review that is kept, beside what every
    command costs, and a library that others start with.
    """
    program = str(Path(sys.executable).with_name("shared-enemy"))
    with TemporaryDirectory() as folder:
        save = Path(folder, "kept.jsonl")
        shutil.copy(EXAMPLE, save)
        kept = [program, "review", str(save), "--budget", "1"]
        calls = {
            "import rich.console": [sys.executable, "-c", "import rich.console"],
            "--version": [program, "--version"],
            "review, kept": kept,
        }
        for each in calls.values():  # finds out what is to be kept, and compiles
            _spent(each)
        rounds = [{name: _spent(each) for name, each in calls.items()} for _ in range(turns)]
    return {name: [each[name] for each in rounds] for name in calls}


def _spent(arguments: list[str]) -> float:
    """Seconds of the processor until a program has ended."""
    before = _children()
    subprocess.run(  # noqa: S603 - ours
        arguments,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
