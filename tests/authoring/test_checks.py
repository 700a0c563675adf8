"""Warnings are true, and the scenarios that ship deserve none."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.check import check, check_text, findings
from game.authoring.reach import Reach
from game.authoring.starter import starter
from game.rules import Phase, Rulebook, State, advance, legal, start
from game.rules.conditions import holds
from game.scenario import Scenario, parse
from game.scenario.catalogue import ids
from game.scenario.model import Attack, Drift
from game.scenario.reading.finding import Finding
from game.scenario.terms import Condition
from tests.examples import examples
from tests.scenario.documents import valid
from tests.scenario.pen import write
from tests.steps import counted

STARTER = starter("two-towns")


def warnings(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    """Code and message of each warning about the starter with some pieces replaced."""
    text = STARTER
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return [(fault.code, fault.message) for fault in check_text(text, "a.toml")]


@pytest.mark.parametrize("name", ids())
def test_a_shipped_scenario_has_no_fault_and_no_warning(name: str) -> None:
    assert check(name) == ()


def test_the_starter_has_no_fault_and_no_warning() -> None:
    assert check_text(STARTER, "a.toml") == ()


# ---------------------------------------------------------------------- true in every game


def positions(book: Rulebook, random: Random) -> Iterator[State]:
    """The positions of a random game."""
    state = start(book)
    yield state
    while state.phase is not Phase.END:
        state = advance(book, state, random.choice(legal(book, state)))
        yield state


@given(st.builds(Random, st.integers(0, 2**32 - 1)))
@examples(20)
def test_no_game_contradicts_a_warning(random: Random) -> None:
    scenario = parse(write(random, valid(random)).text, "a.toml")
    told = list(findings(scenario))
    reach = Reach(scenario)
    for variant in (None, *(each.id for each in scenario.variants)):
        book = Rulebook(scenario, variant)
        for _ in range(3):
            last = None
            for state in positions(book, random):
                consistent(book, reach, state)
                for finding in told:
                    contradicted(book, finding, state, last)
                last = state


def consistent(book: Rulebook, reach: Reach, state: State) -> None:
    """Whatever happens is in reach."""
    for name, value in zip(book.track_ids, state.tracks, strict=True):
        low, high = reach.numbers[name]
        assert low <= value <= high, name
    for decision in legal(book, state):
        kind, _, subject = decision.text.partition(":")
        side = "" if state.side < 0 else book.side_ids[state.side]
        if kind == "table":
            motion, argument = subject.split("/")
            assert side in reach.motions[motion]
            assert side in reach.played[argument]
        elif kind in ("rebut", "rejoin"):
            assert side in reach.played[subject]
        elif kind == "act":
            assert subject in reach.acts


def contradicted(book: Rulebook, finding: Finding, state: State, last: State | None) -> None:
    """Fail if a warning is not true of a position."""
    scenario: Scenario = book.scenario
    path = finding.path
    if finding.code == "always-true" and path[0] in ("motions", "arguments", "headlines"):
        playing = state.phase not in (Phase.END, Phase.DRAW)
        drawing = state.phase is Phase.DRAW and state.round < scenario.rounds
        if drawing if path[0] == "headlines" else playing:
            clause = _clause(scenario, path)
            atom = book.clause([clause[_index(path[-1])]])
            assert holds(atom, state.tracks, state.carried, state.round), finding
    if finding.code == "headline-never":
        index = _index(path[1])
        assert state.wire != index or state.round == scenario.rounds, finding
    collapsed = any(state.tracks[track] >= at for track, at in book.collapses)
    if finding.code == "objective-never" and state.phase is Phase.END and not collapsed:
        _, atoms, _ = book.objectives[_index(path[1])]
        assert not holds(atoms, state.tracks, state.carried, state.round), finding
    if finding.code == "collapse-never":
        track = scenario.tracks[_index(path[1])]
        assert track.collapse is not None
        assert state.tracks[_index(path[1])] < track.collapse.at, finding
    if finding.code == "argument-unanswered" and state.phase is Phase.FLOOR and last is not None:
        assert last.debate is not None
        name = finding.message.split('"')
        answered = last.debate.chain[-1] == book.argument(name[3])
        assert not (answered and book.side_ids[last.side] == name[1]), finding
    turn = state.phase is Phase.TURN
    if finding.code == "side-idle" and turn and state.side == _index(path[1]):
        assert legal(book, state) == (book.consult,), finding


def _index(step: str | int) -> int:
    assert isinstance(step, int)
    return step


def _clause(scenario: Scenario, path: tuple[str | int, ...]) -> tuple[Condition, ...]:
    thing: Any = scenario
    for step in path[:-1]:
        thing = thing[step] if isinstance(step, int) else getattr(thing, step)
    return tuple(thing)


# ---------------------------------------------------------------------- by example


def test_motions_that_need_each_other_can_never_be_tabled() -> None:
    told = warnings(
        ('needs = [{ carried = "sandbags" }]', 'needs = [{ carried = "fair" }]'),
        ('name = "One summer fair"', 'name = "One summer fair"\nneeds = [{ carried = "dykes" }]'),
    )
    assert told == [
        ("motion-never", '"fair" can never be tabled: "dykes" can never be carried.'),
        ("motion-never", '"dykes" can never be tabled: "fair" can never be carried.'),
    ]


def test_a_motion_that_needs_itself_can_never_be_tabled() -> None:
    told = warnings(('needs = [{ carried = "sandbags" }]', 'needs = [{ carried = "dykes" }]'))
    assert told == [("motion-never", '"dykes" can never be tabled: "dykes" can never be carried.')]


def test_a_motion_of_a_tier_out_of_reach_can_never_be_tabled() -> None:
    tier = '{ name = "One river", gate = 4, ceiling = 5 }'
    ((code, message),) = warnings((tier, tier.replace("4", "11")))
    assert code == "motion-never"
    assert message == (
        '"council" can never be tabled: tier 3 is closed, for "trust" never reaches 11; '
        "8 is the most."
    )


def test_a_motion_for_which_nobody_can_argue_can_never_be_tabled() -> None:
    told = warnings(('tags = ["trade", "law"]', 'tags = ["peat"]'))
    assert told == [
        ("motion-never", '"harbour" can never be tabled: no argument supports any of its tags.')
    ]
    told = warnings(('tags = ["trade", "law"]', "tags = []"))
    assert told == [
        (
            "motion-never",
            '"harbour" can never be tabled: it has no tag that an argument could support.',
        )
    ]


def test_a_motion_that_is_too_dear_can_never_be_tabled() -> None:
    told = warnings(("cost = 6", "cost = 60"))
    assert told == [
        (
            "motion-never",
            (
                '"council" can never be tabled: no side that could back it ever has the 58 that it '
                "costs."
            ),
        )
    ]


def test_conditions_that_exclude_each_other_are_named() -> None:
    told = warnings(
        (
            '{ track = "trust", at_least = 5 }',
            '{ track = "trust", at_least = 5 }, { track = "trust", at_most = 4 }',
        )
    )
    assert told == [
        (
            "motion-never",
            '"council" can never be tabled: the conditions on "trust" exclude each other.',
        )
    ]


def test_a_headline_of_the_last_round_never_strikes_unless_it_is_a_flash() -> None:
    weather = 'title = "Four weeks without rain"\n'
    late = f"{weather}when = [{{ from_round = 6 }}]\n"
    assert [code for code, _ in warnings((weather, late))] == ["headline-never"]
    assert warnings((weather, f"{late}flash = true\n")) == []


def test_in_a_game_of_one_round_only_a_flash_strikes() -> None:
    told = warnings(
        ("rounds = 6", "rounds = 1"),
        ('when = [{ round = "even" }, { tag = "weir", at_most = 0 }]', "when = []"),
    )
    assert [message for code, message in told if code == "headline-never"] == [
        f'"{name}" never strikes: it would in round 2, and there is none.'
        for name in ("thaw", "wedding", "drought", "raft", "surveyor")
    ]


def test_a_track_never_stands_where_it_would_have_ended_the_game() -> None:
    """An attack that waits for the value of a collapse waits for ever."""
    told = warnings(('"flood", at_least = 4 }] }', '"flood", at_least = 10 }] }'))
    assert told == [
        ("attack-never", 'This attack is never open: "flood" never reaches 10; 9 is the most.')
    ]


def test_an_attack_on_what_only_the_own_side_holds_never_meets_it() -> None:
    own = 'held_by = ["upper"]\nsupports = ["trade"]\nattacks = ['
    solo = (
        '[[arguments]]\nid = "solo"\nname = "Solo"\nshort = "Solo"\ncase = "Alone."\n'
        'held_by = ["upper"]\nsupports = ["trade"]\n\n'
    )
    act = '[[acts]]\nid = "fell"'
    told = warnings((own, own + '{ target = "solo" }, '), (act, solo + act))
    assert ("attack-never", 'This attack never meets "solo" on the other side.') in told
    assert ("argument-unanswered", '"lower" has no answer to "solo" when "upper" plays it.') in told


def test_a_side_without_arguments_and_acts_can_only_consult() -> None:
    told = warnings(
        ('held_by = ["upper", "lower"]', 'held_by = ["upper"]'),
        ('side = "lower"\ncost = 1', 'side = "upper"\ncost = 1'),
        ('side = "lower"\ncost = 2', 'side = "upper"\ncost = 2'),
    )
    assert ("side-idle", '"lower" can never table a motion or take an act.') in told


def test_drifts_that_further_each_other_are_named_as_a_chain() -> None:
    told = warnings(
        ('when = [{ tag = "river", at_most = 2 }]', 'when = [{ track = "quarrel", at_least = 6 }]'),
        ('{ tag = "weir", at_most = 0 }]', '{ track = "flood", at_least = 5 }]'),
    )
    assert told == [
        ("drift-loop", "This drift furthers its own conditions: rise -> gossip -> rise.")
    ]


def ring(size: int) -> Scenario:
    """A scenario in which each of some drifts raises the track on which the next one waits."""
    base = parse(STARTER, "a.toml")
    drifts = tuple(
        Drift(
            id=f"d{number}",
            name=f"Drift {number}",
            when=(Condition(track=f"x{number}", at_least=1),),
            effects={f"x{(number + 1) % size}": 1},
        )
        for number in range(size)
    )
    tracks = tuple(evolve(base.tracks[2], id=f"x{number}") for number in range(size))
    return evolve(base, drifts=drifts, tracks=(*base.tracks, *tracks))


@pytest.mark.parametrize("size", [*range(1, 8), 31, 60])
def test_a_ring_of_drifts_is_named_whole(size: int) -> None:
    told = [each.message for each in findings(ring(size)) if each.code == "drift-loop"]
    chain = " -> ".join([*(f"d{number}" for number in range(size)), "d0"])
    assert told == [f"This drift furthers its own conditions: {chain}."]


def test_a_ring_twice_as_long_takes_no_more_than_four_times_the_steps() -> None:
    """Not twice as many for each drift more, as trying every chain would."""

    def steps(size: int) -> int:
        with counted() as found:
            assert list(findings(ring(size)))
        return found.count

    assert steps(60) < 4 * steps(30)


def large(size: int) -> Scenario:
    """A scenario with so many motions, each of which needs the next, and so many arguments."""
    base = parse(STARTER, "a.toml")
    tags = tuple(f"t{number}" for number in range(20))
    motions = tuple(
        evolve(
            base.motions[1],
            id=f"m{number}",
            tags=tags[number % 20 :][:3],
            needs=(Condition(carried=f"m{number + 1}"),) if number < size - 1 else (),
        )
        for number in range(size)
    )
    arguments = tuple(
        evolve(
            base.arguments[0],
            id=f"a{number}",
            supports=tags,
            attacks=tuple(Attack(f"a{(number * 7 + each) % size}") for each in range(20)),
        )
        for number in range(size)
    )
    headlines = tuple(evolve(base.headlines[0], id=f"h{number}") for number in range(size * 3 // 2))
    return evolve(
        base,
        motions=motions,
        arguments=arguments,
        headlines=headlines,
        ladder=evolve(base.ladder, exempt="t0"),
        drifts=(),
        doctrines=(),
    )


def test_a_scenario_as_large_as_may_be_is_checked() -> None:
    """Two hundred motions and two hundred arguments."""
    whole = large(200)
    assert len(Reach(whole).motions) == 200
    assert {each.code for each in findings(whole)} == {"many-decisions"}


def test_a_scenario_twice_as_large_takes_no_more_than_four_times_the_steps() -> None:
    def steps(size: int) -> int:
        with counted() as found:
            assert len(Reach(large(size)).motions) == size
            assert {each.code for each in findings(large(size))} == {"many-decisions"}
        return found.count

    assert steps(60) < 4 * steps(30)


def test_a_drift_that_quietens_itself_is_no_loop() -> None:
    assert (
        warnings(
            (
                'when = [{ tag = "river", at_most = 2 }]',
                'when = [{ track = "flood", at_most = 5 }, { track = "trust", at_least = 1 }]',
            )
        )
        == []
    )


def test_errors_are_told_before_warnings() -> None:
    told = warnings(("threshold = 9", "threshold = 99"), ("rounds = 6", "rounds = 0"))
    assert [code for code, _ in told] == ["out-of-range"]


def test_the_check_of_a_missing_file_is_its_fault() -> None:
    found = check("nowhere.toml")
    assert [fault.code for fault in found] == ["no-file"]
