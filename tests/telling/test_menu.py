"""The menu offers what is legal, and says why the rest is closed."""

from __future__ import annotations

import pytest

from game.review import accounts
from game.rules import (
    Bar,
    Kind,
    Phase,
    Rule,
    act_price,
    advance,
    legal,
    motion_price,
    motion_reasons,
    play,
)
from game.scenario.catalogue import ids
from game.telling.menu import backings, menu
from game.telling.preview import motion_facts, preview
from game.telling.reasons import say_reasons
from game.telling.why import chain
from tests.telling.test_board import GAMES, voice, walk

SPOKEN = (Kind.TABLE, Kind.REBUT, Kind.REJOIN)
BOUNDS = (Bar.GATE, Bar.CEILING, Bar.NEED_TRACK)


@pytest.mark.parametrize("name", ids())
def test_the_open_items_are_the_legal_decisions(name: str) -> None:
    """Each just once; a motion is chosen with an argument."""
    speaker = voice(name)
    for _, _, state, _ in walk(name):
        if state.phase in (Phase.DRAW, Phase.END):
            assert menu(speaker, state) == ()
            continue
        offered = []
        for section in menu(speaker, state):
            for item in section.items:
                if item.decision is None:
                    assert backings(speaker, item).items == item.backings
                    offered += [each.decision for each in item.backings if each.open and item.open]
                elif item.open:
                    offered.append(item.decision)
        assert sorted(each.text for each in offered if each) == sorted(
            each.text for each in legal(speaker.book, state)
        )


@pytest.mark.parametrize("name", ids())
def test_what_costs_its_side_some_of_its_record_says_so(name: str) -> None:
    """An argument or an act in its own row, before it is chosen; a motion if it is so with
    whatever it can be tabled. No other one does.
    """
    speaker = voice(name)
    warns = speaker.say("menu.breaks")
    warned = set()
    for _, _, state, _ in walk(name):
        for section in menu(speaker, state):
            for item in section.items:
                if item.decision is None and item.open:
                    every = all(each.note == warns for each in item.backings if each.open)
                    assert item.note.startswith(warns) == every
            for item in (*section.items, *(each for one in section.items for each in one.backings)):
                decision = item.decision
                if item.open and decision is not None and decision.kind in (*SPOKEN, Kind.ACT):
                    after = advance(speaker.book, state, decision)
                    struck = state.record[state.side] & ~after.record[state.side]
                    assert bool(struck) == item.note.startswith(warns)
                    warned |= {decision.kind} if struck else set()
    assert Kind.ACT in warned or name != "shared-enemy"


@pytest.mark.parametrize("name", ids())
def test_what_the_floor_brings_is_told_with_what_can_be_chosen_then(name: str) -> None:
    """Where a debate is stopped; it is in the sum, and in nothing that is told of the motion."""
    speaker = voice(name)
    told = 0
    for before, _, _, _ in walk(name):
        for stop in (each for each in legal(speaker.book, before) if each.kind is Kind.STOP):
            after = play(speaker.book, before, stop)[0]
            _, *options = preview(speaker, before, stop).then
            for line, option in zip(options, legal(speaker.book, after), strict=True):
                came = play(speaker.book, after, option).consequences
                brings = [
                    each.amount for each in came if each.cause.rule in (Rule.FLOOR, Rule.MOOD)
                ]
                words = f"(floor {sum(brings):+})"
                assert (words in line) == bool(sum(brings)), line
                told += bool(brings)
    assert told


@pytest.mark.parametrize("name", ids())
def test_what_a_withdrawal_gives_back_is_told_as_that(name: str) -> None:
    """Wherever one can be chosen or is to come: it hangs on no price, and the price is told."""
    speaker, told = voice(name), 0
    book, back = speaker.book, speaker.scenario.debate.withdraw
    for before, _, _, _ in walk(name):
        options = legal(book, before)
        if book.withdraw in options:
            assert before.debate is not None
            price = motion_price(book, before, before.debate.motion)
            (why,) = preview(speaker, before, book.withdraw).because
            assert f"gets {back} capital back, whatever it cost; this one cost {price}." in why
            told += 1
        for stop in (each for each in options if each.kind is Kind.STOP):
            after = play(book, before, stop)[0]
            lines = [each for each in preview(speaker, before, stop).then if "withdraw" in each]
            assert len(lines) == (book.withdraw in legal(book, after))
            assert all(f"withdraw it ({back} back, whatever it cost):" in each for each in lines)
    assert told


@pytest.mark.parametrize("name", ids())
def test_an_act_that_has_become_dearer_says_why(name: str) -> None:
    """Its price is the first one and a step for each time that it was taken."""
    speaker, told = voice(name), set[int]()
    book = speaker.book
    for before, _, _, _ in walk(name):
        for act in (each for each in legal(book, before) if each.kind is Kind.ACT):
            (cost, step), times = book.act_price[act.subject], before.used[act.subject]
            price = act_price(book, before, act.subject)
            why = preview(speaker, before, act).because
            assert bool(why) == (price != cost)
            if why and times == 1:
                each = f"Cost {price}: {cost}, and {step} more because it was taken before"
                assert why == (each,)
            elif why:
                each = f"{step} more for each of the {times} times it was taken"
                assert why == (f"Cost {price}: {cost}, and {each}",)
            told.add(price - cost)
    assert len(told) > 1 or not any(step for _, step in book.act_price)


@pytest.mark.parametrize("name", ids())
def test_a_spent_argument_is_told_in_one_way_and_comes_back_as_the_rules_say(name: str) -> None:
    """In a list it is spent, whatever else is in the way; in a sentence it is said until when."""
    speaker = voice(name)
    until = "until you consult"
    if speaker.scenario.recover:
        until = "until it comes back by itself, or you consult"
    spent = 0
    for before, _, _, _ in walk(name):
        for section in menu(speaker, before):
            for item in (each for it in section.items for each in (it, *it.backings)):
                if item.bar is Bar.SPENT:
                    assert item.briefly == ("spent",)
                    assert item.closed[0] == f"spent {until}"
                    spent += 1
    assert spent


@pytest.mark.parametrize("name", ids())
def test_every_legal_decision_can_be_previewed(name: str) -> None:
    """A debate that goes on says who can answer; what is certain is what happens."""
    speaker = voice(name)
    for before, decision, _, _ in walk(name)[::5]:
        for option in legal(speaker.book, before):
            seen = preview(speaker, before, option)
            if option.kind in (Kind.TABLE, Kind.REBUT, Kind.REJOIN):
                assert seen.about
                assert len(seen.then) >= 2
        if decision.kind is Kind.TABLE:
            assert all(motion_facts(speaker, before, decision.subject))


@pytest.mark.parametrize("name", ids())
def test_the_start_and_all_that_moved_a_number_add_up_to_it(name: str) -> None:
    """And every one of these causes has words."""
    speaker, steps = voice(name), walk(name)
    first = next(place for place, step in enumerate(steps) if step[2].phase is Phase.END)
    game = steps[: first + 1]
    assert len(GAMES) > 1
    states = [game[0][0], *(step[2] for step in game)]
    for account in accounts(speaker.book, states, [step[3] for step in game]):
        assert account.start + sum(move.amount for move in account.moves) == account.value
        told = chain(speaker, account)
        assert len(told.lines) == len(account.moves)
        assert all(line.why and line.by for line in told.lines)


@pytest.mark.parametrize("name", ids())
def test_what_is_asked_of_a_track_is_told_once(name: str) -> None:
    """A tier and a motion on it may both ask for trust: the one that asks for more is told."""
    speaker, twice = voice(name), 0
    for *_, state, _ in walk(name):
        for motion in range(len(speaker.book.motion_ids)):
            reasons = motion_reasons(speaker.book, state, motion, 0)
            asked = [each for each in reasons if each.bar in BOUNDS]
            told = [each for each in say_reasons(speaker, reasons) if "it is" in each]
            tracks = {(each.subject, each.at_most) for each in asked}
            assert len(told) == len(tracks)
            for track, at_most in tracks:
                needed = [
                    each.needed
                    for each in asked
                    if (each.subject, each.at_most) == (track, at_most)
                ]
                strictest = min(needed) if at_most else max(needed)
                words = f"needs {speaker.track(track)}{' at most' if at_most else ''} {strictest},"
                assert any(each.startswith(words) for each in told)
                twice += len(needed) > 1
    assert twice or name != "shared-enemy"
