"""Saves are looked at in a thread: the wanted ones first, and nobody waits for a long one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Event

import pytest
from attrs import evolve

from game.files.disk import Handle, LocalDisk
from game.match import Library
from game.match import entry as entries
from game.match.entry import Entry, Known
from game.match.looking import Looking
from tests.match.test_library import keep


class Gate(LocalDisk):
    """A disk that reads nothing before it is told to."""

    def __init__(self) -> None:
        self.open_gate = Event()
        self.reading = Event()

    def open(self, path: Path, *, write: bool) -> Handle:
        self.reading.set()
        self.open_gate.wait()
        return super().open(path, write=write)


class Seen:
    """What a thread told, in order."""

    def __init__(self, library: Library) -> None:
        self.told: Queue[Entry | tuple[Entry, ...]] = Queue()
        self.looking = Looking(library, listed=self.told.put, seen=self.told.put)

    def next(self) -> Entry:
        told = self.told.get()
        assert isinstance(told, Entry)
        return told

    def list(self) -> tuple[Entry, ...]:
        told = self.told.get()
        assert isinstance(told, tuple)
        return told


@pytest.fixture
def disk() -> Gate:
    return Gate()


@pytest.fixture
def seen(tmp_path: Path, disk: Gate) -> Iterator[Seen]:
    made = Library(tmp_path / "saves", tmp_path / "none")
    for number, name in enumerate(("a", "b", "c", "d")):
        keep(made, name, seed=number, most=2, at=number)
    seen = Seen(Library(made.directory, made.directory / "none", disk))
    yield seen
    disk.open_gate.set()
    seen.looking.close()


def test_the_folder_is_told_before_anything_is_looked_at(seen: Seen, disk: Gate) -> None:
    """Though a disk may take its time to read a save."""
    seen.looking.list()
    entries = seen.list()
    assert [entry.slug for entry in entries] == ["d", "c", "b", "a"]
    assert {entry.known for entry in entries} == {Known.NAME}
    seen.looking.want(entries)
    disk.reading.wait()
    assert seen.looking.busy
    disk.open_gate.set()
    assert [seen.next().slug for _ in entries] == ["d", "c", "b", "a"]


def test_what_is_wanted_last_is_looked_at_next(seen: Seen, disk: Gate) -> None:
    """Only the one that is being looked at is looked at to its end."""
    seen.looking.list()
    d, c, b, a = seen.list()
    seen.looking.want([d, c, b, a])
    disk.reading.wait()
    seen.looking.want([a, b])
    disk.open_gate.set()
    looked = [seen.next() for _ in range(3)]
    assert [entry.slug for entry in looked] == ["d", "a", "b"]
    assert all(entry.unfinished for entry in looked)
    seen.looking.want([c])
    assert seen.next().slug == "c"


def test_what_is_in_view_is_looked_at_first_and_the_rest_is_not_forgotten(
    seen: Seen, disk: Gate
) -> None:
    """What was in view before is looked at in its turn."""
    seen.looking.list()
    d, c, b, a = seen.list()
    seen.looking.want([d, c, b, a])
    disk.reading.wait()
    seen.looking.prefer([c])
    seen.looking.prefer([a, b])
    disk.open_gate.set()
    assert [seen.next().slug for _ in range(4)] == ["d", "a", "b", "c"]


def test_a_save_that_takes_seconds_is_put_back_when_another_is_wanted(
    seen: Seen, disk: Gate
) -> None:
    """What its first line says is told at once, and all of it in the end."""
    disk.open_gate.set()
    seen.looking.list()
    d, c, _, _ = seen.list()
    large = evolve(d, size=entries.LARGE + 1)
    library = seen.looking._library
    asked: list[str] = []

    def look(entry: Entry, heed: Callable[[], None]) -> Entry:
        asked.append(entry.slug)
        if asked == ["d"]:
            seen.looking.want([c])
        heed()
        return Library.look(library, entry, heed)

    library.look = look  # type: ignore[method-assign, assignment]
    seen.looking.want([large])
    head, first, whole = (seen.next() for _ in range(3))
    assert (head.slug, head.known, head.title) == ("d", Known.HEAD, "D")
    assert (first.slug, whole.slug) == ("c", "d")
    assert whole.looked_at
    assert asked == ["d", "c", "d"]


def test_the_save_to_resume_is_looked_for_before_all_else(seen: Seen, disk: Gate) -> None:
    """And only until it is found."""
    latest: Queue[Entry | None] = Queue()
    library = seen.looking._library
    looking = Looking(library, latest=latest.put)
    looking.latest()
    disk.reading.wait()
    assert looking.busy
    disk.open_gate.set()
    found = latest.get()
    assert found is not None
    assert found.slug == "d"
    assert [entry.slug for entry in library.glance() if entry.looked_at] == ["d"]
    looking.close()
    assert not looking.busy


def test_after_the_end_nothing_is_told(seen: Seen, disk: Gate) -> None:
    seen.looking.list()
    entries = seen.list()
    seen.looking.want(entries)
    disk.reading.wait()
    seen.looking.close()
    assert not seen.looking.busy
    disk.open_gate.set()
    thread = seen.looking._thread
    assert thread is not None
    thread.join()
    assert not thread.is_alive()
    assert seen.told.empty()
    seen.looking.list()
    seen.looking.want(entries)
    assert not seen.looking.busy
