"""A game beside history: all that is dated is told once, where it struck or where it happened."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.export import export
from game.match import Match, Timeline
from game.review.history import beside_history, is_dated
from game.rules import Kind, Rule, Rulebook
from game.scenario import load
from game.scenario.catalogue import ids, read_text
from game.telling.history import history, history_lines
from game.telling.messages import aloud
from game.telling.voice import Voice
from tests.examples import examples
from tests.match.games import play_out

DATED = ("paris-thaw", "shared-enemy")


@cache
def game(name: str, seed: int) -> Timeline:
    text, where = read_text(name)
    seats = ("human", "random")
    match = Match.new(text, where, seats=seats, seed=seed, clock=lambda: "")
    return play_out(match, seed).tree.timeline


def test_scenarios_whose_rounds_have_names_and_headlines_have_rounds_are_dated() -> None:
    assert {name for name in ids() if is_dated(load(name))} == set(DATED)
    scenario = load(DATED[0])
    free = [evolve(each, from_round=None) for each in scenario.headlines]
    assert not is_dated(evolve(scenario, round_names=()))
    assert not is_dated(evolve(scenario, headlines=tuple(free)))


@pytest.mark.parametrize("name", [each for each in ids() if each not in DATED])
def test_where_nothing_is_dated_that_is_said(name: str) -> None:
    line = game(name, 1)
    assert beside_history(line.book, line.states, line.decisions) == ()
    (said,) = history_lines(Voice(line.book), line.states, line.decisions)
    assert said == history(Voice(line.book), line.states, line.decisions).none


@examples(12)
@given(name=st.sampled_from(DATED), seed=st.integers(0, 40))
def test_every_headline_is_told_once_and_where_it_belongs(name: str, seed: int) -> None:
    """One that struck where it struck, which is in its time; another in its own round. What can
    strike in one of two ways is told in one of them."""
    line = game(name, seed)
    headlines = line.book.scenario.headlines
    rounds = beside_history(line.book, line.states, line.decisions)
    assert [each.round for each in rounds] == list(range(1, line.book.rounds + 1))
    told = []
    for each in rounds:
        assert each.played == (each.round <= line.state.round)
        assert each.played or not (each.struck or each.carried)
        for one in each.struck:
            entry = headlines[one.headline]
            assert (entry.from_round or 0) <= each.round <= (entry.until_round or 0)
        assert all(headlines[one].from_round == each.round for one in each.missed)
        told += [one.headline for one in each.struck] + list(each.missed)
    assert len(told) == len(set(told))
    left = {each.id for number, each in enumerate(headlines) if number not in told}
    assert len(left) == 1
    assert left < {"deirezzor", "deirezzor2"}


@examples(12)
@given(name=st.sampled_from(DATED), seed=st.integers(0, 40))
def test_what_struck_and_was_carried_is_what_changed_the_game(name: str, seed: int) -> None:
    """The headlines are those of which the rules tell effects, and those that were answered."""
    line = game(name, seed)
    rounds, book = beside_history(line.book, line.states, line.decisions), line.book
    struck = {one.headline: one for each in rounds for one in each.struck}
    felt = {
        book.headline_ids.index(it.cause.subject)
        for consequences in line.consequences
        for it in consequences
        if it.cause.rule in (Rule.HEADLINE, Rule.CHOICE_A, Rule.CHOICE_B)
    }
    assert felt <= set(struck)
    answers = {
        state.wire: decision.subject
        for state, decision in zip(line.states, line.decisions, strict=False)
        if decision.kind is Kind.CHOOSE
    }
    assert {at: one.choice for at, one in struck.items() if one.choice >= 0} == answers
    carried = [motion for each in rounds for motion in each.carried]
    now = [state.carried for state in line.states]
    assert sum(1 << motion for motion in carried) == now[-1] & ~now[0]
    assert len(carried) == sum((b & ~a).bit_count() for a, b in pairwise(now))


@pytest.mark.parametrize("name", DATED)
def test_the_lines_hold_every_fact(name: str) -> None:
    line = game(name, 3)
    voice = Voice(Rulebook(line.book.scenario), aloud())
    lines = "\n".join(history_lines(voice, line.states, line.decisions))
    for each in beside_history(line.book, line.states, line.decisions):
        assert line.book.scenario.round_name(each.round) in lines
        for motion in each.carried:
            assert voice.motion(motion) in lines
        for headline in (*each.missed, *(one.headline for one in each.struck)):
            entry = line.book.scenario.headlines[headline]
            assert lines.count(voice.headline(headline)) == 1
            assert entry.date in lines
        for one in each.struck:
            choice = line.book.scenario.headlines[one.headline].choice
            assert choice is None or one.choice < 0 or choice.options[one.choice].name in lines


def test_transcripts_tell_it_of_a_game_that_is_over() -> None:
    """And of no other: it would tell the news to come."""
    text, where = read_text("shared-enemy")
    match = Match.new(text, where, seats=("human", "random"), seed=3, clock=lambda: "")
    title = history(Voice(match.book), match.states, match.decisions).title
    assert all(title not in export(match, form) for form in ("markdown", "html"))
    play_out(match, 3)
    for form in ("markdown", "html"):
        told = export(match, form)
        assert title in told
        assert "Gunmen murder seventeen people" in told.split(title)[1]
