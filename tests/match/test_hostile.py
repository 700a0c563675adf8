"""Strange files in the place of saves, and strange names: refused in a sentence, at once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.files.disk import LARGEST
from game.match import Journal, Library, Match, MatchError, NoSuchSaveError, SaveError
from game.match.names import LONGEST, is_slug, slug_of
from game.match.verifying import verify
from game.text import faulty
from tests.match.games import new, play_out
from tests.match.tally import is_plain


def a_good_save(path: Path) -> Path:
    play_out(new(journal=Journal(path)), 1, most=2).close()
    return path


def link(path: Path) -> None:
    path.symlink_to(a_good_save(path.with_name("good.jsonl")))


def broken_link(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def loop(path: Path) -> None:
    path.symlink_to(path)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def folder(path: Path) -> None:
    path.mkdir()


def plug(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's name is at most about a hundred bytes long
        server.bind(path.name)
        os.chdir(here)


def giant(path: Path) -> None:
    """Ten gigabytes, all of them a hole."""
    with path.open("wb") as file:
        file.truncate(10 << 30)


def too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)


STRANGE: list[Callable[[Path], None]] = [
    link,
    broken_link,
    loop,
    pipe,
    device,
    folder,
    plug,
    giant,
    too_large,
]


@pytest.mark.parametrize("make", STRANGE)
def test_what_is_no_ordinary_file_is_refused_at_once(
    make: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To resume, to look at, to verify and to list; nothing of it is read, nobody waits for the
    other end of a pipe, and no lock file appears beside it.
    """
    path = tmp_path / "x.jsonl"
    make(path)
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, "read", None)
    for use in (Match.open, lambda path: Match.open(path, read_only=True), verify):
        with pytest.raises(SaveError) as caught:
            use(path)
        assert is_plain(str(caught.value))
        assert str(path) in str(caught.value)
    entry = next(entry for entry in Library(tmp_path, tmp_path).list() if entry.slug == "x")
    assert entry.damage is not None
    assert is_plain(entry.damage)
    monkeypatch.undo()
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("make", STRANGE)
def test_a_new_save_is_never_made_through_or_over_something(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    """Whatever has the name keeps it."""
    path = tmp_path / "x.jsonl"
    make(path)
    before = path.lstat()
    with pytest.raises(SaveError, match="already"):
        new(journal=Journal(path))
    assert path.lstat().st_ino == before.st_ino
    assert path.lstat().st_size == before.st_size
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("make", [link, broken_link, pipe, folder])
def test_a_lock_that_is_no_ordinary_file_is_not_written_to(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    """The match is played in memory, and what stands there stays as it was."""
    saves = tmp_path / "saves"
    save = a_good_save(saves / "x.jsonl")
    kept = save.read_bytes()
    lock = saves / "x.lock"
    lock.unlink()
    make(lock)
    match = Match.open(save)
    assert match.trouble is not None
    assert is_plain(match.trouble)
    play_out(match, 1)
    match.close()
    assert save.read_bytes() == kept
    if make is link:
        assert (saves / "good.jsonl").read_bytes().count(b"\n") > 2


def test_a_save_with_a_second_name_is_not_written_to(tmp_path: Path) -> None:
    """Two names have two locks, so two programs could write at once."""
    save = a_good_save(tmp_path / "x.jsonl")
    kept = save.read_bytes()
    (tmp_path / "y.jsonl").hardlink_to(save)
    match = Match.open(save)
    assert match.trouble is not None
    assert "second name" in match.trouble
    play_out(match, 1)
    match.close()
    assert save.read_bytes() == kept


def test_a_note_in_a_lock_is_only_repeated_if_it_is_ours(tmp_path: Path) -> None:
    """Whatever else a lock file says stays unsaid."""
    save = tmp_path / "x.jsonl"
    player = new(journal=Journal(save))
    watcher = Match.open(save)
    assert watcher.trouble is not None
    assert watcher.trouble.startswith(f"Process {os.getpid()} on ")
    for note in ("\x1b[2Jprocess 1 on x", "process 1 on x\nrm -rf", "", "process 1 on \u202ex"):
        (tmp_path / "x.lock").write_text(note, encoding="utf-8")
        watcher = Match.open(save)
        assert watcher.trouble == "Another program plays this save; you are watching."
    player.close()


NAMES = [
    "",
    ".",
    "..",
    "../x",
    "a/b",
    "/etc/passwd",
    "a\\b",
    "C:x",
    "x\0y",
    "con",
    "nul",
    "com1",
    "lpt9",
    "x.",
    "x ",
    " x",
    "-x",
    "X",
    "é",
    "x" * 41,
    "x\n",
    "\x1b[2J",
    "\u202ex",
    "~",
    "*",
    "x.jsonl.lock",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_could_lead_elsewhere_is_no_name_of_a_save(name: str, tmp_path: Path) -> None:
    """It is refused, a name that can be used is offered, and nothing is made anywhere."""
    saves = tmp_path / "saves"
    library = Library(saves, tmp_path / "none")
    save = a_good_save(saves / "x.jsonl")
    for use in (library.create, lambda name: library.rename(save, name)):
        with pytest.raises(SaveError, match="such as") as caught:
            use(name)
        assert str(caught.value).isprintable()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["saves", "x.jsonl", "x.lock"]
    with pytest.raises(MatchError) as other:
        Match.open(library.find(name) if name != "x.jsonl.lock" else library.find("y"))
    assert str(other.value).isprintable()


@given(st.text(max_size=80))
@example("CON")
@example("..")
@example("a" * 200)
def test_a_name_made_of_a_title_can_always_be_used(title: str) -> None:
    """Whatever the title; and what is a name already stays as it is."""
    slug = slug_of(title)
    assert is_slug(slug)
    assert len(slug) <= LONGEST
    assert slug_of(slug) == slug.rstrip("-")


@given(st.text(max_size=50))
def test_what_is_no_save_is_not_found(name: str) -> None:
    """In a sentence that can be printed."""
    library = Library(Path("/nowhere"), Path("/nowhere"))
    if not Path(name.replace("\0", "")).exists():
        with pytest.raises(NoSuchSaveError) as caught:
            library.find(name)
        assert faulty(str(caught.value)) is None


@pytest.mark.parametrize("name", ["x\0y.jsonl", "x" * 300 + ".jsonl", "good.jsonl/x.jsonl"])
def test_a_path_that_no_file_can_have_is_refused(name: str, tmp_path: Path) -> None:
    """As a sentence, like everything else."""
    a_good_save(tmp_path / "good.jsonl")
    with pytest.raises(SaveError) as caught:
        Match.open(tmp_path / name)
    assert str(caught.value).isprintable()


def test_a_folder_that_is_a_file_holds_no_saves(tmp_path: Path) -> None:
    """The match is played in memory."""
    (tmp_path / "saves").write_text("no folder")
    match = new(journal=Journal(tmp_path / "saves" / "x.jsonl"))
    assert match.trouble is not None
    assert is_plain(match.trouble)
    assert Library(tmp_path / "saves", tmp_path / "none").list() == ()
