"""Proving a save: the line, the field, what was expected and what was found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.match import Journal, Match, NoSuchSaveError, Report, SaveError, verify
from game.telling.messages import english
from game.telling.notices import say_report
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, play_out
from tests.match.prefixes import journal
from tests.match.test_damage import LINES, STATES, forged


def report_on(data: bytes) -> Report:
    disk = MemoryDisk()
    disk.put(SAVE, data)
    report = verify(SAVE, disk)
    assert set(disk.calls) == {"open", "read"}
    assert disk.bytes_of(SAVE) == data
    return report


@pytest.mark.parametrize("seed", range(12))
def test_a_good_save_is_proved_without_being_touched(seed: int) -> None:
    """Every decision counts; the head code is the one that the players saw."""
    whole = journal(seed)
    data, states = whole.data, whole.states
    report = report_on(data)
    assert report.good
    assert report.closed
    assert report.line is None
    assert report.decisions == len(states) - 1
    assert say_report(english(), report) == (
        f"/saves/game.jsonl: {len(states) - 1} decisions, all good, closed, head {report.code}"
    )
    disk = MemoryDisk()
    disk.put(SAVE, data)
    assert Match.open(Journal(SAVE, disk), read_only=True).head_code == report.code


def test_the_first_difference_is_named_with_what_was_expected_and_found() -> None:
    """And the last good position, as a number of decisions."""
    report = report_on(forged((4, {"digest": "0123456789abcdef"}), (6, {"decision": "fly"})))
    assert not report.good
    assert report.line == 5
    assert report.fault is not None
    assert report.fault.field == "digest"
    assert report.fault.found == '"0123456789abcdef"'
    assert len(report.fault.expected) == 16
    assert report.decisions == 3
    assert not report.closed
    assert say_report(english(), report).startswith(
        "/saves/game.jsonl:5: the line does not agree with the rules: digest:"
    )
    assert say_report(english(), report).endswith("good up to decision 3")


def test_damage_is_named_as_on_opening() -> None:
    """A missing line, for one."""
    report = report_on(b"".join((*LINES[:5], *LINES[6:])))
    assert (report.line, report.decisions, report.fault) == (6, 4, None)
    assert "lines are missing" in report.what


def test_a_torn_end_is_told_and_left_to_the_next_resume() -> None:
    """It is no proof of a good save."""
    report = report_on(b"".join(LINES[:5]) + b'{"dec')
    assert not report.good
    assert report.torn == 5
    assert "resuming the match mends it" in say_report(english(), report)
    assert report.decisions == 4


def test_a_save_that_was_not_closed_is_good_and_says_so() -> None:
    """Whole lines may be lost at its end; only the head code would tell."""
    report = report_on(b"".join(LINES[:5]))
    assert report.good
    assert not report.closed
    assert ", not closed, " in say_report(english(), report)
    assert report.decisions == 4
    assert len(STATES) > 5


def test_what_cannot_be_read_is_an_error() -> None:
    """A file that is missing, or not even begun."""
    with pytest.raises(NoSuchSaveError, match="there is no save"):
        verify(SAVE, MemoryDisk())
    disk = MemoryDisk()
    disk.put(SAVE, LINES[0][:99])
    with pytest.raises(SaveError, match="had begun"):
        verify(SAVE, disk)


HEADS = """
import sys
from pathlib import Path
from tests.match.games import new, play_out
print(*(play_out(new(seed=seed), seed).head_code for seed in range(12)))
"""


@pytest.mark.parametrize("hash_seed", ["0", "1", "random"])
def test_head_codes_do_not_depend_on_hash_seeds(hash_seed: str) -> None:
    """The same games in another process, under another hash seed."""
    ran = subprocess.run(
        [sys.executable, "-c", HEADS],
        cwd=Path(__file__).parents[2],
        env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == [play_out(new(seed=seed), seed).head_code for seed in range(12)]
