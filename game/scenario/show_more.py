"""What a rulebook says of the rules and words that a scenario need not have."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.chance import Situation
from game.scenario.markdown import cell, cite, code, codes, plain, table
from game.scenario.model import Scenario, Spoken
from game.scenario.phrases import bounds, clause, effects, number, signed


def more_numbers(scenario: Scenario) -> list[tuple[str, str]]:
    """What and how much, of the numbers that are not as they are when nobody writes them."""
    facts = []
    if scenario.silence.when or scenario.silence.answer:
        asked = [plain(clause(scenario, scenario.silence.when))]
        asked += ["an answer was at hand"] if scenario.silence.answer else []
        facts.append(("that holds only while", " and ".join(each for each in asked if each)))
    if scenario.debate.walk_out_floor:
        facts.append(("walking out", "the speaker is paid for the floor all the same"))
    if scenario.recover:
        facts.append(("arguments ready again for each side at every close", str(scenario.recover)))
    if scenario.mood.floor:
        facts.append(
            ("a last argument that speaks to the hour: score", signed(scenario.mood.floor))
        )
    if scenario.mood.answers:
        facts.append(("an argument that speaks to the hour", "only another one answers it"))
    if scenario.mood.start is not None:
        facts.append(("the mood at the start", code(scenario.mood.start)))
    return facts


def thaw(scenario: Scenario) -> list[tuple[str, str]]:
    """What a thaw is worth, if there is one."""
    payoff = scenario.payoff
    if not payoff.thaw_within:
        return []
    near = f"thaw: neither succeeds, and both miss {payoff.thaw_within} or fewer"
    return [(near, f"{payoff.thaw} each; so much too for one that is left behind and near")]


def more_of_motions(scenario: Scenario) -> Iterator[str]:
    """Forks, backings, and the word of a third party."""
    rows = [
        [
            code(each.id),
            codes(each.excludes),
            codes(each.backs),
            "yes" if each.of_the_time else "–",
            cell(each.voice or ""),
        ]
        for each in scenario.motions
        if each.excludes or each.backs or each.of_the_time or each.voice
    ]
    if rows:
        yield "### Forks and backing"
        yield "Of motions that exclude each other one can be carried; then the others are closed."
        said = plain(scenario.voice.name) if scenario.voice else "a third party"
        yield table(["id", "excludes", "backed by", "of the time", f"{said} says"], rows)
    if scenario.voice is not None:
        yield f"**{plain(scenario.voice.name)}.** {plain(scenario.voice.about)}"


def the_hour(scenario: Scenario) -> Iterator[str]:
    """Names of rounds, values, situations, and when headlines may strike."""
    if scenario.round_names:
        yield "## Rounds"
        yield "\n".join(
            f"{place}. {plain(name)}" for place, name in enumerate(scenario.round_names, 1)
        )
    if scenario.values:
        yield "## Values"
        yield table(
            ["id", "value", "text", "arguments that appeal to it"],
            (
                [
                    code(value.id),
                    plain(value.name),
                    cell(value.text),
                    codes(each.id for each in scenario.arguments if each.appeals == value.id),
                ]
                for value in scenario.values
            ),
        )
    if scenario.situations:
        yield "## Situations"
        yield table(
            ["id", "situation", "weight", "what it does", "text", "source"],
            (
                [
                    code(each.id),
                    plain(each.name),
                    number(each.weight),
                    _situation(scenario, each),
                    cell(each.text),
                    cite(each.source),
                ]
                for each in scenario.situations
            ),
        )
    timed = [
        [
            code(each.id),
            window(each.from_round, each.until_round),
            code(each.mood) if each.mood else "–",
            cell(each.text or ""),
        ]
        for each in scenario.headlines
        if each.from_round or each.until_round or each.mood or each.text
    ]
    if timed:
        yield "### More of the headlines"
        yield table(["id", "strikes in rounds", "mood", "what came of it"], timed)


def window(first: int | None, last: int | None) -> str:
    """A window of rounds."""
    return bounds(first, last) or "–"


def _situation(scenario: Scenario, situation: Situation) -> str:
    names = {side.id: plain(side.short) for side in scenario.sides}
    parts = [plain(effects(scenario, situation.effects))]
    parts += [f"{names[side]} has spent {codes(all_)}" for side, all_ in situation.spent.items()]
    parts += [f"{code(name)} barred to round {until}" for name, until in situation.barred.items()]
    parts += [f"mood {code(situation.mood)}"] if situation.mood else []
    return ", ".join(part for part in parts if part) or "–"


def what_is_said(scenario: Scenario) -> Iterator[str]:
    """Lines, the press, and the aftermath."""
    names = {side.id: plain(side.short) for side in scenario.sides}
    if scenario.lines:
        yield "## Lines"
        yield table(
            ["argument", "answers", "about", "side", "rounds", "said", "fact", "source"],
            (
                [
                    code(each.argument),
                    code(each.answers) if each.answers else "–",
                    codes((each.motion,) if each.motion else each.themes),
                    names[each.side] if each.side else "–",
                    window(each.from_round, each.until_round),
                    _texts(each),
                    cell(each.fact or ""),
                    "; ".join(map(cell, each.source)) or "–",
                ]
                for each in scenario.lines
            ),
        )
    if scenario.press:
        yield "## The press"
        yield table(
            ["paper", "side", "outcome", "floor", "contradiction", "about", "while", "text"],
            (
                [
                    plain(each.paper),
                    names[each.side],
                    codes(each.outcome),
                    each.floor or "–",
                    each.contradiction or "–",
                    code(each.motion or each.theme or "") if each.motion or each.theme else "–",
                    cell(clause(scenario, each.when)),
                    cell(each.text),
                ]
                for each in scenario.press
            ),
        )
    if scenario.aftermath:
        yield "## After the epilogue"
        yield table(
            ["endings", "while", "text"],
            (
                [codes(each.endings), cell(clause(scenario, each.when)), cell(each.text)]
                for each in scenario.aftermath
            ),
        )


def _texts(line: Spoken) -> str:
    return " / ".join(cell(words) for words in (line.text, *line.variants))
