"""Checks of entries that do not go together: asked only of a scenario whose ids are right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.scenario.kinds import Words
from game.scenario.model import Argument, Scenario
from game.scenario.reading.finding import Finding
from game.scenario.reading.names import THAW, endings
from game.scenario.reading.places import Path
from game.scenario.reading.starts import check_situations, check_variants
from game.scenario.walk import walk
from game.text import shown


def check_across(scenario: Scenario) -> Iterator[Finding]:
    """Every fault of entries with each other."""
    for index, argument in enumerate(scenario.arguments):
        yield from _cases(("arguments", index, "case"), argument)
    yield from check_situations(scenario)
    yield from check_variants(scenario)
    yield from _epilogues(scenario)
    yield from _paragraphs(scenario)


def _cases(path: Path, argument: Argument) -> Iterator[Finding]:
    """Whether each side that holds an argument has words for it, and nobody else."""
    if isinstance(argument.case, str):
        return
    for side in argument.held_by:
        if side not in argument.case:
            yield Finding(
                path,
                "missing-case",
                f"{shown(side)} holds {shown(argument.id)} and has no words for it.",
                f"Add {side} = to its case.",
            )
    for side in argument.case:
        if side not in argument.held_by:
            yield Finding(
                (*path, side),
                "idle-case",
                f"{shown(side)} has words for {shown(argument.id)} and does not hold it.",
                "Take them out, or add the side to held_by.",
                part="key",
            )


def _epilogues(scenario: Scenario) -> Iterator[Finding]:
    named = endings(side.id for side in scenario.sides)
    if scenario.payoff.thaw_within:
        named = (*named, THAW)
    for ending in named:
        if ending not in scenario.epilogues:
            yield Finding(
                ("epilogues", ending),
                "missing-epilogue",
                f'The ending "{ending}" has no epilogue.',
                f"Add [epilogues.{ending}] with a title and a text.",
                part="key",
            )


CITED: Final = Words(20, cited=True)
"""What the model says of a word that cites a paragraph."""


def _paragraphs(scenario: Scenario) -> Iterator[Finding]:
    """Whether each paragraph is told once, and whatever is cited is told."""
    told: set[str] = set()
    for place, each in enumerate(scenario.source.paragraphs):
        if each.cite in told:
            yield Finding(
                ("source", "paragraphs", place, "cite"),
                "paragraph-twice",
                f"{shown(each.cite)} is told twice.",
                "Make one paragraph of the two, or cite them apart.",
            )
        told.add(each.cite)
    if not told:
        return
    for leaf in walk(scenario):
        if leaf.kind == CITED and leaf.value not in told and leaf.path[0] != "source":
            yield Finding(
                leaf.path,
                "unknown-paragraph",
                f"There is no paragraph {shown(str(leaf.value))} in the source.",
                "Name it under [source], or take another one.",
                tuple(each.cite for each in scenario.source.paragraphs),
            )
