"""The machine goes down at any call: whatever part of the unsynced data arrived, the save opens
at what was acknowledged, or at what was to come after it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from random import Random

from attrs import define

from game.match import Journal, Library, Match, SaveError
from game.match.event import Event
from game.match.verifying import verify
from tests.match.deeds import happened, step
from tests.match.disks import MemoryDisk, PowerCutError
from tests.match.games import SAVE, new
from tests.match.tally import Tally


@define
class Story:
    """What was decided up to the power cut."""

    began: bool = False
    """The match was handed out."""
    expected: tuple[Event, ...] = ()
    """Everything that happens in the match, in order, if the power does not fail."""
    acknowledged: int = 0
    """How many events the players have been told of."""


Tale = Callable[[MemoryDisk, Story, int], None]


def _play(match: Match, story: Story, seed: int, most: int) -> None:
    story.began, story.acknowledged = True, len(happened(match))
    for _ in range(most):
        if not match.over:
            step(match, seed, reason="because " * (seed % 3 * 70))
            story.acknowledged = len(happened(match))
    match.close()


def _begin(disk: MemoryDisk, story: Story, seed: int) -> None:
    """A new match is played for a while and put away."""
    _play(new(seed=seed, journal=Journal(SAVE, disk)), story, seed, 3 + seed % 9)


def _resume(disk: MemoryDisk, story: Story, seed: int) -> None:
    """A match that the machine went down in before is mended and played on."""
    story.began = True
    _play(Match.open(Journal(SAVE, disk)), story, seed, 3)


def whole_game(seed: int) -> tuple[Event, ...]:
    """What happens in the match of a seed if the power does not fail."""
    match = new(seed=seed)
    while not match.over:
        step(match, seed, reason="because " * (seed % 3 * 70))
    return happened(match)


def cut(disk: MemoryDisk, tale: Tale, seed: int, at: int) -> Story:
    """Tell a tale until the power fails at a call."""
    story = Story(expected=whole_game(seed))
    disk.cut_at = at
    with suppress(PowerCutError):
        tale(disk, story, seed)
    return story


def judged(disk: MemoryDisk, story: Story) -> str | None:
    """What is wrong with the save after a power cut, if anything."""
    if SAVE not in disk.files:
        return "the save is gone" if story.began else None
    try:
        match = Match.open(Journal(SAVE, disk))
    except SaveError as error:
        return str(error) if story.began or "had begun" not in str(error) else None
    if match.trouble or match.read_only:
        return f"not resumed: {match.trouble}"
    kept = happened(match)
    if len(kept) < story.acknowledged or kept != story.expected[: len(kept)]:
        return f"{story.acknowledged} events acknowledged, {len(kept)} kept"
    match.close()
    report = verify(SAVE, disk)
    return None if report.good and report.closed else str(report)


def run(count: int, *, seed: int = 0) -> Tally:
    """Look at so many states after power cuts; one in four hits the mending of another."""
    tally = Tally()
    random = Random(seed)
    states: set[bytes] = set()
    while tally.tried < count:
        game = random.randrange(1 << 32)
        disk = MemoryDisk()
        calls = _calls(game)
        at = random.randrange(calls)
        story = cut(disk, _begin, game, at)
        for variation in range(12):
            after = disk.states_after_a_cut(random)
            if variation % 4 == 3 and SAVE in after.files and story.began:
                again = cut(after, _resume, game, random.randrange(12))
                again.acknowledged = max(again.acknowledged, story.acknowledged)
                after, name = after.states_after_a_cut(random), "twice"
                problem = judged(after, again)
            else:
                name = "once"
                states.add(bytes(after.files[SAVE].data) if SAVE in after.files else b"")
                problem = judged(after, story)
            tally.note(name)
            tally.case(problem, f"game {game}, call {at}, variation {variation}")
    tally.noted["different files"] = len(states)
    return tally


def _calls(game: int) -> int:
    """How many calls a tale makes if the power does not fail."""
    disk = MemoryDisk()
    _begin(disk, Story(), game)
    return len(disk.calls)


def rename(count: int, *, seed: int = 0) -> Tally:
    """The power fails while a save is renamed or deleted: it is there under one of its names."""
    tally = Tally()
    random = Random(seed)
    for number in range(count):
        disk = MemoryDisk()
        _begin(disk, Story(), number % 7)
        disk.kill()
        size = len(disk.bytes_of(SAVE))
        disk.calls.clear()
        disk.cut_at = random.randrange(10)
        library = Library(SAVE.parent, SAVE.parent / "none", disk)
        with suppress(PowerCutError):
            library.delete(SAVE) if number % 2 else library.rename(SAVE, "other")
        after = disk.states_after_a_cut(random)
        kept = [path for path, inode in after.files.items() if len(inode.data) == size]
        tally.case(None if len(kept) == 1 else f"kept as {kept}", f"case {number}")
    return tally
