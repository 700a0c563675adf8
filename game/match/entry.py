"""One save as a list of saves shows it."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any, Final

from attrs import evolve

from game.files.disk import Disk, Stamp
from game.match.errors import MatchError
from game.match.event import Branched, Claim, Decided, Event, Went
from game.match.header import Header, header_of, seat_fault
from game.match.journal import Journal
from game.match.line import LONGEST_HEADER, head_code, members_of, sealed
from game.match.record import read
from game.match.replay import reenact
from game.match.scan import scan, straight
from game.match.tree import MOST
from game.match.trouble import named, unforeseen
from game.scenario import Scenario
from game.scenario.kinds import Verbatim, Whole
from game.scenario.texts import scenario_of
from game.value import frozen

IN_PROGRESS: Final = "in progress"

LARGE: Final = 4 << 20
"""More bytes than a game of people has; to look at such a save takes seconds."""


_HEAD: Final = 1 << 17
"""Most first lines are within so many bytes."""


LONGEST: Final = 2000
"""The most characters of a text that is kept of a save."""

Text = Annotated[str, Verbatim(LONGEST)]
Number = Annotated[int, Whole(-(1 << 64), 1 << 64)]


class Known(IntEnum):
    """How much of a save has been looked at."""

    NAME = 0
    """Nothing: what is known of it stands in the folder."""
    HEAD = 1
    """Its first line."""
    CLAIMED = 2
    """Every line is whole, and it tells itself how it stood when it was put away."""
    WHOLE = 3
    """Everything: it was played again, or is byte for byte what was."""


@frozen
class Entry:
    """One save, as a list shows it.

    Attributes:
        slug: its name.
        path: its file.
        modified: when it was last written, seconds since 1970.
        size: how many bytes it has.
        known: how much of it has been looked at. Of a save of which no more than its first line
            is known nothing below ``variant`` is, and no ``damage`` does not mean that it is good.
        title: what the players call it; may be empty.
        scenario: the title of its scenario; its id, as long as only the first line is known.
        seats: per side who sits there, in the variation that is played.
        names: per side what the player is called; may be empty.
        sides: per side its short name; empty as long as only the first line is known.
        seed: what Chance draws from.
        created: when it began, UTC; may be empty.
        variant: the id of the variant, or nothing.
        lesson: the id of the lesson that it is; empty if it is none.
        round: the round that play is in, 0 if that cannot be told.
        rounds: how many rounds the scenario has.
        scores: per side its score.
        final: per side its final score, objectives included; nothing without a verdict.
        decisions: how many decisions were taken, Chance's included.
        verdict: the id of the verdict of the main line, or else of the one that is played;
            nothing while neither is over.
        outcome: the verdict's title, or ``in progress``.
        over: the line that is played is over.
        lines: how many lines of play there are besides the main one.
        head_code: ten letters and digits that stand for everything up to now.
        closed: it was put away in good order.
        damage: what is wrong with it, in a sentence, or nothing.
        shipped: it came with the package.
    """

    slug: str
    path: Path
    modified: float = 0.0
    size: int = 0
    known: Known = Known.WHOLE
    title: Text = ""
    scenario: Text = ""
    seats: tuple[Text, Text] = ("", "")
    names: tuple[Text, Text] = ("", "")
    sides: tuple[Text, Text] = ("", "")
    seed: Number = 0
    created: Text = ""
    variant: Text | None = None
    lesson: Text = ""
    round: Number = 0
    rounds: Number = 0
    scores: tuple[Number, Number] = (0, 0)
    final: tuple[Number, Number] | None = None
    decisions: Number = 0
    verdict: Text | None = None
    outcome: Text = IN_PROGRESS
    over: bool = False
    lines: Number = 0
    head_code: Text = ""
    closed: bool = False
    damage: str | None = None
    shipped: bool = False

    @property
    def looked_at(self) -> bool:
        """Whether everything here is known, or told by the save itself."""
        return self.known >= Known.CLAIMED

    @property
    def large(self) -> bool:
        """Whether it takes seconds to look at."""
        return self.size > LARGE

    @property
    def rescuable(self) -> bool:
        """Whether something is good in a damaged save, and can be kept as a new one."""
        return self.looked_at and self.damage is not None and bool(self.scenario)

    @property
    def unfinished(self) -> bool:
        """Whether the game is known to be one that can be resumed."""
        return self.looked_at and not self.over and self.damage is None and not self.shipped


def unseen(path: Path, stamp: Stamp, *, shipped: bool) -> Entry:
    """A save of which only what stands in the folder is known."""
    return Entry(
        named(path.stem),
        path,
        modified=stamp[0] / 1e9,
        size=stamp[1],
        known=Known.NAME,
        shipped=shipped,
    )


def with_head(entry: Entry, disk: Disk) -> Entry:
    """A save with what its first line says of it; as it was if that line is not good."""
    journal = Journal(entry.path, disk)
    try:
        line, feed, _ = journal.beginning(_HEAD).partition(b"\n")
        if not feed:
            line, feed, _ = journal.beginning(LONGEST_HEADER + 1).partition(b"\n")
        members = members_of(line) if feed and sealed(line) else None
        if members is None:
            return entry
        header = header_of(members, journal.where)
    except Exception:
        # To look at the whole of it will tell what is wrong.
        return entry
    return evolve(_headed(entry, header), known=Known.HEAD)


Heed = Callable[[], None]
"""Is called again and again during long work; what it raises ends the work."""


class AbandonedError(Exception):
    """Somebody wants something else looked at first."""


def looked_at(entry: Entry, data: Callable[[], bytes], where: str, heed: Heed) -> Entry:
    """Play a save again, without touching it.

    Whatever goes wrong, foreseen or not, is this save's own damage: a list shows the others.

    Args:
        entry: what is known of it.
        data: reads its bytes.
        where: the file as messages name it.
        heed: is called between lines.

    Raises:
        AbandonedError: ``heed`` did.
    """
    try:
        return _played(entry, data(), where, heed)
    except AbandonedError:
        raise
    except MatchError as error:
        damage = str(error)
    except Exception as error:
        damage = f"{where}: {unforeseen(error)}"
    return evolve(entry, known=Known.WHOLE, damage=damage)


def _played(entry: Entry, data: bytes, where: str, heed: Heed) -> Entry:
    found = scan(data, heed)
    if not found.lines and (mended := straight(data)) != data:
        # What an editor did to all lines tells nothing of the game, and can be undone.
        found = evolve(scan(mended, heed), damage=found.damage)
    record = read(found, where)
    opened = reenact(record, where, heed=heed)
    tree, damage = opened.tree, opened.damage
    facts = _told(opened.timeline.book.scenario, tree.claim())
    return evolve(
        _headed(entry, record.header),
        **facts,
        known=Known.WHOLE,
        seats=tree.variation.seats,
        decisions=len(opened.timeline.decisions),
        lines=len(tree.variations) - 1,
        head_code=head_code(opened.head),
        closed=record.closed,
        damage=None if damage is None else f"{where}:{damage.line}: {damage.what}",
    )


def claimed(entry: Entry, data: bytes, where: str, heed: Heed) -> Entry | None:
    """A save as it was put away, by what it says of itself; nothing if it has to be played again.

    Every line is whole and in its place. That the game is what is claimed of it is proved when
    the save is opened.

    Raises:
        AbandonedError: ``heed`` did.
    """
    try:
        return _claimed(entry, data, where, heed)
    except AbandonedError:
        raise
    except Exception:
        # To play it again will tell what is wrong.
        return None


def _claimed(entry: Entry, data: bytes, where: str, heed: Heed) -> Entry | None:
    found = scan(data, heed)
    record = read(found, where)
    claim = record.claim
    if record.damage is not None or claim is None:
        return None
    scenario = scenario_of(record.header.text, where)
    if scenario.id != record.header.scenario or not _can_be(claim, scenario):
        return None
    lines = _Lines(record.header.seats)
    if not all(map(lines.take, record.events)):
        return None
    return evolve(
        _headed(entry, record.header),
        **_told(scenario, claim),
        known=Known.CLAIMED,
        seats=lines.seats[lines.current],
        decisions=lines.plies[lines.current],
        lines=len(lines.plies) - 1,
        head_code=head_code(record.head),
        closed=True,
    )


def _can_be(claim: Claim, scenario: Scenario) -> bool:
    """Whether a match of a scenario can stand as is claimed; what cannot be is played again."""
    ended = claim.verdict in scenario.epilogues
    return (
        claim.round <= scenario.rounds
        and (ended or not (claim.verdict or claim.over))
        and ended == (claim.final is not None)
    )


def _headed(entry: Entry, header: Header) -> Entry:
    """A save with what its first line says."""
    return evolve(
        entry,
        title=header.title,
        scenario=header.scenario,
        seats=header.seats,
        names=header.names,
        seed=header.seed,
        created=header.created,
        variant=header.variant,
        lesson=header.lesson,
    )


def _told(scenario: Scenario, claim: Claim) -> dict[str, Any]:
    """What a list tells of how a match stands."""
    verdict = claim.verdict or None
    one, other = scenario.sides
    return {
        "scenario": scenario.title,
        "sides": (one.short, other.short),
        "round": claim.round,
        "rounds": scenario.rounds,
        "scores": claim.scores,
        "final": claim.final,
        "verdict": verdict,
        "outcome": IN_PROGRESS if verdict is None else scenario.epilogues[verdict].title,
        "over": claim.over,
    }


class _Lines:
    """The lines of play of a journal, counted without the rules."""

    def __init__(self, seats: tuple[str, str]) -> None:
        self.seats = [seats]
        self.plies = [0]
        self.current = 0

    def take(self, event: Event) -> bool:
        """Whether an event can be; what it does to the count is done."""
        match event:
            case Decided():
                self.plies[self.current] += 1
            case Branched(parent, ply, seats):
                if parent >= len(self.plies) or ply > self.plies[parent]:
                    return False
                if len(self.plies) >= MOST or any(map(seat_fault, seats)):
                    return False
                self.current = len(self.plies)
                self.plies.append(ply)
                self.seats.append(seats)
            case Went(variation):
                if variation >= len(self.plies):
                    return False
                self.current = variation
        return True
