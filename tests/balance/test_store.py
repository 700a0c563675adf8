"""Matches on disk: nothing that was played is lost, and nothing else is taken for it."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import re
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.balance import store as stores
from game.balance.campaign import play_all, seen
from game.balance.contest import Contest
from game.balance.errors import StoreError
from game.balance.facts import Facts
from game.balance.runner import Runner
from game.balance.series import Block, Series, blocks, pairing
from game.balance.store import LONGEST, Origin, Store, program, read
from game.scenario import read_text
from tests.balance.made import shipped

TEXT, NAME = read_text("shared-enemy")
ORIGIN = Origin.of("shared-enemy", TEXT)
PLAY = Series("equals", ("random", "doctrine:realist"), swap=True)
GAMES = 80


class StoppedError(Exception):
    """Somebody has pressed Ctrl+C."""


class Stopping:
    """Plays some blocks, and is then stopped."""

    def __init__(self, after: int) -> None:
        self.left = after

    def run(self, tasks: Sequence[Block]) -> Generator[tuple[int, tuple[Facts, ...]], None, None]:
        for place, played in Runner(TEXT, NAME).run(tasks):
            if not self.left:
                raise StoppedError
            self.left -= 1
            yield place, played


def contests() -> list[Contest]:
    return list(PLAY.contests(shipped(), GAMES, 5))


def campaign(path: Path, jobs: int = 1, after: int | None = None) -> bytes:
    runner = Runner(TEXT, NAME, jobs) if after is None else Stopping(after)
    with Store(ORIGIN, path) as store:
        play_all(contests(), store, runner)
        assert len(seen(PLAY, shipped(), store, GAMES, 5)) == GAMES
    return path.read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What all of them come to, played one after the other."""
    return campaign(tmp_path_factory.mktemp("whole") / "store")


def test_one_job_and_two_give_the_same_bytes(whole: bytes, tmp_path: Path) -> None:
    assert campaign(tmp_path / "two", jobs=2) == whole


def test_who_is_stopped_twice_and_goes_on_has_the_same_bytes(whole: bytes, tmp_path: Path) -> None:
    """And no match is played twice."""
    for _ in range(2):
        with pytest.raises(StoppedError):
            campaign(tmp_path / "cut", after=1)
    with Store(ORIGIN, tmp_path / "cut") as store:
        assert len(store.known) == 64
    assert campaign(tmp_path / "cut") == whole


def test_stores_are_merged_to_the_same_bytes(whole: bytes, tmp_path: Path) -> None:
    half = contests()[:30]
    for name, part in (("a", half), ("b", contests()[20:])):
        with Store(ORIGIN, tmp_path / name) as store:
            play_all(part, store, Runner(TEXT, NAME))
    with Store(ORIGIN, tmp_path / "both") as store:
        for name in ("b", "a"):
            store.add(read(tmp_path / name, ORIGIN).values())
    assert (tmp_path / "both").read_bytes() == whole


@given(data=st.data())
def test_whatever_is_cut_off_or_changed_the_rest_is_used(whole: bytes, data: st.DataObject) -> None:
    """A match is what was written, or it is not there."""
    path = Path(os.environ["PYTEST_STORE"])
    head = whole.index(b"\n") + 1
    place = data.draw(st.integers(head, len(whole) - 1))
    damaged = (
        whole[:place]
        if data.draw(st.booleans())
        else whole[:place]
        + bytes([whole[place] ^ data.draw(st.integers(1, 255))])
        + whole[place + 1 :]
    )
    path.write_bytes(damaged)
    good = set(whole.splitlines())
    left = sum(line in good for line in damaged.splitlines()[1:])
    with Store(ORIGIN, path) as store:
        assert len(store.known) == left
        assert store.cut == sum(line not in good for line in damaged.split(b"\n") if line)
        store.add(read(path.with_name("good"), ORIGIN).values())
    assert path.read_bytes() == whole


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good").write_bytes(whole)
    monkeypatch.setenv("PYTEST_STORE", str(tmp_path / "store"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"scenario": "other"}, "it is of the scenario"),
        ({"digest": "0" * 64}, "the scenario has changed since it was begun"),
        ({"rules": 3}, "version 3 of the rules"),
        ({"program": "0.0.1+0"}, "another version of the program"),
    ],
)
def test_a_store_of_something_else_is_told_apart_and_left_alone(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    path = tmp_path / "store"
    with Store(attrs.evolve(ORIGIN, **change), path):  # type: ignore[arg-type]  # a table of changes
        pass
    before = path.read_bytes()
    with pytest.raises(StoreError, match=said):
        Store(ORIGIN, path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", [b"a save\n", b"\n", b"\xff\xfe", b"{}\n", b'{"format": 1}\n'])
def test_what_is_no_store_is_left_as_it_is(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(text)
    with pytest.raises(StoreError, match="is no store of matches"):
        Store(ORIGIN, path)
    assert path.read_bytes() == text


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to(os.devnull)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path)


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("make", [pipe, device, endless, loop, folder])
def test_what_is_no_ordinary_file_is_no_store_and_stays_what_it_is(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    """Nobody waits for the other end of a pipe, and no device is replaced by a file.

    Nor does a lock appear beside it.
    """
    path = tmp_path / "strange"
    make(path)
    before = path.lstat()
    for use in (lambda: Store(ORIGIN, path), lambda: read(path, ORIGIN)):
        with pytest.raises(StoreError, match="cannot be used"):
            use()
    assert path.lstat().st_ino == before.st_ino
    assert not list(tmp_path.glob("*.lock"))
    assert not Path(f"{os.devnull}.lock").exists()


@pytest.mark.parametrize("name", ["x" * 256, "x" * 252, "a\0b"])
def test_a_name_that_no_store_can_have_is_told(tmp_path: Path, name: str) -> None:
    for use in (lambda: Store(ORIGIN, tmp_path / name), lambda: read(tmp_path / name, ORIGIN)):
        with pytest.raises(StoreError, match="cannot be used"):
            use()
    assert list(tmp_path.glob("x*")) == []


def test_a_link_leads_to_a_store_and_stays_a_link(tmp_path: Path) -> None:
    """Under both names it has one lock."""
    (tmp_path / "link").symlink_to(tmp_path / "store")
    with Store(ORIGIN, tmp_path / "link") as store:
        play_all(contests()[:1], store, Runner(TEXT, NAME))
        with pytest.raises(StoreError, match="another run"):
            Store(ORIGIN, tmp_path / "store")
    assert (tmp_path / "link").is_symlink()
    assert len(read(tmp_path / "store", ORIGIN)) == 1


def test_a_file_of_yours_that_is_called_like_a_new_store_stays(tmp_path: Path) -> None:
    """A store that is put in order takes another name meanwhile, and leads nowhere by a link."""
    (tmp_path / "store.new").symlink_to(tmp_path / "mine")
    (tmp_path / "mine").write_text("mine")
    with Store(ORIGIN, tmp_path / "store") as store:
        play_all(contests()[:1], store, Runner(TEXT, NAME))
    assert (tmp_path / "mine").read_text() == "mine"
    names = {path.name for path in tmp_path.iterdir()} - {"good"}
    assert names == {"mine", "store", "store.lock", "store.new"}


def summed(body: bytes) -> bytes:
    """A line of a store, whatever stands in it, with a checksum that is right."""
    return hashlib.sha256(body).hexdigest()[:16].encode() + b" " + body + b"\n"


@pytest.mark.parametrize(
    "change",
    [
        {"seed": "7"},
        {"seed": 1.5},
        {"seed": True},
        {"payoffs": [float("nan"), 1]},
        {"payoffs": [1]},
        {"payoffs": [10**400, 1]},
        {"choices": -(10**30)},
        {"seats": ["random", 3]},
        {"kinds": {"table": "1"}},
        {"collapsed": [[1]]},
        {"more": 1},
    ],
)
def test_a_line_of_another_shape_is_left_out(
    tmp_path: Path, whole: bytes, change: dict[str, object]
) -> None:
    """Though its checksum is right: a text is no number, and what is no number is none."""
    head, first, *_ = whole.splitlines(keepends=True)
    plain = json.loads(first.partition(b" ")[2])
    path = tmp_path / "store"
    path.write_bytes(head + summed(json.dumps(plain | change).encode()) + first)
    with Store(ORIGIN, path) as store:
        assert (len(store.known), store.cut) == (1, 1)


@pytest.mark.parametrize(
    "body",
    [b"[" * 100_000, b'{"a":' * 100_000, b"9" * 5000, b"\xff", b"x" * (3 * LONGEST), b"\0"],
)
def test_a_line_that_nothing_can_be_read_from_is_left_out(
    tmp_path: Path, whole: bytes, body: bytes
) -> None:
    """However deep or long it is; and as a first line it makes no store."""
    head, first, *_ = whole.splitlines(keepends=True)
    path = tmp_path / "store"
    path.write_bytes(head + summed(body) + first)
    with Store(ORIGIN, path) as store:
        assert (len(store.known), store.cut) == (1, 1)
    path.write_bytes(summed(body))
    with pytest.raises(StoreError, match="is no store of matches"):
        Store(ORIGIN, path)


def test_two_runs_do_not_write_into_one_store(tmp_path: Path) -> None:
    with (
        Store(ORIGIN, tmp_path / "store"),
        pytest.raises(StoreError, match="is being written by another run"),
    ):
        Store(ORIGIN, tmp_path / "store")


class Full(io.BytesIO):
    """A file on a disk that is full."""

    def write(self, _: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    """What was written before is there when there is room again."""
    path = tmp_path / "store"
    with Store(ORIGIN, path) as store:
        play_all(contests()[:10], store, Runner(TEXT, NAME))
    told = "is full. What was written before is kept"
    store = Store(ORIGIN, path)
    assert store._file is not None
    store._file.close()
    store._file = Full()
    with pytest.raises(StoreError, match=re.escape(told)):
        play_all(contests(), store, Runner(TEXT, NAME))
    store.close()
    with Store(ORIGIN, path) as store:
        assert len(store.known) == 10


@given(st.lists(st.sampled_from(["random", "search:3", "search:5", "policy:safe"]), max_size=60))
def test_blocks_hold_every_contest_once_and_in_order(seats: list[str]) -> None:
    some = [Contest((name, "random"), number) for number, name in enumerate(seats)]
    found = blocks(some)
    assert [each for block in found for each in block.contests] == some
    assert all(block.contests for block in found)


def test_each_pair_plays_every_seed_from_both_sides() -> None:
    """But not against itself."""
    some = list(pairing(("a", "b"), 5, 7, swap=True))
    assert [each.seed for each in some] == [7, 7, 8, 8, 9, 9]
    assert [each.seats for each in some[:2]] == [("a", "b"), ("b", "a")]
    assert [each.seats for each in pairing(("a", "a"), 2, 0, swap=True)] == [("a", "a")] * 2


def test_matches_of_another_edition_of_a_character_are_another_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They would end in another way, under the same names."""
    before = program()
    assert program() == before
    monkeypatch.setattr(stores, "character_text", lambda name: (f"# {name}", name))
    assert program() != before
