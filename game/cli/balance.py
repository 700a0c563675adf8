"""What an author measures before anybody plays: many matches at once."""

from __future__ import annotations

from typing import Final

import click

from game.cli.group import LazyGroup
from game.cli.overview import Commands

COMMANDS: Final[Commands] = {
    "compare": ("game.cli.versions:compare", "Compare two versions of a scenario."),
    "fingerprints": (
        "game.cli.fingerprints:fingerprints",
        "Measure how each character behaves.",
    ),
    "fit": ("game.cli.strength:fit", "Find weights for the evaluation."),
    "hardness": ("game.cli.hardness:hardness", "Measure how hard each opponent is."),
    "ladder": ("game.cli.strength:ladder", "Play each level against the one below it."),
    "merge": ("game.cli.versions:merge", "Put the matches of several stores into one."),
    "plain": ("game.cli.strength:plain", "Play the search against plain UCT."),
    "properties": (
        "game.cli.measuring:properties",
        "Measure whether a scenario is fair and alive.",
    ),
    "rejudge": ("game.cli.versions:rejudge", "Judge the same games by other thresholds."),
    "robin": ("game.cli.strength:robin", "Let opponents play each against each."),
}


@click.group(cls=LazyGroup, table=COMMANDS)
def balance() -> None:
    """Measure scenarios on many matches."""
