"""A save that was put away says how it stood: a list believes it, whoever opens it proves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from game.match import Journal, Library, Match
from game.match.entry import Known, claimed, looked_at, unseen
from game.match.line import Plain, head_of, members_of, seal
from game.match.tree import MOST
from game.match.verifying import verify
from tests.examples import number
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, whole
from tests.match.prefixes import journal
from tests.match.test_library import keep
from tests.match.test_looks import count

UNSEEN = unseen(SAVE, (0, 0, 0), shipped=False)


def closed(data: bytes, change: dict[str, Any]) -> bytes:
    """A journal whose last line claims something else, its hash right."""
    *lines, last = data.splitlines(keepends=True)
    members = members_of(last[:-1])
    assert members is not None
    assert members["event"] == "close"
    claim = members["claim"] | change
    members["claim"] = {name: value for name, value in claim.items() if value is not ...}
    assert members["prev"] == head_of(lines[-1])
    return b"".join((*lines, seal(members)))


@pytest.mark.parametrize("seed", range(number(12)))
def test_a_list_is_told_what_playing_it_again_would_tell(seed: int) -> None:
    """With all its lines of play, at every place where it was put away."""
    data = journal(seed).data
    said = claimed(UNSEEN, data, "x.jsonl", lambda: None)
    assert said is not None
    assert said.known is Known.CLAIMED
    assert said.looked_at
    played = looked_at(UNSEEN, lambda: data, "x.jsonl", lambda: None)
    assert played.damage is None
    assert evolve(said, known=Known.WHOLE) == played


def test_what_was_put_away_is_listed_without_playing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what was not is played: it may hold anything."""
    library = Library(tmp_path / "saves", tmp_path / "none")
    keep(library, "over", seed=1, at=100)
    keep(library, "left", seed=2, most=2, at=200)
    going = keep(library, "going", seed=3, most=2, at=300)
    going.write_bytes(b"".join(going.read_bytes().splitlines(keepends=True)[:-1]))
    played = count(monkeypatch)
    entries = {entry.slug: entry for entry in library.list()}
    assert played == ["going"]
    assert entries["over"].verdict is not None
    assert entries["over"].over
    assert entries["left"].unfinished
    assert {entry.known for entry in entries.values()} == {Known.CLAIMED, Known.WHOLE}


@pytest.mark.parametrize(("times", "seat"), [(MOST, "human"), (1, "[red]")])
def test_lines_of_play_that_no_match_can_have_are_not_listed(times: int, seat: str) -> None:
    """Too many of them, or somebody in a seat who has no name of a seat."""
    first = journal(1).data.splitlines(keepends=True)[0]
    claim: Plain = {"event": "close", "claim": {"round": 1, "scores": [0, 0]}}
    branch: Plain = {"event": "branch", "parent": 0, "ply": 0, "seats": [seat, "human"]}
    for branches in (0, times):
        lines = [first]
        for place, members in enumerate([*[branch] * branches, claim], 1):
            lines.append(seal({**members, "n": place, "prev": head_of(lines[-1])}))
        said = claimed(UNSEEN, b"".join(lines), "x.jsonl", lambda: None)
        assert (said is None) is bool(branches)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"round": 1}, "the claim that round is 1, and it is [2-9]"),
        ({"scores": [99, -1]}, "the claim that scores is 99 and -1, and it is"),
        ({"over": ...}, "the claim that over is false, and it is true"),
        ({"verdict": ...}, "the claim that verdict is none, and it is"),
        ({"verdict": "bargain"}, 'the claim that verdict is "bargain", and it is "'),
        ({"final": ...}, "the claim that final is none, and it is"),
        ({"final": [9, 9]}, "the claim that final is 9 and 9, and it is"),
    ],
)
def test_a_wrong_claim_is_told_when_the_save_is_opened(change: dict[str, Any], said: str) -> None:
    """In a sentence that names the line; everything before it is good."""
    disk = MemoryDisk()
    match = whole(disk, 1)
    data = closed(disk.bytes_of(SAVE), change)
    disk.swap(SAVE, data)
    last = data.count(b"\n")
    report = verify(SAVE, disk)
    assert report.line == last
    assert report.decisions == len(match.decisions)
    assert not report.closed
    with pytest.raises(AssertionError, match=said):
        raise AssertionError(report.what)
    opened = Match.open(Journal(SAVE, disk))
    assert opened.read_only
    assert str(opened.trouble).startswith(f"/saves/game.jsonl:{last}: ")
    assert opened.states == match.states


@pytest.mark.parametrize("change", [{"round": 1}, {"scores": [99, -1]}, {"over": ...}])
def test_a_claim_that_can_be_is_listed(change: dict[str, Any]) -> None:
    """Without playing anything."""
    disk = MemoryDisk()
    whole(disk, 1)
    data = closed(disk.bytes_of(SAVE), change)
    entry = claimed(UNSEEN, data, "x.jsonl", lambda: None)
    assert entry is not None
    assert entry.known is Known.CLAIMED


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "nothing"},
        {"verdict": ...},
        {"final": ...},
        {"over": True, "verdict": ..., "final": ...},
        {"round": 999_999_999},
        {"round": -1},
        {"scores": [1]},
        {"scores": ["1", 2]},
        {"over": 1},
        {"final": [True, 2]},
        {"more": 1},
        {"round": ...},
    ],
)
def test_a_claim_that_cannot_be_is_no_claim(change: dict[str, Any]) -> None:
    """Then the save is played again, and that tells what is wrong."""
    disk = MemoryDisk()
    whole(disk, 1)
    data = closed(disk.bytes_of(SAVE), change)
    assert claimed(UNSEEN, data, "x.jsonl", lambda: None) is None
    played = looked_at(UNSEEN, lambda: data, "x.jsonl", lambda: None)
    assert played.damage is not None
    assert "\n" not in played.damage


def test_a_decision_after_a_claim_makes_it_old() -> None:
    """It told of the position before; the save is played again."""
    disk = MemoryDisk()
    match = whole(disk, 1)
    data = disk.bytes_of(SAVE)
    assert claimed(UNSEEN, data, "x.jsonl", lambda: None) is not None
    match = Match.open(Journal(SAVE, disk))
    match.branch(2)
    match.decide(match.legal()[0])
    assert claimed(UNSEEN, disk.bytes_of(SAVE), "x.jsonl", lambda: None) is None
    match.close()
    again = claimed(UNSEEN, disk.bytes_of(SAVE), "x.jsonl", lambda: None)
    assert again is not None
    assert again.lines == 1


def test_what_a_save_said_of_itself_is_known_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not read line by line again, and is no more proved than before."""
    library = Library(tmp_path / "saves", tmp_path / "none", cache=tmp_path / "cache")
    keep(library, "over", seed=1, at=100)
    first = library.list()
    monkeypatch.setattr("game.match.entry.claimed", None)
    monkeypatch.setattr("game.match.entry.looked_at", None)
    again = Library(tmp_path / "saves", tmp_path / "none", cache=tmp_path / "cache")
    assert again.list() == first
    assert [entry.known for entry in first] == [Known.CLAIMED]
