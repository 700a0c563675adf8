"""Matches on disk: nothing that was played is lost, and nothing else is taken for it."""

from __future__ import annotations

import errno
import io
import os
import re
from collections.abc import Generator, Sequence
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.balance.campaign import play_all, seen
from game.balance.contest import Contest
from game.balance.errors import StoreError
from game.balance.facts import Facts
from game.balance.runner import Runner
from game.balance.series import Block, Series, blocks, pairing
from game.balance.store import Origin, Store, read
from game.scenario import read_text
from tests.balance.made import shipped

TEXT, NAME = read_text("shared-enemy")
ORIGIN = Origin.of("shared-enemy", TEXT)
PLAY = Series("equals", ("random", "realist"), swap=True)
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


def test_one_job_and_two_give_the_same_bytes(tmp_path: Path) -> None:
    assert campaign(tmp_path / "one") == campaign(tmp_path / "two", jobs=2)


def test_who_is_stopped_twice_and_goes_on_has_the_same_bytes(tmp_path: Path) -> None:
    """And no match is played twice."""
    whole = campaign(tmp_path / "whole")
    for _ in range(2):
        with pytest.raises(StoppedError):
            campaign(tmp_path / "cut", after=1)
    with Store(ORIGIN, tmp_path / "cut") as store:
        assert len(store.known) == 64
    assert campaign(tmp_path / "cut") == whole


def test_stores_are_merged_to_the_same_bytes(tmp_path: Path) -> None:
    whole = campaign(tmp_path / "whole")
    half = contests()[:30]
    for name, part in (("a", half), ("b", contests()[20:])):
        with Store(ORIGIN, tmp_path / name) as store:
            play_all(part, store, Runner(TEXT, NAME))
    with Store(ORIGIN, tmp_path / "both") as store:
        for name in ("b", "a"):
            store.add(read(tmp_path / name, ORIGIN).values())
    assert (tmp_path / "both").read_bytes() == whole


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return campaign(tmp_path_factory.mktemp("whole") / "store")


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
