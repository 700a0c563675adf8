"""What is said of an answer before a motion is tabled: certain is certain, and likely is likely."""

from __future__ import annotations

import random

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.match import HUMAN, Match
from game.opponents import Analysis, Candidate, Game, opponent
from game.opponents.character_seat import CharacterSeat
from game.opponents.search import LEVELS, SearchSeat
from game.review.asked import game_of
from game.review.forecast import (
    LIKELY,
    REACTIONS,
    SIGHT,
    Forecast,
    Reaction,
    answering,
    forecaster,
    foresee,
    likely,
    standing_lines,
    sure,
    whichever,
)
from game.rules import Decision, Kind, Phase, legal
from game.scenario import read_text
from game.scenario.cast import cast, character, character_ids
from game.scenario.character import Character, RedLine
from game.telling.forecast import partners, say_forecast
from game.telling.messages import aloud
from game.telling.voice import Voice
from tests.examples import examples
from tests.plain.paper import fresh, played

TEXT, WHERE = read_text("shared-enemy")


def drawn(seed: int, who: str, decisions: int) -> Match:
    """A match against somebody, after so many decisions at random, a side to move."""
    match = Match.new(TEXT, WHERE, seats=(HUMAN, who), seed=seed, clock=lambda: "")
    pick = random.Random(seed)
    for _ in range(decisions):
        match.decide(pick.choice(match.legal()))
        if match.over:
            break
    for _ in range(50):
        if match.over or (match.state.phase is Phase.TURN and match.state.side == 0):
            break
        match.decide(pick.choice(match.legal()))
    return match


def near(character: Character) -> CharacterSeat:
    """A character that looks one step ahead."""
    return CharacterSeat(evolve(character, sight=1), seed=7)


@given(st.integers(0, 999), st.sampled_from(cast()), st.integers(0, 25), st.data())
@examples(20)
def test_what_is_certain_of_a_character_is_what_it_does(
    seed: int, who: Character, decisions: int, data: st.DataObject
) -> None:
    """A reaction that its lines bar it never takes; the only one that they leave it does take."""
    match = drawn(seed, who.id, decisions)
    game = game_of(match.tree.variation)
    motions = [each for each in match.legal() if each.kind is Kind.TABLE]
    if match.over or game.state.side != 0 or not motions:
        return
    after = answering(game, data.draw(st.sampled_from(motions)))
    assert after is not None
    seat = near(who)
    found = sure(after, seat)
    assert found is not None
    answer = seat.choose(after)
    reaction = REACTIONS[answer.decision.kind]
    assert reaction not in found.barred
    if found.certain:
        assert found.ways == (reaction,)
    assert bool(found.barred) <= bool(found.lines)
    told = foresee(after, seat)
    assert told is not None
    assert told.ways
    assert not set(told.ways) & set(found.barred)
    forecast = say_forecast(Voice(match.book), told)
    assert forecast
    assert all(each.say in forecast for each in found.lines)


@given(st.integers(0, 999), st.sampled_from(["grudge", "realist", "helsinki"]), st.data())
@examples(10)
def test_a_doctrine_answers_as_is_forecast(seed: int, name: str, data: st.DataObject) -> None:
    """By the maxim that is said."""
    match = drawn(seed, f"doctrine:{name}", 12)
    game = game_of(match.tree.variation)
    motions = [each for each in match.legal() if each.kind is Kind.TABLE]
    if match.over or game.state.side != 0 or not motions:
        return
    after = answering(game, data.draw(st.sampled_from(motions)))
    seat = opponent(f"doctrine:{name}", seed=7, scenario=match.scenario)
    assert after is not None
    assert seat is not None
    found = sure(after, seat)
    assert found is not None
    assert found.certain
    assert found.ways == (REACTIONS[seat.choose(after).decision.kind],)
    assert found.ruling is not None
    assert forecaster(seat) is None
    assert "goes by this" in say_forecast(Voice(match.book), found)


def test_a_line_that_leaves_one_way_is_named() -> None:
    """The Helsinki Diplomat always argues while it has four arguments ready, if it can answer."""
    line = "Always argues a motion before it signs, while it has four arguments ready or more."
    match = drawn(5, "helsinki", 0)
    game = game_of(match.tree.variation)
    seat = near(next(each for each in cast() if each.id == "helsinki"))
    told = set()
    for each in legal(match.book, match.state):
        after = answering(game, each)
        assert (after is not None) == (each.kind is Kind.TABLE)
        if after is None:
            continue
        found = sure(after, seat)
        assert found is not None
        assert seat.choose(after).decision.kind is Kind.REBUT
        assert found.certain
        assert found.ways == (Reaction.ARGUE,)
        told.add(say_forecast(Voice(match.book), found))
    assert told == {f"RU will argue. “{line}”"}


def test_what_is_likely_comes_true_four_times_out_of_five() -> None:
    """Of a motion drawn from each of many positions; and it is called likely nearly always."""
    came = said = asked = 0
    for seed in range(30):
        match = drawn(seed, "student", seed)
        motions = [each for each in match.legal() if each.kind is Kind.TABLE]
        seat = CharacterSeat(character("student"), seed)
        if match.over or match.state.side != 0 or not motions:
            continue
        after = answering(game_of(match.tree.variation), random.Random(seed).choice(motions))
        assert after is not None
        told = foresee(after, seat)
        assert told is not None
        if not told.certain:
            asked += 1
            said += len(told.ways) == 1
            came += told.ways == (REACTIONS[seat.choose(after).decision.kind],)
    assert asked > 10
    assert 5 * said >= 4 * asked
    assert 5 * came >= 4 * said


@given(st.lists(st.integers(0, 50), min_size=3, max_size=3).filter(sum))
def test_what_is_hardly_preferred_is_not_called_likely(visits: list[int]) -> None:
    """Then both that may come are named, in the same order always."""
    kinds = (Kind.ACCEPT, Kind.REBUT, Kind.DECLINE)
    found = [
        Candidate(Decision(kind.value, kind), each, (0.0, 0.0), ())
        for kind, each in sorted(zip(kinds, visits, strict=True), key=lambda pair: -pair[1])
    ]
    analysis = Analysis(1, tuple(found), sum(visits), (0.0, 0.0), (0.0, 0.0))
    told = likely(Forecast(1), analysis)
    most, second = (REACTIONS[each.decision.kind] for each in found[:2])
    if max(visits) >= LIKELY * sum(visits):
        assert told.ways == (most,)
    else:
        assert set(told.ways) == {most, second}
        assert list(told.ways) == [each for each in Reaction if each in told.ways]


def test_a_motion_before_its_argument_is_chosen_is_answered_as_each_argument_may_be() -> None:
    voice = Voice(drawn(5, "student", 0).book)
    argue, accept = (Forecast(1, (each,)) for each in (Reaction.ARGUE, Reaction.ACCEPT))
    depends = whichever([argue, accept])
    assert say_forecast(voice, depends) == (
        "RU may accept or argue. That depends on the argument behind it."
    )
    assert whichever([argue, argue]) == argue
    assert say_forecast(voice, whichever([argue])) == "RU is likely to argue."
    never = Forecast(1, barred=(Reaction.ACCEPT,))
    assert say_forecast(voice, whichever([argue, Forecast(1)])) == ""
    assert say_forecast(voice, whichever([never, never])) == "RU will not accept."
    assert whichever([never, argue]).barred == ()


def test_who_looks_ahead_looks_as_far_and_draws_otherwise() -> None:
    """What somebody will draw nobody knows before it does."""
    for who in cast():
        seat = CharacterSeat(who, seed=7)
        ahead = forecaster(seat)
        assert isinstance(ahead, CharacterSeat)
        assert (ahead.character, ahead.level) == (who, seat.level)
        assert ahead.seed != seat.seed


def test_nothing_is_said_of_who_cannot_be_known() -> None:
    match = drawn(5, "random", 0)
    game = game_of(match.tree.variation)
    tabled = next(each for each in match.legal() if each.kind is Kind.TABLE)
    after = answering(game, tabled)
    seat = opponent("random", seed=7)
    assert after is not None
    assert seat is not None
    assert sure(after, seat) is None
    assert forecaster(seat) is None
    searching = SearchSeat(LEVELS[-1], seed=7)
    ahead = forecaster(searching)
    assert ahead is not None
    assert ahead.level.number == SIGHT < searching.level.number


def test_lines_at_the_table_are_those_of_the_character() -> None:
    """At every position, also when Chance is to draw and at the end."""
    match = drawn(3, "hardliner", 0)
    pick = random.Random(3)
    while True:
        game: Game = game_of(match.tree.variation)
        found = standing_lines(game, 1)
        assert [line.say for line, _ in found] == [each.say for each in _lines("hardliner")]
        assert [side for side, _, _ in partners(Voice(match.book), game)] == [1]
        if match.over:
            return
        match.decide(pick.choice(match.legal()))


def _lines(name: str) -> tuple[RedLine, ...]:
    return next(each for each in cast() if each.id == name).lines


def test_plain_mode_says_who_sits_there_and_how_a_motion_would_be_answered() -> None:
    match = fresh(seats=(HUMAN, "student"))
    paper = played(match, ["who", "?1", "1", "?1", "look"])
    text = paper.text()
    assert "Russia: The Student, first game." in text
    assert text.count("What you can count on:") == 3
    for line in _lines("student"):
        assert line.say in text
    ways = ("is likely to", "will ", "may ")
    assert sum(any(f"The Student {way}" in line for way in ways) for line in text.splitlines()) > 2
    assert "Nobody but people" in played(fresh(), ["who"]).text()
    assert set(character_ids()) == {each.id for each in cast()}
    assert aloud().say("forecast.later", line="x") == "x"
