"""Consequences: they add up to the position, and each says truly what it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.rules import (
    Consequence,
    Phase,
    Rule,
    Rulebook,
    State,
    What,
    charge,
    decode,
    encode,
    legal,
    play,
    start,
)
from game.scenario.model import Scenario
from tests.books import rulebook, two_towns
from tests.rules.games import TASTES, game
from tests.rules.strategies import deciding, many


@many
@given(position=deciding, data=st.data())
def test_the_consequences_are_all_of_the_change(
    book: Rulebook, position: State, data: st.DataObject
) -> None:
    """Applied to the old numbers, the consequences give every number of the new position."""
    decision = data.draw(st.sampled_from(legal(book, position)))
    after, consequences = play(book, position, decision)
    assert add_up(encode(book, position), consequences) == numbers(encode(book, after))


@given(seed=st.integers(0, 2**16), taste=st.sampled_from(sorted(TASTES)))
def test_the_consequences_of_a_game_add_up(book: Rulebook, seed: int, taste: str) -> None:
    """From the start to the end: everything that ever happened has been told."""
    told: list[Consequence] = []
    state = start(book)
    for before, decision, after in game(book, seed, taste):
        told += play(book, before, decision).consequences
        state = after
    assert add_up(encode(book, start(book)), told) == numbers(encode(book, state))
    collapsed = [each.subject for each in told if each.what is What.COLLAPSE]
    assert collapsed == [
        book.track_ids[track] for track, at in book.collapses if state.tracks[track] >= at
    ]


def numbers(plain: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers of a position: all but whose decision it is, the wire and the debate."""
    kept = ("round", "tracks", "carried", "barred", "spent", "record", "drawn", "used")
    found = {name: plain[name] for name in kept}
    found["carried"], found["drawn"] = sorted(plain["carried"]), sorted(plain["drawn"])
    found["record"] = {side: sorted(names) for side, names in plain["record"].items()}
    return found


def add_up(plain: Mapping[str, Any], consequences: Iterable[Consequence]) -> dict[str, Any]:
    """The numbers that consequences make of a position's numbers."""
    total = numbers(plain)
    for each in consequences:
        match each.what:
            case What.TRACK:
                known = total["tracks"]
            case What.USED:
                known = total["used"]
                known.setdefault(each.subject, 0)
            case What.ROUND:
                known = total
            case What.BARRED:
                total["barred"][each.subject] = each.after
                continue
            case What.COLLAPSE:
                continue
            case What.CARRIED | What.DRAWN:
                put(total[each.what.value], each)
                continue
            case What.SPENT | What.RECORD:
                put(total[each.what.value][each.side], each)
                continue
        name = each.subject or "round"
        assert known[name] == each.before
        known[name] += each.amount
    # A bar runs out by itself when its last round is over.
    total["barred"] = {
        name: until for name, until in total["barred"].items() if until >= total["round"]
    }
    for name in ("carried", "drawn"):
        total[name].sort()
    for side in total["record"]:
        total["record"][side].sort()
    return total


def put(names: list[str], change: Consequence) -> None:
    """Add a name to a list or take it away, as a consequence says."""
    assert (change.subject in names, change.subject not in names) == (
        change.before == 1,
        change.after == 1,
    )
    if change.amount == 1:
        names.append(change.subject)
    else:
        names.remove(change.subject)


# -------------------------------------------------------------------- causes

MOTION, ARGUMENT, ACT, HEADLINE = "motions", "arguments", "acts", "headlines"
NOTHING: tuple[str, ...] = ()

CAUSES: dict[Rule, tuple[str, ...]] = {
    Rule.TABLE: (MOTION,),
    Rule.ARGUE: (ARGUMENT,),
    Rule.STAND: (ARGUMENT,),
    Rule.CONTRADICTION: (ARGUMENT, ACT),
    Rule.CARRY: (MOTION,),
    Rule.SILENCE: (MOTION,),
    Rule.FLOOR: (MOTION,),
    Rule.DECLINE: (MOTION,),
    Rule.WALK_OUT: (MOTION,),
    Rule.WITHDRAW: (MOTION,),
    Rule.ACT: (ACT,),
    Rule.ACT_COST: (ACT,),
    Rule.CONSULT: NOTHING,
    Rule.DRAW: (HEADLINE,),
    Rule.HEADLINE: (HEADLINE,),
    Rule.CHOICE_A: (HEADLINE,),
    Rule.CHOICE_B: (HEADLINE,),
    Rule.DRIFT: ("drifts",),
    Rule.INCOME: NOTHING,
    Rule.CLOCK: NOTHING,
    Rule.COLLAPSE: ("tracks",),
    Rule.TAKE_BACK: NOTHING,
}
"""In which lists of the scenario the subject of a cause is found."""

SUBJECTS: dict[What, str] = {
    What.SPENT: ARGUMENT,
    What.RECORD: ARGUMENT,
    What.CARRIED: MOTION,
    What.BARRED: MOTION,
    What.USED: ACT,
    What.DRAWN: HEADLINE,
    What.COLLAPSE: "tracks",
}


def entries(scenario: Scenario, lists: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """By id the sources of the entries of some lists."""
    return {each.id: each.source for name in lists for each in getattr(scenario, name)}


@given(position=deciding)
def test_every_cause_is_an_entry_of_the_scenario(book: Rulebook, position: State) -> None:
    """A cause names an entry of the kind that its rule is about, and cites that entry's source."""
    for decision in legal(book, position):
        for each in play(book, position, decision).consequences:
            known = entries(book.scenario, CAUSES[each.cause.rule])
            if known:
                assert each.cause.source == known[each.cause.subject]
            else:
                assert (each.cause.subject, each.cause.source) == ("", ())


@given(position=deciding)
def test_every_subject_is_an_entry_of_the_scenario(book: Rulebook, position: State) -> None:
    """A consequence names what changed and whose it is."""
    for decision in legal(book, position):
        for each in play(book, position, decision).consequences:
            if each.what is What.TRACK:
                owner = each.subject.partition("_")[0] if "_" in each.subject else ""
                assert each.subject in book.track_ids
                assert each.side == (owner if owner in book.side_ids else "")
            elif each.what is What.ROUND:
                assert (each.subject, each.side) == ("", "")
            else:
                assert each.subject in entries(book.scenario, [SUBJECTS[each.what]])
                owned = each.what in (What.SPENT, What.RECORD, What.USED)
                assert (each.side in book.side_ids) == owned


@given(position=deciding)
def test_a_consequence_is_cut_only_by_a_bound(book: Rulebook, position: State) -> None:
    """What was asked for happens, unless the track's range ends first."""
    for decision in legal(book, position):
        for each in play(book, position, decision).consequences:
            if each.what is not What.TRACK:
                assert each.asked == each.amount
                continue
            track = book.track(each.subject)
            wanted = each.before + each.asked
            assert each.after == min(max(wanted, book.low[track]), book.high[track])


@given(position=deciding, side=st.integers(0, 1), price=st.integers(0, 5))
def test_the_price_of_taking_back_is_all_that_it_changes(
    book: Rulebook, position: State, side: int, price: int
) -> None:
    """A price comes off one score, within its range, and says what it was for."""
    after, consequences = charge(book, position, side, price)
    assert add_up(encode(book, position), consequences) == numbers(encode(book, after))
    tracks = list(position.tracks)
    score = book.score[side]
    tracks[score] = max(tracks[score] - price, book.low[score])
    assert after == evolve(position, tracks=tuple(tracks))
    assert {each.cause.rule for each in consequences} <= {Rule.TAKE_BACK}
    assert {each.side for each in consequences} <= {book.side_ids[side]}


def test_every_rule_has_consequences_somewhere() -> None:
    """No rule is only in the list."""
    # Taking back is agreed on between decisions, so no decision brings its price about.
    told = {Rule.TAKE_BACK}
    for book in (rulebook(), Rulebook(two_towns())):
        for taste in TASTES:
            for seed in range(20):
                for before, decision, _ in game(book, seed, taste):
                    told |= {each.cause.rule for each in play(book, before, decision)[1]}
    assert told == set(Rule)


def test_a_collapse_tells_every_track_that_brought_it_about(book: Rulebook) -> None:
    """Both tracks at their end are one collapse with two causes, in the scenario's order."""
    plain = encode(book, start(book))
    plain |= {"round": 9, "phase": "TURN", "side": "ru", "turn": 1}
    plain["tracks"] |= {"threat": 9, "tension": 9}
    after, consequences = play(book, decode(book, plain), book.decision("consult"))
    assert after.phase is Phase.END
    told = [each for each in consequences if each.what is What.COLLAPSE]
    assert [each.subject for each in told] == ["threat", "tension"]
    assert all((each.before, each.after, each.asked) == (0, 1, 1) for each in told)
