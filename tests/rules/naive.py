"""A second interpreter of a scenario, as plain as the rulebook and as slow as need be.

It reads the words of the scenario and shares no code with ``game.rules``: names instead of
numbers, lists and dictionaries instead of masks, one obvious line per rule. Where the two
disagree, one of them has misread the rulebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.scenario.model import Headline, Motion, Refusal, Scenario
from game.scenario.terms import Condition


class Naive:
    """A game in progress. ``legal`` says what can be decided, ``decide`` does it."""

    def __init__(self, scenario: Scenario, variant: str | None = None) -> None:
        self.scenario = scenario
        self.sides = [side.id for side in scenario.sides]
        self.motions = {each.id: each for each in scenario.motions}
        self.arguments = {each.id: each for each in scenario.arguments}
        self.acts = {each.id: each for each in scenario.acts}
        self.headlines = {each.id: each for each in scenario.headlines}
        self.tracks = {track.id: track.start for track in scenario.tracks}
        self.bounds = {track.id: (track.min, track.max) for track in scenario.tracks}
        for side in scenario.sides:
            for name, scale in (("capital", side.capital), ("score", side.score)):
                self.tracks[f"{side.id}_{name}"] = scale.start
                self.bounds[f"{side.id}_{name}"] = (scale.min, scale.max)
        for each in scenario.variants:
            if each.id == variant:
                self.tracks.update(each.start)
        self.round = 1
        self.phase = "DRAW"
        self.side = ""  # who decides; nobody in DRAW and END
        self.turns_left: list[str] = []
        self.carried = [each.id for each in scenario.motions if each.carried_at_start]
        self.barred: dict[str, int] = {}
        self.spent: dict[str, list[str]] = {side: [] for side in self.sides}
        self.record: dict[str, list[str]] = {side: [] for side in self.sides}
        self.used = dict.fromkeys(self.acts, 0)
        self.drawn: list[str] = []
        self.wire = ""
        self.motion = self.speaker = ""
        self.chain: list[str] = []
        self.situations = {each.id: each for each in scenario.situations}
        self.situation = ""
        self.mood = scenario.mood.start or ""

    # ---------------------------------------------------------------- reading the position

    def other(self, side: str) -> str:
        return self.sides[1] if side == self.sides[0] else self.sides[0]

    def ready(self, side: str) -> list[str]:
        held = [name for name, each in self.arguments.items() if side in each.held_by]
        return [name for name in held if name not in self.spent[side]]

    def true(self, conditions: Iterable[Condition]) -> bool:
        return all(self.one_is_true(condition) for condition in conditions)

    def one_is_true(self, condition: Condition) -> bool:
        if condition.round is not None:
            return condition.round == ("odd" if self.round % 2 == 1 else "even")
        if condition.from_round is not None:
            return self.round >= condition.from_round
        if condition.carried is not None:
            return condition.carried in self.carried
        if condition.track is not None:
            value = self.tracks[condition.track]
        elif condition.tag is not None:
            value = sum(condition.tag in self.motions[name].tags for name in self.carried)
        else:
            value = sum(not self.motions[name].carried_at_start for name in self.carried)
        if condition.at_least is not None and value < condition.at_least:
            return False
        return condition.at_most is None or value <= condition.at_most

    def cost(self, motion: Motion) -> int:
        known = [tag for name in self.carried for tag in self.motions[name].tags]
        return max(0, motion.cost - sum(tag in known for tag in motion.tags))

    def price(self, act: str) -> int:
        return self.acts[act].cost + self.acts[act].step * self.used[act]

    # ---------------------------------------------------------------- what is legal

    def legal(self) -> list[str]:
        if self.to_begin():
            return [f"situation:{name}" for name in self.situations]
        if self.phase == "DRAW":
            return [f"draw:{name}" for name in self.deck()] or ["draw:none"]
        if self.phase == "EVENT":
            return ["choose:A", "choose:B"]
        if self.phase == "TURN":
            return ["consult", *self.legal_acts(), *self.legal_motions()]
        if self.phase == "REPLY":
            return ["accept", "decline", *(f"rebut:{name}" for name in self.legal_answers())]
        if self.phase == "FLOOR":
            return ["stop", *(f"rejoin:{name}" for name in self.legal_answers())]
        last = {"YIELD": ["yield", "walk_out"], "CONCEDE": ["concede", "withdraw"]}
        return last.get(self.phase, [])

    def to_begin(self) -> bool:
        return self.phase == "DRAW" and bool(self.situations) and not self.situation

    def chances(self) -> dict[str, int]:
        """What Chance may draw, with its weights."""
        if self.to_begin():
            return {f"situation:{name}": each.weight for name, each in self.situations.items()}
        return {f"draw:{name}": weight for name, weight in self.deck().items()} or {"draw:none": 1}

    def deck(self) -> dict[str, int]:
        """Headlines that can be drawn, with their weights."""
        fresh = [each for each in self.scenario.headlines if each.id not in self.drawn]
        return {
            each.id: each.weight for each in fresh if self.true(each.when) and self.in_window(each)
        }

    def in_window(self, headline: Headline) -> bool:
        strikes = self.round if headline.flash else self.round + 1
        if headline.from_round is not None and strikes < headline.from_round:
            return False
        return headline.until_round is None or strikes <= headline.until_round

    def legal_acts(self) -> list[str]:
        own = [act.id for act in self.scenario.acts if act.side == self.side]
        return [
            f"act:{act}" for act in own if self.price(act) <= self.tracks[f"{self.side}_capital"]
        ]

    def legal_motions(self) -> list[str]:
        ladder = self.scenario.ladder
        found = []
        for motion in self.scenario.motions:
            tier = ladder.tiers[motion.tier - 1]
            below = self.tracks[ladder.ceiling] <= tier.ceiling or ladder.exempt in motion.tags
            if (
                motion.id not in self.carried
                and not any(self.exclude(motion, self.motions[other]) for other in self.carried)
                and self.barred.get(motion.id, 0) < self.round
                and self.true(motion.needs)
                and self.tracks[ladder.gate] >= tier.gate
                and below
                and self.cost(motion) <= self.tracks[f"{self.side}_capital"]
            ):
                found += [
                    f"table:{motion.id}/{name}"
                    for name in self.ready(self.side)
                    if self.supports(name, motion)
                ]
        return found

    def exclude(self, one: Motion, other: Motion) -> bool:
        return one.id in other.excludes or other.id in one.excludes

    def supports(self, argument: str, motion: Motion) -> bool:
        if motion.backs:
            return argument in motion.backs
        return any(tag in motion.tags for tag in self.arguments[argument].supports)

    def legal_answers(self) -> list[str]:
        if len(self.chain) >= self.scenario.debate.longest:
            return []
        return [
            name
            for name in self.ready(self.side)
            for attack in self.arguments[name].attacks
            if attack.target == self.chain[-1] and self.true(attack.when)
            if not self.beside_the_hour(name)
        ]

    def appeals(self, argument: str) -> bool:
        return self.mood != "" and self.arguments[argument].appeals == self.mood

    def beside_the_hour(self, argument: str) -> bool:
        rule = self.scenario.mood.answers
        return rule and self.appeals(self.chain[-1]) and not self.appeals(argument)

    # ---------------------------------------------------------------- what follows

    def decide(self, decision: str) -> None:
        kind, _, rest = decision.partition(":")
        getattr(self, f"do_{kind}")(*(rest.split("/") if rest else ()))

    def do_draw(self, name: str) -> None:
        self.wire = ""
        if name != "none":
            self.drawn.append(name)
            headline = self.headlines[name]
            if headline.flash:
                self.mood = headline.mood or self.mood
            if not headline.flash:
                self.wire = name
            elif self.fatal(headline.effects):
                return
        self.turns_left = self.sides if self.round % 2 == 1 else self.sides[::-1]
        self.next_turn()

    def do_situation(self, name: str) -> None:
        situation = self.situations[name]
        self.situation = name
        self.mood = situation.mood or self.mood
        for side, arguments in situation.spent.items():
            self.spent[side] += arguments
        self.barred.update(situation.barred)
        self.fatal(situation.effects)

    def do_choose(self, letter: str) -> None:
        choice = self.headlines[self.wire].choice
        assert choice is not None
        if not self.fatal(choice.options["AB".index(letter)].effects):
            self.side, self.phase = "", "DRAW"

    def do_consult(self) -> None:
        self.add(f"{self.side}_capital", self.scenario.consult.capital)
        self.spent[self.side] = self.spent[self.side][self.scenario.consult.arguments :]
        self.turn_over()

    def do_act(self, name: str) -> None:
        self.add(f"{self.side}_capital", -self.price(name))
        self.used[name] += 1
        self.check_record(self.acts[name].contradicts)
        self.turn_over(self.acts[name].effects)

    def do_table(self, motion: str, argument: str) -> None:
        self.add(f"{self.side}_capital", -self.cost(self.motions[motion]))
        self.motion, self.speaker, self.chain = motion, self.side, []
        self.do_rebut(argument)
        self.phase = "REPLY"

    def do_rebut(self, argument: str) -> None:
        self.spent[self.side].append(argument)
        self.check_record(self.arguments[argument].contradicts)
        self.chain.append(argument)
        self.side, self.phase = self.other(self.side), "FLOOR"

    do_rejoin = do_rebut

    def do_stop(self) -> None:
        self.goes_on_record(self.other(self.side), self.chain[::-1][::2])
        self.phase = "CONCEDE" if self.side == self.speaker else "YIELD"

    def do_accept(self) -> None:
        silence = self.scenario.debate.silence if self.silence_is_weak() else 0
        self.goes_on_record(self.speaker, self.chain)
        self.carry()
        self.add(f"{self.side}_score", silence)
        self.add(f"{self.speaker}_score", self.extra())
        self.turn_over()

    def silence_is_weak(self) -> bool:
        rule = self.scenario.silence
        if rule.answer and not self.legal_answers():
            return False
        return self.true(rule.when)

    def extra(self) -> int:
        return self.scenario.mood.floor if self.appeals(self.chain[-1]) else 0

    def do_yield(self) -> None:
        self.carry()
        self.pay_the_floor(self.other(self.side))
        self.turn_over()

    def pay_the_floor(self, holder: str) -> None:
        self.add(f"{holder}_score", self.scenario.debate.floor)
        self.add(f"{holder}_score", self.extra())

    do_concede = do_yield

    def do_decline(self) -> None:
        self.refuse(self.scenario.debate.decline)
        self.fail()

    def do_walk_out(self) -> None:
        self.refuse(self.scenario.debate.walk_out)
        if self.scenario.debate.walk_out_floor:
            self.pay_the_floor(self.speaker)
        self.fail()

    def do_withdraw(self) -> None:
        self.add(f"{self.side}_capital", self.scenario.debate.withdraw)
        self.fail()

    # ---------------------------------------------------------------- parts of the above

    def add(self, track: str, amount: int) -> None:
        least, most = self.bounds[track]
        self.tracks[track] = min(most, max(least, self.tracks[track] + amount))

    def check_record(self, contradicted: Iterable[str]) -> None:
        kept = [name for name in self.record[self.side] if name not in contradicted]
        if kept != self.record[self.side]:
            self.add(f"{self.side}_score", self.scenario.debate.contradiction)
        self.record[self.side] = kept

    def goes_on_record(self, side: str, arguments: Iterable[str]) -> None:
        self.record[side] += [name for name in arguments if name not in self.record[side]]

    def carry(self) -> None:
        motion = self.motions[self.motion]
        self.carried.append(motion.id)
        scores = {f"{side}_score": value for side, value in motion.value.items()}
        for track, amount in (*motion.effects.items(), *scores.items()):
            self.add(track, amount)

    def refuse(self, refusal: Refusal) -> None:
        for track, amount in refusal.effects.items():
            self.add(track, amount)
        self.add(f"{self.side}_score", refusal.respondent)

    def fail(self) -> None:
        self.barred[self.motion] = self.round + self.scenario.debate.bar
        self.turn_over()

    def over(self) -> list[str]:
        """The tracks that have reached their end."""
        ends = [(each.id, each.collapse) for each in self.scenario.tracks]
        return [name for name, end in ends if end is not None and self.tracks[name] >= end.at]

    def fatal(self, effects: Mapping[str, int]) -> bool:
        """Apply effects together; whether they ended the game."""
        for track, amount in effects.items():
            self.add(track, amount)
        if self.over():
            self.side, self.phase, self.wire = "", "END", ""
        return self.phase == "END"

    def turn_over(self, effects: Mapping[str, int] | None = None) -> None:
        if not self.fatal(effects or {}):
            self.next_turn()

    def next_turn(self) -> None:
        if self.turns_left:
            self.side, self.phase = self.turns_left[0], "TURN"
            self.turns_left = self.turns_left[1:]
            return
        for drift in self.scenario.drifts:
            if self.true(drift.when):
                for track, amount in drift.effects.items():
                    self.add(track, amount)
        if self.fatal({}):
            return
        for side in self.sides:
            self.add(f"{side}_capital", self.scenario.income)
            self.spent[side] = self.spent[side][self.scenario.recover :]
        if self.round == self.scenario.rounds:
            self.side, self.phase, self.wire = "", "END", ""
            return
        self.round += 1
        self.side, self.phase = "", "DRAW"
        if self.wire:
            headline = self.headlines[self.wire]
            self.mood = headline.mood or self.mood
            if headline.choice is not None:
                self.side, self.phase = headline.choice.side, "EVENT"
            else:
                self.fatal(headline.effects)

    # ---------------------------------------------------------------- the end

    def verdict(self) -> tuple[str, list[int], list[int] | None, list[int]]:
        """Its name, final scores, margins, and payoffs in hundredths."""
        payoff = self.scenario.payoff
        scores = [self.tracks[f"{side}_score"] for side in self.sides]
        if self.over():
            return "collapse", scores, None, [payoff.collapse, payoff.collapse]
        for objective in self.scenario.objectives:
            if self.true(objective.when):
                scores[self.sides.index(objective.side)] += objective.points
        short = [scores[number] - side.threshold for number, side in enumerate(self.scenario.sides)]
        margins = [min(payoff.margin_cap, max(-payoff.margin_cap, each)) for each in short]
        good = [margin >= 0 for margin in margins]
        near = [0 < -each <= payoff.thaw_within for each in short]
        if all(good):
            name, worth = "bargain", [payoff.bargain, payoff.bargain]
            if margins[0] == margins[1]:
                worth = [each + payoff.laurels // 2 for each in worth]
            else:
                worth[margins.index(max(margins))] += payoff.laurels
        elif any(good):
            name = f"{self.sides[good.index(True)]}_alone"
            left = [payoff.thaw if each else payoff.left_behind for each in near]
            worth = [payoff.alone if won else lost for won, lost in zip(good, left, strict=True)]
        elif all(near):
            name, worth = "thaw", [payoff.thaw, payoff.thaw]
        else:
            name, worth = "frozen", [payoff.frozen, payoff.frozen]
        worth = [each + payoff.margin * margin for each, margin in zip(worth, margins, strict=True)]
        return name, scores, margins, worth
