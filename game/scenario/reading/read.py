"""Reading a scenario from TOML: its shape first, and if that is right its ids and its sense.

All faults of one of the two are found in one run, each with its place.
"""

from __future__ import annotations

import tomllib

from game.scenario.model import FORMAT, Scenario
from game.scenario.reading.across import check_across
from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.faults import ScenarioError
from game.scenario.reading.located import Located
from game.scenario.reading.names import check_names
from game.scenario.reading.precheck import precheck
from game.scenario.reading.sense import check_sense
from game.scenario.reading.shape import read_shape
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
    return read(FaultLog(text, where))


def read(log: FaultLog) -> Scenario:
    """The scenario in a file, with its faults noted in the file's log.

    Raises:
        ScenarioError: as for ``parse``.
    """
    found = document(log)
    _translation(log, found)
    log.close()
    scenario = read_shape(Located(found, (), log))
    log.close()
    log.errors(check_names(scenario))
    named = not log.faults
    log.errors(check_sense(scenario))
    if named:
        log.errors(check_across(scenario))
    log.close()
    return scenario


def document(log: FaultLog) -> dict[str, object]:
    """What stands in a file as TOML's own types.

    Raises:
        ScenarioError: it is not TOML, or not in the format that is read here.
    """
    precheck(log)
    log.close()
    found = _parsed(log)
    _format(log, found)
    log.close()
    return found


def _parsed(log: FaultLog) -> dict[str, object]:
    """The document as TOML's own types."""
    try:
        return tomllib.loads(log.text)
    except tomllib.TOMLDecodeError as error:
        note_syntax(log, error)
    except (RecursionError, ValueError) as error:
        log.at(0, 1, "not-toml", f"This cannot be read as TOML: {shown(str(error), 120)}.", GENERAL)
    raise ScenarioError(log.faults)


def _format(log: FaultLog, document: dict[str, object]) -> None:
    """A newer format is told apart first: its other faults would say nothing."""
    given = document.get("format")
    if isinstance(given, int) and not isinstance(given, bool) and given != FORMAT:
        Located(given, ("format",), log).error(
            "other-format",
            f"The file is written in format {shown(given)}.",
            f"This version of the game reads format {FORMAT}: use a newer version of the game."
            if given > FORMAT
            else f"Write format = {FORMAT}.",
        )


def _translation(log: FaultLog, document: dict[str, object]) -> None:
    """A side file is told apart: that it has no numbers would say nothing."""
    if "translates" in document:
        other = document["translates"]
        Located(other, ("translates",), log).error(
            "side-file",
            f"This is a translation of {shown(other)}, and no scenario by itself.",
            f"Name the scenario: {shown(other)[1:-1]} if it comes with the game, else its own file."
            if isinstance(other, str)
            else "Name the scenario that it translates.",
        )
