"""What a damaged save says, and what is still shown of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Journal, Match, ReadOnlyError, SaveError
from game.match.line import LONGEST, LONGEST_HEADER, Plain, head_of, members_of, seal
from game.match.notices import Recovered
from game.match.scan import scan
from game.match.verifying import verify
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, play_out
from tests.match.prefixes import journal

WHOLE = journal(3)
DATA, STATES = WHOLE.data, WHOLE.states
LINES = DATA.splitlines(keepends=True)


def opened(data: bytes) -> Match:
    disk = MemoryDisk()
    disk.put(SAVE, data)
    return Match.open(Journal(SAVE, disk))


def forged(*changes: tuple[int, Plain]) -> bytes:
    """The journal with members of some lines changed and every hash made right again."""
    lines, head = [], None
    for number, line in enumerate(LINES):
        members = members_of(line[:-1])
        assert members is not None
        if head is not None:
            members["prev"] = head
        for at, change in changes:
            if at == number:
                members |= change
                members = {name: value for name, value in members.items() if value is not ...}
        lines.append(seal(members))
        head = head_of(lines[-1])
    return b"".join(lines)


def crlf(lines: list[bytes]) -> list[bytes]:
    return [line.replace(b"\n", b"\r\n") for line in lines]


# ---------------------------------------------------------------- accidents, named


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"".join((*LINES[:5], *crlf(LINES[5:]))), 6, "CRLF"),
        (b"".join((*LINES[:5], b"\xef\xbb\xbf", *LINES[5:])), 6, "byte order mark"),
        (b"".join((*LINES[:5], b"<<<<<<< ours\n", *LINES[5:])), 6, "conflict marker"),
        (b"".join((*LINES[:5], b">>>>>>> theirs\n", *LINES[5:])), 6, "conflict marker"),
        (b"".join((*LINES[:5], b"||||||| base\n", *LINES[5:])), 6, "conflict marker"),
        (b"".join((*LINES[:5], b"=======\n", *LINES[5:])), 6, "conflict marker"),
        (b"".join((*LINES[:5], *LINES[6:])), 6, "lines are missing: line 7 follows line 5"),
        (b"".join((*LINES[:5], *LINES[4:])), 6, "line 5 stands here once more"),
        (b"".join((*LINES[:5], LINES[5].replace(b"a", b"b", 1), *LINES[6:])), 6, "altered"),
        (DATA[:-2] + b"?\n", len(LINES), "altered"),
        (b"".join((*LINES[:5], b"\n", *LINES[5:])), 6, "altered"),
        (b"".join((*LINES[:5], b"x" * (LONGEST + 1))), 6, "too long"),
        (b"".join((*LINES[:5], b"\0" * 99, b"\n", LINES[5])), 6, "altered"),
    ],
)
def test_a_damaged_save_is_shown_up_to_the_damage_and_says_what_it_is(
    data: bytes, line: int, said: str
) -> None:
    """Nothing is decided in it and nothing is cut from it."""
    disk = MemoryDisk()
    disk.put(SAVE, data)
    match = Match.open(Journal(SAVE, disk))
    assert match.read_only
    assert match.trouble is not None
    assert match.trouble.startswith(f"/saves/game.jsonl:{line}: ")
    assert said in match.trouble
    assert "nothing in the file was changed" in match.trouble
    assert match.states == STATES[: line - 1]
    with pytest.raises(ReadOnlyError):
        match.decide("consult")
    match.close()
    assert disk.bytes_of(SAVE) == data
    assert set(disk.files) == {SAVE}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"".join(crlf(LINES)), "CRLF"),
        (b"\xef\xbb\xbf" + DATA, "byte order mark"),
        (b"<<<<<<< ours\n" + DATA, "conflict marker"),
        (b"PK\x03\x04 something else\n", "not a save of this game"),
        (b'{"name": "package", "version": 1}\n', "not a save of this game"),
        (b"no line feed", "not a save of this game"),
        (b"", "had begun"),
        (b"\0" * 700, "had begun"),
        (LINES[0][:700], "had begun"),
        (bytes(512) + LINES[0][512:], "had begun"),
        (LINES[0].replace(b"Ash", b"Oak", 1), "altered"),
        (b"x" * (LONGEST_HEADER + 1), "too long"),
        (b"".join(LINES[1:]), "the first line is missing"),
    ],
)
def test_a_file_without_a_good_first_line_is_refused(data: bytes, said: str) -> None:
    """In one sentence that names the file."""
    with pytest.raises(SaveError, match=said) as caught:
        opened(data)
    assert str(caught.value).startswith("/saves/game.jsonl")


def test_another_line_of_play_is_told_from_damage() -> None:
    """Two copies of a save were played on, and their ends were mixed: the fork is named."""
    disk = MemoryDisk()
    play_out(new(journal=Journal(SAVE, disk)), 1, most=3).close()
    begun = disk.bytes_of(SAVE)
    ends = []
    for seed in (1, 2):
        disk.put(SAVE, begun)
        play_out(Match.open(Journal(SAVE, disk)), seed).close()
        ends.append(disk.bytes_of(SAVE).splitlines(keepends=True))
    fork = next(at for at, (one, two) in enumerate(zip(*ends, strict=False)) if one != two)
    match = opened(b"".join((*ends[0][: fork + 1], *ends[1][fork + 1 :])))
    assert match.trouble is not None
    assert f":{fork + 2}: the line does not follow from the one before" in match.trouble


# ---------------------------------------------------------------- torn ends


@given(st.binary(max_size=60).filter(lambda piece: b"\n" not in piece), st.booleans())
def test_an_unfinished_piece_is_moved_aside_and_kept(piece: bytes, zeros: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    """Whatever it holds; and the match is played on from the last whole line."""
    torn = piece + bytes(700) if zeros else piece
    disk = MemoryDisk()
    disk.put(SAVE, b"".join(LINES[:5]) + torn)
    found = scan(disk.bytes_of(SAVE))
    if found.damage is not None:  # it looks like something else that is named
        assert torn.startswith((b"\xef\xbb\xbf", b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||"))
        return
    match = Match.open(Journal(SAVE, disk))
    aside = SAVE.with_name("game.torn-1")
    if torn:
        assert isinstance(match.notice, Recovered)
        assert "game.torn-1" in match.notice.aside
        assert disk.bytes_of(aside) == torn
    assert match.trouble is None
    play_out(match, 3)
    match.close()
    assert disk.bytes_of(SAVE).startswith(b"".join(LINES[:5]))
    assert verify(SAVE, disk).good


def test_a_second_torn_piece_does_not_replace_the_first() -> None:
    """Each has a file of its own; the same piece is kept once."""
    disk = MemoryDisk()
    for piece in (b"one", b"two", b"two"):
        disk.kill()
        disk.put(SAVE, b"".join(LINES[:5]) + piece)
        Match.open(Journal(SAVE, disk))
    kept = {path.name: disk.bytes_of(path) for path in disk.files if path != SAVE}
    assert kept == {"game.torn-1": b"one", "game.torn-2": b"two"}


@pytest.mark.parametrize("left", [b"", b"\0", b"\x0b", bytes(600)])
def test_a_whole_last_line_without_its_line_feed_is_kept(left: bytes) -> None:
    """What was acknowledged stays, whatever became of the byte after it."""
    disk = MemoryDisk()
    disk.put(SAVE, b"".join(LINES[:5])[:-1] + left)
    match = Match.open(Journal(SAVE, disk))
    assert match.states[:5] == STATES[:5]
    assert match.trouble is None
    assert disk.bytes_of(SAVE).startswith(b"".join(LINES[:5]))


GOOD = b"".join(LINES[:5])
SEALED = LINES[5][LINES[5].index(b',"h":"') : -1]


@pytest.mark.parametrize(
    ("rest", "torn"),
    [
        (b"", 0),
        (b"x", 1),
        (b"x" * LONGEST, LONGEST),
        (b"x" * (LONGEST + 1), None),
        (b"\n", None),
        (b"x\n", None),
        (b"x\ny", None),
        (b"\0\0", 2),
        (b"x\0", 2),
        (b"\0x\n", 3),
        (b"\0\ny", None),
        (b"{\0" + SEALED, 2 + len(SEALED)),
        (b"{\0" + SEALED + b"\n", 3 + len(SEALED)),
        (b"{\0" + SEALED + b"\n\0\0", 5 + len(SEALED)),
        (b"{\0" + SEALED + b"xy", None),
        (b"{" + SEALED, None),
        (b"{" + SEALED + b"x", None),
        (b"{" + SEALED + b"\0", None),
        (LINES[5].replace(b"a", b"b", 1)[:-1] + b"\r\n", None),
    ],
)
def test_only_what_a_crash_can_leave_of_one_line_is_torn(rest: bytes, torn: int | None) -> None:
    """Anything else is damage, and stays where it is."""
    found = scan(GOOD + rest)
    if torn is None:
        assert found.damage is not None
        assert "CRLF" not in found.damage.what
        assert len(found.lines) == 5
    else:
        assert (found.torn, found.damage, len(found.lines)) == (torn, None, 5)


@pytest.mark.parametrize(
    ("left", "torn"),
    [
        (b"", 0),
        (b"\x0b", 1),
        (b"xyz", 3),
        (b"\0" * 600, 600),
        (b"x\n\0\0", 4),
        (b"\r", None),
        (b"x\ny", None),
        (b"xyy\nzz", None),
        (b"x\n" + bytes(LONGEST), None),
        (LINES[5], None),
    ],
)
def test_a_last_line_is_kept_if_only_its_line_feed_was_hit(left: bytes, torn: int | None) -> None:
    """What comes after it must be a piece that holds no line."""
    found = scan(GOOD[:-1] + left)
    if torn is None:
        assert found.damage is not None
        assert found.damage.line == 5
        assert ("CRLF" in found.damage.what) == (left == b"\r")
        assert len(found.lines) == 4
    else:
        assert (found.torn, found.unfinished, found.damage) == (torn, True, None)
        assert len(found.lines) == 5
        assert found.end == len(GOOD) - 1


def test_zeros_within_the_last_line_are_a_torn_end() -> None:
    """The file had grown on the disk, but its first block did not arrive."""
    for at, length in ((0, 30), (20, 40), (100, 50)):
        last = bytearray(LINES[5])
        last[at : at + length] = bytes(length)
        match = opened(b"".join(LINES[:5]) + bytes(last))
        assert match.trouble is None
        assert isinstance(match.notice, Recovered)


def test_damage_before_the_last_line_is_never_cut() -> None:
    """Zeros in the middle of the file are no torn end."""
    data = bytearray(DATA)
    start = sum(map(len, LINES[:5]))
    data[start : start + 40] = bytes(40)
    disk = MemoryDisk()
    disk.put(SAVE, bytes(data))
    assert Match.open(Journal(SAVE, disk)).read_only
    assert disk.bytes_of(SAVE) == bytes(data)
