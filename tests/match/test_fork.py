"""Two saves of one match: where they part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.match import Journal, Match
from game.match.fork import Fork, fork
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, play_out, texts

OTHER = SAVE.with_name("other.jsonl")
SEEDS = st.integers(0, 1000)


@given(SEEDS, st.integers(0, 5), SEEDS, SEEDS)
def test_saves_that_were_played_on_apart_part_at_the_first_other_decision(
    seed: int, most: int, one: int, two: int
) -> None:
    """Everything before it is shared; nothing after it is compared."""
    disk = MemoryDisk()
    play_out(new(seed=seed, journal=Journal(SAVE, disk)), seed, most=most)
    disk.kill()
    disk.put(OTHER, disk.bytes_of(SAVE))
    played = []
    for path, choice in ((SAVE, one), (OTHER, two)):
        match = play_out(Match.open(Journal(path, disk)), choice)
        match.close()
        played.append(texts(match))
    shared = next((at for at, (a, b) in enumerate(zip(*played, strict=False)) if a != b), None)
    found = fork(SAVE, OTHER, disk)
    assert found is not None
    if shared is None:
        assert not found.apart
        assert found.decisions == len(played[0])
        assert disk.bytes_of(SAVE) == disk.bytes_of(OTHER)
    else:
        assert found == Fork(shared, shared + 2, apart=True)


def test_a_save_and_its_beginning_are_not_apart() -> None:
    """The longer one goes on where the shorter one ends."""
    disk = MemoryDisk()
    match = play_out(new(journal=Journal(SAVE, disk)), 1, most=3)
    disk.put(OTHER, disk.bytes_of(SAVE))
    known = len(match.decisions)
    play_out(match, 1)
    assert fork(SAVE, OTHER, disk) == fork(OTHER, SAVE, disk) == Fork(known, known + 2, apart=False)


def test_saves_of_two_matches_have_no_fork() -> None:
    """They begin differently."""
    disk = MemoryDisk()
    new(seed=1, journal=Journal(SAVE, disk))
    new(seed=2, journal=Journal(OTHER, disk))
    assert fork(SAVE, OTHER, disk) is None
