"""The short form of the trials of saves; the long form is ``python -m tests.match.campaign``."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from game.match.event import Branched, Closed, Commented, Event
from game.match.line import SEAL
from tests.match import campaign, crashes, damages, faults, prefixes, replays
from tests.match.tally import Tally, is_plain


def passed(tally: Tally) -> None:
    assert tally.tried
    assert tally.wrong == []


@pytest.mark.parametrize(("seed", "shipped"), [(1, False), (8, True)])
def test_a_beginning_of_a_journal_opens_at_its_last_whole_line(seed: int, *, shipped: bool) -> None:
    """Every length near the end of a line, and a sample of the others."""
    whole = prefixes.journal(seed, shipped=shipped)
    data = whole.data
    ends = [found.end() for found in SEAL.finditer(data)]
    lengths = {0, 1, len(data)}
    near = (-1, 0, 1) if shipped else (-41, -40, -2, -1, 0, 1, 2, 9)
    lengths.update(end + step for end in ends for step in near)
    lengths.update(Random(seed).sample(range(ends[0], len(data)), 50 if shipped else 200))
    lengths.update(Random(seed).sample(range(ends[0]), 50))
    for length in sorted(lengths):
        assert prefixes.opened_at(whole, min(length, len(data))) is None, length


def test_the_trial_games_hold_every_kind_of_line() -> None:
    """All that a journal knows: refusals, prices and withdrawn comments among it."""
    events = [event for seed in (1, 5, 9, 13) for event in prefixes.journal(seed).events]
    assert {type(event) for event in events} == set(get_args(Event)) - {Closed}
    branches = [event for event in events if isinstance(event, Branched)]
    assert {bool(each.by) for each in branches} == {False, True}
    assert {bool(each.price) for each in branches if each.by} == {False, True}
    comments = [event for event in events if isinstance(event, Commented)]
    assert {bool(each.text) for each in comments} == {False, True}
    of_faults = prefixes.journal(faults.LIVELY).events
    assert {type(event) for event in of_faults} == set(get_args(Event)) - {Closed}


def test_every_flipped_bit_is_noticed() -> None:
    """Every eleventh bit of a whole journal."""
    passed(damages.flips(3000, step=11))


def test_every_accident_is_noticed() -> None:
    """Bytes, sectors and lines lost, doubled and swapped; line ends; marks; merges."""
    passed(damages.run(700))


def test_every_call_to_the_disk_may_fail() -> None:
    """Each call of each thing that is done to saves, with one error after the other."""
    # Every 61st point, so that each error comes in turn, once or for good; the campaign tries all.
    points = list(faults.points())[::61]
    assert len(points) > 80
    assert {fault.code for _, fault in points} == set(faults.CODES)
    for play, fault in points:
        assert faults.tried(play, fault) is None, f"{play.name}, {fault}"


def test_the_power_may_fail_at_any_call() -> None:
    """While a match is begun, played and mended."""
    passed(crashes.run(300))


def test_the_power_may_fail_while_a_save_is_moved() -> None:
    """It has the old name or the new one."""
    passed(crashes.rename(100))


def test_games_replay_to_the_same_positions() -> None:
    """Whole games of the scenario that ships, from both starts."""
    passed(replays.run(20))


def test_a_match_can_be_opened_after_every_decision() -> None:
    """And is the same each time."""
    passed(replays.heavy(3))


# Without `fork` there are no such players; Windows is the one system that lacks it.
if hasattr(os, "fork"):

    @pytest.mark.parametrize(
        ("what", "count"),
        [("kills", 20), ("races", 12), ("programs plain", 8), ("programs app", 2)],
    )
    def test_nothing_is_lost_or_written_twice_by_real_processes(what: str, count: int) -> None:
        """Players are killed with ``kill -9``, and race for one save, on this machine's disk."""
        ran = subprocess.run(
            [sys.executable, "-m", *f"tests.match.{what}".split(), str(count)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.stderr == ""
        assert ran.stdout.startswith(f"{count} tried, 0 wrong")
        assert ran.returncode == 0


def test_the_campaign_runs_what_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """It prints a line of figures for each part, and refuses parts that it does not know."""
    assert campaign.main(["--only", "flips,renames", "--share", "0.001"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in said] == ["flips", "renames"]
    assert "1,000 tried, 0 wrong" in said[0]
    with pytest.raises(SystemExit):
        campaign.main(["--only", "nothing"])


def test_the_campaign_tells_what_went_wrong(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And ends with 1."""

    def fails(count: int) -> Tally:
        tally = Tally()
        tally.case("lost", "case 1")
        return tally

    monkeypatch.setitem(campaign.PARTS, "flips", campaign.Part("fails", 1, fails))
    assert campaign.main(["--only", "flips"]) == 1
    assert "    case 1: lost" in capsys.readouterr().out


def test_an_error_number_is_no_sentence() -> None:
    """What the trials take for a plain sentence, and what not."""
    assert is_plain("The disk is full. Line 3 of saves/x.jsonl was not written.")
    assert not is_plain(str(OSError(errno.ENOSPC, "No space left on device")))
    assert not is_plain(None)
