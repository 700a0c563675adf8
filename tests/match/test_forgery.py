"""Lines that are forged, their hashes right: what the rules and the form of a line tell."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from game.match import SaveError
from game.match.line import LONGEST, LONGEST_HEADER, Plain, head_of, members_of, seal, sealed
from game.match.scan import MOST_LINES, scan
from game.rules import digest, play, start
from tests.match.games import new, texts
from tests.match.test_damage import DATA, LINES, STATES, forged, opened

EXPECTED: Plain = {"playouts": 3, "worth": [40, 50]}
MAXIM: Plain = {"doctrine": "x", "rule": 0, "wish": 0}


@pytest.mark.parametrize(
    ("line", "change", "said"),
    [
        (1, {"decision": "draw:nothing"}, "decision: expected .*which the generator|decision: "),
        (2, {"decision": "dance"}, 'decision: expected one of \\d+ legal decisions, found "dance"'),
        (2, {"who": "chance"}, 'who: expected a, found "chance"'),
        (2, {"digest": "0" * 16}, "digest: expected [0-9a-f]{16}, found"),
        (2, {"digest": 7}, "digest: 7 is a whole number. Write a text"),
        (2, {"extra": 1}, "missing or unknown members: extra"),
        (2, {"who": ...}, "missing or unknown members: who"),
        (2, {"reason": "a\x1b[2J"}, "the reason .* holds U\\+001B"),
        (
            2,
            {"reason": "x" * 2001},
            "the reason .* 2001 characters. Shorten it: there is room for 2000",
        ),
        (2, {"reason": ..., "maxim": MAXIM}, 'maxim: .* there is no doctrine "x"'),
        (2, {"maxim": {"doctrine": "x", "rule": 0}}, "missing or unknown members: maxim.wish"),
        (
            2,
            {"reason": ..., "expected": EXPECTED | {"line": ["fly"]}},
            'there is no decision "fly"',
        ),
        (2, {"expected": EXPECTED | {"line": ["stop"] * 61}}, "expected.line: .* 61 entries"),
        (2, {"expected": EXPECTED | {"worth": [1]}}, "expected.worth"),
        (2, {"expected": EXPECTED, "reason": "x"}, "a decision has one reason"),
        (2, {"reason": 3}, "reason: 3 is a whole number"),
        (2, {"reason": None}, "reason: null is nothing"),
        (2, {"v": 3}, "the line has format 3"),
        (2, {"v": 0}, "the line has format 0"),
        (2, {"v": "x"}, 'the line has format "x"'),
        (2, {"event": "fly"}, 'a line of kind "fly"'),
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
            members = {"decision": other, "who": "chance", "digest": after, "n": 1}
            match = opened(first + seal({**members, "prev": head_of(first)}))
            said = f"expected {mine}, which the generator draws, found {other}"
            assert match.trouble is None if other == mine else said in str(match.trouble)


def test_a_decision_after_the_end_is_named() -> None:
    """A game that is over has no further line but the note that it was closed."""
    more = {"decision": "consult", "who": "a", "digest": "0" * 16, "n": len(LINES)}
    match = opened(DATA + seal({**more, "prev": head_of(LINES[-1])}))
    assert match.trouble is not None
    assert "expected none, the game is over" in match.trouble
    assert match.over


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 3}, "format 3.*update the game"),
        ({"format": 0}, "format 0"),
        ({"format": True}, "format true"),
        ({"format": "1"}, "not a save of this game"),
        ({"game": "chess"}, "not a save of this game"),
        ({"rules": 2}, "played by rules 2"),
        ({"rules": 5}, "rules 5, and this version of the game knows rules 3 to 4; update the game"),
        ({"rng": "mt19937"}, "mt19937"),
        ({"seed": -1}, "seed -1 is out of range"),
        ({"seed": 1.5}, "altered"),
        ({"seed": "7"}, "seed: .*Write a whole number without quotes: 7"),
        ({"seed": True}, "seed: true is a truth value"),
        ({"seats": ["human"]}, "lacks something"),
        ({"seats": ["human", 3]}, "seats\\[1\\]: 3 is a whole number"),
        ({"seats": ["human", "\u202e"]}, "seat"),
        ({"names": ["A\u200b", ""]}, "player's name"),
        ({"title": "x\x07"}, "title .* contains U\\+0007"),
        ({"created": "yesterday"}, "created"),
        ({"variant": "snow"}, "no variant"),
        ({"variant": "../x"}, "is no id"),
        (
            {"scenario": {"id": "well"}},
            "members: scenario.sha256, scenario.text",
        ),
        ({"scenario": {"id": "well", "sha256": "0" * 64, "text": "x"}}, "does not match"),
        ({"characters": {"x y": "a"}}, 'character "x y" is no id'),
        ({"characters": {"x": "\x1b"}}, "text of the character x contains"),
        ({"characters": {"x": 1}}, "characters.x: 1 is a whole number"),
        ({"characters": {"x": "a" * 65537}}, "longer than 65536 letters"),
        ({"extra": 1}, "missing or unknown members: extra"),
        ({"title": ...}, "missing or unknown members: title"),
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
