"""Opening a match again: resuming, watching, putting away, keeping it in another place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Journal, Match, Moment, ReadOnlyError, SaveError
from game.match.chance import LARGEST
from game.match.event import LONGEST_REASON, Commented, Event
from game.match.notices import Unclosed
from game.text import faulty
from tests.match.disks import MemoryDisk
from tests.match.games import (
    SAVE,
    WELL,
    new,
    play_out,
    shipped_text,
    texts,
    whole,
)

SEEDS = st.integers(0, LARGEST)


def on_disk(disk: MemoryDisk) -> Journal:
    return Journal(SAVE, disk)


# ---------------------------------------------------------------- opening again


@given(SEEDS, st.integers(0, 12))
def test_a_match_is_opened_where_it_was_left(seed: int, most: int) -> None:
    """The same states, consequences, reasons, header and head, whether it was closed or not."""
    disk = MemoryDisk()
    match = play_out(new(seed=seed, journal=on_disk(disk)), seed, reasons=True, most=most)
    disk.kill()
    for _ in range(2):
        again = Match.open(on_disk(disk))
        assert again.states == match.states
        assert again.decisions == match.decisions
        assert again.consequences == match.consequences
        assert again.reasons == match.reasons
        assert again.header == match.header
        assert again.trouble is None
        again.close()


@given(SEEDS, st.integers(0, 6), st.integers(0, 6))
def test_resuming_makes_no_difference_to_the_game(seed: int, first: int, then: int) -> None:
    """A match that was put away twice is decided, drawn and ended like one that was not."""
    straight = play_out(new(seed=seed), seed)
    disk = MemoryDisk()
    play_out(new(seed=seed, journal=on_disk(disk)), seed, most=first).close()
    play_out(Match.open(on_disk(disk)), seed, most=then).close()
    resumed = play_out(Match.open(on_disk(disk)), seed)
    assert texts(resumed) == texts(straight)
    assert resumed.states == straight.states


@given(SEEDS)
def test_a_draw_that_was_not_written_is_made_again(seed: int) -> None:
    """The game stopped between a decision and Chance's draw: the same headline is drawn."""
    disk = MemoryDisk()
    match = whole(disk, seed)
    lines = disk.bytes_of(SAVE).splitlines(keepends=True)
    for at, text in enumerate(texts(match)):
        if text.startswith("draw:"):
            disk.kill()
            disk.put(SAVE, b"".join(lines[: at + 1]))
            again = Match.open(on_disk(disk))
            assert again.decisions[at].text == text
            again.close()
            assert disk.bytes_of(SAVE).startswith(b"".join(lines[: at + 2]))


def test_editing_a_scenario_does_not_change_a_match_that_has_begun(tmp_path: Path) -> None:
    """The match plays by the text in its journal."""
    scenario = tmp_path / "well.toml"
    scenario.write_text(WELL, encoding="utf-8")
    path = tmp_path / "game.jsonl"
    match = play_out(new(scenario.read_text(encoding="utf-8"), journal=Journal(path)), 1, most=3)
    match.close()
    scenario.write_text(WELL.replace("weight = 3", "weight = 300"), encoding="utf-8")
    again = Match.open(path)
    assert again.header.text == WELL
    assert again.states == match.states
    again.close()


def test_a_match_that_was_closed_says_nothing_and_one_that_was_not_says_so() -> None:
    """Losing whole lines at the end would be noticed by the missing note."""
    disk = MemoryDisk()
    match = play_out(new(journal=on_disk(disk)), 1, most=2)
    match.close()
    again = Match.open(on_disk(disk))
    assert again.notice is None
    play_out(again, 1, most=1)
    disk.kill()
    unclosed = Match.open(on_disk(disk))
    assert unclosed.notice == Unclosed(len(unclosed.decisions), unclosed.head_code)


def test_closing_twice_or_without_playing_writes_nothing_more() -> None:
    """One note is enough."""
    disk = MemoryDisk()
    whole(disk, 2)
    before = disk.bytes_of(SAVE)
    match = Match.open(on_disk(disk))
    match.close()
    match.close()
    assert disk.bytes_of(SAVE) == before
    assert before.count(b'"event":"close"') == 1


def test_a_match_to_look_at_is_not_decided_in_and_not_written_to() -> None:
    """No lock is taken and no line is written; a torn end is left alone."""
    disk = MemoryDisk()
    play_out(new(journal=on_disk(disk)), 1, most=2)
    disk.kill()
    disk.put(SAVE, torn := disk.bytes_of(SAVE) + b'{"decis')
    match = Match.open(on_disk(disk), read_only=True)
    assert match.read_only
    assert match.trouble is None
    with pytest.raises(ReadOnlyError):
        match.decide(match.legal()[0])
    match.close()
    assert disk.bytes_of(SAVE) == torn
    assert "lock" not in disk.calls[-4:]


def test_a_match_that_was_put_away_decides_nothing() -> None:
    """It has to be opened anew."""
    match = new()
    match.close()
    with pytest.raises(ReadOnlyError, match="anew"):
        match.decide("consult")


def test_a_match_without_a_journal_is_in_memory_and_has_no_trouble() -> None:
    """It has a head code all the same: that of the journal it would have."""
    disk = MemoryDisk()
    kept, loose = new(journal=on_disk(disk)), new()
    for match in (kept, loose):
        play_out(match, 4)
        assert match.trouble is None
    assert kept.head_code == loose.head_code
    assert loose.journal is None


# ---------------------------------------------------------------- words that go with a decision


@given(st.text(max_size=3000))
def test_any_words_can_go_with_a_decision(words: str) -> None:
    """They are cleaned and cut, and come back as they were kept."""
    disk = MemoryDisk()
    match = new(journal=on_disk(disk))
    match.decide("consult", reason=words)
    kept = match.reasons[1]
    assert faulty(kept, lines=True) is None
    assert len(kept) <= LONGEST_REASON
    disk.kill()
    assert Match.open(on_disk(disk)).reasons[1] == kept


def test_plain_words_are_kept_as_they_are() -> None:
    """Two lines of Russian, for one."""
    match = new()
    match.decide("consult", reason="Мы ждём.\nПока.")
    assert match.reasons[1] == "Мы ждём.\nПока."


# ---------------------------------------------------------------- two at one save


def test_the_second_to_open_a_save_watches() -> None:
    """It is told so, cannot decide, and sees what the first one plays."""
    disk = MemoryDisk()
    player = new(journal=on_disk(disk))
    watcher = Match.open(on_disk(disk))
    assert watcher.read_only
    assert watcher.trouble is not None
    assert "watching" in watcher.trouble
    with pytest.raises(ReadOnlyError, match="watching"):
        watcher.decide(watcher.legal()[0])
    told: list[Moment | Event] = []
    watcher.subscribe(told.append)
    before = len(player.decisions)
    play_out(player, 9)
    assert watcher.refresh() == len(player.decisions) - before
    moments = [each for each in told if isinstance(each, Moment)]
    assert moments == told
    assert watcher.states == player.states
    assert [moment.ply for moment in moments] == list(range(before, len(player.decisions)))
    assert watcher.refresh() == 0
    player.comment(0, "Over.")
    assert watcher.refresh() == 1
    assert told[-1] == Commented(0, 0, "Over.")
    player.close()


def test_a_save_can_be_played_on_when_the_first_player_has_left() -> None:
    """The lock goes with the program that held it."""
    disk = MemoryDisk()
    play_out(new(journal=on_disk(disk)), 1, most=1)
    assert Match.open(on_disk(disk)).read_only
    disk.kill()
    assert not Match.open(on_disk(disk)).read_only


def test_a_player_has_nothing_to_refresh() -> None:
    """What it knows is what there is."""
    disk = MemoryDisk()
    match = new(journal=on_disk(disk))
    assert match.refresh() == 0
    assert new().refresh() == 0


def test_a_watcher_follows_no_other_line_of_play() -> None:
    """If the file under its name becomes another game it stays where it is."""
    disk = MemoryDisk()
    play_out(new(journal=on_disk(disk)), 1, most=2)
    watcher = Match.open(on_disk(disk))
    before = list(watcher.states)
    other = MemoryDisk()
    whole(other, 8)
    disk.put(SAVE, other.bytes_of(SAVE))
    assert watcher.refresh() == 0
    assert watcher.states == before


# ---------------------------------------------------------------- another place


@given(SEEDS, st.integers(0, 8))
def test_a_match_can_be_kept_in_another_place(seed: int, most: int) -> None:
    """Everything decided so far is there, and play goes on there."""
    disk, other = MemoryDisk(), Path("/elsewhere/copy.jsonl")
    match = play_out(new(seed=seed, journal=on_disk(disk)), seed, most=most)
    left = disk.bytes_of(SAVE)
    match.save_as(Journal(other, disk))
    play_out(match, seed)
    match.close()
    assert disk.bytes_of(SAVE) == left
    assert Match.open(Journal(other, disk)).states == match.states


def test_a_place_that_is_taken_is_refused() -> None:
    """And the match goes on where it was."""
    disk, other = MemoryDisk(), Path("/elsewhere/copy.jsonl")
    disk.put(other, b"something")
    match = new(journal=on_disk(disk))
    with pytest.raises(SaveError, match="already"):
        match.save_as(Journal(other, disk))
    match.decide("consult")
    assert match.trouble is None
    assert b"consult" in disk.bytes_of(SAVE)


def test_a_match_to_look_at_can_be_played_on_in_a_copy() -> None:
    """A watcher's copy is its own."""
    disk, other = MemoryDisk(), Path("/elsewhere/copy.jsonl")
    new(journal=on_disk(disk))
    watcher = Match.open(on_disk(disk))
    watcher.save_as(Journal(other, disk))
    assert not watcher.read_only
    play_out(watcher, 1).close()
    assert Match.open(Journal(other, disk)).over


# ---------------------------------------------------------------- the game itself


@pytest.mark.parametrize("variant", [None, "easy"])
def test_the_game_itself_is_kept_and_opened_again(tmp_path: Path, variant: str | None) -> None:
    """A whole game of the scenario that ships, on the disk of this machine."""
    path = tmp_path / "saves" / "game.jsonl"
    match = play_out(
        new(shipped_text(), seed=7, journal=Journal(path), variant=variant), 7, reasons=True
    )
    match.close()
    again = Match.open(path)
    assert again.states == match.states
    assert again.verdict == match.verdict
    assert again.head_code == match.head_code
    assert again.scenario.id == "shared-enemy"
    assert again.closed
    again.close()
    assert sorted(each.name for each in path.parent.iterdir()) == ["game.jsonl", "game.lock"]
