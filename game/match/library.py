"""The library: the saves in a folder, and the example games that came with the package."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from game.match.disk import LOCAL, Disk
from game.match.errors import MatchError, NoSuchSaveError, SaveError
from game.match.journal import SUFFIX, Journal, shown_path
from game.match.line import head_code
from game.match.names import checked_slug, is_slug, slug_of
from game.match.places import EXAMPLES, shipped_saves
from game.match.record import read
from game.match.replay import reenact
from game.rules import Phase, verdict
from game.scenario.nearest import nearest
from game.scenario.text import shown

TRASH = "trash"
"""The folder, beside the saves, that deleted ones are moved to."""

IN_PROGRESS = "in progress"


@frozen
class Entry:
    """One save, as a list shows it.

    Attributes:
        slug: its name.
        path: its file.
        modified: when it was last written, seconds since 1970.
        title: what the players call it; may be empty.
        scenario: the title of its scenario.
        seats: per side who sits there.
        names: per side what the player is called; may be empty.
        seed: what Chance draws from.
        created: when it began, UTC; may be empty.
        variant: the id of the variant, or nothing.
        round: the round it is in, 0 if that cannot be told.
        rounds: how many rounds the scenario has.
        scores: per side its score.
        decisions: how many decisions were taken, Chance's included.
        verdict: the verdict's id, or nothing while the game goes on.
        outcome: the verdict's title, or ``in progress``.
        head_code: ten letters and digits that stand for everything up to now.
        closed: it was put away in good order.
        damage: what is wrong with it, in a sentence, or nothing.
        shipped: it came with the package.
    """

    slug: str
    path: Path
    modified: float = 0.0
    title: str = ""
    scenario: str = ""
    seats: tuple[str, str] = ("", "")
    names: tuple[str, str] = ("", "")
    seed: int = 0
    created: str = ""
    variant: str | None = None
    round: int = 0
    rounds: int = 0
    scores: tuple[int, int] = (0, 0)
    decisions: int = 0
    verdict: str | None = None
    outcome: str = IN_PROGRESS
    head_code: str = ""
    closed: bool = False
    damage: str | None = None
    shipped: bool = False

    @property
    def unfinished(self) -> bool:
        """Whether the game can be resumed."""
        return self.verdict is None and self.damage is None and not self.shipped


class Library:
    """The saves of a folder.

    Args:
        directory: the folder; it need not exist.
        shipped: the folder of the example games.
        disk: where files are.
    """

    def __init__(self, directory: Path, shipped: Path | None = None, disk: Disk = LOCAL) -> None:
        self.directory = directory
        self._shipped = shipped_saves() if shipped is None else shipped
        self._disk = disk
        self._seen: dict[Path, tuple[tuple[int, int, int], Entry]] = {}

    # ------------------------------------------------------------------ looking

    def list(self) -> tuple[Entry, ...]:
        """Every save, the one that was written last first; then the example games."""
        own = [self._entry(path, shipped=False) for path in _saves_in(self.directory)]
        own.sort(key=lambda entry: (-entry.modified, entry.slug))
        known = {entry.slug for entry in own}
        examples = [
            self._entry(path, shipped=True) for path in self._examples() if path.stem not in known
        ]
        return (*own, *examples)

    def latest_unfinished(self) -> Entry | None:
        """The save to resume: of those not played to the end, the one that was written last."""
        return next((entry for entry in self.list() if entry.unfinished), None)

    def find(self, name: str) -> Path:
        """The file of a save, by its name or as a path.

        Raises:
            NoSuchSaveError: there is none; the message names the nearest.
        """
        slug = name.removesuffix(SUFFIX)
        if is_slug(slug):
            for path in (self._path(slug), *self._examples()):
                if path.stem == slug and self._disk.exists(path):
                    return path
        elif "\0" not in name and self._disk.exists(Path(name)):
            return Path(name)
        known = [path.stem for path in (*_saves_in(self.directory), *self._examples())]
        near = nearest(slug, known)
        hint = f"did you mean {near!r}?" if near else f"saves are in {shown_path(self.directory)}"
        raise NoSuchSaveError(f"there is no save {shown(name)}; {hint}")

    def entry(self, path: Path) -> Entry:
        """One save, as the list shows it."""
        return self._entry(path, shipped=path.parent != self.directory and path in self._examples())

    def _examples(self) -> tuple[Path, ...]:
        return tuple(path for path in _saves_in(self._shipped) if path.stem in EXAMPLES)

    def _entry(self, path: Path, *, shipped: bool) -> Entry:
        try:
            facts = path.lstat()
        except OSError:
            return Entry(path.stem, path, damage="it is gone", shipped=shipped)
        key = (facts.st_mtime_ns, facts.st_size, facts.st_ino)
        seen = self._seen.get(path)
        if seen is None or seen[0] != key:
            entry = _looked_at(path, facts.st_mtime, self._disk, shipped=shipped)
            seen = self._seen[path] = (key, entry)
        return seen[1]

    # ------------------------------------------------------------------ making

    def new_slug(self, title: str = "") -> str:
        """A name that no save has, made of a title."""
        stem = slug_of(title)
        slug, number = stem, 1
        while self._disk.exists(self._path(slug)):
            number += 1
            tail = f"-{number}"
            slug = stem[: 40 - len(tail)].rstrip("-") + tail
        return slug

    def create(self, slug: str | None = None, title: str = "") -> Journal:
        """The journal for a new save; ``Match.new`` writes its first line.

        Raises:
            SaveError: the name cannot be used, or there is a save of that name.
        """
        slug = self.new_slug(title) if slug is None else checked_slug(slug)
        self._refuse_taken(slug)
        return Journal(self._path(slug), self._disk)

    def journal(self, path: Path) -> Journal:
        """The journal of a save that is there, for ``Match.open``."""
        return Journal(path, self._disk)

    def _path(self, slug: str) -> Path:
        return self.directory / f"{slug}{SUFFIX}"

    def _refuse_taken(self, slug: str) -> None:
        if self._disk.exists(self._path(slug)):
            raise SaveError(f"there is a save {slug!r} already; choose another name, or resume it")


def _saves_in(directory: Path) -> tuple[Path, ...]:
    """The files of saves in a folder, by name; none if it is missing or closed to us."""
    try:
        found = [
            path for path in directory.iterdir() if path.suffix == SUFFIX and is_slug(path.stem)
        ]
    except OSError:
        return ()
    return tuple(sorted(found))


def _looked_at(path: Path, modified: float, disk: Disk, *, shipped: bool) -> Entry:
    """Read and play a save again, without touching it."""
    journal = Journal(path, disk)
    try:
        record = read(journal.look(), journal.where)
        opened = reenact(record, journal.where)
    except MatchError as error:
        return Entry(path.stem, path, modified, damage=str(error), shipped=shipped)
    header, timeline = record.header, opened.timeline
    book, state = timeline.book, timeline.state
    ending = verdict(book, state) if state.phase is Phase.END else None
    damage = opened.damage
    return Entry(
        slug=path.stem,
        path=path,
        modified=modified,
        title=header.title,
        scenario=book.scenario.title,
        seats=header.seats,
        names=header.names,
        seed=header.seed,
        created=header.created,
        variant=header.variant,
        round=state.round,
        rounds=book.rounds,
        scores=(state.tracks[book.score[0]], state.tracks[book.score[1]]),
        decisions=len(timeline.decisions),
        verdict=None if ending is None else ending.name,
        outcome=IN_PROGRESS if ending is None else book.scenario.epilogues[ending.name].title,
        head_code=head_code(opened.head),
        closed=record.closed,
        damage=None if damage is None else f"{journal.where}:{damage}",
        shipped=shipped,
    )
