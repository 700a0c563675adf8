"""Many saves in a folder: each is looked at on its own, whatever is wrong with one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.files.disk import Handle, LocalDisk
from game.match import Library, Match, SaveError, verify
from game.match.line import head_of, members_of, seal
from game.match.scan import scan
from tests.match.games import new, play_out
from tests.match.tally import is_plain
from tests.match.test_damage import DATA, LINES, forged, opened

HUGE = int("9" * 4300)
"""As long as a number may be that Python reads; one more is too long to be written."""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with one good save."""
    library = Library(tmp_path / "saves", tmp_path / "none")
    play_out(new(journal=library.create("good")), 1, most=2).close()
    return library


def numbered(line: int, member: str, number: int) -> bytes:
    """A journal whose lines are chained as they should be, with a number in one of them."""
    return forged((line, {member: number}))


@pytest.mark.parametrize("number", [HUGE, -HUGE, 10**20, -(10**20)])
@pytest.mark.parametrize(("line", "member"), [(2, "n"), (0, "n"), (0, "format"), (0, "seed")])
def test_a_number_of_thousands_of_digits_is_damage_of_its_own_save(
    library: Library, line: int, member: str, number: int
) -> None:
    (library.directory / "bad.jsonl").write_bytes(numbered(line, member, number))
    bad, good = sorted(library.list(), key=lambda entry: entry.slug)
    assert good.damage is None
    assert good.unfinished
    assert is_plain(bad.damage)
    assert next(library.unfinished()) == good


@given(
    st.sampled_from(["n", "v", "variation", "ply", "parent", "price"]),
    st.integers(1, 4300).flatmap(lambda digits: st.integers(0, 10**digits - 1)),
    st.sampled_from(["comment", "branch", "go", "name", "promote"]),
)
def test_every_number_in_a_line_is_bounded_before_anything_is_done_with_it(
    member: str, number: int, kind: str
) -> None:
    """Whatever it counts: the line is good, or it is named in a short sentence."""
    events: dict[str, dict[str, Any]] = {
        "comment": {"variation": 0, "ply": 1, "text": "Here."},
        "branch": {"parent": 0, "ply": 1, "seats": ["human", "human"]},
        "go": {"variation": 0},
        "name": {"variation": 0, "name": "Main"},
        "promote": {"variation": 0},
    }
    members = events[kind]
    last = {"event": kind, "n": len(LINES), "prev": head_of(LINES[-1]), **members, member: number}
    match = opened(DATA + seal(last))
    assert match.decisions
    assert match.trouble is None or len(match.trouble) < 400


class Odd(LocalDisk):
    """A disk on which one file alone cannot be looked at, for a reason that nobody foresaw."""

    def __init__(self, name: str, error: Exception) -> None:
        self._name = name
        self._error = error

    def open(self, path: Path, *, write: bool) -> Handle:
        if path.stem == self._name:
            raise self._error
        return super().open(path, write=write)


@pytest.mark.parametrize("error", [RecursionError(), MemoryError(), KeyError(1)])
def test_what_nobody_foresaw_is_damage_of_one_save(library: Library, error: Exception) -> None:
    """Running out of memory over one file, or a fault of the program itself."""
    library.copy(library.find("good"), "odd")
    listed = Library(library.directory, library.directory, Odd("odd", error)).list()
    good, odd = sorted(listed, key=lambda entry: entry.slug)
    assert good.unfinished
    assert odd.damage is not None
    assert f"odd.jsonl: it cannot be looked at ({type(error).__name__})" in odd.damage


LONG = "\x1b]0;x\x07\u202e\n" * 700


@pytest.mark.parametrize(
    "data",
    [
        forged((2, {"event": LONG})),
        forged((2, {LONG: 1})),
        forged((2, {f"m{number}": 1 for number in range(900)})),
        forged((2, {"v": LONG})),
        forged((2, {"decision": LONG})),
        forged((2, {"who": LONG})),
        forged((2, {"digest": LONG})),
        forged((2, {"decision": ["x"] * 900})),
        forged((2, {"event": "ask", "by": LONG, "who": ..., "decision": ..., "digest": ...})),
    ],
)
def test_of_what_a_stranger_wrote_a_message_quotes_a_short_piece_in_one_line(data: bytes) -> None:
    match = opened(data)
    assert match.trouble is not None
    assert match.trouble.isprintable()
    assert len(match.trouble) < 480


@pytest.mark.parametrize(
    "change",
    [
        {"format": LONG},
        {"rng": LONG},
        {"rules": 10**19},
        {LONG: 1},
        {f"m{number}": 1 for number in range(900)},
        {"title": LONG},
        {"created": LONG},
        {"variant": "v" * 9000},
        {"seats": [LONG, "human"]},
        {"names": [LONG, ""]},
    ],
)
def test_so_it_is_with_the_first_line(change: dict[str, Any]) -> None:
    with pytest.raises(SaveError) as caught:
        opened(forged((0, change)))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 480


def test_the_faults_of_a_scenario_in_a_save_are_told_in_one_line(tmp_path: Path) -> None:
    """In a list every save has one, though its scenario may have many faults."""
    header = members_of(LINES[0][:-1])
    assert header is not None
    text = header["scenario"]["text"]
    for broken in (
        text.replace('id = "well"', 'id = "well"\nunknown = 1\n' + "w" * 900 + " = 2"),
        text.replace('title = "', f'title = "{"é" * 5000}', 1),
        text[:-40],
        "",
    ):
        path = tmp_path / "broken.jsonl"
        path.write_bytes(
            seal(
                new()
                .header.__class__(
                    scenario="well", text=broken, variant=None, seats=("human", "human"), seed=1
                )
                .plain()
            )
        )
        (entry,) = Library(tmp_path, tmp_path / "none").list()
        assert entry.damage is not None
        assert "cannot be used: " in entry.damage
        assert entry.damage.isprintable()
        assert len(entry.damage) < 480
        with pytest.raises(SaveError, match="cannot be used"):
            Match.open(path, read_only=True)
        with pytest.raises(SaveError, match="cannot be used"):
            verify(path)


def test_a_number_that_fits_is_read_as_it_stands() -> None:
    """The largest seed has twenty digits."""
    data = numbered(0, "seed", 2**64 - 1)
    assert scan(data).lines[0].members["seed"] == 2**64 - 1
