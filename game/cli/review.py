"""Reviewing a match: why its worth moved, what would have been better, and what was luck."""

from __future__ import annotations

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import click

from game.cli.lines import check_ply, line_of, seen
from game.cli.options import WholeNumber, json_option, library, saves_option, variation_option
from game.cli.output import progress, write
from game.cli.overview import EPILOG
from game.cli.targets import STANDARD_OUTPUT, target_of
from game.cli.usage import WrongUsage
from game.export import ExportedGame
from game.export.write import write_data
from game.files.folders import user_folder
from game.match import Timeline
from game.match.trouble import shown_path
from game.opponents.search import humble_pool
from game.review.evaluations import BUDGETS, NORMAL
from game.review.evaluator import AT_ONCE, ReviewProgress
from game.review.kept import Findings
from game.review.making import compared, known_review, make_review
from game.review.review_store import Found, ReviewStore
from game.review.reviewed_line import ReviewedLine
from game.telling.messages import english
from game.telling.review import say_found, say_stored

_MOST: Final = 100_000
"""The most playouts for each seed of a position."""

_LOOK: Final = 0.1
"""Seconds between two looks how far the work is."""

_KEEP: Final = 300
"""After so many looks it is kept what was found out since."""

_DRAWN: Final = "⣿─"
"""What the drawings on a terminal are made of."""


class _NamedBudget(WholeNumber):
    """A budget by its name, or in playouts."""

    name = "budget"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        named = BUDGETS.get(value) if isinstance(value, str) else None
        return super().convert(value, param, ctx) if named is None else named


@click.command(epilog=EPILOG)
@click.argument("file")
@variation_option
@click.option(
    "--budget",
    type=_NamedBudget(1, _MOST),
    metavar="HOW",
    help="How much is looked at: quick, normal (the usual one), deep, or a number of playouts.",
)
@click.option(
    "--from",
    "ply",
    type=WholeNumber(),
    default=0,
    metavar="PLY",
    help="What could be reached from the position after so many decisions; usually the start.",
)
@json_option
@click.option("--markdown", is_flag=True, help="As Markdown.")
@click.option("--html", metavar="PATH", help="A page that prints on one sheet; - is this output.")
@click.option("--force", is_flag=True, help="--html: write over the file if it is there.")
@click.option(
    "--verify", is_flag=True, help="Find out anew what is kept, and say whether it is the same."
)
@click.option(
    "--what-if",
    type=WholeNumber(1),
    metavar="N",
    help="What would mostly have come of something else in the place of decision N.",
)
@saves_option
@click.pass_context
def review(
    context: click.Context,
    /,
    file: str,
    variation: int | None,
    budget: int | None,
    ply: int,
    as_json: bool,  # noqa: FBT001 - a flag
    markdown: bool,  # noqa: FBT001 - a flag
    html: str | None,
    force: bool,  # noqa: FBT001 - a flag
    verify: bool,  # noqa: FBT001 - a flag
    what_if: int | None,
) -> int:
    """Find out what was skill and what was luck.

    Of each decision and each piece of news what it was worth to both sides, what would have been
    better, what could have been reached together, and a page to talk about the game by. What is
    found out is kept beside the save: a second call is quick, and a longer one goes on from there,
    also after Ctrl+C. FILE is a file or the name of a save.
    """
    if as_json + markdown + verify + (html is not None) + (what_if is not None) > 1:
        raise WrongUsage("choose one of --json, --markdown, --html, --verify and --what-if")
    saves = library(context)
    match = seen(saves, file)
    line = line_of(match, variation)
    check_ply(line, ply)
    target = None
    if html not in (None, STANDARD_OUTPUT):
        target = target_of(html, saves.find(file))
    store = ReviewStore(match, line.number, user_folder("cache"))
    found, findings = store.load()
    if verify:
        return _verify(line.timeline, found, findings, budget, ply)
    if said := say_found(english(), found):
        write(said, err=True)
    made = _made(line.timeline, findings, budget or NORMAL, ply, store)
    game = ExportedGame.of(match, line.number)
    if what_if is not None:
        _ask(game, made, what_if)
    else:
        form = "json" if as_json else "markdown" if markdown else "text" if html is None else "html"
        _tell(game, made, form, target, force=force)
    if match.trouble:
        raise click.ClickException(match.trouble)
    return 0


def _tell(
    game: ExportedGame, made: ReviewedLine, form: str, target: Path | None, *, force: bool
) -> None:
    """The whole review, on standard output if no file is named; only its form is imported."""
    match form:
        case "json":
            from game.export.review_record import review_record  # noqa: PLC0415 - as said

            _print(review_record(game, made))
        case "markdown":
            from game.export.review_markdown import review_markdown  # noqa: PLC0415 - as said

            _print(review_markdown(game, made))
        case "html":
            from game.export.review_page import review_page  # noqa: PLC0415 - as said

            page = review_page(game, made)
            if target is None:
                _print(page)
                return
            size = write_data(page.encode(), target, force=force)
            said = english().say("review.written", file=shown_path(target), bytes=size)
            write(said, err=True)
        case _:
            from game.export.review_text import review_text  # noqa: PLC0415 - as said

            width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 80
            write(review_text(game, made, width=width, braille=_has_braille()), end="")


def _ask(game: ExportedGame, made: ReviewedLine, number: int) -> None:
    """What would mostly have come of something else in the place of a decision.

    Raises:
        WrongUsage: there was nothing else.
    """
    from game.review.prospects import what_if as asked  # noqa: PLC0415 - seldom wanted
    from game.telling.what_if import say_what_if  # noqa: PLC0415 - as above

    known = {step.ply + 1: step for step in made.review.steps}
    if number not in known:
        near = sorted(sorted(known, key=lambda each: abs(each - number))[:4])
        hint = f"; near it are {', '.join(map(str, near))}" if near else ""
        raise WrongUsage(f"nothing else could be decided or drawn at {number}{hint}")
    try:
        found = asked(made.line, known[number])
    except ValueError as error:
        raise WrongUsage(f"{error}; choose another decision") from None
    for each in say_what_if(game.voice, made, known[number], found):
        write(each)


def _print(text: str) -> None:
    """As bytes, so that a terminal's own encoding changes nothing."""
    click.echo(text.encode(), nl=False)


def _has_braille() -> bool:
    try:
        _DRAWN.encode(sys.stdout.encoding or "ascii")
    except (UnicodeError, LookupError):
        return False
    return True


def _made(
    line: Timeline, findings: Findings, budget: int, ply: int, store: ReviewStore
) -> ReviewedLine:
    """The review, and everything that was found out kept, also if it is broken off."""
    known = known_review(line, findings, budget, ply)
    if known is not None:
        return known
    before = len(findings)
    try:
        made = _worked(line, findings, budget, ply, store)
    except BaseException:
        if len(findings) > before:
            stored = store.keep(findings)
            if stored.where:
                write(english().say("review.stored.interrupted", file=stored.where), err=True)
        raise
    if len(findings) > before and (said := say_stored(english(), store.keep(findings))):
        write(said, err=True)
    return made


def _worked(
    line: Timeline, findings: Findings, budget: int, ply: int, store: ReviewStore | None = None
) -> ReviewedLine:
    """Find out what is not known, in other processes, and show how far that is."""
    watch = ReviewProgress()
    with (
        closing(humble_pool(AT_ONCE)) as pool,
        ThreadPoolExecutor(1) as thread,
        progress(english().say("cli.progress.reviewing")) as bar,
    ):
        making = thread.submit(
            make_review,
            line,
            findings,
            budget,
            thinker=pool,
            progress=watch,
            at_once=AT_ONCE,
            plane=ply,
        )
        try:
            look = 0
            while True:
                try:
                    return making.result(_LOOK)
                except TimeoutError:
                    bar.show(watch.done, watch.playouts)
                look += 1
                if store is not None and look % _KEEP == 0:
                    store.keep(findings)
        except BaseException:
            watch.cancel()
            raise


def _verify(line: Timeline, found: Found, findings: Findings, budget: int | None, ply: int) -> int:
    """Find out anew what is kept, and say whether it is the same; 1 if it is not."""
    say = english().say
    budgets = [each for each, _ in findings.evaluations]
    if not found.fit.holds or not budgets:
        raise click.ClickException(say_found(english(), found) or say("review.verified.none"))
    anew = Findings()
    _worked(line, anew, budget or max(budgets), ply)
    proof = compared(findings, anew)
    key = "review.verified.other" if proof.differ else "review.verified.same"
    told = say(key, file=found.where, count=proof.count, differ=proof.differ)
    write(told, err=bool(proof.differ))
    return int(proof.differ > 0)
