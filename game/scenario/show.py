"""A scenario as a rulebook in Markdown, for authors and for players who like to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.scenario.markdown import cell, cite, code, codes, plain, table
from game.scenario.model import Argument, Danger, Headline, Refusal, Scenario, Side, Variant
from game.scenario.phrases import bounds, clause, effects, number, signed
from game.scenario.show_more import (
    more_numbers,
    more_of_motions,
    thaw,
    the_hour,
    what_is_said,
)


def show(scenario: Scenario) -> str:
    """The whole scenario as Markdown. What its author wrote is shown, never interpreted."""
    parts = [
        f"# {plain(scenario.title)}",
        plain(scenario.summary),
        plain(scenario.opening),
        *_stage(scenario),
        *_numbers(scenario),
        *_motions(scenario),
        *more_of_motions(scenario),
        *_acts(scenario),
        *_arguments(scenario),
        *_chance(scenario),
        *the_hour(scenario),
        *what_is_said(scenario),
        *_endings(scenario),
        *_starts(scenario),
        *_doctrines(scenario),
        "## Source",
        f"*{plain(scenario.source.title)}.* {plain(scenario.source.note)}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


# ---------------------------------------------------------------------- sides, tracks, ladder


def _stage(scenario: Scenario) -> Iterator[str]:
    yield "## Sides"
    yield table(
        ["id", "side", "collects", "threshold", "capital", "score"],
        (
            [
                code(side.id),
                plain(side.name),
                plain(side.goal),
                number(side.threshold),
                _scale(side.capital.start, side.capital.min, side.capital.max),
                _scale(side.score.start, side.score.min, side.score.max),
            ]
            for side in scenario.sides
        ),
    )
    yield from (f"**{plain(side.name)}.** {plain(side.about)}" for side in scenario.sides)
    starts = [f"start, {plain(variant.name)}" for variant in scenario.variants]
    yield "## Tracks"
    yield table(
        ["id", "track", "start", *starts, "range", "danger", "collapse", "source"],
        (
            [
                code(track.id),
                f"{plain(track.name)} ({plain(track.subject)})",
                number(track.start),
                *(number(each.start.get(track.id, track.start)) for each in scenario.variants),
                f"{number(track.min)} to {number(track.max)}",
                _danger(track.danger) if track.danger else "–",
                f"at {number(track.collapse.at)}" if track.collapse else "–",
                cite(track.source),
            ]
            for track in scenario.tracks
        ),
    )
    yield from (f"**{plain(track.name)}.** {plain(track.about)}" for track in scenario.tracks)
    yield from _ladder(scenario)


def _scale(start: int, low: int, high: int) -> str:
    return f"{number(start)} ({number(low)} to {number(high)})"


def _danger(danger: Danger) -> str:
    return f"{bounds(danger.at_least, danger.at_most)}: {cell(danger.text)}"


def _ladder(scenario: Scenario) -> Iterator[str]:
    ladder = scenario.ladder
    yield "## The ladder"
    yield (
        f"**{plain(ladder.ceiling_name)}.** {plain(ladder.ceiling_about)} "
        f"Motions tagged {code(ladder.exempt)} pass through it."
    )
    yield table(
        ["tier", "name", f"{code(ladder.gate)} at least", f"{code(ladder.ceiling)} at most"],
        (
            [str(place), plain(tier.name), number(tier.gate), number(tier.ceiling)]
            for place, tier in enumerate(ladder.tiers, 1)
        ),
    )


# ---------------------------------------------------------------------- numbers


def _numbers(scenario: Scenario) -> Iterator[str]:
    debate, consult = scenario.debate, scenario.consult
    yield "## Numbers"
    facts = [
        ("rounds", number(scenario.rounds)),
        ("capital for each side at every close", signed(scenario.income)),
        ("consulting at home: capital", signed(consult.capital)),
        ("consulting at home: arguments ready again", number(consult.arguments)),
        ("arguments in a debate, at most", number(debate.longest)),
        ("accepting without a word: the respondent’s score", signed(debate.silence)),
        ("motion carried after a debate: the floor-holder’s score", signed(debate.floor)),
        ("declining", _refusal(scenario, debate.decline)),
        ("walking out", _refusal(scenario, debate.walk_out)),
        ("withdrawing: the speaker’s capital", signed(debate.withdraw)),
        ("further rounds for which a failed motion is barred", number(debate.bar)),
        ("contradicting one’s own record: score", signed(debate.contradiction)),
    ]
    yield table(["what", "how much"], [*facts, *more_numbers(scenario)])
    yield _payoff(scenario)


def _refusal(scenario: Scenario, refusal: Refusal) -> str:
    own = f"the respondent’s score {signed(refusal.respondent)}"
    return ", ".join(part for part in (own, plain(effects(scenario, refusal.effects))) if part)


def _payoff(scenario: Scenario) -> str:
    payoff = scenario.payoff
    margin = f", {signed(payoff.margin)} per point of margin up to {payoff.margin_cap} either way"
    return table(
        ["ending", "worth to a side, in hundredths"],
        [
            ("collapse", number(payoff.collapse)),
            ("frozen: neither succeeds", f"{payoff.frozen} each{margin}"),
            *thaw(scenario),
            (
                "one succeeds alone",
                f"{payoff.alone} to it, {payoff.left_behind} to the other{margin}",
            ),
            (
                "bargain: both succeed",
                f"{payoff.bargain} each, {payoff.laurels} laurels to the higher margin{margin}",
            ),
        ],
    )


# ---------------------------------------------------------------------- motions and acts


def _motions(scenario: Scenario) -> Iterator[str]:
    sides = [f"for {plain(side.short)}" for side in scenario.sides]  # a side may be called Cost
    yield "## Motions"
    yield table(
        ["id", "motion", "tier", "tags", "cost", "needs", *sides, "when carried", "source"],
        (
            [
                code(motion.id),
                plain(motion.name),
                str(motion.tier),
                codes(motion.tags),
                number(motion.cost),
                "carried at the start"
                if motion.carried_at_start
                else cell(clause(scenario, motion.needs)),
                *(signed(motion.value.get(side.id, 0)) for side in scenario.sides),
                cell(effects(scenario, motion.effects)),
                cite(motion.source),
            ]
            for motion in scenario.motions
        ),
    )
    yield table(
        ["id", "text"], ([code(motion.id), cell(motion.text)] for motion in scenario.motions)
    )


def _acts(scenario: Scenario) -> Iterator[str]:
    if not scenario.acts:
        return
    names = _shorts(scenario.sides)
    yield "## Acts"
    yield table(
        ["id", "act", "side", "cost", "step", "effects", "contradicts", "text", "source"],
        (
            [
                code(act.id),
                plain(act.name),
                names[act.side],
                number(act.cost),
                number(act.step),
                cell(effects(scenario, act.effects)),
                codes(act.contradicts),
                cell(act.text),
                cite(act.source),
            ]
            for act in scenario.acts
        ),
    )


def _shorts(sides: Iterable[Side]) -> Mapping[str, str]:
    return {side.id: plain(side.short) for side in sides}


# ---------------------------------------------------------------------- arguments


def _arguments(scenario: Scenario) -> Iterator[str]:
    names = _shorts(scenario.sides)
    yield "## Arguments"
    yield table(
        ["id", "argument", "held by", "supports", "contradicts", "case", "source"],
        (
            [
                code(argument.id),
                plain(argument.name),
                ", ".join(names[side] for side in argument.held_by),
                codes(argument.supports),
                codes(argument.contradicts),
                _said(argument, names),
                cite(argument.source),
            ]
            for argument in scenario.arguments
        ),
    )
    attacks = [
        [code(argument.id), code(attack.target), cell(clause(scenario, attack.when))]
        for argument in scenario.arguments
        for attack in argument.attacks
    ]
    if attacks:
        yield "### Attacks"
        yield "● answers always, ○ answers under a condition; the row answers the column."
        yield _graph(scenario)
        yield table(["argument", "answers", "while"], attacks)


def _said(argument: Argument, names: Mapping[str, str]) -> str:
    """The words of an argument; by side if the sides say it in words of their own."""
    if isinstance(argument.case, str):
        return cell(argument.case)
    return " ".join(f"{names[side]}: {cell(words)}" for side, words in argument.case.items())


def _graph(scenario: Scenario) -> str:
    """Who attacks whom, as a square."""
    return table(
        ["", *(code(argument.id) for argument in scenario.arguments)],
        (
            [code(argument.id), *(marks.get(other.id, " ") for other in scenario.arguments)]
            for argument in scenario.arguments
            for marks in [{each.target: "○" if each.when else "●" for each in argument.attacks}]
        ),
    )


# ---------------------------------------------------------------------- chance and time


def _chance(scenario: Scenario) -> Iterator[str]:
    if scenario.headlines:
        yield "## Headlines"
        yield table(
            ["id", "date", "headline", "weight", "drawn while", "what it does", "source"],
            (
                [
                    code(each.id),
                    plain(each.date),
                    plain(each.title),
                    number(each.weight),
                    cell(clause(scenario, each.when)),
                    _strike(scenario, each),
                    cite(each.source),
                ]
                for each in scenario.headlines
            ),
        )
    if scenario.drifts:
        yield "## At the close of every round, in this order"
        yield table(
            ["id", "what", "while", "effects", "source"],
            (
                [
                    code(each.id),
                    plain(each.name),
                    cell(clause(scenario, each.when)),
                    cell(effects(scenario, each.effects)),
                    cite(each.source),
                ]
                for each in scenario.drifts
            ),
        )


def _strike(scenario: Scenario, headline: Headline) -> str:
    if headline.choice is None:
        said = cell(effects(scenario, headline.effects))
        return f"flash: {said}" if headline.flash else said
    first, second = (
        f"{letter} {plain(option.name)}: {cell(effects(scenario, option.effects))}"
        for letter, option in zip("AB", headline.choice.options, strict=True)
    )
    return f"{_shorts(scenario.sides)[headline.choice.side]} chooses: {first}; or {second}"


# ---------------------------------------------------------------------- endings, starts, opponents


def _endings(scenario: Scenario) -> Iterator[str]:
    names = _shorts(scenario.sides)
    if scenario.objectives:
        yield "## Objectives"
        yield table(
            ["id", "side", "objective", "at the end", "points", "source"],
            (
                [
                    code(each.id),
                    names[each.side],
                    plain(each.name),
                    cell(clause(scenario, each.when)),
                    signed(each.points),
                    cite(each.source),
                ]
                for each in scenario.objectives
            ),
        )
    yield "## Endings"
    for name, epilogue in scenario.epilogues.items():
        yield f"### {plain(epilogue.title)} ({code(name)})"
        yield plain(epilogue.text)
    for track in scenario.tracks:
        if track.collapse is not None:
            head = f"{plain(track.name)} {number(track.collapse.at)}"
            yield f"**{head}.** {plain(track.collapse.text)}"


def _starts(scenario: Scenario) -> Iterator[str]:
    if scenario.variants:
        yield "## Other starts"
        yield table(
            ["id", "start", "what differs", "about"],
            (
                [code(each.id), plain(each.name), _differences(each), cell(each.about)]
                for each in scenario.variants
            ),
        )


def _differences(variant: Variant) -> str:
    return (
        ", ".join(f"{code(name)} {number(start)}" for name, start in variant.start.items()) or "–"
    )


def _doctrines(scenario: Scenario) -> Iterator[str]:
    if scenario.doctrines:
        yield "## Opponents"
    for doctrine in scenario.doctrines:
        yield f"### {plain(doctrine.name)} ({code(doctrine.id)})"
        yield f"*{plain(doctrine.stance)}.* {plain(doctrine.about)}"
        yield "\n".join(
            f"{place}. {cell(rule.reason)}" for place, rule in enumerate(doctrine.rules, 1)
        )
