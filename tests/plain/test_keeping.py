"""A plain game and its save: a disk that refuses, others that meddle, a signal at any moment."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from game.cli import plain
from game.files.disk import Handle, LocalDisk
from game.match import Journal, Library, Match, verify
from game.telling.messages import aloud
from game.telling.notices import say_notice
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, texts
from tests.plain.paper import Paper, game


class Deeds(Paper):
    """A page on which something may be done before an answer is given."""

    def __init__(self, *answers: str | Callable[[], object]) -> None:
        super().__init__()
        self._rest = [*answers]

    def ask(self, prompt: str) -> str | None:
        super().ask(prompt)
        while self._rest and not isinstance(self._rest[0], str):
            deed = self._rest.pop(0)
            assert callable(deed)
            deed()
        answer = self._rest.pop(0) if self._rest else None
        assert answer is None or isinstance(answer, str)
        return answer


def begun(disk: MemoryDisk) -> Match:
    return new(journal=Journal(SAVE, disk), seats=("human", "human"))


def played(match: Match, *answers: str | Callable[[], object]) -> Deeds:
    page = Deeds(*answers)
    game(match, page).begin()
    return page


def fill(disk: MemoryDisk) -> Callable[[], object]:
    def deed() -> None:
        disk.full = True

    return deed


def test_a_match_that_is_not_saved_can_be_kept_in_another_folder(tmp_path: Path) -> None:
    """What to do is said with the trouble; the whole match is there, and goes on there."""
    disk = MemoryDisk()
    match = begun(disk)
    there = tmp_path / "a folder" / "Deep"
    there.mkdir(parents=True)
    page = played(match, fill(disk), "1 1", f"save as {there}", "1 1", "quit")
    at = page.lines.index("Answer save as FOLDER to keep it there.")
    assert page.lines[at - 1].startswith("Not saved: The disk is full.")
    assert f"The match is kept as {there / 'game.jsonl'} from now on." in page.lines
    assert match.trouble is None
    match.close()
    assert texts(Match.open(there / "game.jsonl", read_only=True)) == texts(match)


def test_a_match_can_be_kept_in_another_folder_at_any_time(tmp_path: Path) -> None:
    """The capitals of the folder count, those of the command do not."""
    (tmp_path / "Deep").mkdir()
    match = begun(MemoryDisk())
    page = played(match, "SAVE As", f"Save as {tmp_path}/Deep", "save", "save it", "quit")
    assert (tmp_path / "Deep" / "game.jsonl").exists()
    asks = "Write save as, and the folder that the match is to be kept in."
    assert page.lines.count(asks) == 3


def test_a_match_makes_no_folder_that_nobody_asked_for(tmp_path: Path) -> None:
    """A name in the place of a folder is no folder yet."""
    page = played(begun(MemoryDisk()), f"save as {tmp_path / 'mine'}", "quit", "leave")
    assert any("there is no folder" in line.lower() for line in page.lines)
    assert list(tmp_path.iterdir()) == []


def test_leaving_a_match_that_is_not_saved_asks_first(tmp_path: Path) -> None:
    """Until it is kept, or lost on purpose; staying goes on with the game."""
    disk = MemoryDisk()
    match = begun(disk)
    page = played(
        match,
        fill(disk),
        "1 1",
        "quit",
        "what?",
        "save as",
        "stay",
        "1 1",
        "q",
        f"save as {tmp_path}",
    )
    question = "The match is not saved and will be lost. "
    assert sum(line.startswith(question) for line in page.lines) == 4
    assert sum(line.endswith("is no answer to that.") for line in page.lines) == 1
    assert match.trouble is None
    match.close()
    assert texts(Match.open(tmp_path / "game.jsonl", read_only=True)) == texts(match)


def test_a_match_that_is_not_saved_can_be_left_to_be_lost() -> None:
    """By a word, by quitting once more, or because there is nobody to answer."""
    for words in (["quit", "leave"], ["quit", "exit"], ["quit"], []):
        disk = MemoryDisk()
        page = played(begun(disk), fill(disk), "1 1", *words)
        assert page.lines[-1].startswith("The match is not saved and will be lost.")


def test_leaving_while_a_side_asks_to_take_back_asks_as_well(tmp_path: Path) -> None:
    """What is asked for is not lost either."""
    disk = MemoryDisk()
    match = begun(disk)
    played(match, "1 1", fill(disk), "back", "quit", f"save as {tmp_path}")
    match.close()
    assert Match.open(tmp_path / "game.jsonl", read_only=True).tree.asked is not None


def test_a_folder_that_refuses_is_told_and_nothing_has_changed(tmp_path: Path) -> None:
    """A file stands where a folder belongs."""
    (tmp_path / "file").write_bytes(b"")
    disk = MemoryDisk()
    match = begun(disk)
    page = played(match, fill(disk), "1 1", f"save as {tmp_path / 'file'}", "quit", "leave")
    assert any("stands where a folder belongs." in line for line in page.lines)
    assert match.trouble is not None


def test_what_is_not_saved_is_not_called_kept() -> None:
    """A comment is written to the same disk as a decision."""
    disk = MemoryDisk()
    page = played(begun(disk), fill(disk), "comment Here.", "quit", "leave")
    at = page.lines.index("Noted, but not saved, for the position after 1 decision.")
    assert page.lines[at + 1].startswith("Not saved: The disk is full.")


def test_a_save_that_was_written_anew_is_told_of_once() -> None:
    """Whatever was written next: a decision, a comment, a request."""
    for answer in ("1", "comment Here.", "branch 1"):
        disk = MemoryDisk()
        match = begun(disk)
        then = (answer, "1", "1 1", "1", "1 1", "quit")
        page = played(match, "1 1", partial(disk.files.pop, SAVE), *then)
        assert match.trouble is None
        assert page.lines.count(say_notice(aloud(), match.moves[0])) == 1


# ---------------------------------------------------------------- signals


class Spoken(io.StringIO):
    """Standard input."""

    def isatty(self) -> bool:
        return False


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("answers", "mark"),
    [
        ("1 1\n", b'"who":"a"'),
        ("comment Here.\n", b'"event":"comment"'),
        ("1 1\nback\n", b'"event":"ask"'),
        ("1 1\nback\nrefuse\n", b'"event":"refuse"'),
        ("1 1\nback\naccept\n", b'"by":"a","event":"branch"'),
        ("1 1\nbranch 1\n", b'"event":"branch"'),
        ("1 1\nbranch 1\ngo 0\n", b'"event":"go"'),
        ("quit\n", b'"event":"close"'),
    ],
)
def test_a_signal_while_anything_is_written_leaves_a_sound_save(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: str,
    mark: bytes,
    when: str,
) -> None:
    """The line that is being written is finished; then the game ends."""
    real, hit = LocalDisk.append, []

    def append(self: LocalDisk, handle: Handle, data: bytes) -> None:
        now = mark in data
        if now and when == "before":
            signal.raise_signal(signal.SIGTERM)
        real(self, handle, data)
        if now and when == "after":
            signal.raise_signal(signal.SIGTERM)
        hit.append(now)

    monkeypatch.setattr(LocalDisk, "append", append)
    monkeypatch.setattr(sys, "stdin", Spoken(answers))
    path = tmp_path / "x.jsonl"
    code = plain.begin(
        lambda: new(journal=Journal(path), seats=("human", "human")), Library(tmp_path)
    )
    assert True in hit
    assert code == 128 + signal.SIGTERM
    assert "Saved as x in" in capsys.readouterr().out
    report = verify(path)
    assert (report.good, report.closed) == (True, True)
    assert mark in path.read_bytes()
