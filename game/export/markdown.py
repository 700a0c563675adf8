"""A match as a transcript in Markdown that reads as a debate.

Rounds are chapters: news, motions with what was said for and against them, acts, and what
happened by itself, each change with its cause and the paragraphs of the source behind it. The
verdict and the numbers by round come first, for whoever reads no further. Plain CommonMark, and
tables as most readers know them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.export.exported_game import ExportedGame
from game.export.outline import OutlinedDebate, OutlinedDecision, Round, outline
from game.export.result import result
from game.export.summary import (
    Pair,
    account,
    comment,
    debated,
    deed,
    ended,
    facts,
    floor,
    goal,
    happened,
    headline,
    hour,
    moments,
    motion,
    numbers,
    outcome,
    really,
    remarks,
    source_note,
    standings,
    verdict,
)
from game.match import Match
from game.rules import NOBODY
from game.telling.debate import Speech
from game.telling.messages import number
from game.telling.transcript import say_round
from game.text.escape import markdown as words


def export(match: Match | ExportedGame) -> str:
    """The transcript of a match."""
    game = ExportedGame.of(match)
    rounds = outline(game)
    blocks = [
        *_title(game),
        *(_verdict(game) if game.over else ()),
        *_table(game, rounds),
        *_moments(game),
        *(block for each in rounds for block in _round(game, each)),
        *_really(game),
        _heading(2, game.voice.say("export.source")),
        words(source_note(game)),
    ]
    return "\n\n".join(blocks) + "\n"


def _title(game: ExportedGame) -> Iterator[str]:
    yield _heading(1, game.title)
    yield _bold(result(game))
    yield _pairs(facts(game))
    yield from (words(each) for each in game.scenario.opening.split("\n\n"))
    yield from _quoted(comment(game, game.comments.get(0)))


def _verdict(game: ExportedGame) -> Iterator[str]:
    end = verdict(game)
    yield _heading(2, end.verdict)
    yield from map(words, end.paragraphs)
    for each in end.sides:
        yield _heading(3, goal(game, each))
        yield _list(account(each))


def _table(game: ExportedGame, rounds: tuple[Round, ...]) -> Iterator[str]:
    """All tracks at the start and after every round."""
    columns = numbers(game)
    yield _heading(2, game.voice.say("export.numbers"))
    yield _rows(
        (game.voice.say("export.by_round"), *(name for name, _ in columns)),
        (
            (name, *(number(tracks[index]) for _, index in columns))
            for name, tracks in standings(game, rounds)
        ),
    )


def _moments(game: ExportedGame) -> Iterator[str]:
    say, found = game.voice.say, moments(game)
    if found:
        yield _heading(2, say("export.moments"))
        yield _list(
            say("export.moment", round=number, ply=ply, what=what) for number, ply, what in found
        )


def _really(game: ExportedGame) -> Iterator[str]:
    """The game beside what really happened, round by round."""
    found = really(game)
    if found is None:
        return
    yield _heading(2, found.title)
    yield words(found.about)
    for each in found.rounds:
        yield _heading(3, each.heading)
        yield _bold(each.carried)
        for head, told in ((found.struck, each.struck), (found.missed, each.missed)):
            if told:
                yield words(head)
                yield _list(told)


def _round(game: ExportedGame, one: Round) -> Iterator[str]:
    say = game.voice.say
    yield _heading(2, say_round(game.voice, one.number))
    if one.opening:
        yield _bold(say("export.opens", round=one.number))
        yield _list(map(str, one.opening))
    if one.situation is not None:
        yield from _step(game, one.situation)
    if mood := hour(game, one):
        yield words(mood)
    for item in one.items:
        yield from _exchange(game, item) if isinstance(item, OutlinedDebate) else _step(game, item)
    if one.close:
        yield _bold(say("export.closes", round=one.number))
        yield _list(map(str, one.close))


def _step(game: ExportedGame, step: OutlinedDecision) -> Iterator[str]:
    """News, an answer to it, an act, or a visit at home."""
    if step.side == NOBODY:
        (label, text), changes = headline(game, step), happened(step)
    else:
        (label, text), changes = deed(game, step), tuple(map(str, step.told))
    yield f"{_bold(label)} {words(text)}".rstrip()
    yield from (f"> {words(each.sentence)}" for each in step.heard.quotes)
    if changes:
        yield _list(changes)
    yield from (f"> {words(each.sentence)}" for each in step.heard.remarks)
    yield from _quoted(remarks(game, step))


def _exchange(game: ExportedGame, exchange: OutlinedDebate) -> Iterator[str]:
    yield _heading(3, f"{debated(game, exchange)} – {outcome(game, exchange)}")
    yield from map(words, motion(game, exchange))
    said = zip(exchange.spoken, exchange.speeches, strict=True)
    yield "\n".join(row for step, speech in said for row in _speech(game, step, speech))
    yield f"{words(ended(game, exchange))} {_bold(floor(game, exchange))}".lstrip()
    if changes := [str(each) for step in exchange.answers for each in step.told]:
        yield _list(changes)
    yield from (f"> {words(each.sentence)}" for each in exchange.steps[-1].heard.remarks)
    for step in exchange.answers:
        yield from _quoted(remarks(game, step))


def _speech(game: ExportedGame, step: OutlinedDecision, speech: Speech) -> Iterator[str]:
    """What was said, which argument it is, what is behind it, and what it changed."""
    yield f"{speech.place + 1}. {_bold(speech.lead)} {words(speech.quoted)}"
    stands = game.voice.say("export.argument", title=speech.title, fate=speech.fate)
    cited = game.scenario.arguments[speech.argument].source
    notes = (
        game.voice.cited(stands, cited),
        speech.note,
        *(each.sentence for each in step.heard.quotes),
        *map(str, step.told),
    )
    yield from (f"   - {words(note)}" for note in notes if note)
    yield from (f"   - {note}" for note in _notes(remarks(game, step)))


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {words(text)}"


def _bold(text: str) -> str:
    return f"**{words(text)}**"


def _notes(pairs: Iterable[Pair]) -> Iterator[str]:
    return (f"*{words(label)}:* {words(said)}" for label, said in pairs)


def _quoted(pairs: Iterable[Pair]) -> Iterator[str]:
    return (f"> {note}" for note in _notes(pairs))


def _pairs(pairs: Iterable[Pair]) -> str:
    return "\n".join(f"- {words(label)}: {words(what)}" for label, what in pairs)


def _list(texts: Iterable[str]) -> str:
    return "\n".join(f"- {words(text)}" for text in texts)


def _rows(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; the first column holds words, the others numbers."""
    names = [words(head) for head in heads]
    lines = [names, ["---", *("---:" for _ in names[1:])]]
    lines += [[words(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
