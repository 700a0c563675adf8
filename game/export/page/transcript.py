"""The rounds of a game as HTML: news, debates, acts, and what happened by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.export.board import draw_board
from game.export.board.view import View
from game.export.exported_game import ExportedGame
from game.export.outline import OutlinedDebate, OutlinedDecision, Round
from game.export.page.tags import aside, items, quoted, say, tag
from game.export.summary import (
    debated,
    deed,
    ended,
    floor,
    happened,
    headline,
    hour,
    motion,
    outcome,
    remarks,
)
from game.rules import NOBODY, Kind
from game.telling.changes import Told
from game.telling.debate import Speech
from game.telling.transcript import say_round

_SIGNS: Final = {"carried": "✓", "failed": "✗", "open": "…"}


def timeline(game: ExportedGame, rounds: tuple[Round, ...]) -> str:
    """A card for each round, with what was decided in it, that leads to the round."""
    cards = []
    for one in rounds:
        heading = tag("a", say(say_round(game.voice, one.number)), href=f"#round-{one.number}")
        marks = (tag("li", words, class_=kind) for kind, words in _marks(game, one))
        cards.append(tag("b", heading) + tag("ul", *marks))
    return items("ol", cards, class_="timeline")


def _marks(game: ExportedGame, one: Round) -> Iterable[tuple[str, str]]:
    scenario = game.scenario
    for item in one.items:
        if isinstance(item, OutlinedDebate):
            name = f"{_SIGNS[item.outcome]} {scenario.motions[item.motion].short}"
            link = tag("a", say(name), href=f"#debate-{item.number}")
            yield f"by{item.speaker}", link + _hidden(f" {outcome(game, item)}")
        elif item.side == NOBODY:
            yield "news", say(_headline(game, item))
        else:
            who = game.voice.side_short(item.side)
            yield f"by{item.side}", say(f"{who}: {item.words}")


def _headline(game: ExportedGame, step: OutlinedDecision) -> str:
    place = step.decision.subject
    if step.kind is not Kind.DRAW or place < 0:
        return step.words
    return game.scenario.headlines[place].title


def told_round(game: ExportedGame, one: Round) -> str:
    """A round, with the board as it was after it."""
    voice = game.voice
    parts = [tag("h2", say(say_round(game.voice, one.number)), id=f"title-{one.number}")]
    if one.opening:
        heading = tag("p", say(voice.say("export.opens", round=one.number)), class_="close")
        parts.append(tag("div", heading, _changes(one.opening)))
    if one.situation is not None:
        parts.append(_step(game, one.situation))
    if mood := hour(game, one):
        parts.append(tag("p", say(mood), class_="hour"))
    parts += (
        _exchange(game, item) if isinstance(item, OutlinedDebate) else _step(game, item)
        for item in one.items
    )
    if one.close:
        heading = tag("p", say(voice.say("export.closes", round=one.number)), class_="close")
        parts.append(tag("div", heading, _changes(one.close)))
    last = _last_ply(one)
    if last is not None:
        board = draw_board(View(game, last))
        name = say(voice.say("export.board_after", ply=last))
        parts.append(tag("details", tag("summary", name), tag("figure", board)))
    attributes = {"class": "round", "id": f"round-{one.number}"}
    return tag("section", "\n", "\n".join(parts), "\n", **attributes)


def _last_ply(one: Round) -> int | None:
    if not one.items:
        return None
    last = one.items[-1]
    return last.steps[-1].ply if isinstance(last, OutlinedDebate) else last.ply


def _step(game: ExportedGame, step: OutlinedDecision) -> str:
    """News, an answer to it, an act, or a visit at home."""
    if step.side == NOBODY:
        (label, text), kind = headline(game, step), "news"
        changes = items("ul", map(say, happened(step)), class_="changes")
    else:
        (label, text), kind = deed(game, step), f"step by{step.side}"
        changes = _changes(step.told)
    head = tag("p", tag("b", say(label)), f" {say(text)}".rstrip())
    quotes = aside((each.sentence for each in step.heard.quotes), "quote")
    others = aside((each.sentence for each in step.heard.remarks), "remark")
    return tag("div", head, quotes, changes, others, quoted(remarks(game, step)), class_=kind)


def _exchange(game: ExportedGame, exchange: OutlinedDebate) -> str:
    badge = f"{_SIGNS[exchange.outcome]} {outcome(game, exchange)}"
    return tag(
        "article",
        tag(
            "h3",
            say(debated(game, exchange)),
            " ",
            tag("span", say(badge), class_=f"badge {exchange.outcome}"),
        ),
        *(tag("p", say(each)) for each in motion(game, exchange)),
        _chain(game, exchange),
        tag("p", say(ended(game, exchange)), " ", tag("b", say(floor(game, exchange)))),
        _changes(each for step in exchange.answers for each in step.told),
        aside((each.sentence for each in exchange.steps[-1].heard.remarks), "remark"),
        *(quoted(remarks(game, step)) for step in exchange.answers),
        class_="debate",
        id=f"debate-{exchange.number}",
    )


def _chain(game: ExportedGame, exchange: OutlinedDebate) -> str:
    said = zip(exchange.spoken, exchange.speeches, strict=True)
    rows = (
        tag("li", _speech(game, step, speech), class_=f"said by{speech.side}")
        for step, speech in said
    )
    return tag("ol", *rows, class_="chain")


def _speech(game: ExportedGame, step: OutlinedDecision, speech: Speech) -> str:
    """What was said, which argument it is, what is behind it, and what it changed."""
    sign = "✓" if speech.stands else "✗"
    lead = tag("span", say(speech.lead), class_="who")
    fate = tag("span", say(f"{sign} {speech.fate}"), class_="fate")
    title = tag("b" if speech.stands else "s", say(speech.title)) + _cited(speech.source)
    note = tag("p", say(speech.note), class_="note") if speech.note else ""
    return "".join(
        (
            tag("div", lead, fate),
            tag("p", say(speech.quoted)),
            tag("p", title, class_="argument"),
            note,
            aside((each.sentence for each in step.heard.quotes), "quote"),
            _changes(step.told),
            quoted(remarks(game, step)),
        )
    )


def _changes(told: Iterable[Told]) -> str:
    return items(
        "ul",
        (
            tag("span", say(each.why), class_="why")
            + _cited(each.source)
            + say(f": {', '.join(each.changes)}")
            for each in told
        ),
        class_="changes",
    )


def _cited(cited: str) -> str:
    return f" {tag('cite', say(cited))}" if cited else ""


def _hidden(words: str) -> str:
    """Words for those who hear the page."""
    return tag("span", say(words), class_="hidden")
