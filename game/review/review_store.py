"""Where the review of a line of play is kept: beside its save, or in the cache folder where nothing
can be written there, as beside an example game.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.files.disk import LOCAL, Disk, Stamp
from game.files.whole import contents, write_whole
from game.match import Match
from game.match.review_files import review_file, review_homes, reviewed
from game.match.trouble import because, shown_path, unreadable
from game.review.kept import Findings, Fit, StrangeFileError, Subject, decoded, encoded
from game.value import frozen

Marker = tuple[Subject, tuple[tuple[Path, Stamp | None], ...]]
"""What a review is about, and its files and their folders as they are."""


@frozen
class Found:
    """What was found where a review is kept.

    Attributes:
        fit: whether there is one, and whether it fits.
        where: the file, as it can be shown; empty if there is none.
        line: the line in which it is strange, from 1, if it is one line.
        why: why the file cannot be read, in the words of a fault.
    """

    fit: Fit
    where: str = ""
    line: int = 0
    why: str = ""


@frozen
class Stored:
    """Where something was kept, or why nowhere.

    Attributes:
        where: the file, as it can be shown; empty if it is kept nowhere.
        cached: it is in the cache folder, and not beside the save.
        trouble: why it is not where it belongs, in sentences of the system.
    """

    where: str = ""
    cached: bool = False
    trouble: str = ""


class ReviewStore:
    """The review of one line of play of a match.

    A file of a later version of the game, and one that cannot be read, is left alone.

    Args:
        match: the match.
        variation: the number of the line of play.
        cache: the folder for what cannot be kept beside the save; nowhere else if none.
        disk: where files are.
    """

    def __init__(
        self, match: Match, variation: int, cache: Path | None = None, disk: Disk = LOCAL
    ) -> None:
        line = match.tree.variations[variation].timeline
        self.subject = Subject.of(match.header, line)
        self._variation = variation
        self._disk = disk
        self._homes = review_homes(match, cache)
        self._cached = None if cache is None else self._homes[-1]

    def load(self) -> tuple[Found, Findings]:
        """What is known: from the review of this line, and of other lines of the match."""
        known = Findings()
        found: list[Found] = []
        for save in self._homes:
            one, what = self._read(review_file(save, self._variation))
            found.append(one)
            known.add(what)
            for number in self._others(save):
                known.add(self._read(review_file(save, number))[1])
        there = [each for each in found if each.fit is not Fit.NONE]
        held = [each for each in there if each.fit.holds]
        return (held or there or [Found(Fit.NONE)])[0], known

    def marker(self) -> Marker:
        """What is another one when something else would be read."""
        return self.subject, tuple(
            (path, self._stamp(path))
            for save in self._homes
            for path in (review_file(save, self._variation), save.parent)
        )

    def _stamp(self, path: Path) -> Stamp | None:
        try:
            return self._disk.stamp(path)
        except OSError:
            return None

    def keep(self, known: Findings) -> Stored:
        """Keep what is known, with what others have found out since. Nothing fails by it."""
        trouble = ""
        for save in self._homes:
            path = review_file(save, self._variation)
            found, there = self._read(path)
            if found.fit in (Fit.NEWER, Fit.UNREADABLE):
                trouble = trouble or found.why
                continue
            together = Findings()
            together.add(there)
            together.add(known)
            try:
                self._disk.make_directory(path.parent)
                write_whole(path, encoded(self.subject, together), self._disk)
            except OSError as error:
                trouble = trouble or because(error)
                continue
            return Stored(shown_path(path), save is self._cached, trouble)
        return Stored(trouble=trouble)

    def _others(self, save: Path) -> Iterator[int]:
        """The other lines that have reviews beside a save."""
        try:
            names = self._disk.names(save.parent)
        except OSError:
            return
        yield from (each for each in reviewed(save, names) if each != self._variation)

    def _read(self, path: Path) -> tuple[Found, Findings]:
        where = shown_path(path)
        try:
            data = contents(path, self._disk)
        except FileNotFoundError:
            return Found(Fit.NONE), Findings()
        except OSError as error:
            return Found(Fit.UNREADABLE, where, why=unreadable(error)), Findings()
        try:
            fit, known = decoded(data, self.subject)
        except StrangeFileError as error:
            return Found(error.fit, where, error.line), Findings()
        return Found(fit, where), known
