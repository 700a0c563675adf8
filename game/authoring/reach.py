"""What can happen in any game of a scenario, counted generously.

Starting from what is the case when a game begins, whatever may become possible is added until
nothing new follows. Numbers are bounded by everything that could ever be added to them. So what
is not in reach here is out of reach in every game, while something in reach here need not be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from game.authoring.clause import Interval, Range, never
from game.scenario.model import Drift, Headline, Motion, Scenario
from game.scenario.terms import Condition


class Reach:
    """What can happen in any game of a scenario, whatever its variant.

    Attributes:
        numbers: for each track, shared or a side's own, its least and its greatest value.
        motions: the motions that can be tabled, each with the sides that can table it.
        acts: the acts that can be taken.
        headlines: the headlines that can strike.
        drifts: the drifts that can apply.
        played: arguments that can be played in a debate, each with the sides that can.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.sides = tuple(side.id for side in scenario.sides)
        self.rounds = scenario.rounds
        self.settled = frozenset(each.id for each in scenario.motions if each.carried_at_start)
        self.capitals = {f"{side}_capital": side for side in self.sides}
        self.scores = {f"{side}_score": side for side in self.sides}
        self.backed = {
            motion.id: frozenset(
                side
                for each in scenario.arguments
                if motion.backed_by(each)
                for side in each.held_by
            )
            for motion in scenario.motions
        }
        """By motion the sides that hold an argument for it."""
        self.twins = twins(scenario)
        self.bounds = _bounds(scenario)
        self.starts = _starts(scenario)
        self.times = {drift.id: self._times(drift) for drift in scenario.drifts}
        self.numbers: dict[str, Interval] = dict(self.starts)
        self.motions: dict[str, tuple[str, ...]] = {}
        self.acts: set[str] = set()
        self.headlines: set[str] = set()
        self.drifts: set[str] = set()
        while self._grow():
            pass
        self.played = self._played()

    # ------------------------------------------------------------------ what is read when

    def while_playing(self, first: int = 1, last: int | None = None) -> Range:
        """What can be the case while a game goes on: no track stands where it would end it."""
        ends = {track.id: track.collapse.at - 1 for track in self.scenario.tracks if track.collapse}
        live = {
            name: (low, min(high, ends.get(name, high)))
            for name, (low, high) in self.numbers.items()
        }
        return self._range(live, (first, self.rounds if last is None else last))

    def at_close(self) -> Range:
        """What can be the case while drifts apply, when a game may be about to end."""
        return self._range(self.numbers, (1, self.rounds))

    def at_draw(self, headline: Headline) -> Range:
        """What can be the case when a headline is drawn in time to strike, within its window."""
        return self.while_playing(*self.drawn_in(headline))

    def drawn_in(self, headline: Headline) -> Interval:
        """The first and the last round in which a headline can be drawn so that it strikes."""
        wait = 0 if headline.flash else 1
        first = 1 if headline.from_round is None else headline.from_round - wait
        last = self.rounds if headline.until_round is None else headline.until_round
        return max(1, first), min(self.rounds, last) - wait

    def at_end(self) -> Range:
        """What can be the case when a game has ended without collapse."""
        return self.while_playing(first=self.rounds)

    def _range(self, numbers: Mapping[str, Interval], rounds: Interval) -> Range:
        carried = frozenset(self.motions)
        tagged: dict[str, Interval] = {}
        for motion in self.scenario.motions:
            for tag in motion.tags:
                low, high = tagged.get(tag, (0, 0))
                settled = motion.id in self.settled
                tagged[tag] = low + settled, high + (settled or motion.id in carried)
        return Range(numbers, tagged, carried, self.settled, (0, len(carried)), rounds)

    # ------------------------------------------------------------------ growing

    def _grow(self) -> bool:
        """Add what has become possible; whether anything has."""
        before = self._size()
        playing, closing = self.while_playing(), self.at_close()
        borne = self.borne()
        for motion in self.scenario.motions:
            if len(self.motions.get(motion.id, ())) < len(self.sides):
                sides = self._tablers(motion, playing, borne)
                if sides:
                    self.motions[motion.id] = sides
        for act in self.scenario.acts:
            if act.cost <= self.numbers[f"{act.side}_capital"][1]:
                self.acts.add(act.id)
        for headline in self.scenario.headlines:
            open_ = headline.id not in self.headlines and self.in_time(headline)
            if open_ and never(headline.when, self.at_draw(headline)) is None:
                self.headlines.add(headline.id)
        for drift in self.scenario.drifts:
            if drift.id not in self.drifts and never(drift.when, closing) is None:
                self.drifts.add(drift.id)
        self.numbers = {name: self._spread(name) for name in self.numbers}
        return self._size() != before

    def _size(self) -> object:
        """What grows: sets by their sizes, for they never lose anything."""
        tablers = sum(map(len, self.motions.values()))
        return tablers, len(self.acts), len(self.headlines), len(self.drifts), self.numbers

    def in_time(self, headline: Headline) -> bool:
        """Whether there is a round in which a headline can be drawn so that it strikes."""
        first, last = self.drawn_in(headline)
        return first <= last

    def _tablers(self, motion: Motion, playing: Range, borne: Counter[str]) -> tuple[str, ...]:
        """The sides that can table a motion, if its needs can be met and its tier be open."""
        if motion.id in self.settled or self.shut(motion):
            return ()
        if never(self.hurdles(motion), playing) is not None:
            return ()
        price = self.price(motion, borne)
        return tuple(
            side
            for side in self.sides
            if price <= self.numbers[f"{side}_capital"][1] and side in self.backed[motion.id]
        )

    def shut(self, motion: Motion) -> str:
        """The motion that keeps another one closed whatever happens; empty if there is none.

        It is carried from the start and excludes it, or it is needed and excluded at once.
        """
        needed = [each.carried for each in motion.needs if each.carried is not None]
        for other in sorted(self.twins[motion.id]):
            if other in self.settled or other in needed:
                return other
        for name in needed:
            if not self.twins[name].isdisjoint(needed):
                return name
        return ""

    def hurdles(self, motion: Motion) -> tuple[Condition, ...]:
        """The conditions for tabling a motion: its needs, and what its tier asks."""
        ladder = self.scenario.ladder
        tier = ladder.tiers[motion.tier - 1]
        gate = Condition(track=ladder.gate, at_least=tier.gate)
        ceiling = Condition(track=ladder.ceiling, at_most=tier.ceiling)
        exempt = ladder.exempt in motion.tags
        return (*motion.needs, gate) if exempt else (*motion.needs, gate, ceiling)

    def decisions(self, side: str) -> int:
        """How many decisions a side may have at a time when all that it ever can do is open.

        They are counted, not listed: there may be more than anybody has room for.
        """
        held = [each for each in self.scenario.arguments if side in each.held_by]
        backings = sum(
            motion.backed_by(argument)
            for motion in self.scenario.motions
            if side in self.motions.get(motion.id, ())
            for argument in held
        )
        acts = sum(act.side == side and act.id in self.acts for act in self.scenario.acts)
        return 1 + acts + backings  # it can always consult

    def borne(self) -> Counter[str]:
        """How many motions that can be carried bear each tag."""
        return Counter(
            tag
            for motion in self.scenario.motions
            if motion.id in self.motions or motion.id in self.settled
            for tag in motion.tags
        )

    def price(self, motion: Motion, borne: Counter[str]) -> int:
        """The least that a motion can cost: each of its tags on another motion saves one."""
        own = int(motion.id in self.motions)
        return max(0, motion.cost - sum(borne[tag] > own for tag in motion.tags))

    # ------------------------------------------------------------------ numbers

    def _spread(self, name: str) -> Interval:
        """How far a number can go, were everything to push it one way as often as it can."""
        low, high = self.starts[name]
        floor, roof = self.bounds[name]
        pushes = list(self._pushes(name))
        least = max(floor, low - sum(max(0, -amount) for amount in pushes))
        most = min(roof, high + sum(max(0, amount) for amount in pushes))
        return (floor if name in self.capitals else least), most  # what can be paid may be paid

    def _pushes(self, name: str) -> Iterable[int]:
        """Everything that can be added to a number in one game."""
        scenario = self.scenario
        for motion in scenario.motions:
            if motion.id in self.motions:
                yield motion.effects.get(name, 0)
        for act in scenario.acts:
            if act.id in self.acts:
                yield self.rounds * act.effects.get(name, 0)
        for headline in scenario.headlines:
            if headline.id in self.headlines:
                yield from _strikes(headline, name)
        for situation in scenario.situations:
            yield situation.effects.get(name, 0)
        for drift in scenario.drifts:
            if drift.id in self.drifts:
                yield self.times[drift.id] * drift.effects.get(name, 0)
        turns = 2 * self.rounds
        for refusal in (scenario.debate.decline, scenario.debate.walk_out):
            yield turns * refusal.effects.get(name, 0)
        if name in self.scores:
            yield from self._scored(self.scores[name], turns)
        if name in self.capitals:
            yield turns * (scenario.income + scenario.consult.capital + scenario.debate.withdraw)

    def _scored(self, side: str, turns: int) -> Iterable[int]:
        """Everything that debates can add to a side's score."""
        debate = self.scenario.debate
        for motion in self.scenario.motions:
            if motion.id in self.motions:
                yield from (motion.value.get(side, 0), debate.floor, debate.silence)
                yield self.scenario.mood.floor
        yield turns * debate.decline.respondent
        yield turns * debate.walk_out.respondent
        if debate.walk_out_floor:
            yield turns * debate.floor
            yield turns * self.scenario.mood.floor
        yield turns * debate.longest * debate.contradiction

    def _times(self, drift: Drift) -> int:
        """In how many rounds a drift can apply."""
        asked = [each for each in drift.when if each.round or each.from_round]
        nothing = Range({}, {}, frozenset(), frozenset(), (0, 0), (1, 1))
        return sum(
            never(asked, attrs.evolve(nothing, rounds=(number, number))) is None
            for number in range(1, self.rounds + 1)
        )

    # ------------------------------------------------------------------ debates

    def _played(self) -> dict[str, set[str]]:
        """Who can play which argument: to open a debate, or to answer what the other can play."""
        played: dict[str, set[str]] = {argument.id: set() for argument in self.scenario.arguments}
        for motion in self.scenario.motions:
            tablers = self.motions.get(motion.id, ())
            for argument in self.scenario.arguments:
                if tablers and motion.backed_by(argument):
                    played[argument.id].update(side for side in argument.held_by if side in tablers)
        playing = self.while_playing()
        attacks = [
            (argument.id, side, attack.target)
            for argument in self.scenario.arguments
            for attack in argument.attacks
            if never(attack.when, playing) is None
            for side in argument.held_by
        ]
        for _ in range(self.scenario.debate.longest - 1):
            answers = [(name, side) for name, side, target in attacks if played[target] - {side}]
            for name, side in answers:
                played[name].add(side)
        return played


def twins(scenario: Scenario) -> dict[str, set[str]]:
    """For each motion those that it excludes, or that exclude it."""
    found: dict[str, set[str]] = {motion.id: set() for motion in scenario.motions}
    for motion in scenario.motions:
        for name in motion.excludes:
            found[motion.id].add(name)
            found[name].add(motion.id)
    return found


def _strikes(headline: Headline, name: str) -> Iterable[int]:
    """What a headline can add to a number: of two options the one that pushes farther."""
    if headline.choice is None:
        yield headline.effects.get(name, 0)
        return
    amounts = [option.effects.get(name, 0) for option in headline.choice.options]
    yield max(0, *amounts)
    yield min(0, *amounts)


def _bounds(scenario: Scenario) -> dict[str, Interval]:
    bounds = {track.id: (track.min, track.max) for track in scenario.tracks}
    for side in scenario.sides:
        bounds[f"{side.id}_capital"] = side.capital.min, side.capital.max
        bounds[f"{side.id}_score"] = side.score.min, side.score.max
    return bounds


def _starts(scenario: Scenario) -> dict[str, Interval]:
    """Where each number starts, over all variants."""
    starts: dict[str, Interval] = {each.id: (each.start,) * 2 for each in scenario.tracks}
    for side in scenario.sides:
        starts[f"{side.id}_capital"] = (side.capital.start,) * 2
        starts[f"{side.id}_score"] = (side.score.start,) * 2
    for variant in scenario.variants:
        for name, start in variant.start.items():
            low, high = starts[name]
            starts[name] = min(low, start), max(high, start)
    return starts
