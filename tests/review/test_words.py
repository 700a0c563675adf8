"""What the game says of itself is complete, and agrees with the rules."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from game.review.menu import Item, menu
from game.review.moments import Sort, moments
from game.review.preview import preview
from game.review.words import say_decision, tell
from game.rules import (
    Consequence,
    Decision,
    Phase,
    Rulebook,
    State,
    What,
    legal,
    play,
    start,
    why_not,
)
from tests.examples import examples
from tests.rules.games import TASTES, game

FEW = examples(25)
Games = st.tuples(st.integers(0, 10**6), st.sampled_from(sorted(TASTES)))
_RAW = re.compile(r"_|\bWhat\b|\bRule\b|None|<|>")


def _leaves(book: Rulebook, state: State) -> list[Item]:
    items = [item for section in menu(book, state) for item in section.items]
    return [leaf for item in items for leaf in (item.backings or (item,))]


@FEW
@given(Games)
def test_the_menu_offers_exactly_what_is_legal(book: Rulebook, chosen: tuple[int, str]) -> None:
    for state, _, _ in game(book, *chosen):
        if state.phase is Phase.DRAW:
            assert menu(book, state) == ()
            continue
        closed = {
            backing.decision
            for section in menu(book, state)
            for item in section.items
            if item.closed
            for backing in item.backings
        }
        open_ = [leaf.decision for leaf in _leaves(book, state) if leaf.open]
        offered = [decision for decision in open_ if decision not in closed]
        assert sorted(map(str, offered)) == sorted(map(str, legal(book, state)))


@FEW
@given(Games)
def test_whatever_the_menu_closes_has_a_reason_and_is_not_legal(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    for state, _, _ in game(book, *chosen):
        for leaf in _leaves(book, state):
            if leaf.closed and leaf.decision is not None:
                assert why_not(book, state, leaf.decision)
                assert all(reason.strip() for reason in leaf.closed)


@FEW
@given(Games)
def test_a_story_says_no_thing_twice(book: Rulebook, chosen: tuple[int, str]) -> None:
    """No cause repeats its changes: neither what they are about, nor what becomes of it."""
    arguments = [each.name for each in book.scenario.arguments]
    for state, decision, _ in game(book, *chosen):
        for each in tell(book, play(book, state, decision).consequences):
            sentence = str(each)
            assert sentence.count("carried") <= 1
            assert not ("stands" in sentence and "record" in sentence)
            if "contradicts" not in sentence:  # what contradicts, and what it contradicts, differ
                assert all(sentence.count(name) <= 1 for name in arguments)


@FEW
@given(Games)
def test_a_preview_tells_what_playing_the_decision_then_does(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    for state, decision, _ in game(book, *chosen):
        assert preview(book, state, decision).certain == tell(
            book, play(book, state, decision).consequences
        )


@FEW
@given(Games)
def test_everything_that_happens_is_told_in_plain_words(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    for state, decision, _ in game(book, *chosen):
        seen = preview(book, state, decision)
        sentences = [say_decision(book, state, decision), *map(str, seen.certain), *seen.then]
        for sentence in sentences:
            assert sentence
            assert not _RAW.search(sentence), sentence


@FEW
@given(Games)
def test_every_change_of_a_track_is_told(book: Rulebook, chosen: tuple[int, str]) -> None:
    for state, decision, _ in game(book, *chosen):
        consequences = play(book, state, decision).consequences
        told = "\n".join(map(str, tell(book, consequences)))
        for each in consequences:
            if each.what is What.TRACK and each.amount:
                assert f"{abs(each.before)} → " in told


def _record(
    book: Rulebook, seed: int, taste: str
) -> tuple[list[State], list[Decision], list[tuple[Consequence, ...]]]:
    states, decisions, consequences = [start(book)], [], []
    for _, decision, _ in game(book, seed, taste):
        after, changes = play(book, states[-1], decision)
        states.append(after)
        decisions.append(decision)
        consequences.append(changes)
    return states, decisions, consequences


@FEW
@given(Games)
def test_the_last_moment_of_a_game_is_its_end(book: Rulebook, chosen: tuple[int, str]) -> None:
    states, decisions, consequences = _record(book, *chosen)
    found = moments(book, states, consequences)
    assert [moment.sort for moment in found].count(Sort.END) == 1
    assert found[-1].sort is Sort.END
    assert found[-1].ply == len(decisions)


@FEW
@given(Games)
def test_every_motion_carried_or_refused_is_a_moment_of_its_own(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    states, _, consequences = _record(book, *chosen)
    plies = {moment.ply for moment in moments(book, states, consequences)}
    for place, changes in enumerate(consequences):
        if any(each.what in (What.CARRIED, What.BARRED) for each in changes):
            assert place + 1 in plies
