"""The debate as an argument game: who stands, and that it is what the theory says."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from game.rules import DebateState, Phase, Rulebook, advance, legal
from game.rules.debate import floor_holder, grounded, player, standing
from tests.rules.games import TASTES, game
from tests.rules.strategies import many

Attacks = tuple[tuple[int, int], ...]


@st.composite
def frameworks(draw: st.DrawFn) -> tuple[Attacks, int]:
    """An argumentation framework: any attacks among a few nodes."""
    nodes = draw(st.integers(0, 7))
    if not nodes:
        return (), 0
    node = st.integers(0, nodes - 1)
    return tuple(draw(st.lists(st.tuples(node, node), unique=True, max_size=14))), nodes


def defended(attacks: Attacks, nodes: int, by: frozenset[int]) -> frozenset[int]:
    """The nodes each of whose attackers is attacked by the set."""
    return frozenset(
        node
        for node in range(nodes)
        if all(
            any((defender, attacker) in attacks for defender in by)
            for attacker, attacked in attacks
            if attacked == node
        )
    )


@many
@given(framework=frameworks())
def test_the_grounded_extension_is_conflict_free_and_admissible(
    framework: tuple[Attacks, int],
) -> None:
    """What is in does not attack itself, and answers every attack on it."""
    attacks, nodes = framework
    inside = grounded(attacks, nodes)
    assert not any(a in inside and b in inside for a, b in attacks)
    assert inside <= defended(attacks, nodes, inside)


@given(framework=frameworks())
def test_the_grounded_extension_is_the_least_fixed_point(framework: tuple[Attacks, int]) -> None:
    """It is what it defends, and it is in every set that is what it defends."""
    attacks, nodes = framework
    every = range(nodes)
    subsets = chain.from_iterable(combinations(every, size) for size in range(nodes + 1))
    fixed = [each for each in map(frozenset, subsets) if defended(attacks, nodes, each) == each]
    inside = grounded(attacks, nodes)
    assert inside in fixed
    assert all(inside <= each for each in fixed)


@given(length=st.integers(1, 12), speaker=st.integers(0, 1))
def test_in_a_chain_every_second_argument_from_the_last_stands(length: int, speaker: int) -> None:
    """The rule of the debate is the grounded extension of its chain."""
    debate = DebateState(motion=1, speaker=speaker, chain=tuple(range(length)))
    attacks = tuple((later, later - 1) for later in range(1, length))
    inside = grounded(attacks, length)
    assert standing(debate) == tuple(place in inside for place in range(length))


@given(length=st.integers(1, 12), speaker=st.integers(0, 1))
def test_what_stands_is_the_floor_holders(length: int, speaker: int) -> None:
    """All that stands was played by whoever spoke last, and all that they played stands."""
    debate = DebateState(motion=1, speaker=speaker, chain=tuple(range(length)))
    holder = floor_holder(debate)
    assert holder == player(debate, length - 1)
    for place, stands in enumerate(standing(debate)):
        assert stands == (player(debate, place) == holder)


@given(seed=st.integers(0, 2**16), taste=st.sampled_from(sorted(TASTES)))
def test_each_argument_of_a_debate_attacks_the_one_before(
    book: Rulebook, seed: int, taste: str
) -> None:
    """The first supports the motion, the rest attack, no side repeats itself, five are the most."""
    for before, _, _ in game(book, seed, taste):
        debate = before.debate
        assert (debate is not None) == (
            before.phase in (Phase.REPLY, Phase.FLOOR, Phase.YIELD, Phase.CONCEDE)
        )
        if debate is None:
            continue
        assert book.supports[debate.motion] >> debate.chain[0] & 1
        for target, answer in zip(debate.chain, debate.chain[1:], strict=False):
            assert answer in [argument for argument, _ in book.answers[target]]
        for own in (debate.chain[::2], debate.chain[1::2]):
            assert len(set(own)) == len(own)
        assert len(debate.chain) <= book.longest


@given(seed=st.integers(0, 2**16))
def test_who_stopped_says_how_it_takes_it(book: Rulebook, seed: int) -> None:
    """After a stop the same side decides: the speaker concedes or withdraws, the other yields or
    walks out; and the other side, which holds the floor, has its arguments on record.
    """
    for before, _, _ in game(book, seed, "talkative"):
        if before.phase is not Phase.FLOOR:
            continue
        debate = before.debate
        assert debate is not None
        after = advance(book, before, book.stop)
        assert after.side == before.side != floor_holder(debate)
        speaks = after.side == debate.speaker
        assert after.phase is (Phase.CONCEDE if speaks else Phase.YIELD)
        assert {each.text for each in legal(book, after)} == (
            {"concede", "withdraw"} if speaks else {"yield", "walk_out"}
        )
        for argument, stands in zip(debate.chain, standing(debate), strict=True):
            if stands:
                assert after.record[floor_holder(debate)] >> argument & 1
        assert after.record[before.side] == before.record[before.side]
