"""Verifying saves."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.library import rescue_hint
from game.cli.options import json_option, library, saves_option
from game.cli.output import progress, say, values, write
from game.cli.overview import EPILOG
from game.match import Library, MatchError, Report
from game.match import verify as report_of
from game.match.fork import fork
from game.match.trouble import named, unforeseen
from game.telling.messages import english
from game.telling.notices import say_report
from game.value import frozen


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@json_option
@saves_option
@click.pass_context
def verify(context: click.Context, files: tuple[str, ...], as_json: bool) -> int:  # noqa: FBT001 - a flag
    """Verify that saves are whole.

    They are played again, and every line is compared. FILE is a file or the name of a save. Of
    two saves of one match it is also said where they part. Exit code 1 if anything differs.
    """
    saves = library(context)
    found = []
    with progress(english().say("cli.progress.verifying"), wanted=len(files) > 1) as bar:
        for name in bar.over(files):
            one = _verified(saves, name)
            found.append(one)
            if not as_json:
                with bar.aside():
                    write(one.told, err=not one.good)
    good = all(each.good for each in found)
    if as_json:
        values([each.record for each in found])
    elif len(files) == 2 and good:
        _compare(saves, *files)
    return int(not good)


@frozen
class _Checked:
    """What was found out about a save: for people, and for programs."""

    good: bool
    told: str
    record: dict[str, object]


def _verified(saves: Library, name: str) -> _Checked:
    path: Path | None = None
    try:
        path = saves.find(name)
        report = report_of(path)
    except Exception as error:
        # Foreseen or not: it is this save's own, and the others are verified all the same.
        known = isinstance(error, MatchError)
        what = str(error) if known else f"{named(name)}: {unforeseen(error)}"
        what += "" if path is None else rescue_hint(saves, saves.entry(path))
        return _Checked(good=False, told=what, record={"file": name, "good": False, "what": what})
    hint = rescue_hint(saves, saves.entry(path)) if report.line else ""
    return _Checked(
        good=report.good, told=f"{say_report(english(), report)}{hint}", record=record(report)
    )


def _compare(saves: Library, one: str, other: str) -> None:
    """Say of two saves of one match where they part; of saves of two matches nothing."""
    first, second = (saves.find(name) for name in (one, other))
    parting = fork(first, second)
    if parting is None:
        return
    decisions = parting.decisions
    if parting.apart:
        say("cli.verify.apart", one=one, other=other, decisions=decisions, line=parting.line)
    elif first.read_bytes() == second.read_bytes():
        say("cli.verify.same", one=one, other=other)
    else:
        longer = one if first.stat().st_size > second.stat().st_size else other
        say("cli.verify.longer", one=one, other=other, decisions=decisions, longer=longer)


def record(report: Report) -> dict[str, object]:
    """A report as a program reads it: what is good, and the first thing that is not."""
    fault = report.fault
    return {
        "file": report.where,
        "good": report.good,
        "decisions": report.decisions,
        "head_code": report.code,
        "closed": report.closed,
        "line": report.line,
        "what": report.what,
        "field": fault.field if fault else None,
        "expected": fault.expected if fault else None,
        "found": fault.found if fault else None,
        "torn": report.torn,
    }
