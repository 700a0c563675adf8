"""A match in plain lines on standard input and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from game.cli.library import called
from game.cli.usage import WrongUsage
from game.files.folders import user_folder
from game.match import Library, Match
from game.match.rematch import rematch
from game.match.seeds import new_seed
from game.match.trouble import named
from game.opponents import HUMAN, opponent
from game.plain import (
    AfterGame,
    PlainGame,
    SettingUp,
    Stopped,
    Stopping,
    Streams,
    heading,
    mattered,
    notes,
    outcome,
    position,
    reviewing,
    story,
)
from game.review.evaluator import ReviewProgress
from game.review.last_won import last_won
from game.review.lines import spoken
from game.review.reviewed_line import ReviewedLine
from game.rules import Phase
from game.scenario import load, read_text
from game.settings import SettingsFile
from game.telling.board import board
from game.telling.messages import aloud
from game.telling.notices import say_notice
from game.telling.seat_names import sitters_named
from game.telling.settings import say_settings_fault
from game.telling.voice import Voice

Make = Callable[[], Match]
"""Begins or opens a match."""

Called = Callable[[Path], str]
"""What a save is called on a command line."""


def begin(make: Make, saves: Library) -> int:
    """Play a new match."""
    return _play(make, PlainGame.begin, saves)


def resume(make: Make, saves: Library) -> int:
    """Play on a match that is opened."""
    return _play(make, PlainGame.resume, saves)


def ask_and_begin(saves: Library) -> int:
    """Ask what is to be played and who plays, and play it."""
    return _play(None, PlainGame.begin, saves)


def replay(match: Match, variation: int | None, saves: Library) -> int:
    """Print a whole line of play: who sits where, what happened, and how it ended or stands. At a
    terminal a game that is over can then be asked about.

    Args:
        match: the match.
        variation: which line; the one that is played if not given.
        saves: where matches are kept.
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
            match.scenario.sides,
            sitters_named(voice.messages, match.scenario, line.seats, match.header.names),
            strict=True,
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
        reviewed = mattered(voice, match, number, user_folder("cache"))
        page.write(outcome(voice, line.timeline, reviewed))
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
    if state.phase is Phase.END and number == tree.current and sys.stdin.isatty():
        return _play(lambda: match, PlainGame.look_back, saves)
    return 0


def _play(make: Make | None, how: Callable[[PlainGame], bool], saves: Library) -> int:
    """Play matches until whoever plays has enough of it, or the system wants an end.

    Whatever goes wrong on the way, a match is closed only when no decision is half taken.

    Args:
        make: begins or opens the first match; it is asked for if nothing is given.
        how: how that match is gone about.
        saves: where matches are kept.
    """
    page = Streams(sys.stdin, sys.stdout)
    stopping = Stopping()
    while True:
        if make is None:
            try:
                with stopping.watch():
                    make = _asked(page, saves)
            except Stopped as stopped:
                with suppress(OSError):
                    _tell_nothing_begun(page)
                return 128 + stopped.signal
            if make is None:
                _tell_nothing_begun(page)
                return 0
        code, match, wish = _play_one(make, how, saves, page, stopping)
        if match is None or wish is None or code:
            return code
        make = None if wish is AfterGame.NEW else _once_more(match, wish, saves)
        how = PlainGame.begin


def _tell_nothing_begun(page: Streams) -> None:
    page.close()
    page.write([aloud().say("plain.setup.none")])


def _play_one(
    make: Make, how: Callable[[PlainGame], bool], saves: Library, page: Streams, stopping: Stopping
) -> tuple[int, Match | None, AfterGame | None]:
    """Play one match; the exit code, the match, and what is to be played next."""
    match: Match | None = None
    wish = None
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
                kept = SettingsFile.usual(os.environ)
                kept.read()
                game = PlainGame(
                    match,
                    seating,
                    page,
                    stopping.held,
                    made=_reviewing,
                    cache=user_folder("cache"),
                    kept=kept,
                )
                how(game)
                wish = game.wish
            finally:
                if match is not None:
                    told = len(match.moves)
                    match.close()
    except Stopped as stopped:
        code = 128 + stopped.signal
    if match is not None:
        match.close()  # unless it is done
        page.close()
        with suppress(OSError):
            if code and sys.stdin.isatty():
                page.write([""])  # the terminal has written what was pressed
            moves = (say_notice(aloud(), each) for each in match.moves[told:])
            page.write([*moves, *_farewell(match, partial(called, saves), on=wish is None)])
        code = code or int(match.trouble is not None)
    return code, match, wish


def _reviewing(match: Match, budget: int, progress: ReviewProgress) -> ReviewedLine:
    return reviewing(match, budget, progress, cache=user_folder("cache"), workers=True)


def _asked(page: Streams, saves: Library) -> Make | None:
    """What begins the match that is asked for; nothing if none is."""
    kept = SettingsFile.usual(os.environ)
    kept.read()
    page.write(say_settings_fault(aloud(), each) for each in kept.faults)
    setup = SettingUp(page, aloud(), kept.settings.last, last_won(saves)).ask()
    if setup is None:
        return None
    one, other = setup.seats
    names = kept.settings.player_names((one == HUMAN, other == HUMAN))

    def make() -> Match:
        text, where = read_text(setup.scenario)
        title = load(setup.scenario).title
        match = Match.new(
            text,
            where,
            seats=setup.seats,
            seed=new_seed(),
            variant=setup.variant,
            journal=saves.create(None, title=title),
            names=names,
        )
        kept.change(last=setup)
        return match

    return make


def _once_more(match: Match, wish: AfterGame, saves: Library) -> Make:
    def make() -> Match:
        journal = saves.create(None, title=match.scenario.title)
        return rematch(match, journal, new_seed(), swapped=wish is AfterGame.SWAP)

    return make


def _farewell(match: Match, called: Called, *, on: bool) -> list[str]:
    """Where the match is, and how to go on, if nothing else is gone on with."""
    words = aloud().say
    if match.trouble:
        return [words("cli.plain.unsaved", trouble=match.trouble)]
    if match.journal is None:
        return []
    name, stem = called(match.journal.path), named(match.journal.path.stem)
    saved = words("cli.plain.saved", name=stem, file=match.journal.where)
    if not on:
        return [saved]
    if match.over:
        return [saved, words("cli.plain.replay", name=name)]
    return [saved, words("cli.plain.resume", name=name)]
