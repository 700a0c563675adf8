"""Every call to the disk fails once, with every error: what was kept is old or new, and told."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from attrs import frozen

from game.match import Journal, Library, Match, MatchError, SaveError
from game.match.verifying import verify
from tests.match.deeds import happened, step
from tests.match.disks import Fault, MemoryDisk
from tests.match.games import SAVE, new, play_out
from tests.match.meddling import ALL as MEDDLINGS
from tests.match.meddling import Meddling
from tests.match.tally import Tally, is_plain

CODES = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EIO,
    errno.EROFS,
    errno.EACCES,
    errno.EINTR,
    errno.ENOTSUP,
)

TRASHED = SAVE.parent / "trash" / SAVE.name
OTHER = SAVE.with_name("other.jsonl")


@frozen
class Play:
    """Something done to saves while the disk may fail.

    Attributes:
        name: what is done.
        prepare: puts files on a good disk.
        act: does it; returns what is wrong, if anything.
        judge: looks at what the disk holds afterwards, through a good disk.
    """

    name: str
    prepare: Callable[[MemoryDisk], None]
    act: Callable[[MemoryDisk], str | None]
    judge: Callable[[MemoryDisk], str | None]


def _nothing(_: MemoryDisk) -> None:
    """An empty disk."""


LIVELY = 405
"""The seed of a match in which everything happens that players do besides deciding."""


@cache
def _begun() -> bytes:
    """A match that was left in the middle."""
    disk = MemoryDisk()
    match = new(seed=LIVELY, journal=Journal(SAVE, disk))
    for _ in range(4):
        step(match, LIVELY)
    return disk.bytes_of(SAVE)


def _a_game(disk: MemoryDisk) -> None:
    disk.put(SAVE, _begun())


def _a_torn_game(disk: MemoryDisk) -> None:
    disk.put(SAVE, _begun() + b'{"decision":"cons')


def _an_unfinished_game(disk: MemoryDisk) -> None:
    disk.put(SAVE, _begun()[:-1])


def _in_the_trash(disk: MemoryDisk) -> None:
    _a_torn_game(disk)
    disk.put(TRASHED, disk.bytes_of(SAVE))


def _played(match: Match, disk: MemoryDisk, path: Path) -> str | None:
    """Play on; what was acknowledged must be there, and trouble must be told."""
    acknowledged = len(happened(match)) if not match.trouble else 0
    while not match.over:
        step(match, LIVELY)
        if not match.trouble:
            acknowledged = len(happened(match))
    if match.trouble and not is_plain(match.trouble):
        return f"no sentence: {match.trouble}"
    played = happened(match)
    match.close()
    disk.kill()
    disk.fault = None
    try:
        kept = happened(Match.open(Journal(path, disk), read_only=True))
    except SaveError as error:
        return None if not acknowledged else f"lost: {error}"
    if kept[:acknowledged] != played[:acknowledged] or kept != played[: len(kept)]:
        return f"{acknowledged} events acknowledged, {len(kept)} kept"
    return None


def _begin(disk: MemoryDisk) -> str | None:
    return _played(new(seed=LIVELY, journal=Journal(SAVE, disk)), disk, SAVE)


def _resume(disk: MemoryDisk) -> str | None:
    before = disk.bytes_of(SAVE)
    try:
        match = Match.open(Journal(SAVE, disk))
    except SaveError as error:
        if disk.bytes_of(SAVE) != before:
            return "changed, but not opened"
        return None if is_plain(str(error)) else f"no sentence: {error}"
    return _played(match, disk, SAVE)


def _save_as(disk: MemoryDisk) -> str | None:
    match = new(seed=LIVELY)
    for _ in range(12):
        step(match, LIVELY)
    try:
        match.save_as(Journal(OTHER, disk))
    except SaveError as error:
        return None if is_plain(str(error)) else f"no sentence: {error}"
    return _played(match, disk, OTHER)


def _with_library(act: Callable[[Library], Path]) -> Callable[[MemoryDisk], str | None]:
    def run(disk: MemoryDisk) -> str | None:
        try:
            path = act(Library(SAVE.parent, Path("/shipped"), disk))
        except MatchError as error:
            return None if is_plain(str(error)) else f"no sentence: {error}"
        return None if path in disk.files else "done, but not there"

    return run


def _one_good_save(disk: MemoryDisk) -> str | None:
    """Somewhere there is the save with all its decisions, and nothing else that looks like one."""
    found = []
    for path in sorted(disk.files):
        if path.suffix == ".jsonl":
            try:
                report = verify(path, disk)
            except SaveError as error:
                if "had begun" in str(error):
                    continue
                return f"{path}: {error}"
            if report.line is not None:
                return f"{path}: {report}"
            found.append(report.decisions)
    if not found:
        return "the save is gone"
    return None if len(set(found)) == 1 else f"saves of {found} decisions"


def _playable(disk: MemoryDisk) -> str | None:
    """The save, if there is one, can be resumed and played to its end."""
    path = OTHER if OTHER in disk.files else SAVE
    if path not in disk.files:
        return None
    try:
        match = Match.open(Journal(path, disk))
    except SaveError as error:
        return None if "had begun" in str(error) else str(error)
    play_out(match, 1)
    match.close()
    if match.trouble:
        return match.trouble
    report = verify(path, disk)
    return None if report.good and report.closed else str(report)


def _meddled(meddling: Meddling) -> Callable[[MemoryDisk], str | None]:
    """Somebody meddles with a save that is played; what they leave stays, and so does ours."""

    def run(disk: MemoryDisk) -> str | None:
        try:
            match = Match.open(Journal(SAVE, disk))
        except SaveError as error:
            return None if is_plain(str(error)) else f"no sentence: {error}"
        assert match.journal is not None  # it was opened
        if match.journal.saving:
            fault, disk.fault = disk.fault, None
            meddling.do(disk)
            disk.fault = fault
        left = {path: bytes(inode.data) for path, inode in disk.files.items()}
        acknowledged, path = 0, SAVE
        for _ in range(2):
            step(match, LIVELY)
            if not match.trouble:
                acknowledged, path = len(happened(match)), match.journal.path
        if match.trouble and not is_plain(match.trouble):
            return f"no sentence: {match.trouble}"
        for each, data in left.items():
            if each not in disk.files or not disk.bytes_of(each).startswith(data):
                return f"{each} was changed"
            if each != path and each.suffix == ".jsonl" and disk.bytes_of(each) != data:
                return f"{each} was played on"
        match.close()
        disk.kill()
        disk.fault = None
        if not acknowledged:
            return None
        kept = happened(Match.open(Journal(path, disk), read_only=True))
        short = len(kept) < acknowledged or kept[:acknowledged] != happened(match)[:acknowledged]
        return f"{acknowledged} events acknowledged, {len(kept)} kept" if short else None

    return run


def _no_half_save(disk: MemoryDisk) -> str | None:
    """Beside what somebody else left there is no save that is not whole."""
    for path in sorted(disk.files):
        if path.suffix == ".jsonl" and path != SAVE:
            report = verify(path, disk)
            if report.line is not None:
                return str(report)
    return None


PLAYS = (
    Play("new", _nothing, _begin, _playable),
    Play("resume", _a_game, _resume, _playable),
    Play("recover", _a_torn_game, _resume, _playable),
    Play("finish a line", _an_unfinished_game, _resume, _playable),
    Play("save elsewhere", _nothing, _save_as, _playable),
    Play("rename", _a_torn_game, _with_library(lambda x: x.rename(SAVE, "other")), _one_good_save),
    Play("copy", _a_torn_game, _with_library(lambda x: x.copy(SAVE)), _one_good_save),
    Play("rescue", _a_torn_game, _with_library(lambda x: x.rescue(SAVE)), _one_good_save),
    Play("delete", _a_torn_game, _with_library(lambda x: x.delete(SAVE)), _one_good_save),
    Play("restore", _in_the_trash, _with_library(lambda x: x.restore(TRASHED)), _one_good_save),
    *(Play(each.name, _a_game, _meddled(each), _no_half_save) for each in MEDDLINGS[::2]),
)


def points(codes: tuple[int, ...] = CODES) -> Iterator[tuple[Play, Fault]]:
    """Every call of every play, with every error, once or for good, and halfway through a write."""
    for play in PLAYS:
        disk = _prepared(play)
        play.act(disk)
        for at, call in enumerate(disk.calls):
            for code in codes:
                yield play, Fault(at, code)
                yield play, Fault(at, code, lasting=True)
                if call == "append":
                    yield play, Fault(at, code, partial=True)
                    yield play, Fault(at, code, lasting=True, partial=True)


def _prepared(play: Play) -> MemoryDisk:
    disk = MemoryDisk()
    play.prepare(disk)
    disk.kill()
    disk.calls.clear()
    return disk


def tried(play: Play, fault: Fault) -> str | None:
    """What is wrong after a fault, if anything."""
    disk = _prepared(play)
    disk.fault = fault
    try:
        problem = play.act(disk)
    except Exception as error:
        return f"{error!r} was let through"
    if problem is None:
        disk.kill()
        disk.fault = None
        problem = play.judge(disk)
    return problem


def run(count: int) -> Tally:
    """Try every point. There must be at least ``count`` of them."""
    tally = Tally()
    for play, fault in points():
        tally.case(tried(play, fault), f"{play.name}, {fault}")
        tally.note(play.name)
    if tally.tried < count:
        tally.wrong.append(f"there are only {tally.tried} points")
    return tally
