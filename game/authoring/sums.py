"""Of which words a translation was made: a side file may hold a short sum of each text.

When a text of the scenario changes its sum does, too, and that text is named, and no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

from game.scenario.catalogue import load, read_side_file
from game.scenario.model import Scenario
from game.scenario.reading.fault_log import FaultLog, spelt
from game.scenario.reading.faults import Fault, ScenarioError
from game.scenario.reading.finding import Finding
from game.scenario.reading.located import Located
from game.scenario.reading.places import Path
from game.scenario.reading.read import document
from game.scenario.reading.translation import WORDS, texts, translate
from game.text import shown
from game.value import frozen


@frozen
class Stale:
    """A text of a side file that may no longer say what the scenario says.

    Attributes:
        path: its place in the side file; or the place of a sum that stands for no text.
        now: what the scenario says there now; nothing if it has no such text any more.
        sum: the sum of that.
        marked: whether the side file says at all which words it translates there.
    """

    path: Path
    now: str | None
    sum: str = ""
    marked: bool = True


def sums(scenario: Scenario) -> dict[Path, str]:
    """For each text of a scenario that is translated, by its place in a side file, a short sum.

    It changes with every change of the text, and with nothing else.
    """
    return {place: _sum(str(leaf.value)) for place, leaf in texts(scenario)}


def stale(scenario: Scenario, text: str, where: str) -> tuple[Stale, ...]:
    """The texts of a side file that translate other words than the scenario has now.

    It may be whole all the same, and is read; but somebody should compare the two. A side file
    that says of no text which words it translates is taken at its word.

    Raises:
        ScenarioError: the side file is not TOML, or its sums are no table.
    """
    log = FaultLog(text, where)
    said = document(log).get(WORDS)
    if said is None:
        return ()
    if not isinstance(said, dict):
        Located(said, (WORDS,), log).refuse(
            f"a table; shared-enemy scenario words {scenario.id} prints it"
        )
        log.close()
    given = dict(_leaves(said, ()))
    found = []
    for place, leaf in texts(scenario):
        now = str(leaf.value)
        if given.get(place) != _sum(now):
            found.append(Stale(place, now, _sum(now), marked=place in given))
        given.pop(place, None)
    return (*found, *(Stale((WORDS, *place), None) for place in given))


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _leaves(table: object, path: Path) -> Iterator[tuple[Path, object]]:
    """What stands in a table or list, each thing that is neither with its place."""
    if isinstance(table, dict | list):
        pairs = table.items() if isinstance(table, dict) else enumerate(table)
        for key, each in pairs:
            yield from _leaves(each, (*path, key))
    else:
        yield path, table


def words_table(scenario: Scenario) -> str:
    """The sums of all texts, as a side file has them: one line for each entry of a scenario.

    What a scenario only counts, such as the press, stands in a list, each of it in a line as well.
    """
    tree: dict[str | int, Any] = {}
    for place, each in sums(scenario).items():
        branch = tree
        for step in place[:-1]:
            branch = branch.setdefault(step, {})
        branch[place[-1]] = each
    lines = [f"[{WORDS}]"]
    for key, each in tree.items():
        if isinstance(each, str):
            lines.append(f"{key} = {_inline(each)}")
        elif 0 in each:
            lines += [f"{key} = [", *(f"  {_inline(inner)}," for inner in each.values()), "]"]
        else:
            lines += [f"{key}.{name} = {_inline(inner)}" for name, inner in each.items()]
    return "\n".join(lines) + "\n"


def _inline(branch: Any) -> str:  # noqa: ANN401 - a text, or a table of such
    if isinstance(branch, str):
        return f'"{branch}"'
    if 0 in branch:
        return f"[{', '.join(_inline(each) for each in branch.values())}]"
    inside = ", ".join(f"{key} = {_inline(each)}" for key, each in branch.items())
    return f"{{ {inside} }}"


def check_translation(name: str | File, language: str) -> tuple[Fault, ...]:
    """All faults of the translation of a scenario into a language: its errors, or its warnings.

    Args:
        name: the scenario, an id or a file.
        language: one of its ``languages``.
    """
    try:
        scenario = load(name)
        text, where = read_side_file(name, language)
        translate(scenario, text, where, language)
        old = stale(scenario, text, where)
    except ScenarioError as error:
        return error.faults
    log = FaultLog(text, where)
    for each in old:
        log.warning(Finding(each.path, "stale-translation", *_compare(each)))
    return log.in_order()


def _compare(text: Stale) -> tuple[str, str]:
    """What is said of a text that may be out of date, and what to do."""
    if text.now is None:
        return "The scenario has no text at this place.", "Take the sum out."
    then = f'then give {spelt((WORDS, *text.path))} the sum "{text.sum}".'
    if text.marked:
        message = f"The scenario says {shown(text.now)} here now; other words were translated."
        return message, f"Translate these, {then}"
    message = f"The scenario says {shown(text.now)} here, and no sum tells what was translated."
    return message, f"Compare the two, {then}"
