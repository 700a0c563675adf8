"""A match as one page in HTML that needs nothing else: no script, no network, no other file.

The verdict comes first, then both scores and all tracks as charts with a table of the same
numbers, a timeline of the rounds, and the transcript with the board as it was after each round.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.export.exported_game import ExportedGame
from game.export.outline import Round, outline
from game.export.page.charts import score_chart, track_chart
from game.export.page.document import document
from game.export.page.page_style import look
from game.export.page.tags import items, pairs, quoted, say, tag
from game.export.page.transcript import timeline, told_round
from game.export.result import result
from game.export.summary import (
    account,
    comment,
    facts,
    goal,
    moments,
    numbers,
    really,
    source_note,
    standings,
    verdict,
)
from game.match import Match
from game.telling.messages import number
from game.telling.transcript import say_round


def export(match: Match | ExportedGame) -> str:
    """The page of a match."""
    game = ExportedGame.of(match)
    rounds = outline(game)
    parts = (
        _header(game),
        "<main>",
        *_verdict(game),
        *_charts(game, rounds),
        *_moments(game),
        tag("h2", say(game.voice.say("export.rounds"))),
        timeline(game, rounds),
        *(told_round(game, one) for one in rounds),
        *_really(game),
        "</main>",
        _footer(game),
    )
    return document(game.title, look(game.scenario), parts)


def _header(game: ExportedGame) -> str:
    return tag(
        "header",
        tag("h1", say(game.title)),
        tag("p", say(result(game)), class_="result"),
        pairs(facts(game)),
        *_paragraphs(game.scenario.opening.split("\n\n")),
        quoted(comment(game, game.comments.get(0))),
    )


def _verdict(game: ExportedGame) -> Iterable[str]:
    if not game.over:
        return
    end = verdict(game)
    yield tag("h2", say(end.verdict))
    yield from _paragraphs(end.paragraphs)
    cards = (
        tag(
            "section",
            tag("h3", say(goal(game, each))),
            items("ul", map(say, account(each))),
            class_=f"side side{each.reckoning.side}",
        )
        for each in end.sides
    )
    yield tag("div", *cards, class_="sides")


def _charts(game: ExportedGame, rounds: tuple[Round, ...]) -> Iterable[str]:
    starts = _starts(game)
    yield tag("h2", say(game.voice.say("export.course")))
    yield tag("figure", score_chart(game, starts), class_="score")
    small = (
        tag("figure", track_chart(game, index, starts))
        for index in range(len(game.scenario.tracks))
    )
    yield tag("div", *small, class_="small")
    columns = numbers(game)
    heads = tag(
        "tr",
        tag("th", say(game.voice.say("export.by_round")), scope="col"),
        *(tag("th", say(name), scope="col") for name, _ in columns),
    )
    rows = (
        tag(
            "tr",
            tag("th", say(name), scope="row"),
            *(tag("td", number(tracks[index])) for _, index in columns),
        )
        for name, tracks in standings(game, rounds)
    )
    caption = tag("caption", say(game.voice.say("export.same_in_numbers")))
    body = tag("tbody", "\n", "\n".join(rows), "\n")
    yield tag("div", tag("table", caption, tag("thead", heads), body), class_="wide")


def _moments(game: ExportedGame) -> Iterable[str]:
    """What mattered, each with a way to its round."""
    found = moments(game)
    if found:
        yield tag("h2", say(game.voice.say("export.moments")))
        yield items(
            "ol",
            (
                tag("a", say(say_round(game.voice, round_)), href=f"#round-{round_}")
                + say(f": {what}")
                for round_, _, what in found
            ),
            class_="moments",
        )


def _really(game: ExportedGame) -> Iterable[str]:
    """The game beside what really happened, round by round."""
    found = really(game)
    if found is None:
        return
    yield tag("h2", say(found.title))
    yield tag("p", say(found.about))
    for each in found.rounds:
        yield tag("h3", say(each.heading))
        yield tag("p", say(each.carried))
        for head, told in ((found.struck, each.struck), (found.missed, each.missed)):
            if told:
                yield tag("p", say(head))
                yield items("ul", map(say, told))


def _starts(game: ExportedGame) -> list[int]:
    """The positions at which the rounds begin."""
    found: list[int] = []
    for ply, state in enumerate(game.states):
        if state.round > len(found):
            found.append(ply)
    return found


def _footer(game: ExportedGame) -> str:
    return tag("footer", tag("p", say(source_note(game))))


def _paragraphs(texts: Iterable[str]) -> Iterable[str]:
    return (tag("p", say(each), class_="lead") for each in texts)
