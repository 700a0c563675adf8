"""Scenarios on the command line: which there are, what they say, and what is wrong with them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

import attrs
import click

from game.authoring.check import check
from game.authoring.codes import codes, explain
from game.authoring.starter import starter
from game.authoring.sums import check_translation, words_table
from game.cli.output import introduce, say, values
from game.cli.usage import WrongUsage
from game.scenario import Fault, ScenarioError, load, scenarios
from game.scenario.catalogue import ids, languages, side_file
from game.scenario.reading.faults import listing
from game.text import clean, line
from game.text.filename import unportable

STANDARD_OUTPUT: Final = "-"


# ---------------------------------------------------------------------- which there are


def list_scenarios(*, as_json: bool) -> int:
    """Print the scenarios that come with the game."""
    found = scenarios()
    if as_json:
        values(
            [
                {
                    "id": each.id,
                    "file": str(each.path),
                    "title": each.title,
                    "summary": each.summary,
                    "languages": list(languages(each.id)),
                    "error": None if each.error is None else str(each.error),
                }
                for each in found
            ]
        )
        return 0
    for each in found:
        if each.error is not None:
            say(str(each.error), err=True)
            continue
        into = languages(each.id)
        also = f" (Also in: {', '.join(into)})" if into else ""
        introduce(each.id, f"{each.title}. {each.summary}{also}")
    return 0


# ---------------------------------------------------------------------- what is wrong with them


def check_files(names: tuple[str, ...], *, strict: bool, as_json: bool) -> int:
    """Print the faults of scenarios; 1 if one of them has errors, or if strict any fault."""
    found = {name: _faults(name) for name in names}
    failed = any(
        strict or fault.severity == "error" for faults in found.values() for fault in faults
    )
    if as_json:
        values([_record(name, faults) for name, faults in found.items()])
        return int(failed)
    for name, faults in found.items():
        if faults:
            say(listing(faults))
        say(f"{name}: {_sum(faults)}")
    return int(failed)


def _faults(name: str) -> tuple[Fault, ...]:
    """The faults of a scenario and of its translations, or of one translation."""
    faults = check(name)
    if side_file(name) is not None or any(fault.severity == "error" for fault in faults):
        return faults
    sides = (check_translation(name, language) for language in languages(name))
    return (*faults, *(fault for each in sides for fault in each))


def _count(faults: tuple[Fault, ...], severity: str) -> int:
    return sum(fault.severity == severity for fault in faults)


def _sum(faults: tuple[Fault, ...]) -> str:
    if not faults:
        return "good"
    counts = ((_count(faults, severity), severity) for severity in ("error", "warning"))
    said = (f"{count} {severity}{'' if count == 1 else 's'}" for count, severity in counts if count)
    example = faults[0].code
    return f"{', '.join(said)}. More about one: shared-enemy scenario explain {example}"


def _record(name: str, faults: tuple[Fault, ...]) -> dict[str, object]:
    """The faults of a scenario as a program reads them."""
    return {
        "file": name,
        "errors": _count(faults, "error"),
        "warnings": _count(faults, "warning"),
        "faults": [attrs.asdict(fault) for fault in faults],
    }


def explain_code(code: str | None) -> int:
    """Print what a code of a fault means; or all codes, each in a sentence."""
    if code is None:
        say("\n".join(f"{each.name}: {each.gist}" for _, each in sorted(codes().items())))
        return 0
    try:
        say(explain(code))
    except ScenarioError as error:
        fault = error.faults[0]
        hint = fault.hint or "shared-enemy scenario explain lists all of them."
        raise WrongUsage(f"{fault.message} {hint}") from None
    return 0


# ---------------------------------------------------------------------- what they say


def show_scenario(name: str, language: str | None) -> int:
    """Print a scenario as a rulebook."""
    from game.rules import Rulebook  # noqa: PLC0415 - no other command tells a scenario
    from game.telling.rulebook import rulebook  # noqa: PLC0415 - as above
    from game.telling.voice import Voice  # noqa: PLC0415 - as above

    say(rulebook(Voice(Rulebook(load(name, language)))), end="")
    return 0


def show_words(name: str) -> int:
    """Print of which words a translation of a scenario is made, as its side file says it."""
    say(words_table(load(name)), end="")
    return 0


# ---------------------------------------------------------------------- writing them


def new_scenario(name: str, output: str | None) -> int:
    """Write a scenario to begin with."""
    text = starter(name)
    if output is None and (fault := unportable(f"{name}.toml")):
        raise WrongUsage(f"{fault}; choose another id, or name the file with -o")
    if name in ids():
        say(f"A scenario {name} comes with the game; yours is played by its file.", err=True)
    file = _write(output or f"{name}.toml", text)
    if file is not None:
        say(
            f"{file} is a whole small game. Change it piece by piece, and after each "
            f"change: shared-enemy scenario check {file}",
            err=True,
        )
    return 0


def write_schema(output: str | None) -> int:
    """Write the JSON Schema of scenarios."""
    from game.authoring.schema import schema  # noqa: PLC0415 - no other command needs it

    file = _write(
        output or STANDARD_OUTPUT, json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    )
    if file is not None:
        say(
            f"Editors with a language server for TOML read it if this is the first line of a "
            f"scenario: #:schema {file}",
            err=True,
        )
    return 0


def _write(output: str, text: str) -> str | None:
    """Write a file that is not there yet, or print; what a message calls the file.

    Raises:
        WrongUsage: not every system can have a file of this name.
        ClickException: there is such a file, or it cannot be written.
    """
    if output == STANDARD_OUTPUT:
        say(text, end="")
        return None
    file, named = Path(output), line(output)
    if fault := unportable(file.name):
        raise WrongUsage(f"{fault}; choose another name with -o")
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        raise click.ClickException(
            f"{named} is there already and was not changed; choose another name with -o"
        ) from None
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{named} was not written: {_because(error)}") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as written:
            written.write(text)
    except OSError as error:
        file.unlink(missing_ok=True)
        raise click.ClickException(f"{named} was not written: {_because(error)}") from None
    return named


def _because(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return clean(said)
