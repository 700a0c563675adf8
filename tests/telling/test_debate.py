"""A debate is heard: speeches, old words quoted back, papers, a third party."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from game.review.lines import printed, spoken
from game.rules import Kind, Phase, Rule, Rulebook, State, What
from game.telling.board import board
from game.telling.debate import Heard, heard, on_table
from game.telling.menu import menu
from game.telling.preview import preview
from game.telling.voice import Voice
from tests.books import two_towns
from tests.rules.games import TASTES
from tests.telling.test_board import Step, played

VOICE = Voice(Rulebook(two_towns()))
GAMES = [(taste, seed) for taste in sorted(TASTES) for seed in range(5)]


@cache
def game(taste: str, seed: int) -> tuple[Step, ...]:
    """A game of a scenario that has lines, papers and a third party."""
    return tuple(played(VOICE.book, taste, seed))


def told(steps: tuple[Step, ...]) -> tuple[Heard, ...]:
    states = [steps[0][0], *(step[2] for step in steps)]
    return heard(VOICE, states, [step[1] for step in steps], [step[3] for step in steps])


@pytest.mark.parametrize(("taste", "seed"), GAMES)
def test_what_is_heard_is_what_was_said(taste: str, seed: int) -> None:
    """The scenario's lines, with a lead and what they appeal to; and what the papers printed."""
    steps = game(taste, seed)
    states, decisions = [steps[0][0], *(step[2] for step in steps)], [step[1] for step in steps]
    said = spoken(VOICE.book, states, decisions)
    papers = printed(VOICE.book, states, decisions, [step[3] for step in steps])
    for each, words, paper in zip(told(steps), said, papers, strict=True):
        assert (each.speech is None) == (words is None)
        if each.speech is not None and words is not None:
            assert each.speech.words == words.text
            assert words.text in each.speech.sentence
            assert each.speech.stands
            if words.line is not None and words.line.fact is not None:
                assert words.line.fact in each.speech.note
        assert (each.press and each.press.words) == (paper and paper.text)


@pytest.mark.parametrize(("taste", "seed"), GAMES)
def test_the_table_hears_the_same(taste: str, seed: int) -> None:
    """The debate on the table has the words with which it is told afterwards."""
    steps = game(taste, seed)
    states, decisions = [steps[0][0], *(step[2] for step in steps)], [step[1] for step in steps]
    said = spoken(VOICE.book, states, decisions)
    for at, each in enumerate(told(steps), 1):
        if each.speech is None or states[at].debate is None:
            continue
        seen = board(VOICE, states[at], said=said[:at]).debate
        assert seen is not None
        assert seen.speeches[-1] == each.speech
        assert len(on_table(VOICE, states[at])) == len(seen.speeches)


def test_a_contradiction_quotes_the_old_words() -> None:
    """Those with which the argument that is struck went on the record, whoever strikes it."""
    quotes = 0
    for taste, seed in GAMES:
        steps = game(taste, seed)
        lines = told(steps)
        for (_, _, _, changes), each in zip(steps, lines, strict=True):
            struck = [
                (change.side, change.subject)
                for change in changes
                if change.what is What.RECORD
                and change.cause.rule is Rule.CONTRADICTION
                and not change.after
            ]
            assert struck == [
                (VOICE.book.side_ids[quote.side], VOICE.book.argument_ids[quote.argument])
                for quote in each.quotes
            ]
            for quote in each.quotes:
                quotes += 1
                old = lines[quote.ply - 1].speech
                assert old is not None
                assert (old.side, old.words) == (quote.side, quote.words)
                assert quote.words in quote.sentence
    assert quotes > 5


def test_the_third_party_speaks_of_what_is_carried_and_of_what_is_done_for_the_first_time() -> None:
    """And of nothing else."""
    heard_of: Counter[str] = Counter()
    act = VOICE.book.scenario.acts[0]
    for taste, seed in GAMES:
        steps = game(taste, seed)
        done = 0
        for (before, decision, _, _), each in zip(steps, told(steps), strict=True):
            acts = decision.text == f"act:{act.id}"
            done += acts
            speaks = carries_dykes(before, decision.kind) or (acts and done == 1)
            assert (each.voice is not None) == speaks
            if each.voice is not None:
                assert each.voice.words == (act.voice if acts else "The miller nods.")
                heard_of[each.voice.words] += 1
            heard_of["again"] += acts and done > 1
            assert each.remarks == tuple(one for one in (each.voice, each.press) if one)
    assert len(heard_of) == 3
    assert min(heard_of.values()) > 0


def carries_dykes(before: State, kind: Kind) -> bool:
    dykes = VOICE.book.motion("dykes")
    on = before.debate is not None and before.debate.motion == dykes
    return on and before.phase is not Phase.TURN and kind in (Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)


@pytest.mark.parametrize(("taste", "seed"), GAMES[::3])
def test_before_it_is_said_one_reads_what_will_be_heard(taste: str, seed: int) -> None:
    """The very line, not the argument's case; and whether it speaks to the hour, or against what
    its side has on record.
    """
    steps = game(taste, seed)
    states, decisions = [steps[0][0], *(step[2] for step in steps)], [step[1] for step in steps]
    said = spoken(VOICE.book, states, decisions)
    for at, words in enumerate(said):
        if words is None:
            continue
        decision = decisions[at]
        assert words.text in preview(VOICE, states[at], decision, said[:at]).about
        argument = decision.backing if decision.kind is Kind.TABLE else decision.subject
        items = [item for section in menu(VOICE, states[at]) for item in section.items]
        items += [backing for item in items for backing in item.backings]
        state, book = states[at], VOICE.book
        noted = next(item.note for item in items if item.decision == decision)
        breaks = book.argument_contradicts[argument] & state.record[state.side]
        speaks = book.hour.appeals[argument] == state.mood >= 0
        assert noted == VOICE.say("menu.breaks" if breaks else "menu.hour") * bool(breaks or speaks)
