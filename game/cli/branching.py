"""The lines of play of a save: leaving one, listing and comparing them, and comments."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from game.cli.library import called, own, said
from game.cli.options import Seats
from game.cli.output import say, values
from game.cli.playing import seated
from game.match import Library, Match, ReadOnlyError, Variation
from game.opponents import opponent
from game.plain.variations import comparison, variations
from game.review.compare import compare
from game.rules import Phase, verdict
from game.telling.messages import aloud
from game.telling.voice import Voice


@contextmanager
def _pen(library: Library, name: str) -> Iterator[Match]:
    """A save of the player's own, opened to be written in, and put away afterwards."""
    match = Match.open(library.journal(own(library, library.find(name))))
    try:
        if match.read_only:
            raise ReadOnlyError(match.trouble)
        yield match
        if match.trouble:
            raise click.ClickException(match.trouble)
    finally:
        match.close()


def _shown(library: Library, name: str) -> Match:
    return Match.open(library.journal(library.find(name)), read_only=True)


# ---------------------------------------------------------------------- branch


def branch(
    library: Library,
    name: str,
    *,
    at: int,
    variation: int | None,
    words: str,
    seats: Seats,
    save: str | None,
) -> int:
    """Begin a variation, in the save itself or in a copy of it."""
    path = library.find(name)
    damaged = library.entry(path).damage is not None
    if save is None:
        if damaged:
            raise click.ClickException(
                f"{said(name, path)} is damaged and is not written to; what is good in it can be "
                "played on as a new save: add --save NEW"
            )
        return _branch(library, name, at, variation, words, seats)
    _look(library, name, at, variation, seats)
    path = library.rescue(path, save) if damaged else library.copy(path, save)
    return _branch(library, str(path), at, variation, words, seats)


def _look(library: Library, name: str, at: int, variation: int | None, seats: Seats) -> None:
    """Raise what would go wrong, before a save is made for nothing."""
    match = _shown(library, name)
    line = _line(match, variation)
    _check_ply(line, at)
    _sitting(match, line, seats)


def _branch(
    library: Library, name: str, at: int, variation: int | None, words: str, seats: Seats
) -> int:
    with _pen(library, name) as match:
        line = _line(match, variation)
        _check_ply(line, at)
        number = match.branch(
            at, variation=line.number, seats=_sitting(match, line, seats), name=words
        )
    path = library.find(name)
    say(
        f"Variation {number} of {said(name, path)} leaves variation {line.number} after decision "
        f"{at}, and is played from now on. Go on with it: "
        f"shared-enemy resume {called(library, path)}"
    )
    return 0


def _sitting(match: Match, line: Variation, seats: Seats) -> tuple[str, str]:
    """Who sits there in a new variation: whoever did before, but for those that are named."""
    sitting = seated(match.scenario, line.seats, seats)
    for seat in sitting:
        opponent(seat, seed=match.seed, scenario=match.scenario)
    return sitting


def _line(match: Match, variation: int | None) -> Variation:
    """The variation of a number, or the one that is played now."""
    tree = match.tree
    number = tree.current if variation is None else variation
    if number >= len(tree.variations):
        last = len(tree.variations) - 1
        known = f"only 0 to {last}" if last else "only 0"
        raise click.ClickException(f"there is no variation {number}, {known}")
    return tree.variations[number]


def _check_ply(line: Variation, at: int) -> None:
    most = len(line.timeline.decisions)
    if at > most:
        many = "one decision" if most == 1 else f"{most} decisions"
        raise click.ClickException(f"variation {line.number} has {many}, not {at}")


# ---------------------------------------------------------------------- variations


def list_variations(library: Library, name: str, *, as_json: bool) -> int:
    """Print the variations of a save."""
    match = _shown(library, name)
    if as_json:
        values([_record(match, each) for each in match.tree.variations])
    else:
        for line in variations(Voice(match.book, aloud()), match):
            say(line)
    return _whole(match)


def compare_variations(library: Library, name: str, one: int, other: int, *, as_json: bool) -> int:
    """Print two variations of a save beside each other."""
    match = _shown(library, name)
    pair = (_line(match, one), _line(match, other))
    if as_json:
        values(_contrast(match, *pair))
    else:
        for line in comparison(Voice(match.book, aloud()), match, one, other):
            say(line)
    return _whole(match)


def promote(library: Library, name: str, variation: int) -> int:
    """Make a variation the main line."""
    with _pen(library, name) as match:
        match.promote(_line(match, variation).number)
    say(f"Variation {variation} is the main line now.")
    return 0


def call(library: Library, name: str, variation: int, words: str) -> int:
    """Give a variation a name."""
    with _pen(library, name) as match:
        match.name(_line(match, variation).number, words)
    say(f"Variation {variation} is called {words} now.")
    return 0


def _whole(match: Match) -> int:
    """Say so if more than what was shown may have been there."""
    if match.trouble:
        raise click.ClickException(match.trouble)
    return 0


def _record(match: Match, line: Variation) -> dict[str, object]:
    """A variation as a program reads it."""
    book, state = match.book, line.timeline.state
    end = verdict(book, state) if state.phase is Phase.END else None
    return {
        "number": line.number,
        "name": line.name,
        "parent": line.parent if line.parent >= 0 else None,
        "ply": line.ply,
        "main": line.number == match.tree.main,
        "played": line.number == match.tree.current,
        "seats": list(line.seats),
        "taken_back_by": line.by or None,
        "price": line.price,
        "decisions": [decision.text for decision in line.timeline.decisions],
        "round": state.round,
        "scores": [state.tracks[index] for index in book.score],
        "verdict": end.name if end else None,
        "final": list(end.final) if end else None,
    }


def _contrast(match: Match, one: Variation, other: Variation) -> dict[str, object]:
    """The comparison of two variations as a program reads it."""
    book = match.book
    first, second = ((each.timeline.decisions, each.timeline.states) for each in (one, other))
    found = compare(book, first, second)
    return {
        "variations": [one.number, other.number],
        "shared": found.shared,
        "rounds": [
            {
                "round": row.round,
                "tracks": {
                    track: list(pair)
                    for track, pair in zip(book.track_ids, row.tracks, strict=True)
                },
            }
            for row in found.rows
        ],
        "verdicts": [each.name if each else None for each in found.verdicts],
    }


# ---------------------------------------------------------------------- comments


def annotate(
    library: Library, name: str, *, at: int, text: str, variation: int | None, by: str
) -> int:
    """Write a comment on a position, or remove the one there."""
    with _pen(library, name) as match:
        line = _line(match, variation)
        _check_ply(line, at)
        match.comment(at, text, variation=line.number, by=by)
    said = "written" if text else "removed"
    say(f"The comment on variation {line.number} after decision {at} is {said}.")
    return 0
