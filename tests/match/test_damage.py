"""What a damaged save says, and what is still shown of it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Journal, Match, ReadOnlyError, SaveError
from game.match.line import LONGEST, LONGEST_HEADER, Plain, head_of, members_of, seal, sealed
from game.match.scan import MOST_LINES, scan
from game.match.verify import verify
from game.rules import digest, play, start
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, play_out, texts
from tests.match.prefixes import journal

DATA, STATES = journal(3)
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
        assert match.notice is not None
        assert match.notice.startswith("Recovered.")
        assert "game.torn-1" in match.notice
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
        assert match.notice is not None
        assert match.notice.startswith("Recovered.")


def test_damage_before_the_last_line_is_never_cut() -> None:
    """Zeros in the middle of the file are no torn end."""
    data = bytearray(DATA)
    start = sum(map(len, LINES[:5]))
    data[start : start + 40] = bytes(40)
    disk = MemoryDisk()
    disk.put(SAVE, bytes(data))
    assert Match.open(Journal(SAVE, disk)).read_only
    assert disk.bytes_of(SAVE) == bytes(data)


# ---------------------------------------------------------------- forged lines


@pytest.mark.parametrize(
    ("line", "change", "said"),
    [
        (1, {"decision": "draw:nothing"}, "decision: expected .*which the generator|decision: "),
        (2, {"decision": "dance"}, 'decision: expected one of \\d+ legal decisions, found "dance"'),
        (2, {"who": "chance"}, 'who: expected a, found "chance"'),
        (2, {"s": "0" * 16}, "s: expected [0-9a-f]{16}, found"),
        (2, {"s": 7}, "s is not a text"),
        (2, {"extra": 1}, "missing or unknown members: 'extra'"),
        (2, {"who": ...}, "missing or unknown members: 'who'"),
        (2, {"reason": "a\x1b[2J"}, "the reason contains U\\+001B"),
        (2, {"reason": "x" * 2001}, "more than 2000 characters"),
        (2, {"reason": 3}, "reason is not a text"),
        (2, {"v": 2}, "the line has format 2"),
        (2, {"v": 0}, "the line has format 0"),
        (2, {"v": "x"}, "the line has format 'x'"),
        (2, {"event": "fly"}, "a line of kind 'fly'"),
        (len(LINES) - 1, {"event": ["close"]}, "a line of kind"),
    ],
)
def test_a_forged_line_is_named_though_its_hash_is_right(
    line: int, change: dict[str, Any], said: str
) -> None:
    """The rules, the generator and the form of a line are checked as well as the chain."""
    match = opened(forged((line, change)))
    assert match.read_only
    assert match.trouble is not None
    assert match.trouble.startswith(f"/saves/game.jsonl:{line + 1}: ")
    with pytest.raises(AssertionError, match=said):
        raise AssertionError(match.trouble)
    assert match.states == STATES[:line]


def test_a_headline_that_the_generator_does_not_draw_is_named() -> None:
    """Though it could have been drawn, and its digest is right."""
    book = new().book
    drawn = {texts(new(seed=seed))[0]: seed for seed in range(9)}
    assert len(drawn) > 2
    for mine, seed in drawn.items():
        first = seal(new(seed=seed).header.plain())
        for other in drawn:
            after = digest(book, play(book, start(book), book.decision(other)).state)
            members = {"decision": other, "who": "chance", "s": after, "n": 1}
            match = opened(first + seal({**members, "prev": head_of(first)}))
            said = f"expected {mine}, which the generator draws, found {other}"
            assert match.trouble is None if other == mine else said in str(match.trouble)


def test_a_decision_after_the_end_is_named() -> None:
    """A game that is over has no further line but the note that it was closed."""
    more = {"decision": "consult", "who": "a", "s": "0" * 16, "n": len(LINES)}
    match = opened(DATA + seal({**more, "prev": head_of(LINES[-1])}))
    assert match.trouble is not None
    assert "expected none, the game is over" in match.trouble
    assert match.over


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 2}, "format 2.*update the game"),
        ({"format": 0}, "format 0"),
        ({"format": True}, "format True"),
        ({"format": "1"}, "not a save of this game"),
        ({"game": "chess"}, "not a save of this game"),
        ({"rules": 2}, "played by rules 2"),
        ({"rng": "mt19937"}, "mt19937"),
        ({"seed": -1}, "seed -1 is out of range"),
        ({"seed": 1.5}, "altered"),
        ({"seed": "7"}, "seed is of the wrong kind"),
        ({"seed": True}, "seed is of the wrong kind"),
        ({"seats": ["human"]}, "lacks something"),
        ({"seats": ["human", 3]}, "text was expected"),
        ({"seats": ["human", "\u202e"]}, "seat"),
        ({"names": ["A\u200b", ""]}, "player's name"),
        ({"title": "x\x07"}, "title .* contains U\\+0007"),
        ({"created": "yesterday"}, "created"),
        ({"variant": "snow"}, "no variant"),
        ({"variant": "../x"}, "is no id"),
        ({"scenario": {"id": "well"}}, "scenario must have id, sha256 and text"),
        ({"scenario": {"id": "well", "sha256": "0" * 64, "text": "x"}}, "does not match"),
        ({"extra": 1}, "missing or unknown: 'extra'"),
        ({"title": ...}, "missing or unknown: 'title'"),
    ],
)
def test_a_forged_header_is_refused_though_its_hash_is_right(
    change: dict[str, Any], said: str
) -> None:
    """In one sentence that names the first line."""
    with pytest.raises(SaveError, match=said) as caught:
        opened(forged((0, change)))
    assert str(caught.value).startswith("/saves/game.jsonl:1: ")
    assert str(caught.value).isprintable()


def test_a_scenario_in_a_save_is_read_as_strictly_as_any() -> None:
    """A save with a scenario that cannot be used is refused, and its faults are told."""
    header = members_of(LINES[0][:-1])
    assert header is not None
    scenario = new("\n".join(header["scenario"]["text"].splitlines())).header
    broken = scenario.text.replace('id = "well"', 'id = "well"\nunknown = 1')
    members = type(scenario)(
        scenario="well", text=broken, variant=None, seats=scenario.seats, seed=1
    ).plain()
    with pytest.raises(SaveError, match=r"game\.jsonl:1: the scenario .* cannot be used"):
        opened(seal(members))
    members = type(scenario)(
        scenario="spring", text=scenario.text, variant=None, seats=scenario.seats, seed=1
    ).plain()
    with pytest.raises(SaveError, match="is not spring"):
        opened(seal(members))


def test_a_line_that_is_not_written_as_ours_are_is_refused() -> None:
    """Doubled members, spaces and floats could be read in more than one way."""
    members = members_of(LINES[1][:-1])
    assert members is not None
    for body in (
        json.dumps(members),
        json.dumps(members)[:-1] + ',"who":"a"}',
        json.dumps({**members, "n": 1.0}, sort_keys=True, separators=(",", ":")),
        "[" * 5000,
        '{"n":' + "9" * 5000 + "}",
        "[1]",
        '{"n":NaN}',
        '{"n":Infinity}',
    ):
        raw = resealed(body.encode())
        assert sealed(raw)
        assert members_of(raw) is None
        assert scan(LINES[0] + raw + b"\n").damage is not None


def resealed(body: bytes) -> bytes:
    """Bytes with a seal that is right for them."""
    start = body.removesuffix(b"}")
    return start + b',"h":"' + hashlib.sha256(start).hexdigest()[:32].encode() + b'"}'


def test_a_line_has_a_most_of_bytes() -> None:
    """A header of two megabytes, and any other line of 64 kilobytes; not one byte more."""
    assert (LONGEST, LONGEST_HEADER) == (65_536, 2_097_152)
    for first, most in (([], LONGEST_HEADER), ([LINES[0]], LONGEST)):
        members: Plain = {"n": len(first), "x": ""}
        if first:
            members["prev"] = head_of(first[0])
        members["x"] = "x" * (most - len(seal(members)) + 1)
        line = seal(members)
        assert len(line) == most + 1  # with its line feed
        assert len(scan(b"".join((*first, line))).lines) == len(first) + 1
        members["x"] += "x"
        assert len(scan(b"".join((*first, seal(members)))).lines) == len(first)


def test_a_number_of_a_line_is_no_truth_value() -> None:
    """Though Python takes them for equal."""
    found = scan(forged((1, {"n": True})))
    assert len(found.lines) == 1
    assert found.damage is not None


def test_a_journal_has_a_most_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """More of them are refused before they fill the memory."""
    assert MOST_LINES == 200_000
    monkeypatch.setattr("game.match.scan.MOST_LINES", 5)
    match = opened(DATA)
    assert match.trouble is not None
    assert "too long" in match.trouble
    assert len(match.decisions) == 4
