"""One match, and what is kept of it."""

from __future__ import annotations

import pytest
from attrs import asdict

from game.balance.contest import Contest, compete
from game.balance.duel import judge
from game.balance.fit import NEW, OLD, compare, fit
from game.balance.players import WORDS, names, player
from game.balance.policies import POLICIES
from game.interval import mean
from game.opponents import SeatError
from game.opponents.search.features import FEATURES, FeatureWeights
from game.rules import Kind, Rulebook
from tests.balance.made import played, rulebook, shipped
from tests.opponents.tiny import tiny


def test_a_contest_repeats() -> None:
    contest = Contest(("doctrine:realist", "random"), 3)
    assert compete(rulebook(), contest) == compete(rulebook(), contest)


def test_the_variant_is_played() -> None:
    easy = compete(Rulebook(shipped(), "easy"), Contest(("random", "random"), 1, "easy"))
    assert easy.variant == "easy"
    assert easy != played(("random", "random"), 1)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_adds_up(seed: int) -> None:
    """The counts agree with each other, whoever plays."""
    facts = played(("policy:argues", "policy:refuses"), seed)
    assert facts.choices <= sum(facts.kinds.values()) <= facts.decisions
    assert facts.count(Kind.TABLE) == len(facts.tabled) <= facts.turns
    assert set(facts.taken) <= set(facts.offered)
    assert all(times <= facts.offered[name] for name, times in facts.taken.items())
    assert {each.motion for each in facts.tabled if each.carried} == set(facts.carried)
    assert all(each.answerable for each in facts.tabled if each.reply == "rebut")
    assert len(facts.scores) == (facts.rounds if not facts.collapsed else facts.rounds - 1)


def test_other_scenarios_compete() -> None:
    facts = compete(Rulebook(tiny()), Contest(("search:1", "random"), 1))
    assert facts.verdict in tiny().epilogues


@pytest.mark.parametrize("name", POLICIES)
def test_every_simple_policy_plays_every_game_to_its_end(name: str) -> None:
    """On either side, also where it is alone with itself."""
    facts = compete(rulebook(), Contest((f"policy:{name}", f"policy:{name}"), 2))
    assert facts.verdict in shipped().epilogues


def test_who_refuses_lets_nothing_through() -> None:
    """And who accepts everything refuses nothing."""
    refused = played(("policy:accepts", "policy:refuses"), 1)
    assert all(each.carried is False for each in refused.tabled if each.side == 0)
    accepted = played(("policy:argues", "policy:accepts"), 1)
    assert all(each.reply == "accept" for each in accepted.tabled if each.side == 0)


def test_who_looks_twice_plays_as_if_looking_once() -> None:
    """The probe of the mood changes no decision; it counts choices between arguments."""
    once = compete(rulebook(), Contest(("search:1", "random"), 4))
    twice = compete(rulebook(), Contest(("search:1+mood", "random"), 4))
    assert once.shifts == (0, 0, 0)
    assert twice.shifts[0] > 0
    assert max(twice.shifts) == twice.shifts[0]
    assert once.carried == twice.carried
    assert once.decisions == twice.decisions


def test_who_refuses_branches_lets_none_pass_that_costs_points() -> None:
    """Whatever else is carried."""
    book = rulebook()
    for seed in range(3):
        facts = compete(book, Contest(("policy:accepts+refuse", "policy:own-only"), seed))
        for each in facts.tabled:
            motion = book.motion(each.motion)
            hurts = book.excluded[motion] and book.motion_value[motion][0][1] < 0
            assert not (each.side == 1 and hurts and each.carried)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nobody", "there is no seat"),
        ("human", "is a person"),
        ("policy:argue", 'Did you mean "policy:argues"'),
        ("search:9", "a level from 1"),
        ("search:1+joy", "means nothing behind a seat"),
        ("random+joint", "is no search"),
    ],
)
def test_who_is_not_there_is_told_in_a_sentence(name: str, said: str) -> None:
    with pytest.raises(SeatError, match=said.replace("+", r"\+")):
        player(name, seed=1, scenario=shipped())


def test_patterns_stand_for_seats_that_are_there() -> None:
    for pattern in ("policy:*", "policy:hostile", "doctrine:*", "search:2+joint"):
        found = names(shipped(), pattern)
        assert found
        for name in found:
            assert player(name, seed=1, scenario=shipped()) is not None
    assert WORDS == ("joint", "mood", "refuse")


def test_weights_are_found_for_every_feature() -> None:
    found = fit(tiny(), 1, range(4), 0.2)
    assert tuple(found) == (*FEATURES, "spread", "spread_early")


def test_the_same_weights_gain_nothing_over_themselves() -> None:
    """Every pair of matches is one match, seen from both sides."""
    same = asdict(FeatureWeights())
    played = compare(tiny(), 1, same, range(3))
    assert [each.seats for each in played[:2]] == [(NEW, OLD), (OLD, NEW)]
    assert judge((NEW, OLD), played).edge == mean([0.0] * 3)


def test_weights_that_are_compared_are_played_by() -> None:
    """Others decide otherwise somewhere."""
    odd = {**asdict(FeatureWeights()), "open_early": -50.0, "capital": 50.0}
    assert compare(tiny(), 1, odd, range(4)) != compare(
        tiny(), 1, asdict(FeatureWeights()), range(4)
    )
