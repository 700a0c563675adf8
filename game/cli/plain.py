"""A match in plain lines on standard input and output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from game.cli.usage import WrongUsage
from game.match import Match
from game.match.trouble import named
from game.opponents import opponent
from game.plain import (
    PlainGame,
    Stopped,
    Stopping,
    Streams,
    heading,
    notes,
    outcome,
    position,
    story,
)
from game.review.lines import spoken
from game.review.saves import players
from game.rules import Phase
from game.telling.board import board
from game.telling.messages import aloud
from game.telling.notices import say_notice
from game.telling.voice import Voice

Called = Callable[[Path], str]
"""What a save is called on a command line."""


def begin(make: Callable[[], Match], called: Called) -> int:
    """Play a new match."""
    return _play(make, PlainGame.begin, called)


def resume(make: Callable[[], Match], called: Called) -> int:
    """Play on a match that is opened."""
    return _play(make, PlainGame.resume, called)


def replay(match: Match, variation: int | None) -> int:
    """Print a whole line of play: who sits where, what happened, and how it ended or stands.

    Args:
        match: the match.
        variation: which line; the one that is played if not given.
    """
    tree = match.tree
    number = tree.current if variation is None else variation
    if number >= len(tree.variations):
        raise WrongUsage(f"there is no variation {number}, only 0 to {len(tree.variations) - 1}")
    page = Streams(sys.stdin, sys.stdout)
    line = tree.variations[number]
    book, state = line.timeline.book, line.timeline.state
    voice = Voice(book, aloud())
    sitting = (
        voice.say("cli.plain.seat", side=side.name, player=player)
        for side, player in zip(
            match.scenario.sides, players(line.seats, match.header.names), strict=True
        )
    )
    title = match.scenario.title
    if match.header.title:
        title = voice.say("cli.plain.title", scenario=title, title=match.header.title)
    page.write([title, *sitting, voice.say("cli.plain.seed", seed=str(match.seed))])
    if len(tree.variations) > 1:
        page.write([voice.say("plain.line.here", line=heading(voice, match, line))])
    page.write(story(voice, line.timeline, notes=notes(voice, match, number)))
    if state.phase is Phase.END:
        page.write(outcome(voice, line.timeline))
    else:
        said = spoken(book, line.timeline.states, line.timeline.decisions)
        table = board(voice, state, line.seats, said=said)
        page.write(["", table.header.sentence, *position(voice, table)])
    code = voice.say("cli.plain.code", code=match.head_code)
    if match.journal is not None:
        code = voice.say("cli.plain.code_of", code=match.head_code, file=match.journal.where)
    page.write([code])
    if match.trouble:
        raise click.ClickException(match.trouble)
    return 0


def _play(make: Callable[[], Match], how: Callable[[PlainGame], bool], called: Called) -> int:
    """Play a match until it is over, the person leaves, or the system wants an end.

    Whatever goes wrong on the way, the match is closed only when no decision is half taken.
    """
    page = Streams(sys.stdin, sys.stdout)
    stopping = Stopping()
    match: Match | None = None
    code = told = 0
    try:
        with stopping.watch():
            try:
                with stopping.held():
                    match = make()
                    match.holding = stopping.held
                if match.read_only and match.trouble:
                    raise click.ClickException(match.trouble)
                page.write([say_notice(aloud(), match.notice)] if match.notice else [])
                seating = partial(
                    opponent, seed=match.seed, scenario=match.scenario, known=match.character
                )
                how(PlainGame(match, seating, page, stopping.held))
            finally:
                if match is not None:
                    told = len(match.moves)
                    match.close()
    except Stopped as stopped:
        code = 128 + stopped.signal
    if match is not None:
        match.close()  # unless it is done
        with suppress(OSError):
            moves = (say_notice(aloud(), each) for each in match.moves[told:])
            page.write([*moves, *_farewell(match, called)])
        code = code or int(match.trouble is not None)
    return code


def _farewell(match: Match, called: Called) -> list[str]:
    """Where the match is, and how to go on."""
    words = aloud().say
    if match.trouble:
        return [words("cli.plain.unsaved", trouble=match.trouble)]
    if match.journal is None:
        return []
    name, stem = called(match.journal.path), named(match.journal.path.stem)
    saved = words("cli.plain.saved", name=stem, file=match.journal.where, code=match.head_code)
    if match.over:
        return [saved, words("cli.plain.replay", name=name)]
    return [saved, words("cli.plain.resume", name=name)]
