"""A match as a transcript in Markdown that reads as a debate.

Rounds are chapters: news, motions with what was said for and against them, acts, and what
happened by itself, each change with its cause and the paragraphs of the source behind it. The
verdict and the numbers by round come first, for whoever reads no further. Plain CommonMark, and
tables as most readers know them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.export.game import Game
from game.export.outline import Exchange, Round, Step, outline
from game.export.telling import (
    BY_ROUND,
    comment,
    does,
    facts,
    floor,
    numbers,
    outcome,
    reckoning,
    remarks,
    result,
    role,
    standings,
    turning_points,
)
from game.match import Match
from game.review.ending import ending
from game.review.words import Told, cite, plain
from game.rules import NOBODY, Kind
from game.rules.debate import player
from game.text.escape import markdown as words


def export(match: Match | Game) -> str:
    """The transcript of a match."""
    game = Game.of(match)
    rounds = outline(game)
    blocks = [
        *_title(game),
        *(_verdict(game) if game.over else ()),
        *_table(game, rounds),
        *_moments(game),
        *(block for each in rounds for block in _round(game, each)),
        *_source(game),
    ]
    return "\n\n".join(blocks) + "\n"


def _title(game: Game) -> Iterator[str]:
    yield f"# {words(game.title)}"
    yield f"**{words(result(game))}**"
    yield _list(facts(game))
    yield from (words(each) for each in game.scenario.opening.split("\n\n"))
    yield from _quoted(comment(game.comments.get(0)))


def _verdict(game: Game) -> Iterator[str]:
    end = ending(game.book, game.state)
    counted = end.verdict.margins is not None
    yield f"## Verdict: {words(end.title)}"
    yield from (words(each) for each in end.paragraphs)
    for side, each in zip(game.scenario.sides, end.sides, strict=True):
        yield f"### {words(side.name)}: {words(side.goal)}"
        yield _list(reckoning(each, counted=counted))


def _table(game: Game, rounds: tuple[Round, ...]) -> Iterator[str]:
    """All tracks at the start and after every round."""
    columns = numbers(game)
    yield "## Numbers by round"
    yield _rows(
        (BY_ROUND, *(name for name, _ in columns)),
        (
            (name, *(plain(tracks[index]) for _, index in columns))
            for name, tracks in standings(game, rounds)
        ),
    )


def _moments(game: Game) -> Iterator[str]:
    found = turning_points(game)
    if found:
        yield "## Moments that mattered"
        yield _list((f"Round {each.round}, decision {each.ply}", each.words) for each in found)


def _round(game: Game, one: Round) -> Iterator[str]:
    yield f"## Round {one.number}"
    if one.opening:
        yield f"**The start of round {one.number}**"
        yield _changes(one.opening)
    for item in one.items:
        yield from _exchange(game, item) if isinstance(item, Exchange) else _step(game, item)
    if one.close:
        yield f"**The close of round {one.number}**"
        yield _changes(one.close)


def _step(game: Game, step: Step) -> Iterator[str]:
    """News, an answer to it, an act, or a visit at home."""
    if step.side == NOBODY:
        told = step.told[0] if step.told else None
        where = f" – {words(told.changes[0])}" if told else ""
        yield f"**News:** {words(step.words)}{where}."
        rest = step.told[1:]
    else:
        what = f": {words(step.words)}" if step.kind in (Kind.CHOOSE, Kind.ACT) else ""
        yield f"**{words(does(game, step))}{what}.**{_about(game, step)}"
        rest = step.told
    if rest:
        yield _changes(rest)
    yield from _quoted(remarks(step))


def _about(game: Game, step: Step) -> str:
    if step.kind is not Kind.ACT:
        return ""
    act = game.scenario.acts[step.decision.subject]
    return f" {words(act.text)}{_cited(act.source)}"


def _exchange(game: Game, exchange: Exchange) -> Iterator[str]:
    scenario, debate = game.scenario, exchange.debate
    motion = scenario.motions[exchange.motion]
    speaker = scenario.sides[exchange.speaker].name
    yield f"### Debate {exchange.number}: {words(motion.name)} – {outcome(exchange)}"
    tier = scenario.ladder.tiers[motion.tier - 1].name
    yield (
        f"{words(speaker)} tables the motion (tier {motion.tier}, {words(tier)}). "
        f"{words(motion.text)}{_cited(motion.source)}"
    )
    said = []
    for place, (step, index) in enumerate(zip(exchange.spoken, debate.chain, strict=True)):
        argument = scenario.arguments[index]
        side = scenario.sides[player(debate, place)]
        said.append(
            f"{place + 1}. **{words(side.name)}, {role(place)}: {words(argument.name)}.** "
            f"“{words(argument.said_by(side.id))}”{_cited(argument.source)}"
        )
        notes = (*map(_change, step.told), *_notes(remarks(step)))
        said += [f"   - {note}" for note in notes]
    yield "\n".join(said)
    answers = [step for step in exchange.steps if step not in exchange.spoken]
    ended = f"{words(does(game, *answers))}. " if answers else ""
    yield f"{ended}**{words(floor(game, exchange))}**"
    changes = [each for step in answers for each in step.told]
    if changes:
        yield _changes(changes)
    for step in answers:
        yield from _quoted(remarks(step))


def _source(game: Game) -> Iterator[str]:
    source = game.scenario.source
    yield "## The source"
    yield f"Paragraphs, marked ¶, are those of “{words(source.title)}”. {words(source.note)}"


def _changes(told: Iterable[Told]) -> str:
    return "\n".join(f"- {_change(each)}" for each in told)


def _change(told: Told) -> str:
    return f"{words(told.why)}{_paragraphs(told.source)}: {words(', '.join(told.changes))}"


def _cited(source: tuple[str, ...]) -> str:
    return _paragraphs(cite(source))


def _paragraphs(cited: str) -> str:
    return f" ({words(cited)})" if cited else ""


def _notes(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"*{words(label)}:* {words(said)}" for label, said in pairs)


def _quoted(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"> {note}" for note in _notes(pairs))


def _list(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- {words(label)}: {words(what)}" for label, what in pairs)


def _rows(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; the first column holds words, the others numbers."""
    names = [words(head) for head in heads]
    lines = [names, ["---", *("---:" for _ in names[1:])]]
    lines += [[words(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
