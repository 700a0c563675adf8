"""Proving saves."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.library import rescue_hint
from game.cli.options import json_option, library, saves_option
from game.cli.output import say, values
from game.cli.overview import EPILOG
from game.match import Library, MatchError, Report
from game.match import verify as prove
from game.match.fork import fork
from game.match.trouble import named, unforeseen


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@json_option
@saves_option
@click.pass_context
def verify(context: click.Context, files: tuple[str, ...], as_json: bool) -> int:  # noqa: FBT001 - a flag
    """Prove that saves are whole.

    They are played again, and every line is compared. FILE is a file or the name of a save. Of
    two saves of one match it is also said where they part. Exit code 1 if anything differs.
    """
    saves = library(context)
    failed = False
    records = []
    for name in files:
        path: Path | None = None
        try:
            path = saves.find(name)
            report = prove(path)
        except Exception as error:
            # Foreseen or not: it is this save's own, and the others are proved all the same.
            known = isinstance(error, MatchError)
            what = str(error) if known else f"{named(name)}: {unforeseen(error)}"
            what += "" if path is None else rescue_hint(saves, saves.entry(path))
            failed = True
            records.append({"file": name, "good": False, "what": what})
            if not as_json:
                say(what, err=True)
            continue
        failed = failed or not report.good
        records.append(record(report))
        if not as_json:
            hint = rescue_hint(saves, saves.entry(path)) if report.line else ""
            say(f"{report}{hint}", err=not report.good)
    if as_json:
        values(records)
    elif len(files) == 2 and not failed:
        _compare(saves, *files)
    return int(failed)


def _compare(saves: Library, one: str, other: str) -> None:
    """Say of two saves of one match where they part; of saves of two matches nothing."""
    first, second = (saves.find(name) for name in (one, other))
    parting = fork(first, second)
    if parting is None:
        return
    if parting.apart:
        how = f"part after decision {parting.decisions}, in line {parting.line}"
    elif first.read_bytes() == second.read_bytes():
        how = "are the same"
    else:
        longer = one if first.stat().st_size > second.stat().st_size else other
        how = f"agree up to decision {parting.decisions}; {longer} goes on from there alone"
    say(f"{one} and {other} are saves of one match and {how}.")


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
