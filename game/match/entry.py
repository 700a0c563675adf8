"""One save as a list of saves shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from game.match.disk import Disk
from game.match.errors import MatchError
from game.match.journal import Journal
from game.match.line import head_code
from game.match.record import read
from game.match.replay import reenact
from game.match.scan import scan, straight
from game.match.trouble import named, unforeseen
from game.rules import Phase, verdict

IN_PROGRESS: Final = "in progress"


@frozen
class Entry:
    """One save, as a list shows it.

    Attributes:
        slug: its name.
        path: its file.
        modified: when it was last written, seconds since 1970.
        title: what the players call it; may be empty.
        scenario: the title of its scenario.
        seats: per side who sits there, in the variation that is played.
        names: per side what the player is called; may be empty.
        seed: what Chance draws from.
        created: when it began, UTC; may be empty.
        variant: the id of the variant, or nothing.
        round: the round it is in, 0 if that cannot be told.
        rounds: how many rounds the scenario has.
        scores: per side its score.
        final: per side its final score, objectives included; nothing while the game goes on.
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
    final: tuple[int, int] | None = None
    decisions: int = 0
    verdict: str | None = None
    outcome: str = IN_PROGRESS
    head_code: str = ""
    closed: bool = False
    damage: str | None = None
    shipped: bool = False

    @property
    def rescuable(self) -> bool:
        """Whether something is good in a damaged save, and can be kept as a new one."""
        return self.damage is not None and bool(self.scenario)

    @property
    def unfinished(self) -> bool:
        """Whether the game can be resumed."""
        return self.verdict is None and self.damage is None and not self.shipped


def looked_at(path: Path, modified: float, disk: Disk, *, shipped: bool) -> Entry:
    """Read and play a save again, without touching it.

    Whatever goes wrong, foreseen or not, is this save's own damage: a list shows the others.
    """
    journal = Journal(path, disk)
    try:
        return _played(journal, modified, shipped=shipped)
    except MatchError as error:
        damage = str(error)
    except Exception as error:
        damage = f"{journal.where}: {unforeseen(error)}"
    return Entry(named(path.stem), path, modified, damage=damage, shipped=shipped)


def _played(journal: Journal, modified: float, *, shipped: bool) -> Entry:
    data = journal.data()
    found = scan(data)
    if not found.lines and (mended := straight(data)) != data:
        # What an editor did to all lines tells nothing of the game, and can be undone.
        found = evolve(scan(mended), damage=found.damage)
    record = read(found, journal.where)
    opened = reenact(record, journal.where)
    header, timeline = record.header, opened.timeline
    book, state = timeline.book, timeline.state
    ending = verdict(book, state) if state.phase is Phase.END else None
    damage = opened.damage
    return Entry(
        slug=named(journal.path.stem),
        path=journal.path,
        modified=modified,
        title=header.title,
        scenario=book.scenario.title,
        seats=opened.tree.variation.seats,
        names=header.names,
        seed=header.seed,
        created=header.created,
        variant=header.variant,
        round=state.round,
        rounds=book.rounds,
        scores=(state.tracks[book.score[0]], state.tracks[book.score[1]]),
        final=None if ending is None else ending.final,
        decisions=len(timeline.decisions),
        verdict=None if ending is None else ending.name,
        outcome=IN_PROGRESS if ending is None else book.scenario.epilogues[ending.name].title,
        head_code=head_code(opened.head),
        closed=record.closed,
        damage=None if damage is None else f"{journal.where}:{damage.line}: {damage.what}",
        shipped=shipped,
    )
