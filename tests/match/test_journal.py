"""The file a match is kept in: what happens between two programs, and beside the file."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from game.files.disk import Handle
from game.match import Journal, Match, SaveError
from game.match import books as books_module
from game.match.books import rulebook
from game.match.line import head_of, seal
from game.match.lock import Lock, held
from game.match.notices import Recovered
from game.rules import Rulebook
from game.scenario import Scenario
from game.scenario.recent import Recent
from tests.match.disks import Fault, MemoryDisk
from tests.match.games import SAVE, WELL, new, play_out, texts
from tests.match.prefixes import journal

WHOLE = journal(3)
DATA, STATES = WHOLE.data, WHOLE.states
LINES = DATA.splitlines(keepends=True)


class BusyDisk(MemoryDisk):
    """Between a first look at a save and its lock, somebody else writes to it and leaves."""

    def __init__(self, before: bytes, after: bytes) -> None:
        super().__init__()
        self.put(SAVE, before)
        self._after = after

    def lock(self, path: Path, note: str) -> Handle | None:
        self.put(SAVE, self._after)
        return super().lock(path, note)


def test_what_was_played_between_the_first_look_and_the_lock_is_not_lost() -> None:
    """The save is read once more when it is held."""
    disk = BusyDisk(b"".join(LINES[:4]), b"".join(LINES[:9]))
    match = Match.open(Journal(SAVE, disk))
    assert match.states[:9] == STATES[:9]
    match.close()
    assert disk.bytes_of(SAVE).startswith(b"".join(LINES[:9]))


def test_damage_done_between_the_first_look_and_the_lock_is_noticed() -> None:
    """And the save is let go again."""
    disk = BusyDisk(b"".join(LINES[:9]), b"".join((*LINES[:4], *LINES[5:9])))
    match = Match.open(Journal(SAVE, disk))
    assert match.read_only
    assert match.states == STATES[:4]
    lock = Lock(SAVE, disk)
    assert lock.take()


def test_a_name_that_somebody_is_about_to_use_is_not_taken() -> None:
    """Two begin a match of one name at once: the second is refused."""
    disk = MemoryDisk()
    lock = Lock(SAVE, disk)
    assert lock.take()
    with pytest.raises(SaveError, match="is being played by process"):
        new(journal=Journal(SAVE, disk))
    lock.let_go()
    lock.let_go()
    assert new(journal=Journal(SAVE, disk)).trouble is None


def test_a_lock_that_cannot_be_asked_for_is_a_sentence() -> None:
    """Nothing is moved then."""
    disk = MemoryDisk()
    disk.fault = Fault(0, errno.ENOLCK)
    with pytest.raises(SaveError, match="has no locks"), held(SAVE, disk):
        raise AssertionError("not held")


def test_what_is_left_of_an_earlier_copy_is_no_hindrance() -> None:
    """A copy that was never finished is written anew."""
    disk = MemoryDisk()
    other = SAVE.with_name("copy.jsonl")
    disk.put(other.with_suffix(".part"), b"half a copy")
    match = play_out(new(), 1, most=3)
    match.save_as(Journal(other, disk))
    match.close()
    assert set(disk.files) == {other}
    assert texts(Match.open(Journal(other, disk))) == texts(match)


def test_a_refused_name_is_let_go_again() -> None:
    """Whoever plays under it is not disturbed, and nobody is kept out."""
    disk = MemoryDisk()
    new(journal=Journal(SAVE, disk)).close()
    with pytest.raises(SaveError, match="is there already"):
        new(journal=Journal(SAVE, disk))
    assert not Match.open(Journal(SAVE, disk)).read_only


def test_a_new_match_is_made_under_its_own_name_and_a_copy_under_another_first() -> None:
    """Of a copy a part would pass for a shorter match; of one line a part is no match at all."""
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk))
    assert "replace" not in disk.calls
    match.save_as(Journal(SAVE.with_name("copy.jsonl"), disk))
    assert "replace" in disk.calls


def test_nothing_stays_open_when_a_match_is_put_away() -> None:
    """No file and no lock, whatever was done."""
    disk = MemoryDisk()
    match = play_out(new(journal=Journal(SAVE, disk)), 1, most=2)
    match.save_as(Journal(SAVE.with_name("copy.jsonl"), disk))
    match.close()
    disk.put(SAVE, disk.bytes_of(SAVE) + b"torn")
    for read_only in (False, True):
        Match.open(Journal(SAVE, disk), read_only=read_only).close()
    disk.full = True
    new(journal=Journal(SAVE.with_name("third.jsonl"), disk)).close()
    assert disk.open_files == 0


def test_something_else_in_the_place_of_a_torn_piece_is_left_alone(tmp_path: Path) -> None:
    """A folder, for one: the piece goes to the next number."""
    path = tmp_path / "game.jsonl"
    path.write_bytes(b"".join(LINES[:4]) + b"torn")
    (tmp_path / "game.torn-1").mkdir()
    match = Match.open(path)
    assert isinstance(match.notice, Recovered)
    assert "game.torn-2" in match.notice.aside
    match.close()
    assert (tmp_path / "game.torn-2").read_bytes() == b"torn"


def test_a_stale_copy_on_this_machines_disk_is_replaced(tmp_path: Path) -> None:
    """As in memory."""
    (tmp_path / "copy.part").write_bytes(b"half a copy")
    match = play_out(new(), 1, most=3)
    match.save_as(Journal(tmp_path / "copy.jsonl"))
    match.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.jsonl", "copy.lock"]


def test_a_watcher_believes_no_forged_line() -> None:
    """It stays at the last good position."""
    disk = MemoryDisk()
    disk.put(SAVE, b"".join(LINES[:6]))
    match = Match.open(Journal(SAVE, disk), read_only=True)
    forged = {"decision": "fly", "who": "a", "digest": "0" * 16, "n": 6, "prev": head_of(LINES[5])}
    disk.put(SAVE, b"".join(LINES[:6]) + seal(forged))
    assert match.refresh() == 0
    assert match.states == STATES[:6]
    disk.put(SAVE, DATA)
    assert match.refresh() == len(STATES) - 6
    assert match.states == STATES
    assert match.closed


def test_a_match_tells_what_its_header_says() -> None:
    """Seats, seed and scenario."""
    match = new(seed=5)
    assert (match.seats, match.seed) == (("human", "random"), 5)
    assert match.scenario.id == match.header.scenario == "well"


def test_only_the_last_few_scenarios_are_kept_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is compiled once as long as it is in use."""
    books: Recent[tuple[str, str | None], Rulebook] = Recent()
    scenarios: Recent[str, Scenario] = Recent()
    monkeypatch.setattr(books_module, "_books", books)
    monkeypatch.setattr("game.scenario.texts._scenarios", scenarios)
    monkeypatch.setattr("game.scenario.recent._KEPT", 3)
    first = rulebook(WELL, "x", None)
    assert rulebook(WELL, "y", None) is first
    assert rulebook(WELL, "x", "wet") is not first
    assert rulebook(WELL, "x", "wet").scenario is first.scenario
    for number in range(3):
        rulebook(WELL.replace("A fable", f"Fable {number}"), "x", None)
    assert len(books._known) == len(scenarios._known) == 3
    assert rulebook(WELL, "x", None) is not first
