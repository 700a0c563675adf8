"""Keeping order among saves: renamed, copied, thrown away, brought back, rescued."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Library, Match, NoSuchSaveError, SaveError
from game.match.library import TRASH
from game.match.scan import scan
from game.match.verifying import verify
from tests.match.disks import MemoryDisk
from tests.match.games import new, play_out, texts
from tests.match.test_library import keep, library

__all__ = ["library"]


def test_a_save_can_be_renamed(library: Library) -> None:
    """It is the same save under its new name."""
    path = keep(library, "game")
    data = path.read_bytes()
    new_path = library.rename(path, "another")
    assert new_path.read_bytes() == data
    assert not path.exists()
    with pytest.raises(NoSuchSaveError):
        library.rename(path, "third")


def test_a_save_that_is_given_its_own_name_is_said_to_have_it(library: Library) -> None:
    """Also by another way to the same file; it is not taken for one that is being played."""
    path = keep(library, "game")
    for each in (path, path.parent / ".." / "saves" / "game.jsonl"):
        with pytest.raises(SaveError, match="game has that name already"):
            library.rename(each, "game")
    assert path.exists()


def test_a_save_is_never_renamed_over_another(library: Library) -> None:
    """Both stay as they were."""
    one, two = keep(library, "one", seed=1), keep(library, "two", seed=2)
    before = (one.read_bytes(), two.read_bytes())
    with pytest.raises(SaveError, match="already"):
        library.rename(one, "two")
    assert (one.read_bytes(), two.read_bytes()) == before


def test_a_save_that_is_being_played_is_not_moved(library: Library) -> None:
    """Neither renamed nor deleted, and no game is put over one that is about to begin."""
    match = new(journal=library.create("game"))
    path = library.find("game")
    with pytest.raises(SaveError, match="is being played by process"):
        library.rename(path, "other")
    with pytest.raises(SaveError, match="is being played by process"):
        library.delete(path)
    match.close()
    library.delete(path)
    assert library.list() == ()


def test_a_copy_is_played_on_by_itself(library: Library) -> None:
    """The first one stays where it was."""
    path = keep(library, "game", most=2)
    data = path.read_bytes()
    copy = library.copy(path)
    assert copy.stem == "game-2"
    assert copy.read_bytes() == data
    play_out(Match.open(copy), 5).close()
    assert path.read_bytes() == data
    assert library.copy(path, "named").stem == "named"


def test_a_deleted_save_is_in_the_trash_and_can_be_taken_out(library: Library) -> None:
    """With its torn pieces; a second one of the same name does not replace it there."""
    path = keep(library, "game", seed=1)
    data = path.read_bytes()
    path.with_name("game.torn-1").write_bytes(b"piece")
    gone = library.delete(path)
    assert gone == library.directory / TRASH / "game.jsonl"
    assert gone.with_name("game.torn-1").read_bytes() == b"piece"
    assert library.list() == ()
    library.delete(keep(library, "game", seed=2))
    assert [each.name for each in library.trash()] == ["game-2.jsonl", "game.jsonl"]
    keep(library, "game", seed=3)
    back = library.restore(gone)
    assert back.stem == "game-2"
    assert back.read_bytes() == data
    assert [each.name for each in library.trash()] == ["game-2.jsonl"]


def test_a_piece_goes_with_its_game_and_never_takes_a_name_that_is_taken(library: Library) -> None:
    """Whatever lies beside a game or in the trash already."""
    path = keep(library, "game", seed=1)
    data = path.read_bytes()
    files = {"game.torn-1": b"one", "game.torn-3": b"three", "game.torn-1.jsonl": b"foreign"}
    for name, each in files.items():
        path.with_name(name).write_bytes(each)
    (library.directory / TRASH).mkdir()
    (library.directory / TRASH / "game.torn-1").write_bytes(b"there")
    gone = library.delete(path)
    assert gone.read_bytes() == data
    assert kept(gone.parent) == {
        "game.jsonl": data,
        "game.torn-1": b"there",
        "game.torn-2": b"one",
        "game.torn-3": b"three",
    }
    assert kept(path.parent) == {"game.torn-1.jsonl": b"foreign"}
    back = library.restore(gone)
    assert kept(back.parent) == {
        "game.jsonl": data,
        "game.torn-1": b"there",
        "game.torn-2": b"one",
        "game.torn-3": b"three",
        "game.torn-1.jsonl": b"foreign",
    }
    assert kept(gone.parent) == {}
    other = library.rename(back, "other")
    assert {name for name in kept(other.parent) if name.startswith("other")} == {
        "other.jsonl",
        "other.torn-1",
        "other.torn-2",
        "other.torn-3",
    }


def test_reviews_go_with_their_save(library: Library) -> None:
    """Renamed, copied, deleted, restored: one for each line of play; what only looks like one, or
    is another save's, stays.
    """
    path = keep(library, "game")
    others = {"game.review-01": b"no number", "gamer.review-0": b"of gamer"}
    for name, each in {"game.review-0": b"first", "game.review-12": b"13th", **others}.items():
        path.with_name(name).write_bytes(each)

    def reviews(of: Path) -> dict[str, bytes]:
        found = kept(of.parent)
        return {name: found[name] for name in found if ".review-" in name and name not in others}

    path = library.rename(path, "new")
    assert reviews(path) == {"new.review-0": b"first", "new.review-12": b"13th"}
    library.copy(path, "twin")
    both = {f"{name}.review-0": b"first" for name in ("new", "twin")}
    both |= {f"{name}.review-12": b"13th" for name in ("new", "twin")}
    assert reviews(path) == both
    gone = library.delete(path)
    assert reviews(gone) == {"new.review-0": b"first", "new.review-12": b"13th"}
    library.restore(gone)
    assert reviews(path) == both
    assert {name: kept(path.parent)[name] for name in others} == others


def test_a_review_is_no_save(library: Library) -> None:
    """It is not listed, and cannot be opened by the name of its save."""
    path = keep(library, "game")
    path.with_name("game.review-0").write_bytes(path.read_bytes())
    assert [entry.slug for entry in library.list()] == ["game"]


def test_what_is_kept_in_another_place_has_its_reviews_there(library: Library) -> None:
    """As a copy: the save that it was is left as it is."""
    path = keep(library, "game", most=2)
    path.with_name("game.review-0").write_bytes(b"review")
    match = Match.open(path)
    match.save_as(library.create("elsewhere"))
    match.close()
    assert path.with_name("elsewhere.review-0").read_bytes() == b"review"
    assert path.with_name("game.review-0").read_bytes() == b"review"


@pytest.mark.parametrize("refused", ["names", "replace", "create"])
def test_reviews_that_cannot_be_taken_along_keep_nobody_from_tidying(refused: str) -> None:
    """Whatever the disk refuses of a review, the save is moved or copied."""

    class Stubborn(MemoryDisk):
        stubborn = False

        def refuse(self, call: str, *paths: Path) -> None:
            if (
                self.stubborn
                and call == refused
                and (call == "names" or any(".review-" in str(x) for x in paths))
            ):
                raise OSError(errno.EIO, "refused")

        def names(self, path: Path) -> tuple[str, ...]:
            self.refuse("names", path)
            return super().names(path)

        def replace(self, old: Path, new: Path) -> None:
            self.refuse("replace", old, new)
            super().replace(old, new)

        def create(self, path: Path, *, private: bool = True) -> int:
            self.refuse("create", path)
            return super().create(path, private=private)

    disk = Stubborn()
    library = Library(Path("/saves"), Path("/none"), disk)
    play_out(new(journal=library.create("game")), 1, most=1).close()
    disk.close(disk.create(Path("/saves/game.review-0")))
    disk.stubborn = True
    twin = library.copy(Path("/saves/game.jsonl"), "twin")
    moved = library.rename(Path("/saves/game.jsonl"), "moved")
    assert disk.exists(twin)
    assert disk.exists(moved)
    assert not disk.exists(Path("/saves/game.jsonl"))


@given(st.lists(st.sampled_from(["tear", "delete", "restore", "rename"]), max_size=12))
def test_no_order_of_tidying_and_tearing_loses_anything(deeds: list[str]) -> None:
    """Every game and every piece that ever was is somewhere in the folder or in the trash."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "saves", Path(folder) / "none")
        keep(library, "game", most=1)
        torn = []
        for number, deed in enumerate(deeds):
            saves = [entry.path for entry in library.list()]
            if deed == "restore" and library.trash():
                library.restore(library.trash()[0])
            elif deed == "delete" and saves:
                library.delete(saves[0])
            elif deed == "rename" and saves:
                library.rename(saves[0], library.new_slug("game"))
            elif deed == "tear":
                path = saves[0] if saves else keep(library, "game", seed=number, most=1)
                torn.append(b'{"decision":"%d' % number)
                with path.open("ab") as file:
                    file.write(torn[-1])
                Match.open(path).close()
        both = [*kept(library.directory).items(), *kept(library.directory / TRASH).items()]
        assert sorted(data for name, data in both if ".torn-" in name) == sorted(torn)
        games = [data for name, data in both if name.endswith(".jsonl")]
        assert len(games) + len(torn) == len(both)
        assert games
        assert all(scan(data).damage is None for data in games)


def kept(folder: Path) -> dict[str, bytes]:
    """The files of a folder but for locks, by name."""
    if not folder.exists():
        return {}
    files = (path for path in folder.iterdir() if path.is_file() and path.suffix != ".lock")
    return {path.name: path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("damage", "good"),
    [
        (lambda lines: [*lines[:5], *lines[6:]], 4),
        (lambda lines: [*lines[:5], b"{"], 4),
        (lambda lines: [line.replace(b"\n", b"\r\n") for line in lines], None),
        (lambda lines: [b"\xef\xbb\xbf", *lines], None),
    ],
)
def test_what_is_good_in_a_damaged_save_can_be_rescued(
    library: Library, damage: Callable[[list[bytes]], list[bytes]], good: int | None
) -> None:
    """As a save of its own, which is played on; the damaged one stays as it is."""
    path = keep(library, "game", seed=3)
    before = texts(Match.open(path, read_only=True))
    path.write_bytes(b"".join(damage(path.read_bytes().splitlines(keepends=True))))
    damaged = path.read_bytes()
    rescued = library.rescue(path)
    assert rescued.stem == "game-rescued"
    assert path.read_bytes() == damaged
    assert verify(rescued).good
    match = Match.open(rescued)
    assert texts(match)[:good] == before[:good]
    assert play_out(match, 3).over
    match.close()


def test_what_was_found_out_about_a_damaged_save_goes_with_what_is_rescued(
    library: Library,
) -> None:
    """As copies, one for each line of play: what its positions are worth holds."""
    path = keep(library, "game", seed=3)
    for number in (0, 7):
        path.with_name(f"game.review-{number}").write_bytes(b"review %d" % number)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:4]) + b"{")
    rescued = library.rescue(path)
    for each in (path, rescued):
        for number in (0, 7):
            review = each.with_name(f"{each.stem}.review-{number}")
            assert review.read_bytes() == b"review %d" % number


def test_nothing_can_be_rescued_from_another_file(library: Library, tmp_path: Path) -> None:
    """And no save is made of it."""
    other = tmp_path / "other.jsonl"
    other.write_bytes(b"something else\n")
    with pytest.raises(SaveError, match="not a save"):
        library.rescue(other)
    assert library.list() == ()
