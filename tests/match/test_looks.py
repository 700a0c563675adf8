"""What looking at saves has found is kept for the next start, and never takes the place of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.files.disk import Handle, LocalDisk
from game.match import Library, Match
from game.match import entry as entries
from game.match.entry import LONGEST, Entry, Heed, Known
from game.match.line import seal
from game.match.looks import _SHAPE, MOST, NAME, Looks, key_of
from game.telling.messages import english
from game.telling.saves import stands
from tests.match.games import new, play_out
from tests.match.test_library import keep


def count(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the saves that are played again, as they are."""
    played: list[str] = []
    play = entries._played

    def counting(entry: Entry, data: bytes, where: str, heed: Heed) -> Entry:
        played.append(entry.slug)
        return play(entry, data, where, heed)

    monkeypatch.setattr(entries, "_played", counting)
    return played


def again(library: Library, cache: Path | None) -> Library:
    """The same folder, as a program that has just started sees it."""
    return Library(library.directory, library.directory / "none", cache=cache)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "deep"


@pytest.fixture
def library(tmp_path: Path, cache: Path) -> Library:
    library = Library(tmp_path / "saves", tmp_path / "none", cache=cache)
    keep_open(library, "over", seed=1, at=100)
    keep_open(library, "going", seed=2, most=2, at=200)
    return library


def keep_open(library: Library, slug: str, *, seed: int = 1, most: int = 99, at: int = 0) -> Path:
    """A save that was not put away: it says nothing of how it stands, and has to be played."""
    path = keep(library, slug, seed=seed, most=most)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    os.utime(path, (at, at))
    return path


def test_a_save_that_was_looked_at_is_known_at_the_next_start(
    library: Library, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With everything there is to know, under its new name, and also as a copy."""
    played = count(monkeypatch)
    first = library.list()
    assert sorted(played) == ["going", "over"]
    assert again(library, cache).list() == first
    library.rename(library.find("over"), "ended")
    copied = library.copy(library.find("going"), "copied")
    assert {entry.slug for entry in again(library, cache).list()} == {"ended", "going", "copied"}
    assert sorted(played) == ["going", "over"]
    entry = again(library, cache).entry(copied)
    assert evolve(entry, slug="going", path=first[0].path, modified=200) == first[0]
    assert [entry.slug for entry in again(library, None).list()]
    assert len(played) == 5


def test_a_changed_save_is_never_taken_for_the_one_that_was_looked_at(
    library: Library, cache: Path
) -> None:
    """Though its size, its time, its last line and its head code are the same."""
    library.list()
    path = library.find("over")
    before, data = path.stat(), path.read_bytes()
    at = data.index(b'"decision":"', len(data) // 2)
    path.write_bytes(data[: at + 12] + b"X" + data[at + 13 :])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    entry = again(library, cache).entry(path)
    assert entry.damage is not None
    assert again(library, cache).entry(path).damage == entry.damage


def test_damage_is_found_anew_each_time(library: Library, cache: Path) -> None:
    """Nothing is kept of a damaged save, whose file the message names."""
    path = library.find("over")
    path.write_bytes(path.read_bytes()[:-40] + b"\n")
    library.list()
    assert (cache / NAME).read_bytes().count(b"\n") == 1


@given(st.binary(max_size=300), st.sampled_from(["whole", "key", "line", "cut"]))
def test_whatever_the_file_of_looks_holds_saves_are_listed_as_they_are(
    garbage: bytes, where: str
) -> None:
    """It is a help and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        library = Library(Path(folder) / "saves", Path(folder) / "none", cache=cache)
        path = keep_open(library, "game", most=2)
        right = library.list()
        file = cache / NAME
        kept = file.read_bytes()
        key = key_of(path.read_bytes()).encode()
        file.write_bytes(
            {
                "whole": garbage,
                "key": key + b" " + garbage,
                "line": kept[: len(garbage)] + garbage + kept[len(garbage) :],
                "cut": kept[: len(garbage)],
            }[where]
        )
        assert again(library, cache).list() == right


@pytest.mark.parametrize(
    "change",
    [
        {"title": "\x1b]0;x"},
        {"title": "x" * (LONGEST + 1)},
        {"title": 1},
        {"title": None},
        {"seats": ["human"]},
        {"seats": ["human", 1]},
        {"seats": "human"},
        {"scores": [1, "2"]},
        {"scores": [True, 2]},
        {"final": [1, 2, 3]},
        {"over": 1},
        {"round": "1"},
        {"round": True},
        {"seed": 10**30},
        {"extra": 1},
        {"proved": 1},
        {"proved": ...},
        {"outcome": ...},
    ],
)
def test_of_a_line_that_is_sealed_but_not_shaped_as_ours_nothing_is_believed(
    library: Library, cache: Path, change: dict[str, object]
) -> None:
    right = {entry.slug: entry for entry in library.list()}
    path = library.find("going")
    members = {name: getattr(right["going"], name) for name in _SHAPE}
    facts = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in members.items()
        if value is not None
    }
    facts["proved"] = True
    key = key_of(path.read_bytes()).encode()
    unknown = evolve(right["going"], known=Known.NAME)

    def found(more: dict[str, object]) -> object:
        changed = {name: value for name, value in (facts | more).items() if value is not ...}
        (cache / NAME).write_bytes(key + b" " + seal(changed))
        return Looks(cache).find(path.read_bytes(), unknown)

    assert found({}) == right["going"]
    assert found({"round": 99}) != right["going"]
    assert found(change) is None


@pytest.mark.parametrize("kind", ["file", "folder", "pipe", "link", "giant", "forbidden"])
def test_a_place_where_nothing_can_be_kept_is_no_trouble(
    library: Library, tmp_path: Path, kind: str
) -> None:
    """Saves are listed all the same, and what stands there stays as it is."""
    cache = tmp_path / "other"
    if kind == "file":
        cache.write_text("x")
    else:
        cache.mkdir()
    file = cache / NAME
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "link":
        (tmp_path / "elsewhere").write_text("x")
        file.symlink_to(tmp_path / "elsewhere")
    elif kind == "giant":
        with file.open("wb") as opened:
            opened.truncate(10 << 30)
    elif kind == "forbidden":
        cache.chmod(0)
    try:
        assert len(again(library, cache).list()) == 2
    finally:
        cache.chmod(0o700)
    if kind == "link":
        assert (tmp_path / "elsewhere").read_text() == "x"


def test_a_file_of_looks_that_has_grown_too_large_is_begun_anew(
    library: Library, cache: Path
) -> None:
    cache.mkdir(parents=True)
    (cache / NAME).write_bytes(b"x" * MOST)
    before = library.list()
    assert (cache / NAME).stat().st_size < 10_000
    assert again(library, cache).list() == before


class Counting(LocalDisk):
    """A disk that counts what is read."""

    def __init__(self) -> None:
        self.read_bytes = 0
        self.opened = 0

    def open(self, path: Path, *, write: bool) -> Handle:
        self.opened += 1
        return super().open(path, write=write)

    def read(self, handle: Handle, most: int | None = None) -> bytes:
        data = super().read(handle, most)
        self.read_bytes += len(data)
        return data


def test_at_a_glance_no_save_is_opened_and_of_its_head_only_the_beginning_is_read(
    library: Library,
) -> None:
    """So that ten thousand of them, or one of forty megabytes, are listed at once."""
    path = library.find("going")
    with path.open("ab") as file:
        file.truncate(40_000_000)
    os.utime(path, (200, 200))
    disk = Counting()
    fresh = Library(library.directory, library.directory / "none", disk)
    giant, small = fresh.glance()
    assert disk.opened == 0
    assert (giant.slug, giant.size, giant.modified) == ("going", 40_000_000, 200)
    assert giant.large
    assert not small.large
    for entry in (giant, small):
        assert entry.known is Known.NAME
        assert not entry.looked_at
        assert not entry.unfinished
    told = fresh.head(giant)
    assert (told.title, told.seats) == ("Going", ("human", "random"))
    assert told.known is Known.HEAD
    assert not told.unfinished
    assert disk.read_bytes < 200_000
    listed = fresh.list(large=False)
    assert listed[0] == told
    assert listed[1].looked_at
    assert disk.read_bytes < 400_000
    assert fresh.look(told).damage is not None


def test_what_was_there_a_moment_ago_is_told_without_asking_the_disk(library: Library) -> None:
    """As it is known by now, though it may be gone."""
    fresh = Library(library.directory, library.directory / "none")
    assert fresh.remembered() == ()
    first, second = fresh.glance()
    assert fresh.remembered() == (first, second)
    looked = fresh.look(second)
    library.delete(library.find("going"))
    assert fresh.remembered() == (first, looked)
    assert fresh.glance() == (looked,)


def test_a_head_that_is_not_good_tells_nothing(library: Library) -> None:
    """What is wrong is said when the whole of it is looked at."""
    path = library.find("over")
    data = path.read_bytes()
    for bad in (b"", b"{}\n", data[1:], data.replace(b"\n", b"\r\n"), data[:50], b"\xff" * 9000):
        path.write_bytes(bad)
        fresh = Library(library.directory, library.directory / "none")
        entry = next(entry for entry in fresh.glance() if entry.slug == "over")
        assert fresh.head(entry) == entry
        assert fresh.look(entry).damage is not None


def test_the_match_to_resume_is_found_without_looking_at_older_ones(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = count(monkeypatch)
    entry = next(again(library, None).unfinished(), None)
    assert entry is not None
    assert entry.slug == "going"
    assert played == ["going"]


def test_a_result_stays_in_sight_when_somebody_branches_and_plays_on(library: Library) -> None:
    """And the match can be resumed where they went on."""
    path = library.find("over")
    before = library.entry(path)
    match = Match.open(path)
    match.branch(1)
    match.close()
    after = library.entry(path)
    assert (after.verdict, after.outcome, after.final) == (
        before.verdict,
        before.outcome,
        before.final,
    )
    assert stands(english(), after) == f"{before.outcome}, +1 line (round 1 of 3)"
    assert after.unfinished
    match = play_out(Match.open(path), 9)
    match.branch(2)
    match.promote(1)
    match.close()
    ended = library.entry(path)
    assert ended.verdict is not None
    assert stands(english(), ended).startswith(f"{ended.outcome}, +2 lines (round ")
    match = new(journal=library.create("fresh"))
    match.decide(match.legal()[0])
    match.branch(1)
    match.close()
    assert stands(english(), library.entry(library.find("fresh"))) == "round 1 of 3, +1 line"
