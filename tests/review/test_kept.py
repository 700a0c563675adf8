"""A review that was kept is read as it was written, or not at all."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.match import Timeline
from game.review.evaluations import VALUING, Evaluated
from game.review.kept import Findings, Fit, StrangeFileError, Subject, Way, decoded, encoded
from game.review.reachable import Effort, JointPlay
from tests.match.games import new, play_out

SUBJECT = Subject("a" * 64, None, 7, 4, 1, "b" * 64)

digests = st.integers(0, 2**64 - 1).map("{:016x}".format)
pairs = st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000))
worths = st.lists(pairs, min_size=1, max_size=4).map(tuple)
texts = st.lists(st.sampled_from(("accept", "table:train/enemy", "ü\u202e")), max_size=3).map(tuple)
seeds = st.sampled_from((1, len(VALUING))).flatmap(
    lambda count: st.lists(pairs, min_size=count, max_size=count).map(tuple)
)
evaluated = st.builds(Evaluated, digests, seeds, st.tuples(pairs), texts, texts)
efforts = st.builds(Effort, st.integers(1, 9), st.integers(1, 99))
plays = st.lists(st.builds(JointPlay, st.integers(0, 100), worths), min_size=1, max_size=3)
ways = st.builds(Way, digests, efforts, plays.map(tuple), worths)


@st.composite
def knowns(draw: st.DrawFn) -> Findings:
    known = Findings()
    for budget, each in draw(st.lists(st.tuples(st.integers(1, 5000), evaluated), max_size=4)):
        known.evaluations.add(budget, each)
    known.ways = {(way.digest, way.effort): way for way in draw(st.lists(ways, max_size=2))}
    return known


def told(known: Findings) -> tuple[list[Any], dict[Any, Way]]:
    return list(known.evaluations), known.ways


def some() -> Findings:
    """One line of each kind."""
    known = Findings()
    known.evaluations.add(60, Evaluated("0" * 16, ((1, 2),), ((3, 4),), ("accept",), ()))
    way = Way("1" * 16, Effort(2, 9), (JointPlay(50, ((800, 100),)),), ((5, 6),))
    known.ways[way.digest, way.effort] = way
    return known


def sealed(lines: list[dict[str, Any]]) -> bytes:
    """Lines as a file whose end agrees with them."""
    data = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    end = {"lines": len(lines), "sha256": hashlib.sha256(data).hexdigest()}
    return data + json.dumps(end).encode() + b"\n"


def lines_of(known: Findings) -> list[dict[str, Any]]:
    """What the lines of a file say, but for its end."""
    return [json.loads(line) for line in encoded(SUBJECT, known).splitlines()[:-1]]


@given(knowns())
def test_what_is_written_is_read(known: Findings) -> None:
    """Whatever was found out; and written again it is the same bytes."""
    data = encoded(SUBJECT, known)
    fit, found = decoded(data, SUBJECT)
    assert fit is Fit.GOOD
    assert told(found) == told(known)
    assert encoded(SUBJECT, found) == data


@given(st.data())
def test_a_file_that_was_cut_or_changed_anywhere_is_not_used(data: st.DataObject) -> None:
    """Not one byte may be another, missing or too much."""
    whole = encoded(SUBJECT, some())
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    byte = bytes([other])
    for damaged in (
        whole[:at],
        whole[:at] + byte + whole[at + 1 :],
        whole[:at] + byte + whole[at:],
    ):
        with pytest.raises(StrangeFileError):
            decoded(damaged, SUBJECT)


@pytest.mark.parametrize("data", [b"", b"\n", b"{}\n", b"x\ny\n", b"[" * 100_000 + b"\n{}\n"])
def test_what_is_no_review_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(StrangeFileError) as caught:
        decoded(data, SUBJECT)
    assert caught.value.fit is Fit.DAMAGED


@pytest.mark.parametrize(
    ("line", "change"),
    [
        (1, {"budget": 0}),
        (1, {"seeds": [[1, 2], [3, 4]]}),
        (1, {"picks": [[1, 2], [3, 4]]}),
        (1, {"budget": True}),
        (1, {"budget": "60"}),
        (1, {"digest": "0" * 15}),
        (1, {"digest": 0}),
        (1, {"seeds": []}),
        (1, {"seeds": [[1]]}),
        (1, {"seeds": [[1, 2, 3]]}),
        (1, {"seeds": [[1, 2.5]]}),
        (1, {"seeds": [[1, True]]}),
        (1, {"seeds": [[1, 10**9]]}),
        (1, {"seeds": [[1, 10**30]]}),
        (1, {"seeds": [[1, 2]] * 65}),
        (1, {"picks": {"0": [1, 2]}}),
        (1, {"candidates": [5]}),
        (1, {"line": "accept"}),
        (1, {"more": 1}),
        (1, {"line": None}),
        (2, {"plays": []}),
        (2, {"plays": [[50]]}),
        (2, {"plays": [[101, [[1, 2]]]]}),
        (2, {"plays": [[50, []]]}),
        (2, {"continuations": 0}),
        (2, {"searched": [1]}),
        (2, {"more": 1}),
        (0, {"seed": "7"}),
        (0, {"evaluator": 1.0}),
        (0, {"more": 1}),
    ],
)
def test_a_line_of_another_shape_is_named(line: int, change: dict[str, Any]) -> None:
    """Though its hash is right: somebody may have written it by hand."""
    lines = lines_of(some())
    lines[line] |= change
    with pytest.raises(StrangeFileError) as caught:
        decoded(sealed(lines), SUBJECT)
    assert caught.value.fit is Fit.DAMAGED
    assert caught.value.line == line + 1


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_line_that_lacks_a_member_is_named(line: int) -> None:
    for name in lines_of(some())[line]:
        lines = lines_of(some())
        del lines[line][name]
        with pytest.raises(StrangeFileError) as caught:
            decoded(sealed(lines), SUBJECT)
        assert caught.value.fit is Fit.DAMAGED
        assert caught.value.line == line + 1


@pytest.mark.parametrize(
    ("other", "fit"),
    [
        (evolve(SUBJECT, scenario="c" * 64), Fit.FOREIGN),
        (evolve(SUBJECT, variant="late"), Fit.FOREIGN),
        (evolve(SUBJECT, seed=8), Fit.FOREIGN),
        (evolve(SUBJECT, evaluator=2), Fit.OLDER),
        (evolve(SUBJECT, rules=5), Fit.OLDER),
        (evolve(SUBJECT, evaluator=0), Fit.NEWER),
        (evolve(SUBJECT, rules=3), Fit.NEWER),
    ],
)
def test_a_review_of_something_else_is_not_used(other: Subject, fit: Fit) -> None:
    """Of another match, by another evaluation, by other rules; each is told apart."""
    with pytest.raises(StrangeFileError) as caught:
        decoded(encoded(SUBJECT, some()), other)
    assert caught.value.fit is fit


def test_a_later_format_is_newer_whatever_it_looks_like() -> None:
    """Its lines, and its end, may be others."""
    first = lines_of(some())[0] | {"format": 2, "more": "members"}
    with pytest.raises(StrangeFileError) as caught:
        decoded(json.dumps(first).encode() + b"\nanything\n", SUBJECT)
    assert caught.value.fit is Fit.NEWER


def test_what_positions_are_worth_holds_when_the_match_was_played_on() -> None:
    """Another line of play of the same match: the same positions are worth the same."""
    fit, known = decoded(encoded(SUBJECT, some()), evolve(SUBJECT, line="d" * 64))
    assert fit is Fit.PLAYED_ON
    assert told(known) == told(some())


def test_decisions_and_prices_make_the_line_and_a_comment_does_not() -> None:
    """A decision more, or a price that was paid, is another line of play."""
    match = play_out(new(seed=3), 3, most=3)

    def subject(line: Timeline) -> Subject:
        return Subject.of(match.header, line)

    line = match.tree.timeline
    before = subject(line)
    match.comment(1, "Too early.")
    assert subject(match.tree.timeline) == before
    shorter, paid = line.fork(len(line.decisions) - 1), line.fork(len(line.decisions))
    assert subject(paid) == before
    paid.pay(0, 2)
    assert len({before, subject(shorter), subject(paid)}) == 3
