"""The rounds of a game as HTML: news, debates, acts, and what happened by itself."""

from __future__ import annotations

from collections.abc import Iterable

from game.export.board import draw_board
from game.export.board.view import View
from game.export.game import Game
from game.export.outline import Exchange, Round, Step
from game.export.page.tags import items, quoted, say, tag
from game.export.telling import does, floor, outcome, remarks, role
from game.review.words import Told, cite
from game.rules import NOBODY, Kind
from game.rules.debate import player, standing

_SIGNS = {"carried": "✓", "failed": "✗", "on the table": "…"}


def timeline(game: Game, rounds: tuple[Round, ...]) -> str:
    """A card for each round, with what was decided in it, that leads to the round."""
    cards = []
    for one in rounds:
        heading = tag("a", f"Round {one.number}", href=f"#round-{one.number}")
        marks = (tag("li", words, class_=kind) for kind, words in _marks(game, one))
        cards.append(tag("b", heading) + tag("ul", *marks))
    return items("ol", cards, class_="timeline")


def _marks(game: Game, one: Round) -> Iterable[tuple[str, str]]:
    scenario = game.scenario
    for item in one.items:
        if isinstance(item, Exchange):
            sign = _SIGNS[outcome(item)]
            name = scenario.motions[item.motion].short
            link = tag("a", say(f"{sign} {name}"), href=f"#debate-{item.number}")
            yield f"by{item.speaker}", link + _hidden(f" {outcome(item)}")
        elif item.side == NOBODY:
            yield "news", say(_headline(game, item))
        else:
            yield f"by{item.side}", say(f"{scenario.sides[item.side].short}: {item.words}")


def _headline(game: Game, step: Step) -> str:
    place = step.decision.subject
    return step.words if place < 0 else game.scenario.headlines[place].title


def told_round(game: Game, one: Round) -> str:
    """A round, with the board as it was after it."""
    parts = [tag("h2", f"Round {one.number}", id=f"title-{one.number}")]
    if one.opening:
        heading = tag("p", f"The start of round {one.number}", class_="close")
        parts.append(tag("div", heading, _changes(one.opening)))
    parts += (
        _exchange(game, item) if isinstance(item, Exchange) else _step(game, item)
        for item in one.items
    )
    if one.close:
        heading = tag("p", f"The close of round {one.number}", class_="close")
        parts.append(tag("div", heading, _changes(one.close)))
    last = _last_ply(one)
    if last is not None:
        board = draw_board(View(game, last))
        name = f"The board after decision {last}"
        parts.append(tag("details", tag("summary", name), tag("figure", board)))
    attributes = {"class": "round", "id": f"round-{one.number}"}
    return tag("section", "\n", "\n".join(parts), "\n", **attributes)


def _last_ply(one: Round) -> int | None:
    if not one.items:
        return None
    last = one.items[-1]
    return last.steps[-1].ply if isinstance(last, Exchange) else last.ply


def _step(game: Game, step: Step) -> str:
    if step.side == NOBODY:
        where = f" – {step.told[0].changes[0]}" if step.told else ""
        head = tag("p", tag("b", "News."), " ", say(f"{step.words}{where}."))
        return tag("div", head, _changes(step.told[1:]), quoted(remarks(step)), class_="news")
    what = f": {step.words}" if step.kind in (Kind.CHOOSE, Kind.ACT) else ""
    head = tag("b", say(f"{does(game, step)}{what}."))
    if step.kind is Kind.ACT:
        act = game.scenario.acts[step.decision.subject]
        head += f" {say(act.text)}{_cited(cite(act.source))}"
    kind = f"step by{step.side}"
    return tag("div", tag("p", head), _changes(step.told), quoted(remarks(step)), class_=kind)


def _exchange(game: Game, exchange: Exchange) -> str:
    scenario = game.scenario
    motion = scenario.motions[exchange.motion]
    state = outcome(exchange)
    badge = tag("span", f"{_SIGNS[state]} {state}", class_=f"badge {state.split(' ')[0]}")
    tier = scenario.ladder.tiers[motion.tier - 1].name
    speaker = scenario.sides[exchange.speaker].name
    intro = say(
        f"{speaker} tables the motion (tier {motion.tier}, {tier}). {motion.text}"
    ) + _cited(cite(motion.source))
    answers = [step for step in exchange.steps if step not in exchange.spoken]
    ended = say(f"{does(game, *answers)}.") if answers else ""
    return tag(
        "article",
        tag("h3", say(f"Debate {exchange.number}: {motion.name}"), " ", badge),
        tag("p", intro),
        _chain(game, exchange),
        tag("p", ended, " ", tag("b", say(floor(game, exchange)))),
        _changes(each for step in answers for each in step.told),
        *(quoted(remarks(step)) for step in answers),
        class_="debate",
        id=f"debate-{exchange.number}",
    )


def _chain(game: Game, exchange: Exchange) -> str:
    debate, scenario = exchange.debate, game.scenario
    rows = []
    for place, (step, stands) in enumerate(zip(exchange.spoken, standing(debate), strict=True)):
        side = player(debate, place)
        argument = scenario.arguments[debate.chain[place]]
        who = tag("span", say(f"{scenario.sides[side].name}, {role(place)}"), class_="who")
        fate = tag("span", "✓ stands" if stands else "✗ falls", class_="fate")
        name = tag("b" if stands else "s", say(argument.name))
        case = tag("q", say(argument.said_by(scenario.sides[side].id))) + _cited(
            cite(argument.source)
        )
        body = tag("div", who, fate) + tag("p", name, " ", case) + _changes(step.told)
        rows.append(tag("li", body, quoted(remarks(step)), class_=f"said by{side}"))
    return tag("ol", *rows, class_="chain")


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
