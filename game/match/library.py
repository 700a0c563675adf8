"""The library: the saves in a folder, and the example games that came with the package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.files.disk import LOCAL, Disk, Stamp
from game.match.errors import NoSuchSaveError, SaveError
from game.match.journal import Journal
from game.match.lock import held
from game.match.names import SUFFIX, checked_slug, is_path, numbered, slug_of
from game.match.places import EXAMPLES, is_example, same
from game.match.review_files import copy_reviews, move_reviews
from game.match.torn import piece, pieces
from game.match.trouble import because, closed_folder, named, shown_path, unreadable
from game.scenario import catalogue
from game.text import shown
from game.text.names import nearest

if TYPE_CHECKING:
    from game.match.entry import Entry, Heed
    from game.match.looks import Looks

TRASH: Final = "trash"
"""The folder, beside the saves, that deleted ones are moved to."""


class Library:
    """The saves of a folder.

    Args:
        directory: the folder; it need not exist.
        shipped: the folder of the example games.
        disk: where files are.
        cache: the folder in which it is kept what looking at saves has found; nowhere if none.
    """

    def __init__(
        self,
        directory: Path,
        shipped: Path | None = None,
        disk: Disk = LOCAL,
        *,
        cache: Path | None = None,
    ) -> None:
        self.directory = directory
        self.cache = cache
        self._shipped = catalogue.shipped("saves") if shipped is None else shipped
        self.trouble: str | None = None
        """Why the folder could not be looked into, in a sentence; nothing if all is well."""
        self._disk = disk
        self._seen: dict[Path, tuple[Stamp, Entry]] = {}
        self._glanced: tuple[Entry, ...] = ()

    @cached_property
    def _looks(self) -> Looks:
        from game.match.looks import Looks  # noqa: PLC0415 - not before a save is looked at

        return Looks(self.cache)

    # ------------------------------------------------------------------ looking

    def glance(self) -> tuple[Entry, ...]:
        """Every save, the one that was written last first; then the example games.

        Nothing but the folder is looked at: what was not looked at before tells its name, its
        time and its size. If the folder cannot be looked into, ``trouble`` says why.
        """
        self.trouble = None
        own = [self._glance(path) for path in self._saves_in(self.directory)]
        own.sort(key=lambda entry: (entry.shipped, -entry.modified, entry.slug))
        known = {entry.slug for entry in own}
        examples = [self._glance(path) for path in self._examples() if path.stem not in known]
        self._glanced = (*own, *examples)
        return self._glanced

    def remembered(self) -> tuple[Entry, ...]:
        """What was there at the last glance, as it is known by now; the disk is not asked."""
        known = ((entry, self._seen.get(entry.path)) for entry in self._glanced)
        return tuple(entry if seen is None else seen[1] for entry, seen in known)

    def head(self, entry: Entry) -> Entry:
        """A save with what its first line says, if no more is known of it."""
        from game.match.entry import Known, with_head  # noqa: PLC0415 - as above

        return with_head(entry, self._disk) if entry.known is Known.NAME else entry

    def look(self, entry: Entry, heed: Heed = lambda: None) -> Entry:
        """A save that is looked at as a whole, unless it was before.

        What was put away in good order is known by what it says of itself, as long as each of its
        lines is whole; anything else is played again.

        Args:
            entry: what is known of it.
            heed: is called between its lines.

        Raises:
            AbandonedError: ``heed`` did.
        """
        from game.match.entry import claimed, looked_at  # noqa: PLC0415 - as above

        entry = self._glance(entry.path)
        if entry.looked_at:
            return entry
        stamp = (0, 0, 0)
        with suppress(OSError):
            stamp = self._disk.stamp(entry.path)
        journal = self.journal(entry.path)
        data: bytes | None = None

        def read() -> bytes:
            nonlocal data
            data = journal.data()
            return data

        found: Entry | None = None
        with suppress(Exception):
            found = self._looks.find(read(), entry)
        if found is None:
            if data is not None:
                found = claimed(entry, data, journal.where, heed)
            if found is None:
                found = looked_at(
                    entry, lambda: read() if data is None else data, journal.where, heed
                )
            if data is not None:
                self._looks.keep(data, found)
        self._seen[entry.path] = (stamp, found)
        return found

    def list(self, *, large: bool = True) -> tuple[Entry, ...]:
        """Every save, in the order of ``glance``, looked at.

        Args:
            large: whether also those are looked at that take seconds.
        """
        return tuple(
            self.look(entry) if large or not entry.large else self.head(entry)
            for entry in self.glance()
        )

    def unfinished(self, heed: Heed = lambda: None) -> Iterator[Entry]:
        """The saves not played to the end, the one that was written last first."""
        looked = (self.look(entry, heed) for entry in self.glance())
        return (entry for entry in looked if entry.unfinished)

    def find(self, name: str) -> Path:
        """The file that a name means, the same one for every command.

        What has a separator in it or ends like the file of a save is that path, and nothing else;
        any other name is a save's: one of the player's own, or an example.

        Raises:
            NoSuchSaveError: there is none; the message says where it was looked for, or names the
                nearest.
        """
        if is_path(name):
            if "\0" not in name and self._exists(Path(name)):
                return Path(name)
            stem = Path(name).stem
            bare = f"; the save is called {named(stem)}" if self._named(stem) else ""
            raise NoSuchSaveError(f"there is no file {shown(name)}{bare}")
        if (found := self._named(name)) is not None:
            return found
        known = [path.stem for path in (*self._saves_in(self.directory), *self._examples())]
        near = nearest(name, known)
        hint = f"did you mean {near!r}?" if near else f"saves are in {shown_path(self.directory)}"
        if not near and name and "\0" not in name and self._exists(Path(name)):
            hint = f"the file here is called {shown(f'./{name}')}"
        raise NoSuchSaveError(f"there is no save {shown(name)}; {hint}")

    def is_called(self, path: Path) -> bool:
        """Whether a save is found by its bare name."""
        return self._named(path.stem) == path

    def _named(self, name: str) -> Path | None:
        """The save of a bare name."""
        if not name or is_path(name) or "\0" in name:
            return None
        for path in (self._path(name), *self._examples()):
            if path.stem == name and self._exists(path):
                return path
        return None

    def entry(self, path: Path) -> Entry:
        """One save, looked at."""
        return self.look(self._glance(path))

    def is_example(self, path: Path) -> bool:
        """Whether a save is an example game that came with the package: it stays as it is.

        In a checkout such a one stands among the player's own.
        """
        return is_example(path, self._shipped)

    def _examples(self) -> tuple[Path, ...]:
        return tuple(path for path in self._saves_in(self._shipped) if path.stem in EXAMPLES)

    def _glance(self, path: Path) -> Entry:
        from game.match.entry import Entry, unseen  # noqa: PLC0415 - as above

        shipped = self.is_example(path)
        try:
            stamp = self._disk.stamp(path)
        except OSError:
            return Entry(named(path.stem), path, damage="it is gone", shipped=shipped)
        seen = self._seen.get(path)
        if seen is not None and seen[0] == stamp:
            return seen[1]
        return unseen(path, stamp, shipped=shipped)

    # ------------------------------------------------------------------ making

    def new_slug(self, title: str = "") -> str:
        """A name that no save has, made of a title."""
        return self._free(self.directory, slug_of(title)).stem

    def create(self, slug: str | None = None, title: str = "") -> Journal:
        """The journal for a new save; ``Match.new`` writes its first line.

        Without a name, it gets the first one that is free when it is written.

        Raises:
            SaveError: the name cannot be used, or there is a save of that name.
        """
        if slug is None:
            return Journal(self._path(self.new_slug(title)), self._disk, stem=slug_of(title))
        slug = checked_slug(slug)
        if self._exists(path := self._path(slug)):
            raise SaveError(f"there is a save {slug!r} already; choose another name, or resume it")
        return self.journal(path)

    def journal(self, path: Path) -> Journal:
        """The journal of a save that is there, for ``Match.open``."""
        return Journal(path, self._disk)

    # ------------------------------------------------------------------ tidying

    def rename(self, path: Path, slug: str) -> Path:
        """Give a save another name.

        Its torn pieces and its reviews go with it.

        Raises:
            SaveError: it is an example, the name cannot be used, is its own or is taken, the save
                is being played, or the disk refuses.
        """
        self._need_own(path)
        new = self._path(checked_slug(slug))
        if same(path, new):
            raise SaveError(f"{slug} has that name already")
        self._move(path, new)
        return new

    def copy(self, path: Path, slug: str | None = None) -> Path:
        """Copy a save, byte for byte, with its reviews; under a name made of its own if there is
        none.

        Raises:
            SaveError: the name cannot be used or is taken, or the disk refuses.
        """
        copy = self._write(slug, path.stem, self.journal(path).data())
        copy_reviews(path, copy, self._disk)
        return copy

    def rescue(self, path: Path, slug: str | None = None) -> Path:
        """A new save of what is good in a damaged one, up to its last good decision.

        Line ends that were rewritten, and a byte order mark, are put right. The damaged one stays
        as it is. What was found out about its positions goes along.

        Raises:
            SaveError: nothing of it is good, the name cannot be used or is taken, or the disk
                refuses.
        """
        from game.match.rescued import rescued  # noqa: PLC0415 - a damaged save is rare

        journal = self.journal(path)
        data = rescued(journal.data(), journal.where)
        new = self._write(slug, f"{path.stem} rescued", data)
        copy_reviews(path, new, self._disk)
        return new

    def delete(self, path: Path) -> Path:
        """Move a save to the trash folder, with its torn pieces and its reviews.

        Returns:
            Where it is now.

        Raises:
            SaveError: it is an example, the save is being played, or the disk refuses.
        """
        self._need_own(path)
        new = self._free(self.directory / TRASH, path.stem)
        self._move(path, new)
        return new

    def trash(self) -> tuple[Path, ...]:
        """The saves in the trash folder, by name."""
        return self._saves_in(self.directory / TRASH)

    def restore(self, path: Path) -> Path:
        """Take a save out of the trash folder, under a name that no save has, with all that is
        its own.

        Raises:
            SaveError: the disk refuses.
        """
        new = self._path(self.new_slug(path.stem))
        self._move(path, new)
        return new

    def _need_own(self, path: Path) -> None:
        if self.is_example(path):
            raise SaveError(
                f"{path.stem} comes with the game and stays as it is; make a copy and change that"
            )

    def _move(self, old: Path, new: Path) -> None:
        """Rename a save and all that goes with it while nobody can play it under either name."""
        try:
            self._disk.make_directory(new.parent)
        except OSError as error:
            raise SaveError(f"{because(error)} {shown_path(new.parent)} cannot be made.") from error
        with ExitStack() as both:
            for path in (old, new):
                both.enter_context(held(path, self._disk))
            if not self._exists(old):
                raise NoSuchSaveError(f"there is no save {shown_path(old)}")
            if self._exists(new):
                raise SaveError(f"there is a save {shown_path(new)} already; choose another name")
            self._shift(old, new)
            self._take_pieces(old, new)
            move_reviews(old, new, self._disk)

    def _take_pieces(self, old: Path, new: Path) -> None:
        """Move the pieces of a save after it, each under the first number that is free there."""
        number = 0
        for each in pieces(old, self._names(old.parent)):
            number += 1
            while self._exists(piece(new, number)):
                number += 1
            self._shift(piece(old, each), piece(new, number))

    def _shift(self, old: Path, new: Path) -> None:
        try:
            self._disk.replace(old, new)
            for directory in {old.parent: None, new.parent: None}:
                self._disk.sync_directory(directory)
        except OSError as error:
            raise SaveError(
                f"{because(error)} {shown_path(old)} was not moved for good."
            ) from error

    def _write(self, slug: str | None, title: str, data: bytes) -> Path:
        """A new save that holds these bytes, under a name or one that is made of a title."""
        journal = self.create(slug, title)
        journal.begin(data)
        if not journal.saving:
            raise SaveError(journal.cause)
        journal.close()
        return journal.path

    def _names(self, directory: Path) -> tuple[str, ...]:
        try:
            return self._disk.names(directory)
        except OSError as error:
            if directory == self.directory:
                self.trouble = closed_folder(directory, error)
            return ()

    def _exists(self, path: Path) -> bool:
        try:
            return self._disk.exists(path)
        except OSError as error:
            raise SaveError(f"{shown_path(path)}: {unreadable(error)}") from error

    def _saves_in(self, directory: Path) -> tuple[Path, ...]:
        """The files of saves in a folder, by name; none if it is missing or closed to us.

        Whatever ends like one counts, though the game itself would never give it such a name.
        """
        return tuple(
            directory / name
            for name in self._names(directory)
            if name.endswith(SUFFIX) and not name.startswith(".")
        )

    def _free(self, directory: Path, stem: str) -> Path:
        """A file in a folder that is not there yet."""
        paths = (directory / f"{name}{SUFFIX}" for name in numbered(stem))
        return next(path for path in paths if not self._exists(path))

    def _path(self, slug: str) -> Path:
        return self.directory / f"{slug}{SUFFIX}"
