"""A position for people who write programs: its ids and numbers in a few aligned lines.

Players are told a position in the game's words, by ``game.telling``; this needs no words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.rules.legal import ready
from game.rules.masks import bits
from game.rules.rulebook import Rulebook
from game.rules.state import State


def describe(book: Rulebook, state: State) -> str:
    """A position as lines, each with what it is about in front; what is empty has no line.

    The marks are those of the decisions' text: ``train/enemy`` is a motion tabled with an
    argument, and each argument after ``<`` attacks the one before it.

    >>> from game.rules import start
    >>> from game.scenario import load
    >>> book = Rulebook(load("shared-enemy"))
    >>> describe(book, start(book)).splitlines()[1:3]
    ['turn       1/2', 'phase      DRAW']
    """
    lines = [(label, " ".join(words)) for label, words in _lines(book, state)]
    width = max(len(label) for label, _ in lines) + 2
    return "\n".join(f"{label:<{width}}{words}" for label, words in lines if words)


def _lines(book: Rulebook, state: State) -> Iterator[tuple[str, Iterable[str]]]:
    tracks, motions, arguments = state.tracks, book.motion_ids, book.argument_ids
    yield "round", [f"{state.round}/{book.rounds}"]
    yield "turn", [f"{state.turn + 1}/2"]
    yield "phase", [state.phase.value]
    yield "decides", book.side_ids[state.side : state.side + 1] if state.side >= 0 else ()
    yield "tracks", map(_is, book.track_ids[: book.shared], tracks)
    for side, name in enumerate(book.side_ids):
        capital, score = tracks[book.capital[side]], tracks[book.score[side]]
        yield name, [_is("capital", capital), _is("score", score)]
    for side, name in enumerate(book.side_ids):
        yield f"ready {name}", (arguments[each] for each in bits(ready(book, state, side)))
        yield f"spent {name}", (arguments[each] for each in state.spent[side])
        yield f"record {name}", (arguments[each] for each in bits(state.record[side]))
    yield "carried", (motions[each] for each in bits(state.carried))
    yield "barred", (_is(motions[each], until) for each, until in state.barred)
    yield "used", (_is(*each) for each in zip(book.act_ids, state.used, strict=True) if each[1])
    yield "drawn", (book.headline_ids[each] for each in bits(state.drawn))
    yield "wire", _one(book.headline_ids, state.wire)
    yield "mood", _one(book.hour.value_ids, state.mood)
    yield "situation", _one(book.hour.situation_ids, state.situation)
    if (debate := state.debate) is not None:
        chain = " < ".join(arguments[each] for each in debate.chain)
        yield "debate", [f"{book.side_ids[debate.speaker]}: {motions[debate.motion]}/{chain}"]


def _is(name: str, value: int) -> str:
    return f"{name}={value}"


def _one(names: tuple[str, ...], index: int) -> tuple[str, ...]:
    return names[index : index + 1] if index >= 0 else ()
