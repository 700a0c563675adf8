"""Reading a scenario from TOML: every fault of a file in one run, each with its place."""

from __future__ import annotations

import tomllib

from game.scenario.model import FORMAT, Scenario
from game.scenario.reading.fault_log import Page
from game.scenario.reading.faults import ScenarioError
from game.scenario.reading.located import Spot
from game.scenario.reading.names import check_names
from game.scenario.reading.precheck import precheck
from game.scenario.reading.sense import check_sense
from game.scenario.reading.shape import CONVERTER
from game.scenario.reading.syntax import GENERAL, note_syntax
from game.text import shown

__all__ = ["ScenarioError", "parse"]


def parse(text: str, where: str) -> Scenario:
    """The scenario that a text describes.

    Args:
        text: TOML.
        where: what the text is called in messages, most often a file's path.

    Raises:
        ScenarioError: the text is no scenario that can be used; the error lists all its faults.
    """
    return read(Page(text, where))


def read(page: Page) -> Scenario:
    """The scenario on a page.

    Raises:
        ScenarioError: as for ``parse``.
    """
    found = document(page)
    _translation(page, found)
    page.close()
    scenario: Scenario = CONVERTER.structure(Spot(found, (), page), Scenario)
    check_names(page, scenario)
    check_sense(page, scenario)
    page.close()
    return scenario


def document(page: Page) -> dict[str, object]:
    """What stands on a page as TOML's own types.

    Raises:
        ScenarioError: it is not TOML, or not in the format that is read here.
    """
    precheck(page)
    page.close()
    found = _parsed(page)
    _format(page, found)
    page.close()
    return found


def _parsed(page: Page) -> dict[str, object]:
    """The document as TOML's own types."""
    try:
        return tomllib.loads(page.text)
    except tomllib.TOMLDecodeError as error:
        note_syntax(page, error)
    except (RecursionError, ValueError) as error:
        page.at(
            0, 1, "not-toml", f"This cannot be read as TOML: {shown(str(error), 120)}.", GENERAL
        )
    raise ScenarioError(page.faults)


def _format(page: Page, document: dict[str, object]) -> None:
    """A newer format is told apart first: its other faults would say nothing."""
    given = document.get("format")
    if isinstance(given, int) and not isinstance(given, bool) and given != FORMAT:
        page.error(
            ("format",),
            "other-format",
            f"The file is written in format {shown(given)}.",
            f"This version of the game reads format {FORMAT}: use a newer version of the game."
            if given > FORMAT
            else f"Write format = {FORMAT}.",
        )


def _translation(page: Page, document: dict[str, object]) -> None:
    """A side file is told apart: that it has no numbers would say nothing."""
    if "translates" in document:
        other = document["translates"]
        page.error(
            ("translates",),
            "side-file",
            f"This is a translation of {shown(other)}, and no scenario by itself.",
            f"Name the scenario: {shown(other)[1:-1]} if it comes with the game, else its own file."
            if isinstance(other, str)
            else "Name the scenario that it translates.",
        )
