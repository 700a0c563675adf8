"""The table is told once: the model knows every fact of a position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from random import Random
from typing import Any

import pytest

from game.review.standing import MotionStanding, mover
from game.rules import (
    NOBODY,
    Consequence,
    Decision,
    Kind,
    Phase,
    Rulebook,
    State,
    advance,
    legal,
    play,
    start,
    why_not,
)
from game.rules.debate import standing as holding
from game.rules.legal import ready
from game.rules.masks import bits
from game.scenario import load, parse
from game.scenario.catalogue import ids, read_text
from game.telling.board import Board, Nearness, board
from game.telling.board.ladder import ladder
from game.telling.changes import tell
from game.telling.decisions import does, doing, question, say_decision
from game.telling.layout.cells import text as words_of
from game.telling.layout.top import gauge_rows
from game.telling.preview import if_carried
from game.telling.reasons import say_reason
from game.telling.voice import Voice
from tests.rules.games import TASTES, pick

GAMES = (("even", 3), ("talkative", 5), ("agreeable", 1), ("stubborn", 2))

Step = tuple[State, Decision, State, tuple[Consequence, ...]]


@cache
def voice(name: str) -> Voice:
    return Voice(Rulebook(load(name)))


@cache
def walk(name: str) -> tuple[Step, ...]:
    """Four games of a scenario, decision by decision."""
    book = voice(name).book
    return tuple(step for taste, seed in GAMES for step in played(book, taste, seed))


def played(book: Rulebook, taste: str, seed: int) -> Iterator[Step]:
    """A random game."""
    random, state = Random(seed), start(book)
    while state.phase is not Phase.END:
        decision = pick(random, book, state, TASTES[taste])
        after, consequences = play(book, state, decision)
        yield state, decision, after, consequences
        state = after


@cache
def boards(name: str) -> tuple[tuple[State, Board], ...]:
    """Each position that those games come to, as it is told: drawn up once for all tests."""
    return tuple(
        (state, board(voice(name), state, ("Ann", ""), viewer=1)) for _, _, state, _ in walk(name)
    )


@pytest.mark.parametrize("name", ids())
def test_the_numbers_are_those_of_the_position(name: str) -> None:
    """Tracks, scores, capital, round."""
    book = voice(name).book
    for state, seen in boards(name):
        assert [gauge.value for gauge in seen.gauges] == list(state.tracks[: book.shared])
        assert [party.score for party in seen.parties] == [state.tracks[i] for i in book.score]
        assert [party.capital for party in seen.parties] == [state.tracks[i] for i in book.capital]
        assert seen.header.round == state.round
        assert seen.in_order == (seen.parties[1], seen.parties[0])


@pytest.mark.parametrize("name", ids())
def test_every_argument_lies_in_a_hand(name: str) -> None:
    """Ready, spent in the order in which they come back, on the record."""
    book = voice(name).book
    for state, seen in boards(name):
        for side, party in enumerate(seen.parties):
            assert {card.argument for card in party.cards} == set(bits(book.held[side]))
            assert {card.argument for card in party.cards if card.ready} == set(
                bits(ready(book, state, side))
            )
            spent = sorted((card for card in party.cards if card.back), key=lambda it: it.back)
            assert tuple(card.argument for card in spent) == state.spent[side]
            on_record = {card.argument for card in party.cards if card.on_record}
            assert on_record == set(bits(state.record[side]))


def test_a_track_ends_where_it_ends_the_game() -> None:
    """Whatever its range: a value above the collapse is never reached."""
    text = read_text("glass-ceiling")[0]
    wider = text.replace("max = 10\ncollapse = { at = 10,", "max = 13\ncollapse = { at = 10,")
    assert wider.count("max = 13") == 2
    book = Rulebook(parse(wider, "wider.toml"))
    for gauge in board(Voice(book), start(book)).gauges:
        assert gauge.top == 10
        assert gauge.of.endswith("10")


@pytest.mark.parametrize("name", ids())
def test_every_motion_stands_on_the_ladder(name: str) -> None:
    """Once, with why it is closed; the motion that is debated is marked."""
    book = voice(name).book
    for state, seen in boards(name):
        steps = [step for rung in seen.ladder.rungs for step in rung.steps]
        assert sorted(step.motion for step in steps) == list(range(len(book.motion_ids)))
        carried = {step.motion for step in steps if step.how is MotionStanding.CARRIED}
        assert carried == set(bits(state.carried))
        gone = {step.motion for step in steps if step.how is MotionStanding.EXCLUDED}
        assert gone == set(bits(book.prices[state.carried].shut))
        on_table = [step.motion for step in steps if step.on_table]
        assert on_table == ([] if state.debate is None else [state.debate.motion])
        assert {step.motion for step in steps if step.price is None} == carried | gone | {*on_table}
        # It is paid for, and nothing is in its way.
        assert all(step.how is MotionStanding.OPEN for step in steps if step.on_table)
        shut = [rung.number for rung in seen.ladder.rungs if rung.under_glass]
        assert shut == list(range(seen.ladder.open_to + 1, len(seen.ladder.rungs) + 1))


def test_a_motion_that_stands_as_before_is_not_told_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is remembered of one position is what would be told of another."""
    told: list[int] = []
    rungs = import_module(ladder.__module__)  # the package names the function so
    tell_motion = vars(rungs)["_told"]

    def counted(*asked: Any) -> object:
        told.append(asked[1])
        return tell_motion(*asked)

    monkeypatch.setattr(rungs, "_told", counted)
    book = voice("shared-enemy").book
    used, before = Voice(book), start(book)
    steps = tuple(played(book, "talkative", 5))
    shown = [ladder(used, after, before) for _, _, after, _ in steps]
    once, motions = len(told), len(book.motion_ids)
    assert motions <= once < len(steps) * motions // 2
    assert shown == [ladder(Voice(book), after, before) for _, _, after, _ in steps]
    assert len(told) == once + len(steps) * motions


@pytest.mark.parametrize("name", ids())
def test_a_table_is_told_as_by_somebody_who_has_told_no_other(name: str) -> None:
    """However much of it stands as it stood."""
    book = voice(name).book
    for state, seen in boards(name)[::7]:
        assert seen == board(Voice(book), state, ("Ann", ""), viewer=1)


@pytest.mark.parametrize("name", ids())
def test_the_debate_is_heard_from_the_claim_on(name: str) -> None:
    """Every argument of the chain is a speech with its words, and whether it stands."""
    debates = 0
    for state, seen in boards(name):
        assert (seen.debate is None) == (state.debate is None)
        if seen.debate is None or state.debate is None:
            continue
        debates += 1
        speeches = seen.debate.speeches
        assert tuple(speech.argument for speech in speeches) == state.debate.chain
        assert tuple(speech.stands for speech in speeches) == holding(state.debate)
        assert all(speech.words in speech.sentence for speech in speeches)
        assert seen.debate.holder == speeches[-1].side
        assert bool(seen.debate.floor) == (len(speeches) > 1)
    assert debates > 10


@pytest.mark.parametrize("name", ids())
def test_the_end_is_one_step_from_the_last_warning(name: str) -> None:
    """A track with two marks ends the game if it moves once more that way."""
    for state, seen in boards(name):
        if state.phase is Phase.END:
            continue
        for gauge in seen.gauges:
            if gauge.danger is Nearness.LAST:
                assert gauge.ends
                assert gauge.value == gauge.top - 1
            assert bool(gauge.warning) == (gauge.danger is not Nearness.NONE)


@pytest.mark.parametrize("name", ids())
def test_objectives_say_what_they_want_and_whether_it_holds(name: str) -> None:
    """What a side would get if it ended now is the sum of the objectives that hold."""
    for state, seen in boards(name):
        for party in seen.parties:
            assert all(goal.target and goal.target in goal.sentence for goal in party.goals)
            if state.phase is not Phase.END:
                assert party.bonus == sum(goal.points for goal in party.goals if goal.met)
            else:
                final = party.score + party.bonus
                assert party.succeeds == (final >= party.threshold)


@pytest.mark.parametrize("name", ids())
def test_everything_that_happens_can_be_said(name: str) -> None:
    """Every decision, consequence and question of whole games has its words."""
    speaker = voice(name)
    for before, decision, after, consequences in walk(name):
        assert say_decision(speaker, before, decision)
        assert question(speaker, before)
        assert [str(told) for told in tell(speaker, consequences)] or not consequences
        if before.side != NOBODY:
            assert doing(speaker, before, decision)
            assert does(speaker, before.side, decision.kind, decision.kind)
        for reason in why_not(speaker.book, after, decision):
            assert say_reason(speaker, reason)


@pytest.mark.parametrize("name", ids())
def test_nobody_is_told_of_a_capital_that_the_other_side_has(name: str) -> None:
    """Whoever answers a motion or a headline reads what the side whose turn it is can pay."""
    speaker, seen = voice(name), set()
    for state, *_ in walk(name):
        whose = mover(state)
        for rung in ladder(speaker, state, state).rungs:
            for step in rung.steps:
                paid = re.search(r"costs \d+, (.+?) ha(?:s|ve) (\d+)", step.stands)
                if paid is not None:
                    own = "you" if state.side == whose else speaker.side_short(whose)
                    capital = state.tracks[speaker.book.capital[whose]]
                    assert paid.groups() == (own, str(capital))
                    seen.add(state.side == whose)
    assert seen == {True, False}


def test_a_number_has_moved_if_it_was_another_one_before() -> None:
    """By as much as it is more; without a position to compare with nothing has moved."""
    first, last = boards("shared-enemy")[0][0], boards("shared-enemy")[-1][0]
    teller = voice("shared-enemy")
    seen = board(teller, last, before=first)
    then = board(teller, first)
    for now, old in zip(seen.gauges, then.gauges, strict=True):
        assert now.moved == now.value - old.value
    for side, was in zip(seen.parties, then.parties, strict=True):
        assert side.score_moved == side.score - was.score
        assert side.capital_moved == side.capital - was.capital
    assert any(gauge.moved for gauge in seen.gauges)
    assert not any(gauge.moved for gauge in board(teller, last).gauges)


def test_a_number_that_has_moved_has_a_sign_before_it_and_no_more_room() -> None:
    """Which way it went is told without a colour."""
    teller = voice("shared-enemy")
    first = boards("shared-enemy")[0][0]
    for state, _ in boards("shared-enemy")[::20]:
        seen, still = board(teller, state, before=first), board(teller, state)
        for width in (80, 118):
            rows = [words_of(row) for row in gauge_rows(seen.gauges, width)[::2]]
            plain = [words_of(row) for row in gauge_rows(still.gauges, width)[::2]]
            assert [len(row) for row in rows] == [len(row) for row in plain]
            for gauge in seen.gauges:
                sign = "▲" if gauge.moved > 0 else "▼" if gauge.moved else " "
                shown = (f"{gauge.name}{gap}{sign}{gauge.value}" for gap in ("", " "))
                assert any(each in "".join(rows) for each in shown)


@pytest.mark.parametrize("name", ids())
def test_it_is_said_of_a_motion_what_it_closes(name: str) -> None:
    """As long as it is not closed already."""
    told = voice(name)
    for state, _ in boards(name)[::20]:
        for motion, entry in enumerate(told.scenario.motions):
            words = if_carried(told, state, motion)
            for each, other in enumerate(told.scenario.motions):
                fork = other.id in entry.excludes or entry.id in other.excludes
                shut = state.carried & told.book.excluded[each]
                assert (f"“{other.name}”" in words) == (fork and not shut)


def test_a_table_is_read_by_the_person_at_it() -> None:
    """Of two it is the one that decides; whoever turns it round reads it from there."""
    told = voice("shared-enemy")
    for state, _ in boards("shared-enemy")[::7]:
        for alone in (0, 1):
            people = alone == 0, alone == 1
            assert board(told, state, people=people).reader == alone
        assert board(told, state).reader == max(0, state.side)
        assert board(told, state, people=(False, False)).reader == 0
        assert board(told, state, viewer=1).reader == 1


@pytest.mark.parametrize("name", ids())
@pytest.mark.parametrize("width", [78, 98, 118, 198])
def test_a_tick_stands_where_its_track_reaches_it(name: str, width: int) -> None:
    """A bar has as many cells for each step as all others, however long the track's name is."""
    for state, _ in boards(name)[::20]:
        seen = board(voice(name), state)
        bars = [words_of(row) for row in gauge_rows(seen.gauges, width)[1::2]]
        drawn = [each for row in bars for each in re.findall(r"[▆░▓·┊!]+", row)]
        for gauge, bar in zip(seen.gauges, drawn, strict=True):
            steps = [each for each in bar if each not in "┊!"]
            each, rest = divmod(len(steps), gauge.top - gauge.low)
            assert (each, rest) in ((1, 0), (2, 0))
            assert sum(step in "▆▓" for step in steps) == each * (gauge.value - gauge.low)


@pytest.mark.parametrize("name", ids())
def test_only_a_person_is_told_to_decide(name: str) -> None:
    """Of anybody else it is told what is about to be done; where Chance decides it is the same."""
    told = voice(name)
    for _, _, state, _ in walk(name):
        asked = board(told, state).header.question
        assert asked == question(told, state)
        other = board(told, state, people=(False, False)).header
        if state.side == NOBODY:
            assert other.question == asked
        else:
            assert other.question not in (asked, "")
            assert other.question in other.sentence
            side = (state.side != 0, state.side != 1)
            assert board(told, state, people=side).header.question == other.question


def test_when_a_debate_opens_it_is_said_whose_the_last_word_can_be() -> None:
    """Of five the side that tabled has the first, the third and the last."""
    book = Rulebook(load("shared-enemy"))
    voice, state = Voice(book), start(book)
    while state.debate is None:
        tables = [each for each in legal(book, state) if each.kind is Kind.TABLE]
        state = advance(book, state, (tables or legal(book, state))[0])
    seen = board(voice, state).debate
    assert seen is not None
    assert voice.scenario.debate.longest == 5
    side = voice.side_short(state.debate.speaker)
    assert seen.most == f"Argument 1 of at most 5; {side} can have the last."
    answer = next(each for each in legal(book, state) if each.kind is Kind.REBUT)
    replied = board(voice, advance(book, state, answer)).debate
    assert replied is not None
    assert replied.most == f"Argument 2 of at most 5; {side} can have the last."
    assert (replied.count, bool(replied.floor)) == ("Argument 2 of at most 5.", True)


@pytest.mark.parametrize("name", ids())
def test_in_a_debate_the_number_of_the_argument_is_said(name: str) -> None:
    """And whose the last can be; of the last that there can be that it is the last."""
    longest, numbers = voice(name).scenario.debate.longest, set[int]()
    for _, _, state, _ in walk(name):
        seen, debate = board(voice(name), state).debate, state.debate
        if seen is not None and debate is not None:
            number = len(debate.chain)
            if number == longest:
                assert seen.count == seen.most == f"Argument {number} of {longest}, the last."
            else:
                turns = seen.holder if (longest - number) % 2 == 0 else 1 - seen.holder
                assert seen.count == f"Argument {number} of at most {longest}."
                assert f"; {voice(name).side_short(turns)} can have the last." in seen.most
            numbers.add(number)
    assert {1, 2} <= numbers
