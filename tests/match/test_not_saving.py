"""The disk refuses: play goes on, what was kept stays kept, and the player is told."""

from __future__ import annotations

import copy
import errno
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Journal, Match, SaveError
from game.match.notices import Recovered
from game.match.verifying import verify
from tests.match.disks import Fault, MemoryDisk
from tests.match.games import SAVE, new, play_out, some_decision, texts
from tests.match.tally import is_plain

CHECKS = 3
"""How many calls look at the lock and the file before a line is written."""


def test_a_full_disk_ends_saving_and_not_playing() -> None:
    """The banner's words, the file as it was, and the game to its end in memory."""
    disk = MemoryDisk()
    match = play_out(new(journal=Journal(SAVE, disk)), 1, most=3)
    kept = disk.bytes_of(SAVE)
    lines = kept.count(b"\n")
    disk.full = True
    match.decide(match.legal()[0])
    assert match.trouble == (
        f"The disk is full. Line {lines + 1} of /saves/game.jsonl was not "
        "written. Play goes on in memory only: save the match in another place to keep it."
    )
    assert not match.read_only
    play_out(match, 1)
    assert match.over
    match.close()
    assert disk.bytes_of(SAVE) == kept
    disk.full = False
    assert texts(Match.open(Journal(SAVE, disk), read_only=True)) == texts(match)[: lines - 1]


def test_space_that_is_free_again_is_used_by_saving_elsewhere() -> None:
    """A journal that gave up writes no more; another one takes everything up."""
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk))
    disk.full = True
    match.decide("consult")
    disk.full = False
    match.decide(match.legal()[0])
    assert match.trouble is not None
    other = Path("/saves/other.jsonl")
    match.save_as(Journal(other, disk))
    assert match.trouble is None
    play_out(match, 1)
    match.close()
    assert verify(other, disk).decisions == len(match.decisions)


def test_saving_elsewhere_may_fail_as_well() -> None:
    """Then nothing has changed, and the reason is told."""
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk))
    disk.full = True
    with pytest.raises(SaveError, match="The disk is full"):
        match.save_as(Journal(Path("/saves/other.jsonl"), disk))
    disk.full = False
    match.decide("consult")
    assert match.trouble is None
    assert verify(SAVE, disk).decisions == 2
    assert set(disk.files) == {SAVE}


def test_a_sync_that_failed_is_never_asked_again() -> None:
    """What was not confirmed is called doubtful; that it can be read proves nothing."""
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk))
    before = list(disk.calls)
    disk.fault = Fault(len(before) + CHECKS + 1, errno.EIO)
    match.decide("consult")
    assert disk.calls[len(before) + CHECKS :] == ["append", "sync"]
    assert match.trouble == (
        "The disk failed. Perhaps line 3 of /saves/game.jsonl is lost. "
        "Play goes on in memory only: save the match in another place to keep it."
    )
    match.decide(match.legal()[0])
    assert "sync" not in disk.calls[len(before) + CHECKS + 2 :]


@given(seed=st.integers(0, 99), decisions=st.integers(1, 8), fate=st.integers(0, 1 << 32))
def test_a_line_that_a_failed_sync_lost_is_written_once_more_on_opening(
    seed: int, decisions: int, fate: int
) -> None:
    """Until the machine goes down it can be read as if all were well, and a sync succeeds."""
    disk = MemoryDisk()
    match = play_out(new(seed=seed, journal=Journal(SAVE, disk)), seed, most=decisions)
    if match.over:
        return
    disk.fault = Fault(len(disk.calls) + CHECKS + 1, errno.EIO)
    match.decide(some_decision(match, seed))
    assert match.trouble is not None
    disk.kill()
    again = Match.open(Journal(SAVE, disk))
    after = disk.states_after_a_cut(Random(fate))
    kept = Match.open(Journal(SAVE, after))
    assert texts(kept)[: len(texts(again))] == texts(again)


def test_a_closing_line_that_a_failed_sync_lost_is_written_once_more_too() -> None:
    """A save that looks well closed is trusted no more than another."""
    disk = MemoryDisk()
    match = play_out(new(journal=Journal(SAVE, disk)), 1, most=2)
    disk.fault = Fault(len(disk.calls) + CHECKS + 1, errno.EIO)
    match.close()
    disk.kill()
    again = Match.open(Journal(SAVE, disk))
    assert again.closed
    after = disk.states_after_a_cut(Random(0))
    assert Match.open(Journal(SAVE, after), read_only=True).closed


def test_a_torn_piece_whose_sync_failed_is_written_once_more() -> None:
    """The piece is cut off the save only when the disk holds it elsewhere."""
    disk = MemoryDisk()
    play_out(new(journal=Journal(SAVE, disk)), 1, most=2)
    disk.kill()
    disk.put(SAVE, disk.bytes_of(SAVE) + b'{"decision":')
    disk.calls.clear()
    probe = copy.deepcopy(disk)
    Match.open(Journal(SAVE, probe))
    disk.fault = Fault(probe.calls.index("sync"), errno.EIO)
    assert Match.open(Journal(SAVE, disk)).trouble is not None
    disk.kill()
    disk.fault = None
    assert Match.open(Journal(SAVE, disk)).trouble is None
    after = disk.states_after_a_cut(Random(0))
    assert after.bytes_of(SAVE.with_name("game.torn-1")) == b'{"decision":'


def test_a_piece_that_cannot_be_cut_off_again_is_recovered_on_opening() -> None:
    """The write and the cut both fail; the next start finds a torn end."""
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk))
    disk.fault = Fault(len(disk.calls) + CHECKS, errno.ENOSPC, lasting=True, partial=True)
    match.decide("consult")
    assert match.trouble is not None
    assert "A piece of it may be left there." in match.trouble
    disk.fault = None
    again = Match.open(Journal(SAVE, disk))
    assert isinstance(again.notice, Recovered)
    assert texts(again) == texts(match)[:1]


def test_a_match_that_cannot_be_kept_at_all_is_played_in_memory() -> None:
    """And no empty file is left behind."""
    for code in (errno.ENOSPC, errno.EROFS, errno.EACCES):
        for call in range(8):
            disk = MemoryDisk()
            disk.fault = Fault(call, code)
            match = play_out(new(journal=Journal(SAVE, disk)), 1)
            assert match.over
            if match.trouble:
                assert is_plain(match.trouble)
                assert all(inode.data for inode in disk.files.values())


def test_a_save_that_cannot_be_locked_or_written_to_is_played_in_memory() -> None:
    """As in a folder that can only be read; the file stays as it is."""
    disk = MemoryDisk()
    play_out(new(journal=Journal(SAVE, disk)), 1, most=2).close()
    kept = disk.bytes_of(SAVE)
    for call in (2, 3):  # the lock, and opening to write
        disk.kill()
        disk.calls.clear()
        disk.fault = Fault(call, errno.EROFS)
        match = Match.open(Journal(SAVE, disk))
        assert match.trouble == (
            "The disk can only be read. /saves/game.jsonl cannot be written to. "
            "Play goes on in memory only: save the match in another place to keep it."
        )
        assert not match.read_only
        play_out(match, 1)
        match.close()
        assert disk.bytes_of(SAVE) == kept


def test_an_end_that_cannot_be_mended_is_left_alone() -> None:
    """The match is played in memory, and can be mended another time."""
    disk = MemoryDisk()
    play_out(new(journal=Journal(SAVE, disk)), 1, most=2)
    disk.kill()
    disk.put(SAVE, torn := disk.bytes_of(SAVE) + b"{")
    disk.full = True
    match = Match.open(Journal(SAVE, disk))
    assert match.trouble is not None
    assert "could not be made sure of" in match.trouble
    assert disk.bytes_of(SAVE) == torn
    disk.full = False
    disk.kill()
    assert Match.open(Journal(SAVE, disk)).trouble is None


def test_what_a_killed_program_left_is_made_sure_of_on_opening() -> None:
    """Its last line may have been written and never confirmed; now it is, or that is told."""
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk))
    disk.fault = Fault(len(disk.calls) + CHECKS + 1, errno.EIO)
    match.decide("consult")
    assert match.trouble is not None
    disk.kill()
    again = Match.open(Journal(SAVE, disk))
    assert again.trouble is None
    for fate in range(20):
        after = disk.states_after_a_cut(Random(fate))
        assert texts(Match.open(Journal(SAVE, after))) == texts(again)
    disk.kill()
    probe = copy.deepcopy(disk)
    Match.open(Journal(SAVE, probe))
    disk.fault = Fault(probe.calls.index("renew", len(disk.calls)), errno.EIO)
    doubtful = Match.open(Journal(SAVE, disk))
    assert doubtful.trouble is not None
    assert "could not be made sure of" in doubtful.trouble
