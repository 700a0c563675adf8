"""A review is kept beside its save, or where it can be; and whatever lies there does no harm."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from game.files.disk import LOCAL
from game.files.whole import contents
from game.match import Library, Match
from game.match.review_files import review_file
from game.review.evaluations import Evaluated
from game.review.kept import Findings, Fit
from game.review.review_store import ReviewStore
from game.scenario.catalogue import shipped
from tests.match.disks import MemoryDisk
from tests.match.games import new, play_out

CACHE = Path("/cache")


class Folders(MemoryDisk):
    """A disk on which some folders can only be read."""

    def __init__(self) -> None:
        super().__init__()
        self.closed: set[Path] = set()

    def create(self, path: Path, *, private: bool = True) -> int:
        if path.parent in self.closed:
            raise OSError(errno.EROFS, "closed")
        return super().create(path, private=private)


@pytest.fixture
def disk() -> Folders:
    return Folders()


def saved(disk: Folders, seed: int = 1, most: int = 2) -> Match:
    library = Library(Path("/saves"), Path("/none"), disk)
    match = play_out(new(seed=seed, journal=library.create("game")), seed, most=most)
    match.close()
    return match


def worth(name: int, first: int = 1) -> Findings:
    known = Findings()
    known.evaluations.add(60, Evaluated(f"{name:016x}", ((first, 2),), ((3, 4),)))
    return known


def names(known: Findings) -> list[int]:
    return [int(each.digest, 16) for _, each in known.evaluations]


def store(match: Match, disk: Folders, variation: int = 0) -> ReviewStore:
    return ReviewStore(match, variation, CACHE, disk)


def test_it_is_kept_beside_the_save(disk: Folders) -> None:
    match = saved(disk)
    found, known = store(match, disk).load()
    assert found.fit is Fit.NONE
    assert names(known) == []
    kept = store(match, disk).keep(worth(1))
    assert (kept.where, kept.cached, kept.trouble) == ("/saves/game.review-0", False, "")
    found, known = store(match, disk).load()
    assert found.fit is Fit.GOOD
    assert names(known) == [1]


def test_what_others_found_out_meanwhile_is_not_thrown_away(disk: Folders) -> None:
    """Two programs review one save; the second adds to what the first has kept."""
    match = saved(disk)
    one, other = store(match, disk), store(match, disk)
    one.keep(worth(1))
    other.keep(worth(2))
    assert names(store(match, disk).load()[1]) == [1, 2]


def test_where_nothing_can_be_written_it_is_kept_in_the_cache_folder(disk: Folders) -> None:
    """And is found there; once it can be, all of it is kept beside the save."""
    match = saved(disk)
    disk.closed.add(Path("/saves"))
    kept = store(match, disk).keep(worth(1))
    assert kept.cached
    assert kept.trouble == "The disk can only be read."
    assert names(store(match, disk).load()[1]) == [1]
    disk.closed.clear()
    assert not store(match, disk).keep(worth(2)).cached
    assert names(store(match, disk).load()[1]) == [1, 2]


def test_where_nothing_can_be_written_at_all_it_is_said_why(disk: Folders) -> None:
    match = saved(disk)
    disk.closed |= {Path("/saves"), CACHE}
    kept = store(match, disk).keep(worth(1))
    assert (kept.where, kept.trouble) == ("", "The disk can only be read.")
    assert ReviewStore(match, 0, None, disk).keep(worth(1)).where == ""


def test_nothing_is_written_beside_an_example(tmp_path: Path) -> None:
    """It came with the game and stays as it is; a checkout stays clean."""
    path = shipped("saves") / "grand-bargain.jsonl"
    before = sorted(path.parent.iterdir())
    match = Match.open(path, read_only=True)
    kept = ReviewStore(match, 0, tmp_path / "cache", LOCAL).keep(worth(1))
    assert kept.cached
    assert kept.trouble == ""
    assert sorted(path.parent.iterdir()) == before
    assert names(ReviewStore(match, 0, tmp_path / "cache", LOCAL).load()[1]) == [1]


def test_a_match_in_memory_is_kept_in_the_cache_folder(disk: Folders) -> None:
    """It has a first line, too."""
    match = play_out(new(seed=2), 2, most=1)
    assert store(match, disk).keep(worth(1)).cached
    assert names(store(match, disk).load()[1]) == [1]
    assert names(store(play_out(new(seed=3), 3, most=1), disk).load()[1]) == []


@pytest.mark.parametrize("junk", [b"", b"junk", b"{}\n{}\n"])
def test_a_damaged_review_is_named_and_made_anew(disk: Folders, junk: bytes) -> None:
    match = saved(disk)
    path = review_file(Path("/saves/game.jsonl"), 0)
    disk.put(path, junk)
    found, known = store(match, disk).load()
    assert found.fit is Fit.DAMAGED
    assert found.where == "/saves/game.review-0"
    assert names(known) == []
    store(match, disk).keep(worth(1))
    assert store(match, disk).load()[0].fit is Fit.GOOD


def test_a_review_of_another_match_is_not_taken_for_this_one(disk: Folders) -> None:
    """Though it has the name that this one would have."""
    match = saved(disk)
    other = play_out(new(seed=9), 9, most=2)
    ReviewStore(other, 0, CACHE, disk).keep(worth(9))
    (there,) = (path for path in disk.files if path.parent == CACHE)
    disk.put(review_file(Path("/saves/game.jsonl"), 0), contents(there, disk))
    found, known = store(match, disk).load()
    assert found.fit is Fit.FOREIGN
    assert names(known) == []


def test_a_review_of_a_later_version_is_left_alone(disk: Folders) -> None:
    """What was found out now is kept in the cache folder."""
    match = saved(disk)
    path = review_file(Path("/saves/game.jsonl"), 0)
    store(match, disk).keep(worth(1))
    newer = contents(path, disk).replace(b'"evaluator":1', b'"evaluator":9')
    disk.put(path, newer.replace(b'"format":1', b'"format":2'))
    before = contents(path, disk)
    assert store(match, disk).load()[0].fit is Fit.NEWER
    assert store(match, disk).keep(worth(2)).cached
    assert contents(path, disk) == before
    found, known = store(match, disk).load()
    assert found.fit is Fit.GOOD
    assert names(known) == [2]


def test_a_match_that_was_played_on_keeps_what_its_positions_are_worth(disk: Folders) -> None:
    match = saved(disk, most=1)
    store(match, disk).keep(worth(1))
    library = Library(Path("/saves"), Path("/none"), disk)
    longer = play_out(Match.open(library.journal(Path("/saves/game.jsonl"))), 5, most=1)
    longer.close()
    found, known = store(longer, disk).load()
    assert found.fit is Fit.PLAYED_ON
    assert names(known) == [1]


def test_lines_of_play_share_what_their_positions_are_worth(disk: Folders) -> None:
    """Each has its own file, and reads those of the others."""
    library = Library(Path("/saves"), Path("/none"), disk)
    match = play_out(new(seed=1, journal=library.create("game")), 1, most=4)
    ply = next(at for at, state in enumerate(match.states) if state.side >= 0)
    match.branch(ply)
    match.close()
    store(match, disk, 0).keep(worth(1))
    found, known = store(match, disk, 1).load()
    assert found.fit is Fit.NONE
    assert names(known) == [1]
    store(match, disk, 1).keep(worth(2))
    assert names(store(match, disk, 0).load()[1]) == [1, 2]


def test_what_is_no_file_is_named_and_left_alone(tmp_path: Path) -> None:
    library = Library(tmp_path / "saves", tmp_path / "none")
    match = play_out(new(journal=library.create("game")), 1, most=1)
    match.close()
    (tmp_path / "saves" / "game.review-0").mkdir()
    kept = ReviewStore(match, 0, None, LOCAL)
    found, _ = kept.load()
    assert found.fit is Fit.UNREADABLE
    assert "folder" in found.why
    assert kept.keep(worth(1)).where == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
@pytest.mark.parametrize("what", ["pipe", "link"])
def test_nobody_waits_for_a_pipe_and_no_link_is_followed(tmp_path: Path, what: str) -> None:
    """It is named and left alone; what was found out is kept elsewhere."""
    library = Library(tmp_path / "saves", tmp_path / "none")
    match = play_out(new(journal=library.create("game")), 1, most=1)
    match.close()
    path = tmp_path / "saves" / "game.review-0"
    if what == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    before = path.lstat()
    kept = ReviewStore(match, 0, tmp_path / "cache", LOCAL)
    found, known = kept.load()
    assert found.fit is Fit.UNREADABLE
    assert what in found.why
    assert len(known) == 0
    assert kept.keep(worth(1)).cached
    assert names(kept.load()[1]) == [1]
    assert path.lstat() == before
