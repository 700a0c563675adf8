"""A scenario, compiled once into the indices, masks and tuples that the rules read.

Words stay in ``rulebook.scenario``; here everything is a number. Sides, tracks, motions,
arguments, acts and headlines are known by their place in the scenario's lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import add
from typing import Protocol

from game.rules.condition_table import ByMask, ConditionTable, DriftTable
from game.rules.conditions import (
    COUNT,
    ENDLESS,
    PARITY,
    ROUND,
    TRACK,
    Clause,
    compile_condition,
    holds,
    window,
)
from game.rules.decision import Decision, InvalidDecisionError, Kind, RulesError
from game.rules.hour import Bundle, Hour
from game.rules.masks import mask_of
from game.rules.prices import PaidRows, PriceTable, excluded
from game.rules.state import Phase
from game.rules.version import version
from game.scenario.model import Scenario
from game.scenario.terms import Condition, Effects
from game.text import shown


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


class Rulebook:
    """The compiled scenario.

    Args:
        scenario: the scenario.
        variant: the id of one of its variants, or nothing for the standard start.

    Raises:
        RulesError: the scenario has no such variant.
    """

    def __init__(self, scenario: Scenario, variant: str | None = None) -> None:
        self.scenario = scenario
        self.variant = variant
        self._number_tracks(self._find_variant(variant))
        self._number_motions()
        self._number_arguments()
        self._number_acts()
        self._number_headlines()
        self._number_the_rest()
        self._list_decisions()

    def __repr__(self) -> str:
        variant = f" {self.variant}" if self.variant else ""
        return f"<Rulebook {self.scenario.id}{variant}>"

    def _find_variant(self, variant: str | None) -> Mapping[str, int]:
        if variant is None:
            return {}
        for each in self.scenario.variants:
            if each.id == variant:
                return each.start
        known = ", ".join(each.id for each in self.scenario.variants) or "none"
        raise RulesError(
            f"scenario {self.scenario.id} has no variant {shown(variant)} (it has: {known})"
        )

    # ------------------------------------------------------------------ numbering

    def _number_tracks(self, changed: Mapping[str, int]) -> None:
        scenario = self.scenario
        scales = [(track.id, track.start, track.min, track.max) for track in scenario.tracks]
        for kind in ("capital", "score"):
            for side in scenario.sides:
                scale = side.capital if kind == "capital" else side.score
                scales.append((f"{side.id}_{kind}", scale.start, scale.min, scale.max))
        self.track_ids = tuple(name for name, *_ in scales)
        self.start = tuple(changed.get(name, start) for name, start, *_ in scales)
        self.low = tuple(scale[2] for scale in scales)
        self.high = tuple(scale[3] for scale in scales)
        shared = len(scenario.tracks)
        self.shared = shared
        self.capital = (shared, shared + 1)
        self.score = (shared + 2, shared + 3)
        self._track = {name: index for index, name in enumerate(self.track_ids)}
        self.side_ids = tuple(side.id for side in scenario.sides)
        self._side = {name: index for index, name in enumerate(self.side_ids)}
        self.threshold = tuple(side.threshold for side in scenario.sides)
        self.collapses = tuple(
            (index, track.collapse.at)
            for index, track in enumerate(scenario.tracks)
            if track.collapse is not None
        )

    def _number_motions(self) -> None:
        self.motions = motions = self.scenario.motions
        self.motion_ids = _ids(motions)
        self._motion = {name: index for index, name in enumerate(self.motion_ids)}
        self.carried_at_start = mask_of(
            index for index, motion in enumerate(motions) if motion.carried_at_start
        )
        self.in_play = ((1 << len(motions)) - 1) & ~self.carried_at_start
        self._tagged: dict[str, int] = {}
        for index, motion in enumerate(motions):
            for tag in motion.tags:
                self._tagged[tag] = self._tagged.get(tag, 0) | 1 << index
        self.excluded = excluded(motions)
        """Per motion the mask of those that it excludes or is excluded by."""
        richest = max(self.high[index] for index in self.capital)
        self.prices = PriceTable(motions, self._tagged, self.excluded, richest)
        """Prices and shut motions, by the mask of the carried ones."""
        self.needs = tuple(self.clause(motion.needs) for motion in motions)
        self.motion_effects = tuple(self.bundle(motion.effects) for motion in motions)
        self.motion_value = tuple(
            tuple(
                (track, motion.value.get(side, 0))
                for side, track in zip(self.side_ids, self.score, strict=True)
            )
            for motion in motions
        )
        self.motion_brings = tuple(map(add, self.motion_effects, self.motion_value))
        """Per motion its effects, then its values."""
        ladder = self.scenario.ladder
        self.gate = self._track[ladder.gate]
        self.ceiling = self._track[ladder.ceiling]
        exempt = self.tagged(ladder.exempt)
        clauses = {}
        for index, motion in enumerate(motions):
            tier = ladder.tiers[motion.tier - 1]
            top = ENDLESS if exempt >> index & 1 else tier.ceiling
            clauses[index] = (
                (COUNT, 1 << index | self.excluded[index], 0, 0),
                (TRACK, self.gate, tier.gate, ENDLESS),
                (TRACK, self.ceiling, -ENDLESS, top),
                *self.needs[index],
            )
        self.open_motions = self._table(clauses)
        """Motions that could be tabled, were there no bar, price or argument to think of."""

    def _number_arguments(self) -> None:
        self.arguments = arguments = self.scenario.arguments
        self.argument_ids = _ids(arguments)
        self._argument = {name: index for index, name in enumerate(self.argument_ids)}
        self.held = tuple(
            mask_of(index for index, each in enumerate(arguments) if side in each.held_by)
            for side in self.side_ids
        )
        self.argument_contradicts = tuple(
            mask_of(self._argument[name] for name in each.contradicts) for each in arguments
        )
        self.answers = tuple(
            tuple(
                (index, self.clause(attack.when))
                for index, each in enumerate(arguments)
                for attack in each.attacks
                if attack.target == target
            )
            for target in self.argument_ids
        )
        """Per argument the ones that may answer it: (argument, condition)."""
        self.attackers = tuple(self._table(dict(answers)) for answers in self.answers)
        """Per argument the table of the ones that may answer it."""
        self.supports = tuple(
            mask_of(self._argument[each.id] for each in arguments if motion.backed_by(each))
            for motion in self.scenario.motions
        )

    def _number_acts(self) -> None:
        acts = self.scenario.acts
        self.act_ids = _ids(acts)
        self.act_effects = tuple(self.bundle(act.effects) for act in acts)
        self.act_price = tuple((act.cost, act.step) for act in acts)
        self.act_contradicts = tuple(
            mask_of(self._argument[name] for name in act.contradicts) for act in acts
        )

    def _number_headlines(self) -> None:
        headlines = self.scenario.headlines
        self.headline_ids = _ids(headlines)
        self.headline_when = tuple((*self.clause(each.when), *window(each)) for each in headlines)
        self.deck = self._table(dict(enumerate(self.headline_when)))
        """The headlines that can be drawn, were none drawn before."""
        self.headline_effects = tuple(self.bundle(each.effects) for each in headlines)
        self.headline_weight = tuple(each.weight for each in headlines)
        self.headline_flash = tuple(each.flash for each in headlines)
        self.headline_side = tuple(
            -1 if each.choice is None else self._side[each.choice.side] for each in headlines
        )
        self.headline_options = tuple(
            ()
            if each.choice is None
            else tuple(self.bundle(option.effects) for option in each.choice.options)
            for each in headlines
        )

    def _number_the_rest(self) -> None:
        scenario = self.scenario
        debate = scenario.debate
        self.rounds = scenario.rounds
        self.income = tuple((capital, scenario.income) for capital in self.capital)
        self.longest = debate.longest
        self.floor = debate.floor
        self.bar = debate.bar
        self.drifts = tuple(self._drifts_of(round_) for round_ in range(scenario.rounds + 1))
        """By round the drifts that it may see: (place, conditions besides the round, effects)."""
        self.drifting = tuple(map(DriftTable, self.drifts))
        """By round and by what is carried the ones that it sees if the tracks let it."""
        self.objectives = tuple(
            (self._side[each.side], self.clause(each.when), each.points)
            for each in scenario.objectives
        )
        self.decline = (debate.decline.respondent, self.bundle(debate.decline.effects))
        self.walk_out = (debate.walk_out.respondent, self.bundle(debate.walk_out.effects))
        self.silence_when = self.clause(scenario.silence.when)
        self.recover = scenario.recover
        self.hour = Hour(scenario, self.motion, self.argument, self.bundle)
        self.headline_mood = self.hour.headline_mood
        self.mood_answers = scenario.mood.answers
        self.rules = version(scenario)
        """The version of the rules that the scenario needs."""

    def _drifts_of(self, round_: int) -> tuple[tuple[int, Clause, Bundle], ...]:
        found = []
        for index, drift in enumerate(self.scenario.drifts):
            clause = self.clause(drift.when)
            timed = [atom for atom in clause if atom[0] in (ROUND, PARITY)]
            if holds(timed, (), 0, round_):
                rest = tuple(atom for atom in clause if atom not in timed)
                found.append((index, rest, self.bundle(drift.effects)))
        return tuple(found)

    def _list_decisions(self) -> None:
        simple = {kind: Decision(kind.value, kind) for kind in Kind}
        self.consult = simple[Kind.CONSULT]
        self.accept = simple[Kind.ACCEPT]
        self.decline_it = simple[Kind.DECLINE]
        self.stop = simple[Kind.STOP]
        self.yield_it = simple[Kind.YIELD]
        self.walk_out_of_it = simple[Kind.WALK_OUT]
        self.concede = simple[Kind.CONCEDE]
        self.withdraw = simple[Kind.WITHDRAW]
        self.choices = tuple(
            Decision(f"choose:{letter}", Kind.CHOOSE, index) for index, letter in enumerate("AB")
        )
        self.draws = _each(Kind.DRAW, self.headline_ids)
        self.draw_none = Decision("draw:none", Kind.DRAW)
        self.situation_draws = _each(Kind.SITUATION, self.hour.situation_ids)
        self.rebuts = _each(Kind.REBUT, self.argument_ids)
        self.rejoins = _each(Kind.REJOIN, self.argument_ids)
        acts = _each(Kind.ACT, self.act_ids)
        self.acts = tuple(
            tuple(
                (index, decision)
                for index, decision in enumerate(acts)
                if self.scenario.acts[index].side == side
            )
            for side in self.side_ids
        )
        self.paid_rows = tuple(PaidRows(acts, self.act_price, self.consult) for acts in self.acts)
        self.tablings = tuple(
            tuple(
                (1 << backing, Decision(f"table:{motion}/{name}", Kind.TABLE, index, backing))
                for backing, name in enumerate(self.argument_ids)
                if self.supports[index] >> backing & 1
            )
            for index, motion in enumerate(self.motion_ids)
        )
        """Per motion the ways to table it: (bit of the supporting argument, decision)."""
        rows = tuple(
            ByMask({decision.backing: decision for _, decision in ways}) for ways in self.tablings
        )
        self.tabled = ByMask(dict(enumerate(zip(self.supports, rows, strict=True))))
        """By the mask of some motions, for each the arguments that support it, and the ways to
        table it by the mask of those at hand.
        """
        self.draw_rows = ByMask(dict(enumerate(self.draws)))
        self.rebut_rows = ByMask(dict(enumerate(self.rebuts)), first=(self.accept, self.decline_it))
        self.rejoin_rows = ByMask(dict(enumerate(self.rejoins)), last=(self.stop,))
        self.plain_rows = {
            Phase.EVENT: self.choices,
            Phase.YIELD: (self.yield_it, self.walk_out_of_it),
            Phase.CONCEDE: (self.concede, self.withdraw),
            Phase.END: (),
        }
        """What can be decided in the phases that always offer the same."""
        plain = (
            self.consult,
            self.accept,
            self.decline_it,
            self.stop,
            self.yield_it,
            self.walk_out_of_it,
            self.concede,
            self.withdraw,
        )
        tablings = (decision for ways in self.tablings for _, decision in ways)
        self.decisions = {
            decision.text: decision
            for decision in (
                *plain,
                *self.choices,
                *self.situation_draws,
                *self.draws,
                self.draw_none,
                *self.rebuts,
                *self.rejoins,
                *acts,
                *tablings,
            )
        }
        """Every decision of the scenario by its text."""

    # ------------------------------------------------------------------ reading

    def clause(self, conditions: Iterable[Condition]) -> Clause:
        """Compile a list of conditions."""
        return tuple(
            compile_condition(
                each,
                self._track.__getitem__,
                lambda name: 1 << self._motion[name],
                self.tagged,
                self.in_play,
            )
            for each in conditions
        )

    def _table(self, clauses: Mapping[int, Clause]) -> ConditionTable:
        return ConditionTable(clauses, self.low, self.high, self.scenario.rounds)

    def bundle(self, effects: Effects) -> Bundle:
        """Compile effects."""
        return tuple((self._track[name], amount) for name, amount in effects.items())

    def tagged(self, tag: str) -> int:
        """The mask of the motions that bear a tag."""
        return self._tagged.get(tag, 0)

    def track(self, name: str) -> int:
        """The index of a track by its id."""
        return self._track[name]

    def motion(self, name: str) -> int:
        """The index of a motion by its id."""
        return self._motion[name]

    def argument(self, name: str) -> int:
        """The index of an argument by its id."""
        return self._argument[name]

    def decision(self, text: str) -> Decision:
        """The decision that a text names.

        Raises:
            InvalidDecisionError: this scenario knows no such decision.
        """
        try:
            return self.decisions[text]
        except KeyError:
            raise InvalidDecisionError(
                f"{shown(text)} is no decision of scenario {self.scenario.id}"
            ) from None


def _ids(things: Sequence[_WithId]) -> tuple[str, ...]:
    return tuple(thing.id for thing in things)


def _each(kind: Kind, names: Iterable[str]) -> tuple[Decision, ...]:
    return tuple(Decision(f"{kind.value}:{name}", kind, index) for index, name in enumerate(names))
