"""Doctrines: opponents that keep to what is written, everywhere."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import Answer, Game, Opponent, RandomSeat, Ruling
from game.opponents.doctrine import CompiledDoctrine, DoctrineSeat, Done, deeds
from game.opponents.doctrine.compiled import QUESTIONS
from game.opponents.doctrine.deeds import act_deeds, recalls
from game.opponents.doctrine.observation import observe
from game.rules import Decision, Kind, Phase, State, legal
from game.scenario.doctrine import SURE, WAYS, Conduct, Doctrine
from game.scenario.reading.doctrine_checks import check_doctrines
from tests.books import rulebook, shipped
from tests.opponents.games import played, positions

BOOK = rulebook()
DOCTRINES = shipped().doctrines
IDS = [doctrine.id for doctrine in DOCTRINES]
COMPILED = {doctrine.id: CompiledDoctrine(BOOK, doctrine) for doctrine in DOCTRINES}
SEEDS = st.integers(0, 10_000)


class Counted:
    """A seat that keeps count of the maxims that decided."""

    def __init__(self, doctrine: Doctrine, count: Counter[tuple[str, int]]) -> None:
        self.seat = DoctrineSeat(doctrine)
        self.count = count

    def choose(self, game: Game) -> Answer:
        ruling = self.seat.ruling(game)
        self.count[ruling.doctrine, ruling.rule] += 1
        return Answer(ruling.decision)


@cache
def fired() -> Counter[tuple[str, int]]:
    """How often each maxim decided, in matches of all doctrines with each other and with Chance;
    those that have not decided yet play on, until all have or there were many matches.
    """
    found: Counter[tuple[str, int]] = Counter()
    maxims = sum(len(doctrine.rules) for doctrine in DOCTRINES)
    players = [Counted(doctrine, found) for doctrine in DOCTRINES]
    for seed in range(40):
        others: list[Opponent] = [*players, RandomSeat(seed)]
        for one in players:
            if not silent(one.seat.doctrine, found):
                continue
            for other in others:
                played(BOOK, (one, other), seed)
                played(BOOK, (other, one), seed)
                if len(found) == maxims:
                    return found
    return found


def silent(doctrine: Doctrine, found: Counter[tuple[str, int]]) -> list[tuple[int, str]]:
    """The maxims of a doctrine that never decided."""
    rules = enumerate(doctrine.rules)
    return [(place, rule.reason) for place, rule in rules if not found[doctrine.id, place]]


@pytest.mark.parametrize("doctrine", DOCTRINES, ids=IDS)
def test_every_maxim_decides_in_some_game(doctrine: Doctrine) -> None:
    assert silent(doctrine, fired()) == []


def test_there_are_seven_attitudes() -> None:
    assert len(DOCTRINES) >= 7
    assert len({doctrine.stance for doctrine in DOCTRINES}) == len(DOCTRINES)
    assert all(len(doctrine.about) > 150 for doctrine in DOCTRINES)


def test_the_shipped_doctrines_have_no_flaw() -> None:
    assert list(check_doctrines(shipped())) == []


@pytest.mark.parametrize("name", IDS)
@given(seed=SEEDS)
def test_a_doctrine_has_a_legal_answer_everywhere(name: str, seed: int) -> None:
    """Even where its own play would never have led."""
    for game in positions(BOOK, seed, share=0.4):
        ruling = COMPILED[name].decide(game)
        assert ruling.decision in legal(BOOK, game.state)
        maxim = COMPILED[name].doctrine.rules[ruling.rule]
        assert ruling.wish < len(maxim.prefer)


@pytest.mark.parametrize("name", IDS)
@given(seed=SEEDS)
def test_a_doctrine_does_not_change_its_mind_in_a_debate(name: str, seed: int) -> None:
    """The maxims whose conditions hold are the same from the first reply to the last word."""
    compiled = COMPILED[name]
    table: tuple[State, Decision] | None = None
    opened: dict[int, frozenset[int]] = {}
    for game in positions(BOOK, seed):
        if game.state.debate is None:
            continue
        latest = [each for each in game.history if each[1].kind is Kind.TABLE][-1]
        if latest != table:
            table, opened = latest, {}
        seen = observe(BOOK, game.state, game.history)
        holding = frozenset(
            place for place in range(len(compiled.doctrine.rules)) if compiled.applies(seen, place)
        )
        assert opened.setdefault(game.state.side, holding) == holding


@pytest.mark.parametrize("name", IDS)
@given(seed=SEEDS)
def test_a_doctrine_never_contradicts_itself_within_a_debate(name: str, seed: int) -> None:
    """It plays no argument against another one that it has just played."""
    compiled = COMPILED[name]
    for game in positions(BOOK, seed, share=0.5):
        ruling, debate = compiled.decide(game), game.state.debate
        if debate is None or ruling.decision.kind is not Kind.REJOIN:
            continue
        own = debate.chain[(game.state.side != debate.speaker) :: 2]
        now = ruling.decision.subject
        for before in own:
            assert not BOOK.argument_contradicts[now] >> before & 1
            assert not BOOK.argument_contradicts[before] >> now & 1


@given(seed=SEEDS)
def test_the_same_game_is_answered_in_the_same_way(seed: int) -> None:
    for game in positions(BOOK, seed, share=0.1):
        for doctrine in DOCTRINES:
            first, second = (DoctrineSeat(doctrine).choose(game) for _ in range(2))
            assert first == second
            assert isinstance(first.thought, Ruling)
            assert first.thought.doctrine == doctrine.id


@given(seed=SEEDS)
def test_passing_over_a_maxim_leaves_the_next_one(seed: int) -> None:
    """What would be done without a maxim is what a later one says."""
    for game in positions(BOOK, seed, share=0.1):
        compiled = COMPILED["realist"]
        ruling = compiled.decide(game)
        if ruling.rule < len(compiled.doctrine.rules) - 1:
            other = compiled.decide(game, without=frozenset({ruling.rule}))
            assert other.rule > ruling.rule


def test_every_question_has_answers_that_are_always_open() -> None:
    """The checks of doctrines rest on it: each sure way is legal wherever its question is put."""
    seen: set[str] = set()
    for seed in range(60):
        for game in positions(BOOK, seed):
            question = QUESTIONS[game.state.phase]
            kinds = {decision.kind.value for decision in legal(BOOK, game.state)}
            assert kinds <= set(WAYS[question])
            assert set(SURE[question]) <= kinds
            seen.add(question)
    assert seen == set(WAYS)


def past(*steps: tuple[int, str, int]) -> tuple[Done, ...]:
    return tuple(Done(side, deed, round_) for side, deed, round_ in steps)  # type: ignore[arg-type]  # words of Deed


@pytest.mark.parametrize(
    ("conduct", "holds"),
    [
        (Conduct("other", "pressed", last=True), True),
        (Conduct("own", "pressed", last=True), False),
        (Conduct("own", "tabled", last=True), True),
        (Conduct("other", "refused", last=True), False),
        (Conduct("other", "pressed", at_least=2), True),
        (Conduct("other", "pressed", at_least=3), False),
        (Conduct("other", "pressed", rounds=2, at_least=2), False),
        (Conduct("other", "pressed", rounds=2, at_most=1), True),
        (Conduct("other", "calmed", at_most=0), True),
        (Conduct("own", "rebutted", at_least=1), True),
        (Conduct("other", "rejoined", rounds=2, at_most=0), False),
        (Conduct("other", "rejoined", rounds=1, at_most=0), True),
    ],
)
def test_conduct_is_remembered(conduct: Conduct, *, holds: bool) -> None:
    """Seen by the first side in round 4, with three rounds behind it."""
    done = past(
        (1, "pressed", 1),
        (0, "tabled", 1),
        (1, "refused", 2),
        (0, "rebutted", 3),
        (1, "pressed", 3),
        (1, "rejoined", 3),
    )
    assert recalls(conduct, done, 0, 4) is holds


def test_deeds_are_told_from_decisions() -> None:
    """Each deed is one of a side's, in its round; Chance does nothing of the kind."""
    for seed in range(10):
        game = list(positions(BOOK, seed))[-1]
        found = deeds(BOOK, game.history)
        asked = [
            (state, decision) for state, decision in game.history if state.phase is not Phase.DRAW
        ]
        assert len(found) <= 2 * len(asked)
        assert {deed.side for deed in found} <= {0, 1}
        rounds = [deed.round for deed in found]
        assert rounds == sorted(rounds)
        for kind, deed in ((Kind.REBUT, "rebutted"), (Kind.REJOIN, "rejoined")):
            answers = [(state.side, state.round) for state, each in asked if each.kind is kind]
            assert [(each.side, each.round) for each in found if each.deed == deed] == answers


def test_acts_press_or_calm_by_what_they_do() -> None:
    """What an act is remembered for follows from its effects alone."""
    for index, act in enumerate(shipped().acts):
        other = next(side.id for side in shipped().sides if side.id != act.side)
        ends = {track.id for track in shipped().tracks if track.collapse}
        told = act_deeds(BOOK, index)
        presses = act.effects.get(f"{act.side}_score", 0) > 0 or any(
            act.effects.get(f"{other}_{kind}", 0) < 0 for kind in ("score", "capital")
        )
        assert ("pressed" in told) == presses
        assert ("calmed" in told) == any(act.effects.get(name, 0) < 0 for name in ends)
