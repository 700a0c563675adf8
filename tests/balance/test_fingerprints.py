"""How somebody behaves, and whether two can be told apart by it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.balance.behaviour import QUESTIONS, WAYS, ways_of
from game.balance.facts import Facts
from game.balance.fingerprints import (
    SAMPLE,
    Classifier,
    GamePlayed,
    cast_prints,
    distance,
    fingerprint,
    in_order,
    played,
    verdicts,
)
from game.balance.measures import MEASURES, Sample
from game.balance.series import Series
from game.export.balance.fingerprint_report import (
    fingerprint_page,
    fingerprint_svg,
    fingerprint_text,
    plain_prints,
)
from game.opponents.doctrine.deeds import Done, deeds_of
from game.rules import Kind, Phase, advance, legal, start
from tests.balance.made import made, rulebook, seen, shipped
from tests.balance.made import played as match

ACCEPTS = {"reply:accept": 8, "reply:decline": 2, "turn:table": 5}
DECLINES = {"reply:accept": 2, "reply:decline": 8, "turn:table": 5}


def game(seat: str, ways: dict[str, int], seed: int = 0, partner: str = "x") -> GamePlayed:
    return GamePlayed(seat, partner, seed, ways)


def games(seat: str, ways: dict[str, int], count: int = 40) -> list[GamePlayed]:
    return [game(seat, ways, seed) for seed in range(count)]


def test_two_who_answer_otherwise_are_told_apart() -> None:
    """Eight in ten against two in ten, in ten games of the other half of the seeds."""
    found = verdicts([*games("a", ACCEPTS), *games("b", DECLINES)])
    assert found.pairs == {("a", "b"): (8, 8)}
    assert found.named == {("a", "a"): 4, ("b", "b"): 4}
    assert found.whole.value == 1
    assert found.least == ("a", "b")


def test_two_who_behave_alike_are_not_told_apart() -> None:
    """None of the two is the likelier one, so that nothing is right."""
    found = verdicts([*games("a", ACCEPTS), *games("b", ACCEPTS)])
    assert found.pairs == {("a", "b"): (0, 8)}
    assert found.whole.value == 0.5


def test_who_plays_opposite_is_known_to_whoever_tells_apart() -> None:
    """Both accept as often in all; one of them accepts the friend, and the other the foe."""
    rows = []
    for seed in range(40):
        for partner, one, other in (("f", ACCEPTS, DECLINES), ("g", DECLINES, ACCEPTS)):
            rows += [game("a", one, seed, partner), game("b", other, seed, partner)]
    found = verdicts(rows)
    assert found.pairs["a", "b"] == (16, 16)
    anybody = verdicts([attrs.evolve(each, partner="x") for each in rows])
    assert anybody.pairs["a", "b"][0] == 0


def test_nobody_is_told_apart_by_what_was_learned_from_the_same_games() -> None:
    """Who behaves on even seeds as the other does on odd ones is always taken for the other."""
    rows = [game("a", ACCEPTS if seed % 2 else DECLINES, seed) for seed in range(40)]
    rows += [game("b", DECLINES if seed % 2 else ACCEPTS, seed) for seed in range(40)]
    found = verdicts(rows)
    assert found.pairs == {("a", "b"): (0, 8)}
    assert (found.right("a").value, found.right("a").count) == (0, 4)
    assert found.mistaken("a") == [("b", 4)]


def test_too_few_games_say_nothing() -> None:
    found = verdicts([*games("a", ACCEPTS, 2 * SAMPLE - 2), *games("b", DECLINES, 2)])
    assert found.whole.count == 0
    assert found.least is None


def test_what_was_never_seen_is_unlikely_and_not_impossible() -> None:
    judge = Classifier([*games("a", {"reply:accept": 9}), *games("b", {"reply:rebut": 9})])
    strange = [game("c", {"reply:decline": 3}, partner="nobody")]
    assert judge.likelihood(strange, "a") == judge.likelihood(strange, "b") < -3
    assert judge.likelihood([game("c", {"reply:accept": 3})], "a") > -1


def test_shares_are_of_the_same_question_and_partner() -> None:
    rows = [
        game("a", {"turn:table": 3, "turn:press": 1, "reply:accept": 1}, 0, "b"),
        game("a", {"turn:table": 1, "turn:press": 3}, 0, "c"),
        game("b", {"turn:consult": 9}, 0, "a"),
    ]
    every, one = fingerprint(rows, "a"), fingerprint(rows, "a", "b")
    assert every.games == 2
    assert every.shares["turn:table"].value == 0.5
    assert one.shares["turn:press"].value == 0.25
    assert one.shares["reply:accept"].value == 1
    assert one.shares["reply:accept"].count == 1
    assert one.shares["floor:stop"].count == 0


def test_alike_ones_stand_together() -> None:
    """Whatever the order in which they are found, and the first by name nearer to the top."""
    rows = [
        game(name, {"turn:table": table, "turn:press": 10 - table})
        for name, table in (("a", 9), ("b", 1), ("c", 8), ("d", 3), ("e", 6))
    ]
    prints = [fingerprint(rows, name) for name in "abcde"]
    for some in (prints, prints[::-1], prints[2:] + prints[:2]):
        assert [each.seat for each in in_order(some)] == ["a", "c", "e", "d", "b"]
    assert distance(prints[0], prints[0]) == 0
    assert distance(prints[0], prints[1]) == pytest.approx(0.8)
    assert in_order([]) == ()


def test_who_meets_itself_counts_once_and_on_either_side() -> None:
    """What both sides of a match do hangs together."""
    ways = ({"turn:table": 1}, {"turn:press": 1})
    found = played([made(seats=("a", "a"), seed=seed, ways=ways) for seed in range(4)])
    assert [each.ways for each in found] == [ways[0], ways[0], ways[1], ways[1]]
    both = played([made(seats=("a", "b"), seed=1, ways=ways)])
    assert [(each.seat, each.partner) for each in both] == [("a", "b"), ("b", "a")]


@pytest.mark.parametrize("seats", [("random", "policy:argues"), ("policy:walks", "random")])
def test_what_a_real_match_asks_is_counted_for_the_side_that_was_asked(
    seats: tuple[str, str],
) -> None:
    """Each answer stands in one way of its question, and the sides together make the counts."""
    facts = match(seats, 3)
    for counted in facts.ways:
        assert set(counted) <= set(WAYS)
    for kind in (Kind.REBUT, Kind.REJOIN, Kind.YIELD, Kind.WALK_OUT, Kind.CONCEDE, Kind.WITHDRAW):
        times = sum(
            count
            for counted in facts.ways
            for way, count in counted.items()
            if way.endswith(f":{kind.value}")
        )
        assert times == facts.count(kind)
    turns = ("turn:table", "danger:table")
    tables = [sum(counted.get(way, 0) for way in turns) for counted in facts.ways]
    assert tables == [sum(each.side == side for each in facts.tabled) for side in (0, 1)]
    chosen = sum(
        count for one in facts.ways for way, count in one.items() if way.startswith("headline")
    )
    assert chosen <= facts.count(Kind.CHOOSE)


@given(st.lists(st.integers(0, 10**6), max_size=60))
def test_every_decision_of_a_side_answers_one_question_in_one_way(picks: list[int]) -> None:
    """And a tabling one more: whom the motion brings more. What is asked depends on how near a
    danger is, on what the motion would bring, and on whether the other side has just insisted.
    """
    book, state = rulebook(), start(rulebook())
    done: tuple[Done, ...] = ()
    insisted = [-9, -9]
    for pick in picks:
        options = legal(book, state)
        if not options:
            break
        decision = options[pick % len(options)]
        after = advance(book, state, decision)
        if state.phase is not Phase.DRAW:
            side, kind = state.side, decision.kind
            ways = list(ways_of(book, state, decision, done))
            assert set(ways) <= set(WAYS)
            assert len(ways) == (2 if kind is Kind.TABLE else 1)
            asked = [way.partition(":")[0] for way in ways]
            assert len(set(asked)) == len(asked)
            near = max(state.tracks[track] for track, _ in book.collapses) >= 6
            again = state.round - insisted[1 - side] <= 1
            if kind in (Kind.TABLE, Kind.CONSULT, Kind.ACT):
                assert asked[0] == ("danger" if near else "turn")
            elif kind in (Kind.REJOIN, Kind.STOP):
                assert asked == ["insisted" if again else "floor"]
            elif kind is Kind.ACCEPT:
                effects = book.motion_effects[state.debate.motion] if state.debate else ()
                points = sum(by for track, by in effects if track == book.score[side])
                assert asked == ["paid" if points > 0 else "reply"]
            if kind is Kind.REJOIN:
                insisted[side] = state.round
            done += tuple(Done(side, deed, state.round) for deed in deeds_of(book, decision))
        state = after


def test_slights_are_counted_until_they_are_made_good() -> None:
    """The worse of refusals and pressure, by who tabled, since they last signed something."""
    refused = match(("policy:accepts", "policy:refuses"), 1)
    ends = [(each.side, each.slights, each.end) for each in refused.tabled]
    assert all(slights == 0 for side, slights, _ in ends if side == 0)
    theirs = [slights for side, slights, _ in ends if side == 1]
    assert theirs == sorted(theirs)
    assert theirs[-1] >= 2
    assert all(end == "decline" for side, _, end in ends if side == 0)
    signed = match(("policy:accepts", "policy:accepts"), 1)
    assert all(each.signed and not each.slights for each in signed.tabled)


def test_two_who_swap_sides_meet_once() -> None:
    found = Series("x", ("random|policy:argues", "policy:argues|random"), swap=True)
    assert found.pairs(shipped()) == (
        ("random", "policy:argues"),
        ("random", "random"),
        ("policy:argues", "policy:argues"),
    )
    contests = list(found.contests(shipped(), 4, 0))
    assert len(contests) == len(set(contests)) == 12


def cast() -> list[Facts]:
    names = ("random", "policy:argues", "policy:refuses")
    pairs = [(one, other) for one in names for other in names]
    return [match(pair, seed) for pair in pairs for seed in range(6)]


def test_the_measures_say_what_the_prints_say() -> None:
    matches = cast()
    found = cast_prints(matches).verdicts
    asked = Sample(shipped(), seen(*matches))
    told = {item.name: item.figure for item in MEASURES["told_apart"][0](asked)}
    assert told == {" / ".join(pair): found.apart(pair) for pair in found.pairs}
    (whole,) = MEASURES["named"][0](asked)
    assert whole.figure == found.whole
    assert whole.figure.count


def test_a_picture_says_all_that_the_prints_hold() -> None:
    """A cell with a number and its interval for each share; as a file it needs nothing else."""
    found = cast_prints(cast())
    root = ET.fromstring(fingerprint_svg("A & B", found))
    name = "{http://www.w3.org/2000/svg}"
    titles = [each.text or "" for each in root.iter(f"{name}title")]
    there = sum(figure.count > 0 for row in found.rows for figure in row.shares.values())
    assert len(titles) == there
    assert all(re.search(r", \d+\.\d % \(.* to .*\), n = \d+$", each) for each in titles)
    for each in root.iter():
        for key in ("x", "y", "width", "height"):
            assert re.fullmatch(r"\d+", each.get(key, "0"))
    page, text, plain = (
        fingerprint_page("A & B", found),
        fingerprint_text("A & B", found),
        plain_prints(found),
    )
    assert "A &amp; B" in page
    assert page.count("<svg") == 1 + len(found.rows)
    assert text.count("n = ") >= len(found.rows) * len(WAYS)
    assert [each["seat"] for each in plain["seats"]] == [row.seat for row in found.rows]
    assert set(plain["seats"][0]["shares"]) == {
        f"{question}:{way}" for question, ways in QUESTIONS.items() for way in ways
    }
