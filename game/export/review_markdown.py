"""A review in Markdown: what the payoffs are made of, what mattered, and the page to talk by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.export.exported_game import ExportedGame
from game.export.result import result
from game.review.reviewed_line import ReviewedLine
from game.telling.debrief import debriefing
from game.telling.decided import say_decided, say_with_better
from game.telling.plane import corners, plane_about, plane_points, say_left
from game.telling.review import about, most, say_changes, say_unit, steps, totals
from game.text.escape import markdown as words


def review_markdown(game: ExportedGame, reviewed: ReviewedLine) -> str:
    """A review in Markdown."""
    return "\n\n".join(_blocks(game, reviewed)) + "\n"


def _blocks(game: ExportedGame, reviewed: ReviewedLine) -> Iterator[str]:
    voice = game.voice
    yield _heading(1, voice.say("review.title", title=game.title))
    yield f"**{words(result(game))}**"
    yield _heading(2, voice.say("review.decided"))
    yield _list(say_decided(voice, reviewed))
    yield _heading(2, voice.say("review.most"))
    found = [say_with_better(voice, reviewed, each) for each in most(voice, reviewed)]
    yield _list(found or [voice.say("review.most_nothing")])
    yield _heading(2, voice.say("review.steps"))
    told = steps(voice, reviewed)
    yield words(voice.say("review.unsure" if told else "review.no_steps"))
    for each in told:
        yield f"**{words(voice.say('review.at', when=each.when, what=each.what))}**"
        changes = say_changes(voice, each)
        yield _list(filter(None, (changes, each.mark, each.better)))
    yield _heading(2, voice.say("review.debrief.heading"))
    for section in debriefing(voice, reviewed):
        yield _heading(3, section.heading)
        yield _numbered(section.lines) if section.asks else _list(section.lines)
    yield _heading(2, voice.say("review.total.heading"))
    rows = [(row.label, *row.amounts) for row in totals(voice, reviewed)]
    yield _table(("", voice.side_short(0), voice.side_short(1)), rows)
    yield " ".join(map(words, (say_unit(voice), *about(voice, reviewed))))
    yield _heading(2, voice.say("review.plane.heading"))
    yield " ".join(map(words, plane_about(voice, reviewed)))
    points = (*plane_points(voice, reviewed), *corners(voice, reviewed))
    yield _list(each.words for each in points)
    if left := say_left(voice, reviewed):
        yield words(left)


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {words(text)}"


def _list(texts: Iterable[str]) -> str:
    return "\n".join(f"- {words(text)}" for text in texts)


def _numbered(texts: Iterable[str]) -> str:
    return "\n".join(f"{number}. {words(text)}" for number, text in enumerate(texts, 1))


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; the first column holds words, the others numbers."""
    names = [words(head) for head in heads]
    lines = [names, ["---", *("---:" for _ in names[1:])]]
    lines += [[words(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
