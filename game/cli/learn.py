"""The lessons on the command line."""

from __future__ import annotations

import click

from game.cli.options import library, plain_option, saves_option
from game.cli.output import glossary, write
from game.cli.overview import EPILOG
from game.cli.screens import need_terminal, show
from game.cli.usage import WrongUsage
from game.match import Library, Match
from game.scenario import ScenarioError
from game.scenario.lessons import lesson as read_lesson
from game.scenario.lessons import lessons
from game.teaching.begin import begin_lesson
from game.teaching.marks import marks
from game.telling.messages import english


@click.command(epilog=EPILOG)
@click.argument("lesson", required=False)
@click.option("--anew", is_flag=True, help="Begin it from its start, even if it was begun before.")
@plain_option
@saves_option
@click.pass_context
def learn(
    context: click.Context,
    lesson: str | None,
    anew: bool,  # noqa: FBT001 - a flag
    plain: bool,  # noqa: FBT001 - a flag
) -> int:
    """Learn the game in short lessons.

    Without a LESSON they are listed, with those that were begun and done. A lesson that was begun
    goes on where it was left.
    """
    saves = library(context)
    if lesson is None:
        return _list(saves)
    if not plain:
        need_terminal()
    try:
        taught = read_lesson(lesson)
    except ScenarioError as error:
        first = error.faults[0]
        if first.code != "unknown-lesson":
            raise
        known = ", ".join(first.known) or "none"
        raise WrongUsage(f"{first.message} {first.hint} Lessons: {known}.") from None
    begun = None if anew else marks(saves, {taught.id: taught})[taught.id].save

    def go() -> Match:
        return begin_lesson(lesson, saves) if begun is None else Match.open(saves.journal(begun))

    if not plain:
        return show(saves, go())
    from game.cli import plain as lines  # noqa: PLC0415 - not for the app

    play = lines.begin if begun is None else lines.resume
    return play(go, saves)


def _list(saves: Library) -> int:
    """Print every lesson with how far one is in it; what is wrong with one hides no other."""
    words, found = english().say, lessons()
    good = {each.id: each.lesson for each in found if each.lesson is not None}
    how_far = marks(saves, good)
    for each in found:
        if each.error is not None:
            write(str(each.error), err=True)
    rows = [
        (
            each.id,
            words(
                "cli.learn.listed",
                place=each.place,
                name=each.name,
                about=each.about,
                mark=words(f"lesson.mark.{how_far[each.id].mark.value}"),
            ),
        )
        for each in good.values()
    ]
    glossary((words("cli.column.name"), words("cli.column.about")), rows)
    return 0
