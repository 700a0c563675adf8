"""Random games, the same for the same seed: how they are played, and under which numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from random import Random

from attrs import evolve, fields_dict

from game.rules import Decision, Kind, Phase, Rulebook, State, advance, legal, start
from game.scenario.model import Payoff, Refusal, Scenario, Side, Variant
from game.scenario.terms import Condition

Taste = Callable[[Rulebook, Decision], int]
"""How likely a decision is, next to the others."""

_KINDS: dict[str, dict[Kind, int]] = {
    "even": {},
    "talkative": {Kind.TABLE: 3, Kind.REBUT: 9, Kind.REJOIN: 9, Kind.ACCEPT: 1, Kind.CONSULT: 9},
    "agreeable": {Kind.TABLE: 9, Kind.ACCEPT: 9, Kind.YIELD: 9, Kind.CONCEDE: 9, Kind.CONSULT: 40},
    "stubborn": {Kind.DECLINE: 9, Kind.WALK_OUT: 9, Kind.WITHDRAW: 9, Kind.ACT: 20},
}


def _taste(kinds: Mapping[Kind, int]) -> Taste:
    def taste(book: Rulebook, decision: Decision) -> int:
        weight = kinds.get(decision.kind, 2)
        if decision.kind is Kind.ACT and kinds:
            # Acts that move the game away from a collapse, so that games last.
            ends = {track for track, _ in book.collapses}
            moved = sum(
                amount for track, amount in book.act_effects[decision.subject] if track in ends
            )
            weight = weight * 10 if moved < 0 else 1
        return weight

    return taste


TASTES = {name: _taste(kinds) for name, kinds in _KINDS.items()}


def pick(random: Random, book: Rulebook, state: State, taste: Taste) -> Decision:
    """One of the legal decisions. Only ``random()`` is promised to stay the same for ever."""
    options = legal(book, state)
    weights = [taste(book, each) for each in options]
    point = int(random.random() * sum(weights))
    for option, weight in zip(options, weights, strict=True):
        point -= weight
        if point < 0:
            return option
    raise AssertionError("weights that do not add up")


def game(book: Rulebook, seed: int, taste: str = "even") -> Iterator[tuple[State, Decision, State]]:
    """A whole game: each decision with the position before and after it."""
    random = Random(seed)
    state = start(book)
    while state.phase is not Phase.END:
        decision = pick(random, book, state, TASTES[taste])
        before, state = state, advance(book, state, decision)
        yield before, decision, state


# -------------------------------------------------------------------- other numbers


def other_start(scenario: Scenario, seed: int) -> Scenario:
    """The scenario with a variant ``other`` that starts anywhere."""
    random = Random(seed)
    begin = {
        track.id: _between(random, track.min, track.max if end is None else end.at - 1)
        for track in scenario.tracks
        for end in (track.collapse,)
    }
    for side in scenario.sides:
        begin[f"{side.id}_capital"] = _between(random, side.capital.min, side.capital.max)
        begin[f"{side.id}_score"] = _between(random, -5, 20)
    variant = Variant("other", "Other", "Starts anywhere.", begin)
    return evolve(scenario, variants=(*scenario.variants, variant))


def other_numbers(scenario: Scenario, seed: int) -> Scenario:
    """The scenario with most of its numbers moved: what the rules must not take for granted."""
    random = Random(seed)

    def near(number: int, by: int = 2, least: int = -50) -> int:
        return max(least, number + _between(random, -by, by))

    def when(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
        return tuple(
            evolve(
                each,
                at_least=None if each.at_least is None else near(each.at_least, 1),
                at_most=None if each.at_most is None else near(each.at_most, 1),
                from_round=None if each.from_round is None else near(each.from_round),
            )
            for each in conditions
        )

    def moved(effects: Mapping[str, int]) -> dict[str, int]:
        return {name: near(amount, 1) for name, amount in effects.items()}

    def refusal(known: Refusal) -> Refusal:
        return evolve(known, respondent=near(known.respondent), effects=moved(known.effects))

    def side(known: Side) -> Side:
        return evolve(known, threshold=known.threshold - _between(random, 0, 30))

    debate, payoff = scenario.debate, scenario.payoff
    first, second = scenario.sides
    return evolve(
        scenario,
        sides=(side(first), side(second)),
        rounds=near(scenario.rounds, 5),
        income=near(scenario.income, 2, 0),
        consult=evolve(
            scenario.consult,
            capital=near(scenario.consult.capital, 3, 1),
            arguments=near(scenario.consult.arguments, 5, 0),
        ),
        debate=evolve(
            debate,
            longest=near(debate.longest, 3, 1),
            silence=near(debate.silence),
            floor=near(debate.floor),
            withdraw=near(debate.withdraw, 2, 0),
            bar=near(debate.bar, 1, 0),
            contradiction=near(debate.contradiction, 1),
            decline=refusal(debate.decline),
            walk_out=refusal(debate.walk_out),
        ),
        payoff=Payoff(
            **{
                name: 2 * near(getattr(payoff, name), 9)
                for name in fields_dict(Payoff)
                if not name.startswith("thaw")
            }
        ),
        ladder=evolve(
            scenario.ladder,
            tiers=tuple(
                evolve(tier, gate=near(tier.gate, 1), ceiling=near(tier.ceiling, 1))
                for tier in scenario.ladder.tiers
            ),
        ),
        motions=tuple(
            evolve(
                each,
                cost=near(each.cost, 2, 0),
                needs=when(each.needs),
                value=moved(each.value),
                effects=moved(each.effects),
            )
            for each in scenario.motions
        ),
        arguments=tuple(
            evolve(
                each,
                attacks=tuple(evolve(attack, when=when(attack.when)) for attack in each.attacks),
            )
            for each in scenario.arguments
        ),
        acts=tuple(
            evolve(
                each,
                cost=near(each.cost, 1, 0),
                step=near(each.step, 1, 0),
                effects=moved(each.effects),
            )
            for each in scenario.acts
        ),
        headlines=tuple(
            evolve(
                each,
                weight=near(each.weight, 2, 1),
                when=when(each.when),
                flash=each.choice is None and random.random() < 1 / 4,
                effects=moved(each.effects),
            )
            for each in scenario.headlines[: _between(random, 1, len(scenario.headlines))]
        ),
        drifts=tuple(
            evolve(each, when=when(each.when), effects=moved(each.effects))
            for each in scenario.drifts
        ),
        objectives=tuple(
            evolve(each, when=when(each.when), points=near(each.points))
            for each in scenario.objectives
        ),
    )


def _between(random: Random, least: int, most: int) -> int:
    return least + int(random.random() * (most - least + 1))
