"""Opening a match to write in it, copying it, keeping it in another place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from game.files.disk import LOCAL
from game.match.errors import ReadOnlyError, SaveError
from game.match.journal import Journal
from game.match.library import Library
from game.match.match import Match
from game.match.places import is_example
from game.match.trouble import shown_path


def opened(journal: Journal) -> Match:
    """A save, opened to play on.

    If this program plays it already, that is put away first: it would lock itself out.

    Raises:
        SaveError: nothing of the file can be used.
    """
    if (playing := Match.playing(journal.path)) is not None:
        playing.close()
    return Match.open(journal)


def owned(match: Match, library: Library) -> Match:
    """The match that is kept, to play on in.

    ``match`` itself is put away. What cannot be written to, such as an example, a damaged save,
    or one that another program plays, is copied to a new save as far as it is good.

    Raises:
        ReadOnlyError: it is kept nowhere.
        SaveError: no copy can be made.
    """
    if match.journal is None:
        raise ReadOnlyError("this match is kept nowhere, so that it cannot be gone back to")
    journal = match.journal.anew()
    if not match.read_only:
        match.close()
    own = Match.open(journal, read_only=True) if is_example(journal.path) else opened(journal)
    if own.read_only:
        own.save_as(library.create(title=journal.path.stem))
    return own


def changed(match: Match, deed: Callable[[Match], None]) -> None:
    """Do something to the match that is kept; ``match``, if only looked at, follows.

    Raises:
        ReadOnlyError: it is kept nowhere, or another program plays it, or it is damaged.
        MatchError: the deed was refused.
    """
    if not match.read_only:
        deed(match)
        return
    if match.journal is None:
        raise ReadOnlyError("this match is kept nowhere, so that nothing can be added to it")
    if is_example(match.journal.path):
        raise ReadOnlyError("an example stays as it is; branch from it to have a copy of your own")
    if (playing := Match.playing(match.journal.path)) is not None:
        deed(playing)
    else:
        writer = Match.open(match.journal.anew())
        try:
            if writer.read_only:
                raise ReadOnlyError(writer.trouble or "this save cannot be written to")
            deed(writer)
        finally:
            writer.close()
    match.refresh()


def keep_in(folder: Path, match: Match) -> None:
    """Keep a match in a folder from now on, under a name that no save there has.

    Raises:
        SaveError: there is no such folder, or it cannot be kept there; nothing has changed.
    """
    # What is a slip, or a name for the match, makes no folder that nobody asked for.
    with suppress(OSError):  # whatever is wrong with it is said when it is written to
        if not LOCAL.exists(folder):
            raise SaveError(f"there is no folder {shown_path(folder)}; name one that is there")
    library = Library(folder)
    name = match.journal.path.stem if match.journal else match.scenario.id
    match.save_as(library.create(title=name))
