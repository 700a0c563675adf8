"""What is wrong with scenarios."""

from __future__ import annotations

import attrs
import click

from game.authoring.characters import text_of_character
from game.authoring.check import check as faults_of
from game.authoring.codes import codes
from game.authoring.codes import explain as explained
from game.authoring.lessons import text_of_lesson
from game.authoring.sums import check_translation
from game.cli.options import json_option
from game.cli.output import glossary, values, write
from game.cli.overview import EPILOG
from game.cli.usage import WrongUsage
from game.scenario import Fault, ScenarioError
from game.scenario.catalogue import languages, side_file
from game.scenario.reading.faults import listing
from game.teaching.begin import check_lesson_text
from game.telling.messages import english


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--explain", "code", metavar="CODE", help="Say what a fault is, and check nothing.")
@json_option
@click.pass_context
def check(
    context: click.Context,
    files: tuple[str, ...],
    strict: bool,  # noqa: FBT001 - a flag
    code: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Find the faults of scenarios.

    Each with its line: first all those of how a file is written, and when there are none all
    those of what it says. FILE is the file of a scenario, a character or a lesson, or the id of
    one that comes with the game; the translations beside a scenario are checked with it. Errors
    keep a scenario from being played; warnings say what can never happen in it, or always does.
    Exit code 1 if there are errors.
    """
    if code is not None:
        return _explain(code)
    if not files:
        raise click.UsageError("name at least one FILE, or a code to --explain.", context)
    found = {name: _faults(name) for name in files}
    failed = any(
        strict or fault.severity == "error" for faults in found.values() for fault in faults
    )
    if as_json:
        values([_record(name, faults) for name, faults in found.items()])
        return int(failed)
    for name, faults in found.items():
        if faults:
            write(listing(faults))
        write(_sum(name, faults))
    return int(failed)


def _faults(name: str) -> tuple[Fault, ...]:
    """The faults of a scenario and of its translations, of one translation, or of a lesson."""
    try:
        if found := text_of_lesson(name):
            return check_lesson_text(*found)
    except ScenarioError as error:
        return error.faults
    faults = faults_of(name)
    if side_file(name) is not None or any(fault.severity == "error" for fault in faults):
        return faults
    if text_of_character(name) is not None:
        return faults
    sides = (check_translation(name, language) for language in languages(name))
    return (*faults, *(fault for each in sides for fault in each))


def _count(faults: tuple[Fault, ...], severity: str) -> int:
    return sum(fault.severity == severity for fault in faults)


def _sum(name: str, faults: tuple[Fault, ...]) -> str:
    """How many faults of each kind a file has."""
    words = english().say
    if not faults:
        return words("cli.check.good", file=name)
    counts = ((_count(faults, severity), severity) for severity in ("error", "warning"))
    said = [words(f"cli.check.{severity}", faults=count) for count, severity in counts if count]
    counted = words("names.list.comma").join(said)
    return words("cli.check.faulty", file=name, counts=counted, code=faults[0].code)


def _record(name: str, faults: tuple[Fault, ...]) -> dict[str, object]:
    """The faults of a scenario as a program reads them."""
    return {
        "file": name,
        "errors": _count(faults, "error"),
        "warnings": _count(faults, "warning"),
        "faults": [attrs.asdict(fault) for fault in faults],
    }


@click.command(epilog=EPILOG)
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Say why a fault is one.

    With an example. CODE stands in brackets behind the place of a fault. Without one, all codes
    are listed.
    """
    return _explain(code)


def _explain(code: str | None) -> int:
    """Print what a code of a fault means; or all codes, each in a sentence."""
    if code is None:
        listed = [(each.name, each.gist) for _, each in sorted(codes().items())]
        words = english().say
        glossary((words("cli.column.fault"), words("cli.column.about")), listed)
        return 0
    try:
        write(explained(code))
    except ScenarioError as error:
        fault = error.faults[0]
        hint = fault.hint or "shared-enemy scenario explain lists all of them."
        raise WrongUsage(f"{fault.message} {hint}") from None
    return 0
